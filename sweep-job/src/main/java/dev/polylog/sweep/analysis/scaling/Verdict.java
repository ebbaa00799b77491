package dev.polylog.sweep.analysis.scaling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a comparison decides, and all that it says.
 *
 * @param decision how it ended
 * @param law the one that is supported
 * @param rivals laws between which the data do not decide, best first; empty if one is supported
 * @param specialCases of the law that is supported, not told apart from it
 * @param imitators laws with parameters that are not needed, which draw the curve of the one that is supported without containing it
 * @param findings in the order to read them
 */
public record Verdict(
        Decision decision,
        Optional<ScalingLaw> law,
        List<ScalingLaw> rivals,
        List<ScalingLaw> specialCases,
        List<ScalingLaw> imitators,
        List<Finding> findings) {

    public Verdict {
        rivals = List.copyOf(rivals);
        specialCases = List.copyOf(specialCases);
        imitators = List.copyOf(imitators);
        findings = List.copyOf(findings);
    }

    public static Verdict of(Comparison comparison, Question question) {
        Judgement judgement = Judgement.of(comparison);
        return new Verdict(
                judgement.decision(),
                judgement.supported().map(Candidate::law),
                judgement.supported().isPresent() ? List.of() : laws(judgement.standing()),
                laws(judgement.specialCases()),
                laws(judgement.imitators()),
                new Findings(comparison, question, judgement).all());
    }

    /** Whether the cells' own medians refute a law, whatever others do. */
    public static boolean isRuledOutByMisfit(Candidate law) {
        return law.misfit() < Judgement.MISFIT;
    }

    private static List<ScalingLaw> laws(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::law).toList();
    }

    @Override
    public String toString() {
        return findings.stream().map(Finding::words).collect(Collectors.joining("\n"));
    }
}

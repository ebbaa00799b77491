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
 * @param imitators powers with an exponent near 1 that fit as well and are not to be quoted
 * @param findings in the order to read them
 */
public record Verdict(
        Decision decision,
        Optional<ScalingLaw> law,
        List<ScalingLaw> rivals,
        List<ScalingLaw> imitators,
        List<Finding> findings) {

    public Verdict {
        rivals = List.copyOf(rivals);
        imitators = List.copyOf(imitators);
        findings = List.copyOf(findings);
    }

    public static Verdict of(Comparison comparison, Question question) {
        Judgement judgement = Judgement.of(comparison);
        List<ScalingLaw> standing =
                judgement.standing().stream().map(Candidate::law).toList();
        boolean isSupported = judgement.decision() == Decision.SUPPORTED;
        return new Verdict(
                judgement.decision(),
                isSupported ? Optional.of(standing.get(0)) : Optional.empty(),
                isSupported ? List.of() : standing,
                judgement.imitators().stream().map(Candidate::law).toList(),
                new Findings(comparison, question, judgement).all());
    }

    @Override
    public String toString() {
        return findings.stream().map(Finding::words).collect(Collectors.joining("\n"));
    }
}

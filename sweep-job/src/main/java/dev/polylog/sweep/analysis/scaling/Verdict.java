package dev.polylog.sweep.analysis.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison says, in words.
 *
 * @param decision how it ended
 * @param law the one that is supported
 * @param rivals laws between which the data do not decide, best first; empty if one is supported
 * @param imitators powers with an exponent near 1 that fit as well and are not to be quoted
 * @param sentences in the order to read them
 */
public record Verdict(
        Decision decision,
        Optional<ScalingLaw> law,
        List<ScalingLaw> rivals,
        List<ScalingLaw> imitators,
        List<String> sentences) {

    public Verdict {
        rivals = List.copyOf(rivals);
        imitators = List.copyOf(imitators);
        sentences = List.copyOf(sentences);
    }

    public static Verdict of(Comparison comparison, Question question) {
        Judgement judgement = Judgement.of(comparison);
        List<ScalingLaw> standing =
                judgement.standing().stream().map(Candidate::law).toList();
        boolean isSupported = judgement.decision() == Decision.SUPPORTED;
        Sentences words = new Sentences(comparison, question, judgement);
        List<String> sentences = new ArrayList<>();
        sentences.addAll(words.data());
        sentences.add(words.decision());
        sentences.addAll(words.logarithm());
        sentences.addAll(words.imitation());
        sentences.addAll(words.holdOut());
        sentences.addAll(words.caveats());
        return new Verdict(
                judgement.decision(),
                isSupported ? Optional.of(standing.get(0)) : Optional.empty(),
                isSupported ? List.of() : standing,
                judgement.imitators().stream().map(Candidate::law).toList(),
                sentences);
    }

    @Override
    public String toString() {
        return String.join("\n", sentences);
    }
}

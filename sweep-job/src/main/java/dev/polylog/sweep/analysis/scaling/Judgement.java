package dev.polylog.sweep.analysis.scaling;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Which laws of a comparison the data leave standing.
 *
 * @param decision how it ended
 * @param standing laws that describe the data, best first; on a range that is long enough, none of them is another
 *     one with parameters that are not needed
 * @param imitators powers that describe them as well, but no better than a law without them, as an additive constant makes them do
 */
record Judgement(Decision decision, List<Candidate> standing, List<Candidate> imitators) {
    /** A law with a smaller probability of its misfit is refuted. */
    static final double MISFIT = 1e-3;

    /** A law whose AICc is this much larger is given up: the odds are 20 to 1. */
    static final double FAR = 6;

    /** A law whose AICc is this much larger is given up if its hold-out is worse by {@link #WORSE} as well. */
    static final double NEAR = 2;

    /** In units of log score: 20 to 1. */
    static final double WORSE = 3;

    /** Shorter ranges of x, in powers of ten, do not decide. */
    static final double DECADES = 1.5;

    /** Exponents this close to 1 are what a sum with a constant looks like. */
    static final double IMITATION = 0.2;

    static Judgement of(Comparison comparison) {
        if (comparison.candidates().isEmpty()) {
            return new Judgement(Decision.TOO_LITTLE_DATA, List.of(), List.of());
        }
        List<Candidate> fitting = comparison.candidates().stream()
                .filter(candidate -> !(candidate.misfit() < MISFIT))
                .toList();
        if (fitting.isEmpty()) {
            return new Judgement(Decision.NO_LAW_FITS, List.of(), List.of());
        }
        List<Candidate> plausible = plausible(fitting);
        List<Candidate> imitators = plausible.stream()
                .filter(candidate -> isNearlyLinearPower(candidate)
                        && plausible.stream().anyMatch(other -> other.law().isLinearUpToLogs()))
                .toList();
        if (comparison.decades() < DECADES) {
            return new Judgement(Decision.UNDECIDED, plausible, imitators);
        }
        List<Candidate> standing = plausible.stream()
                .filter(candidate -> !imitators.contains(candidate))
                .filter(candidate -> plausible.stream().noneMatch(other -> makesNeedless(other, candidate)))
                .toList();
        return new Judgement(standing.size() == 1 ? Decision.SUPPORTED : Decision.UNDECIDED, standing, imitators);
    }

    private static List<Candidate> plausible(List<Candidate> fitting) {
        double least = fitting.get(0).delta();
        OptionalDouble bestScore = fitting.stream()
                .filter(candidate -> candidate.delta() - least <= FAR)
                .flatMap(candidate -> candidate.holdOut().stream())
                .mapToDouble(HoldOut::logScore)
                .max();
        return fitting.stream()
                .filter(candidate -> candidate.delta() - least <= FAR)
                .filter(candidate -> candidate.delta() - least <= NEAR || deficit(candidate, bestScore) <= WORSE)
                .toList();
    }

    private static double deficit(Candidate candidate, OptionalDouble best) {
        return candidate
                .holdOut()
                .map(held -> best.orElse(held.logScore()) - held.logScore())
                .orElse(0.0);
    }

    /** A special case that is not clearly worse shows that the further parameters are not needed. */
    private static boolean makesNeedless(Candidate special, Candidate general) {
        return special.law().isSpecialCaseOf(general.law()) && special.delta() <= general.delta() + NEAR;
    }

    private static boolean isNearlyLinearPower(Candidate candidate) {
        return candidate.law().hasFreePower()
                && Math.abs(candidate.estimate("alpha").value() - 1) <= IMITATION;
    }
}

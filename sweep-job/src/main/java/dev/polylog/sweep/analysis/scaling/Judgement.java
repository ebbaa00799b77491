package dev.polylog.sweep.analysis.scaling;

import java.util.List;
import java.util.Optional;

/**
 * Which law of a comparison the data support, and which they leave standing.
 *
 * @param decision how it ended
 * @param supported the law that is left, if the decision is that there is one
 * @param standing laws that are not ruled out, best first; the supported one is among them
 */
record Judgement(Decision decision, Optional<Candidate> supported, List<Candidate> standing) {
    /** A law with a smaller probability of its misfit is ruled out. */
    static final double MISFIT = 1e-3;

    /** A law whose AICc is this much larger than the least is ruled out: the odds are 20 to 1. */
    static final double FAR = 6;

    /** Further parameters are needed for certain if without them AICc is larger by more than this. */
    static final double NEEDED = 2;

    /** Further parameters are needed for all that one knows if without them AICc is larger by more than this. */
    static final double DOUBT = 1;

    /** Shorter ranges of x, in powers of ten, do not decide. */
    static final double DECADES = 1.5;

    /** A law with more parameters than this is claimed only if these are needed for certain. */
    private static final int USUAL_PARAMETERS = 2;

    static Judgement of(Comparison comparison) {
        if (comparison.candidates().isEmpty()) {
            return new Judgement(Decision.TOO_LITTLE_DATA, Optional.empty(), List.of());
        }
        List<Candidate> fitting = comparison.candidates().stream()
                .filter(candidate -> !(candidate.misfit() < MISFIT))
                .toList();
        if (fitting.isEmpty()) {
            return new Judgement(Decision.NO_LAW_FITS, Optional.empty(), List.of());
        }
        double least = fitting.get(0).delta();
        List<Candidate> standing = fitting.stream()
                .filter(candidate -> candidate.delta() - least <= FAR)
                .toList();
        Optional<Candidate> supported =
                comparison.decades() < DECADES ? Optional.empty() : theMostGeneral(tenable(standing));
        return new Judgement(supported.isPresent() ? Decision.SUPPORTED : Decision.UNDECIDED, supported, standing);
    }

    /** Laws that can be claimed, whatever else stands. */
    private static List<Candidate> tenable(List<Candidate> standing) {
        return standing.stream()
                .filter(law -> standing.stream().noneMatch(other -> forbids(other, law)))
                .toList();
    }

    /** Whether a law may not be claimed while the other one stands. */
    private static boolean forbids(Candidate other, Candidate law) {
        if (other.law().equals(law.law())) {
            return false;
        }
        double excess = law.delta() - other.delta();
        if (other.law().isSpecialCaseOf(law.law())) {
            return isUnusual(law) && excess >= -NEEDED;
        }
        return !isContainedOrInterpolated(law, other) || excess > DOUBT;
    }

    private static boolean isUnusual(Candidate law) {
        return law.law().parameters().size() > USUAL_PARAMETERS;
    }

    /**
     * Whether the other law has all that this one has, and more: by its formula, or because a power of x and one of log x, both free,
     * draw much the same curve.
     */
    private static boolean isContainedOrInterpolated(Candidate law, Candidate other) {
        return law.law().isSpecialCaseOf(other.law()) || (other.law().isInterpolation() && !isUnusual(law));
    }

    /** The one that is no special case of another; empty unless it is one. */
    private static Optional<Candidate> theMostGeneral(List<Candidate> laws) {
        List<Candidate> general = laws.stream()
                .filter(law -> laws.stream().noneMatch(other -> law.law().isSpecialCaseOf(other.law())))
                .toList();
        return general.size() == 1 ? Optional.of(general.get(0)) : Optional.empty();
    }

    /** Special cases of the supported law that are not told apart from it. */
    List<Candidate> specialCases() {
        return standing.stream()
                .filter(candidate -> supported.isPresent()
                        && candidate.law().isSpecialCaseOf(supported.get().law()))
                .toList();
    }

    /** Laws that draw the curve of the supported one, which they do not contain, with parameters that are not needed. */
    List<Candidate> imitators() {
        return standing.stream()
                .filter(candidate -> supported.isPresent()
                        && candidate.law().isInterpolation()
                        && !candidate.law().equals(supported.get().law())
                        && !supported.get().law().isSpecialCaseOf(candidate.law()))
                .toList();
    }
}

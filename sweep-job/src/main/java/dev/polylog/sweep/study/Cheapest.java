package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.MedianRatio;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import dev.polylog.sweep.analysis.survival.Quantile;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Which value of a field takes the fewest samples, all other fields being the same. The store is no field: values are compared
 * across stores, and of the same value in two of them that in the first counts.
 */
final class Cheapest {
    /** What is to be learned. Their values are easy or hard, not cheap or dear. */
    private static final Set<Field<?>> TASK = Set.of(
            Fields.TARGET,
            Fields.INPUTS,
            Fields.SIGMA,
            Fields.COVARIANCE,
            Fields.ANISOTROPY,
            Fields.COVARIANCE_BASIS,
            Fields.BASIS,
            Fields.D,
            Fields.LABELS,
            Fields.LABEL_NOISE,
            Fields.TARGET_NOISE);

    private static final int MOST_PLACES = 8;

    private Cheapest() {}

    /** A value of the field at one place. */
    private record Candidate(String value, long d, List<Crossing> crossings, Quantile median) {
        static Candidate of(String value, DesignPoint point, List<Crossing> crossings) {
            return new Candidate(
                    value,
                    point.d(),
                    crossings,
                    KaplanMeier.ofUpperEnds(crossings).median());
        }

        double samples() {
            return median.estimate();
        }

        double perDimension() {
            return samples() / d;
        }
    }

    /**
     * A comparison with all other fields the same.
     *
     * @param where values of the other fields
     * @param best that with the least median
     * @param next that with the next one, if another has a median
     * @param ratio next over best, if there are enough runs to say how sure it is
     */
    private record Contest(String where, Candidate best, Optional<Candidate> next, Optional<MedianRatio> ratio) {
        boolean isTie() {
            return ratio.map(MedianRatio::isWithinError).orElse(false);
        }

        double times() {
            return next.map(second -> second.samples() / best.samples()).orElse(Double.NaN);
        }
    }

    /** A sentence for the axis unless that is d, and one for each other field that was a choice; in the order of the registry. */
    static List<String> sentences(StudyDesign design, Function<DesignPoint, List<Crossing>> runs) {
        List<String> sentences = new ArrayList<>();
        for (Field<?> field : design.varying()) {
            boolean isAsked =
                    field.equals(design.axis().field()) && !design.axis().isDimension();
            // An engine computes what all other fields fix: none is cheaper in samples, and one of theory needs none.
            boolean isChoice =
                    !TASK.contains(field) && !field.equals(Fields.ENGINE) && field.scope() == Field.Scope.DYNAMICS;
            if (isAsked || isChoice) {
                sentence(design, runs, field).ifPresent(sentences::add);
            }
        }
        return sentences;
    }

    private static Optional<String> sentence(
            StudyDesign design, Function<DesignPoint, List<Crossing>> runs, Field<?> field) {
        Set<Field<?>> companions = ScalingAxis.companions(design.grid(), field);
        if (companions.stream().anyMatch(TASK::contains)) {
            return Optional.empty();
        }
        List<Contest> contests = contests(design, runs, field, companions);
        if (contests.isEmpty()) {
            return Optional.empty();
        }
        String column = field.column();
        if (contests.size() == 1) {
            return Optional.of(one(column, contests.get(0)));
        }
        Map<String, List<Contest>> byBest = contests.stream()
                .collect(Collectors.groupingBy(
                        contest -> contest.best().value(), LinkedHashMap::new, Collectors.toList()));
        return Optional.of(byBest.size() == 1 ? always(column, contests) : mixed(column, contests, byBest));
    }

    private static List<Contest> contests(
            StudyDesign design, Function<DesignPoint, List<Crossing>> runs, Field<?> field, Set<Field<?>> companions) {
        List<String> columns = design.columns();
        Set<String> moving = new HashSet<>(Set.of(field.column(), StudyDesign.STORE));
        companions.forEach(companion -> moving.add(companion.column()));
        Map<String, Map<String, Candidate>> places = new LinkedHashMap<>();
        for (DesignPoint point : design.points()) {
            List<Crossing> crossings = runs.apply(point);
            if (!crossings.isEmpty()) {
                List<String> others = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    if (!moving.contains(columns.get(i))) {
                        others.add(
                                StudyDesign.words(columns.get(i), point.values().get(i)));
                    }
                }
                String value = point.values().get(columns.indexOf(field.column()));
                places.computeIfAbsent(String.join(", ", others), where -> new LinkedHashMap<>())
                        .putIfAbsent(value, Candidate.of(value, point, crossings));
            }
        }
        List<Contest> contests = new ArrayList<>();
        places.forEach((where, candidates) -> {
            List<Candidate> known = candidates.values().stream()
                    .filter(candidate -> Double.isFinite(candidate.samples()))
                    .sorted(Comparator.comparingDouble(Candidate::samples))
                    .toList();
            if (candidates.size() > 1 && !known.isEmpty()) {
                Optional<Candidate> next = known.stream().skip(1).findFirst();
                contests.add(new Contest(
                        where,
                        known.get(0),
                        next,
                        next.flatMap(second ->
                                MedianRatio.of(second.crossings(), known.get(0).crossings()))));
            }
        });
        return contests;
    }

    private static String one(String column, Contest contest) {
        Candidate best = contest.best();
        Interval interval = best.median().interval();
        String first = column + " = " + best.value() + " is cheapest: "
                + Numerals.samples(best.samples(), interval.lower(), interval.upper()) + " samples, "
                + Numerals.times(best.perDimension()) + " d; ";
        if (contest.next().isEmpty()) {
            return first + "with no other value did half of the runs get there.";
        }
        String second = contest.next().get().value();
        if (contest.ratio().isEmpty()) {
            return first + "the next, " + second + ", took " + times(contest.times())
                    + " as many, with too few runs for an interval.";
        }
        MedianRatio ratio = contest.ratio().get();
        String times = times(ratio.value()) + " as many (" + ratio.range() + ")";
        return contest.isTie()
                ? first + "the next, " + second + ", is within the error: " + times + "."
                : first + "the next, " + second + ", takes " + times + ".";
    }

    private static String always(String column, List<Contest> contests) {
        String text = column + " = " + contests.get(0).best().value() + " is cheapest in all "
                + Numerals.count(contests.size(), "comparison") + ": "
                + range(contests, contest -> contest.best().perDimension()) + " d samples";
        List<Contest> runnersUp =
                contests.stream().filter(contest -> contest.next().isPresent()).toList();
        if (runnersUp.isEmpty()) {
            return text + "; with no other value did half of the runs get there.";
        }
        String seconds = runnersUp.stream()
                .flatMap(contest -> contest.next().stream())
                .map(Candidate::value)
                .distinct()
                .collect(Collectors.joining(" or "));
        return text + "; the next, " + seconds + ", takes " + range(runnersUp, Contest::times) + " times as many"
                + ties(contests) + ".";
    }

    private static String mixed(String column, List<Contest> contests, Map<String, List<Contest>> byBest) {
        String winners = byBest.entrySet().stream()
                .map(best -> best.getKey() + " "
                        + (contests.size() <= MOST_PLACES
                                ? "at "
                                        + best.getValue().stream()
                                                .map(Contest::where)
                                                .collect(Collectors.joining(" and at "))
                                : "in " + best.getValue().size() + " of " + contests.size() + " comparisons"))
                .collect(Collectors.joining("; "));
        return "The cheapest " + column + " is not the same everywhere: " + winners
                + (contests.stream().anyMatch(Contest::isTie)
                        ? "; the next is" + ties(contests).substring(1)
                        : "")
                + ".";
    }

    private static String ties(List<Contest> contests) {
        long ties = contests.stream().filter(Contest::isTie).count();
        return ties == 0 ? "" : ", within the error in " + ties + " of " + contests.size();
    }

    private static String range(List<Contest> contests, ToDoubleFunction<Contest> value) {
        String low = Numerals.times(contests.stream().mapToDouble(value).min().orElse(Double.NaN));
        String high = Numerals.times(contests.stream().mapToDouble(value).max().orElse(Double.NaN));
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String times(double ratio) {
        return Numerals.times(ratio) + " times";
    }
}

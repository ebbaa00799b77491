package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.ScalingLaw;
import dev.polylog.sweep.claim.Ruling;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.CellOutcomes;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.evidence.Provenance;
import dev.polylog.sweep.evidence.Remembered;
import dev.polylog.sweep.evidence.RunTenth;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.grid.Part;
import dev.polylog.sweep.report.Configuration;
import dev.polylog.sweep.report.Fact;
import dev.polylog.sweep.report.ReportContent;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.store.ResultFiles;
import dev.polylog.sweep.store.ResultTable;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Outcome;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a sweep found: design, evidence, answers, chapters.
 *
 * @param content of the report
 * @param headlines what a terminal has room for
 * @param results its tables
 */
public record Study(ReportContent content, List<String> headlines, List<ResultTable<?>> results) {
    private static final int MOST_HEADLINES = 8;

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Study {
        headlines = List.copyOf(headlines);
        results = List.copyOf(results);
    }

    /**
     * Asks what a reader of a report wants to know.
     *
     * @throws IllegalArgumentException if the options do not fit the cells
     */
    public static Study of(Grid grid, Evidence asked, StudyOptions options, Origin origin) {
        Evidence evidence = new Remembered(asked);
        StudyDesign design = new StudyDesign(grid, ScalingAxis.of(grid, options));
        List<Criterion> criteria = Criteria.of(design, options);
        List<CellOutcomes> outcomes = evidence.outcomes();
        List<ScalingAnswer> answers = criteria.stream()
                .map(criterion -> ScalingAnswer.of(
                        design, evidence, outcomes, criterion, Expectations.of(design, criterion, options)))
                .toList();
        List<List<CellSummary>> summaries = answers.stream()
                .map(each -> CellSummary.of(design, outcomes, each))
                .toList();
        ScalingAnswer answer = answers.get(0);
        List<CellSummary> cells = summaries.get(0);

        List<DesignPoint> curves = CurveChapter.chosen(design, cells);
        List<BandLevel> bands =
                evidence.bands(curves.stream().map(DesignPoint::cell).toList());
        List<DesignPoint> inside = NetworkChapter.chosen(design, cells);
        List<Integer> insideCells = inside.stream().map(DesignPoint::cell).toList();
        List<Trajectory> trajectories = evidence.trajectories(insideCells, NetworkChapter.REPLICATES);
        List<BlockStep> steps = NetworkChapter.steps(design, trajectories);
        List<NeuronRow> neurons = evidence.neurons(insideCells);
        List<RunTenth> distances = evidence.distances(insideCells, NetworkChapter.REPLICATES);
        long runs = outcomes.stream().mapToLong(CellOutcomes::all).sum();
        List<Ruling> rulings = Claims.of(design, evidence, Optional.of(answer));
        CurveChapter curveChapter = CurveChapter.of(design, cells, curves, bands, answer.expectations());
        DrawnFinals finals = DrawnFinals.of(design, evidence, outcomes);
        boolean curvesLead =
                !AnswerChapter.hasPictures(design, answer) && finals.answers().isEmpty();
        List<Section> sections = new ArrayList<>();
        sections.add(AnswerChapter.of(design, answers, curvesLead ? curveChapter.leading() : finals.answers()));
        sections.addAll(ClaimChapter.of(rulings, grid.stores().size()));
        sections.addAll(List.of(
                ScalingChapter.of(design, answers),
                curvesLead ? curveChapter.withoutLeading() : curveChapter.section(),
                OutcomeChapter.of(design, cells, finals.details()),
                MapChapter.of(design, cells),
                NetworkChapter.of(
                        design,
                        trajectories,
                        steps,
                        neurons,
                        distances,
                        inside.size(),
                        outcomes.size(),
                        answer.expectations()),
                CostChapter.of(design, evidence, runs)));
        Provenance provenance = evidence.provenance();
        ReportContent content = new ReportContent(
                origin.title(),
                subtitle(design, runs, provenance),
                Headline.of(design, answer, cells),
                summary(design, cells, answers, runs, origin),
                sections,
                Methods.of(design, answers),
                formulas(design, answers),
                configurations(grid),
                provenance(design, provenance, origin));
        List<String> headlines = new ArrayList<>(headlines(answer));
        if (!rulings.isEmpty()) {
            headlines.add(ClaimChapter.headline(rulings));
        }
        return new Study(
                content, headlines, Results.of(design, answers, summaries, bands, trajectories, steps, rulings));
    }

    /** Symbols, and the formulas of laws and of theory. */
    private static List<String> formulas(StudyDesign design, List<ScalingAnswer> answers) {
        String axis = design.axis().toString();
        List<String> formulas = new ArrayList<>(List.of("n*", "n*/" + axis, "c0", "c1", "c2"));
        Stream.concat(
                        ScalingLaw.all().stream(),
                        answers.stream()
                                .flatMap(answer -> answer.groups().stream())
                                .flatMap(group -> group.comparison().stream())
                                .flatMap(comparison -> comparison.theory().stream())
                                .map(Candidate::law))
                .map(law -> law.formula(axis))
                .forEach(formula -> {
                    formulas.add(formula);
                    formulas.add("n* = " + formula);
                });
        AxisTheory.ALL.forEach(theory -> formulas.add(theory.formula()));
        return formulas;
    }

    private static String subtitle(StudyDesign design, long runs, Provenance provenance) {
        return Numerals.count(runs, "run") + " in "
                + Numerals.count(design.points().size(), "cell")
                + provenance
                        .lastEnd()
                        .map(end -> ", the last of which ended " + MINUTES.format(end))
                        .orElse("");
    }

    private static List<String> summary(
            StudyDesign design, List<CellSummary> cells, List<ScalingAnswer> answers, long runs, Origin origin) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(state(cells, runs, design.grid(), origin) + " A run has learned once it had "
                + answers.get(0).criterion().words() + ".");
        paragraphs.addAll(origin.remarks());
        differentEnds(design).ifPresent(paragraphs::add);
        if (design.points().stream().anyMatch(point -> Expectations.isTheory(design.spec(point)))) {
            paragraphs.add(
                    "Some of these runs are theory, by an engine of the recursion in place of SGD. They are groups of their own.");
        }
        boolean hasLaws = answers.get(0).groups().stream()
                .anyMatch(group -> group.verdict().isPresent());
        if (hasLaws) {
            paragraphs.addAll(answers.get(0).choices());
        }
        answers.stream()
                .skip(1)
                .forEach(other -> paragraphs.add("With " + other.criterion().words() + ": "
                        + String.join(" ", Headline.of(design, other, cells))));
        return paragraphs;
    }

    /** Of several plans, one may let runs go on for longer than another. */
    private static Optional<String> differentEnds(StudyDesign design) {
        List<String> ends = design.varying().stream()
                .filter(field -> field.scope() == Field.Scope.OBSERVATION)
                .map(Field::column)
                .toList();
        return ends.isEmpty() || design.grid().parts().size() == 1
                ? Optional.empty()
                : Optional.of(
                        "The plans differ in " + String.join(", ", ends)
                                + ", which say when a run ends and what is recorded, not how it learns; the criterion is one for all.");
    }

    private static String state(List<CellSummary> cells, long runs, Grid grid, Origin origin) {
        long planned = cells.stream().mapToLong(cell -> cell.point().planned()).sum();
        long diverged = cells.stream()
                .mapToLong(cell -> cell.outcomes().count(Outcome.Kind.DIVERGED))
                .sum();
        long failed = cells.stream()
                .mapToLong(cell -> cell.outcomes().count(Outcome.Kind.FAILED))
                .sum();
        long crossed =
                cells.stream().mapToLong(cell -> cell.success().successes()).sum();
        if (runs == 0) {
            return "None of the " + Numerals.count(planned, "run") + " of this plan is in the store yet.";
        }
        String stores = grid.stores().size() == 1 ? "the store" : grid.stores().size() + " stores";
        String found = switch (origin.extent()) {
            case LAST_PLAN ->
                Numerals.count(runs) + " of " + Numerals.count(planned, "planned run") + " are in " + stores + ", ";
            case EVERYTHING ->
                Numerals.count(runs, "run") + " of "
                        + Numerals.count(grid.parts().size(), "plan") + " are in " + stores + ", ";
        };
        return found
                + Numerals.count(crossed) + " of these learned"
                + (diverged == 0 ? "" : ", " + Numerals.count(diverged) + " diverged")
                + (failed == 0 ? "" : ", " + Numerals.count(failed) + " failed")
                + ".";
    }

    private static List<String> headlines(ScalingAnswer answer) {
        List<String> lines = answer.headlines(ScalingAnswer.MOST_GROUPS);
        if (lines.size() <= MOST_HEADLINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_HEADLINES));
        shown.add("... and " + (lines.size() - MOST_HEADLINES) + " more in the report.");
        return shown;
    }

    private static List<Fact> provenance(StudyDesign design, Provenance provenance, Origin origin) {
        List<Fact> facts = new ArrayList<>();
        List<Part> parts = design.grid().parts();
        facts.add(new Fact(origin.stores().size() == 1 ? "Store" : "Stores", String.join(", ", origin.stores())));
        facts.add(new Fact(
                "Plans",
                switch (origin.extent()) {
                    case LAST_PLAN -> "the last one" + (origin.stores().size() == 1 ? "" : " of each store");
                    case EVERYTHING -> "all " + parts.size();
                }));
        origin.remarks().forEach(remark -> facts.add(new Fact("Choice of runs", remark)));
        facts.add(new Fact(
                "Seed",
                parts.stream()
                        .map(part -> Long.toString(part.plan().seed()))
                        .distinct()
                        .collect(Collectors.joining(", "))));
        facts.add(new Fact("Polylog", counted(provenance.versions())));
        facts.add(new Fact("Engines", counted(provenance.engines())));
        facts.add(new Fact("Numerics", counted(provenance.numerics())));
        facts.add(new Fact("Processor time", String.format(Locale.ROOT, "%,.0f s", provenance.cpuSeconds())));
        facts.add(new Fact(
                "Tables of results",
                ResultFiles.FOLDER + "/*.parquet and " + ResultFiles.FOLDER + "/*.csv beside this page"));
        return facts;
    }

    private static List<Configuration> configurations(Grid grid) {
        List<Part> parts = grid.parts();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Configuration(
                        parts.size() == 1
                                ? ""
                                : "Plan " + (i + 1)
                                        + (grid.stores().size() == 1
                                                ? ""
                                                : ", store "
                                                        + grid.stores()
                                                                .get(parts.get(i)
                                                                        .store())),
                        parts.get(i).plan().text()))
                .toList();
    }

    private static String counted(Map<String, Long> runs) {
        return runs.isEmpty()
                ? "–"
                : runs.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> entry.getKey() + " (" + Numerals.count(entry.getValue(), "run") + ")")
                        .collect(Collectors.joining(", "));
    }
}

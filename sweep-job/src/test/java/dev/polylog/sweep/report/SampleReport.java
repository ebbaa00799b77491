package dev.polylog.sweep.report;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.analysis.growth.Neuron;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.LocalSlope;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.scaling.Residual;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.Quantile;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Criterion.Observed;
import dev.polylog.sweep.evidence.Load;
import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.evidence.RunCost;
import dev.polylog.sweep.evidence.RunTenth;
import dev.polylog.sweep.report.figure.Alignment;
import dev.polylog.sweep.report.figure.AlongAxis;
import dev.polylog.sweep.report.figure.AngleHistogram;
import dev.polylog.sweep.report.figure.BlockGrowth;
import dev.polylog.sweep.report.figure.BoundaryMap;
import dev.polylog.sweep.report.figure.CostCheck;
import dev.polylog.sweep.report.figure.DistanceErrors;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.FittedLaw;
import dev.polylog.sweep.report.figure.Folded;
import dev.polylog.sweep.report.figure.LearnedBoundary;
import dev.polylog.sweep.report.figure.LearningCurves;
import dev.polylog.sweep.report.figure.LocalSlopes;
import dev.polylog.sweep.report.figure.MapCell;
import dev.polylog.sweep.report.figure.Measure;
import dev.polylog.sweep.report.figure.MeasuredGroup;
import dev.polylog.sweep.report.figure.ObservableCurves;
import dev.polylog.sweep.report.figure.ObservableSet;
import dev.polylog.sweep.report.figure.Overview;
import dev.polylog.sweep.report.figure.PhaseDiagram;
import dev.polylog.sweep.report.figure.PhaseStart;
import dev.polylog.sweep.report.figure.Residuals;
import dev.polylog.sweep.report.figure.SampleComplexity;
import dev.polylog.sweep.report.figure.Scaling;
import dev.polylog.sweep.report.figure.Series;
import dev.polylog.sweep.report.figure.SlowRuns;
import dev.polylog.sweep.report.figure.TextTable;
import dev.polylog.sweep.report.figure.TheoryGap;
import dev.polylog.sweep.report.figure.Utilisation;
import dev.polylog.trainer.run.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** A report of every figure, over numbers made up in the shape of those of a sweep, some of them not finite. */
final class SampleReport {
    static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

    private static final double[] DIMENSIONS = {64, 128, 256, 512, 1024, 2048};
    private static final List<String> GROUPS = List.of("inputs = gaussian", "inputs = boolean, label_noise = 0.05");
    private static final String ADDITIVE = "d (c0 + c1 log d)";
    private static final String POWER = "d^alpha log^beta d";

    private final Random random = new Random(7);

    static ReportContent content() {
        return new SampleReport().report(HOSTILE);
    }

    private ReportContent report(String name) {
        return new ReportContent(
                name,
                "240 runs in 12 cells, 24 November 2026",
                List.of("n* = d (c0 + c1 log d) with c1 = 88.3 (84.2 to 92.4), where theory has 78.7."),
                List.of(
                        "In 11 of 12 cells at least half of the runs reached a test error of 0.05; in the largest Gaussian cell"
                                + " 8 of 20 did within their budget.",
                        "Gaussian inputs: n*(d) = d (12.1 + 88.3 log d) fits best, and predicts the held-out largest dimension"
                                + " within 2 %. The growth argument predicts 78.7 for the slope; the measured 88.3 ± 4.1 is larger.",
                        "The power law d^1.21 fits the medians as well, but its residuals bend: an exponent between 1 and 2 is"
                                + " what a logarithm looks like over 1.5 decades."),
                List.of(
                        new Section("At a glance", List.of(), overview()),
                        new Section(
                                "Outcomes",
                                List.of(),
                                List.of(
                                        outcomes(),
                                        new Folded("More", "With d (c0 + c1 log d).", List.of(outcomes())))),
                        new Section("Learning curves", List.of(), learningCurves()),
                        new Section(
                                "Sample complexity",
                                List.of(
                                        "n* is the number of samples at the first of three checkpoints in a row at the target."),
                                complexity()),
                        new Section("Phase diagrams", List.of(), maps()),
                        new Section("Inside the network", List.of(), inside()),
                        new Section("Cost", List.of(), costs())),
                List.of("n* is the number of samples at the first of three checkpoints in a row at the target."),
                List.of("n*", ADDITIVE, "n* = " + ADDITIVE, "c1"),
                List.of(new Configuration(
                        "", "name = \"" + name.replace("\"", "\\\"") + "\"\nrun {\n  target = xor\n  width = 64\n}\n")),
                List.of(
                        new Fact("Polylog", "0.1.0"),
                        new Fact("Store", name),
                        new Fact("Engines", "projected (220 runs), dense (20 runs)"),
                        new Fact("Numerics", "5; JNIBLAS (OpenBLAS 0.3.31-1.5.13); amd64; 0f3a5c77d2b1"),
                        new Fact("Java", "25.0.3+9")));
    }

    private TextTable outcomes() {
        List<List<String>> rows = new ArrayList<>();
        for (String group : GROUPS) {
            for (double d : DIMENSIONS) {
                rows.add(List.of(
                        group,
                        String.format("%,.0f", d),
                        "20",
                        d > 2000 ? "8" : "20",
                        d > 2000 ? "12" : "–",
                        "0.0433"));
            }
        }
        return new TextTable(
                "Runs by cell",
                "An exhausted run spent its budget before it reached the target.",
                List.of("cell", "d", "runs", "reached", "exhausted", "median test error"),
                rows);
    }

    private static double needed(int group, double d) {
        return d * (group == 0 ? 12 + 88 * Math.log(d) : 5 + 40 * Math.log(d));
    }

    private List<Entry> learningCurves() {
        Map<Series, List<BandLevel>> curves = new LinkedHashMap<>();
        for (int group = 0; group < 2; group++) {
            for (double d : DIMENSIONS) {
                List<BandLevel> levels = new ArrayList<>();
                for (int i = 0; i <= 300; i++) {
                    long samples = Math.round(i * needed(group, d) / 240);
                    double place = samples / needed(group, d);
                    double error = 0.5 / (1 + Math.exp(14 * (place - 0.82)));
                    double floor = group == 1 && error < 0.002 ? 0 : error;
                    levels.add(error(samples, floor));
                    levels.add(loss(samples, i == 250 ? Double.NaN : 0.02 + 2.7 * error));
                }
                curves.put(new Series(GROUPS.get(group), Integer.toString((int) d), d), levels);
            }
        }
        return List.of(
                LearningCurves.of(Observed.TEST_ERROR, Scaling.SAMPLES, "d", curves, Map.of(), OptionalDouble.empty()),
                LearningCurves.of(Observed.TEST_LOSS, Scaling.SAMPLES, "d", curves, Map.of(), OptionalDouble.empty()),
                LearningCurves.of(
                        Observed.TEST_ERROR, Scaling.PER_DIMENSION, "d", curves, Map.of(), OptionalDouble.empty()),
                LearningCurves.of(
                        Observed.TEST_ERROR, Scaling.PER_D_LOG_D, "d", curves, Map.of(), OptionalDouble.empty()));
    }

    private static BandLevel loss(long samples, double middle) {
        return new BandLevel(
                0, "test_loss", samples, 20, middle * 0.8, middle * 0.93, middle, middle * 1.06, middle * 1.15);
    }

    private static BandLevel error(long samples, double middle) {
        return new BandLevel(
                0,
                "test_error",
                samples,
                20,
                middle * 0.6,
                middle * 0.85,
                middle,
                Math.min(0.5, middle * 1.2),
                samples == 0 ? Double.POSITIVE_INFINITY : Math.min(0.5, middle * 1.6));
    }

    private List<Entry> overview() {
        List<MeasuredGroup> measured = measured();
        List<FittedLaw> laws =
                laws().stream().filter(law -> !law.name().equals(POWER)).toList();
        return List.of(Overview.of(AlongAxis.DIMENSION, measured, laws), Overview.perDimension(measured, laws));
    }

    private List<Entry> complexity() {
        List<MeasuredGroup> measured = measured();
        List<FittedLaw> laws = laws();
        return List.of(
                SampleComplexity.of(AlongAxis.DIMENSION, measured, laws),
                SampleComplexity.perDimension(measured, laws),
                TheoryGap.of(AlongAxis.DIMENSION, measured, laws),
                LocalSlopes.of(AlongAxis.DIMENSION, measured),
                Residuals.of(AlongAxis.DIMENSION, laws));
    }

    private List<MeasuredGroup> measured() {
        List<MeasuredGroup> groups = new ArrayList<>();
        for (int group = 0; group < 2; group++) {
            List<CellFit> cells = new ArrayList<>();
            Map<Double, List<Crossing>> crossings = new LinkedHashMap<>();
            for (double d : DIMENSIONS) {
                double middle = needed(group, d);
                boolean late = group == 0 && d > 2000;
                double high = late ? Double.POSITIVE_INFINITY : middle * 1.1;
                Quantile median =
                        new Quantile(0.5, late ? Double.POSITIVE_INFINITY : middle, new Interval(middle * 0.9, high));
                cells.add(new CellFit(d, 20, late ? 8 : 20, 0, median, Optional.empty()));
                List<Crossing> runs = new ArrayList<>();
                for (int run = 0; run < 20; run++) {
                    double samples = middle * Math.exp(0.18 * random.nextGaussian());
                    runs.add(
                            late && samples > middle
                                    ? Crossing.after(middle)
                                    : Crossing.between(samples * 0.98, samples));
                }
                crossings.put(d, runs);
            }
            groups.add(new MeasuredGroup(GROUPS.get(group), cells, crossings, slopes(group)));
        }
        return groups;
    }

    private List<LocalSlope> slopes(int group) {
        List<LocalSlope> slopes = new ArrayList<>();
        for (int i = 1; i < DIMENSIONS.length; i++) {
            double slope = Math.log(needed(group, DIMENSIONS[i]) / needed(group, DIMENSIONS[i - 1])) / Math.log(2)
                    + 0.04 * random.nextGaussian();
            slopes.add(new LocalSlope(
                    DIMENSIONS[i - 1],
                    DIMENSIONS[i],
                    slope,
                    new Interval(slope - 0.08, i == 1 ? Double.POSITIVE_INFINITY : slope + 0.08)));
        }
        return slopes;
    }

    private List<FittedLaw> laws() {
        List<FittedLaw> laws = new ArrayList<>();
        for (int group = 0; group < 2; group++) {
            List<Prediction> sum = new ArrayList<>();
            List<Prediction> power = new ArrayList<>();
            List<Prediction> recursion = new ArrayList<>();
            List<Residual> small = new ArrayList<>();
            List<Residual> bent = new ArrayList<>();
            for (double d : DIMENSIONS) {
                double middle = needed(group, d);
                Interval around = new Interval(middle * 0.94, middle * 1.08);
                sum.add(new Prediction(d, middle * 1.01, around, around));
                double other = needed(group, 300) * Math.pow(d / 300, 1.2);
                power.add(new Prediction(d, other, Interval.UNBOUNDED, Interval.UNBOUNDED));
                Interval starts = new Interval(middle * 0.8, middle * 1.3);
                recursion.add(new Prediction(d, middle * 0.97, starts, starts));
                small.add(residual(d, 0.02 * random.nextGaussian()));
                bent.add(residual(d, Math.log(middle / other)));
            }
            laws.add(new FittedLaw(GROUPS.get(group), ADDITIVE, FittedLaw.Origin.FIT, sum, small));
            laws.add(new FittedLaw(
                    GROUPS.get(group), FittedLaw.RECURSION, FittedLaw.Origin.RECURSION, recursion, List.of()));
            laws.add(new FittedLaw(GROUPS.get(group), POWER, FittedLaw.Origin.FIT, power, bent));
        }
        return laws;
    }

    private static Residual residual(double d, double log) {
        return new Residual(d, log, new Interval(log - 0.05, log + 0.05));
    }

    private List<Entry> maps() {
        List<MapCell> success = new ArrayList<>();
        List<MapCell> samples = new ArrayList<>();
        List<MapCell> divergence = new ArrayList<>();
        String[] scales = {"0.01", "0.03", "0.1", "0.3", "1", "3"};
        String[] steps = {"0.03", "0.1", "0.3", "1", "3"};
        for (int y = 0; y < steps.length; y++) {
            for (int x = 0; x < scales.length; x++) {
                double share = Math.max(0, Math.min(1, 1.3 - 0.28 * x - 0.12 * Math.abs(y - 2)));
                success.add(new MapCell("", scales[x], steps[y], 20, share, share * 0.8, Math.min(1, share + 0.15)));
                double median = share < 0.5 ? Double.POSITIVE_INFINITY : 20_000 * Math.exp(x * 0.6 + 1.2 / (y + 1));
                samples.add(new MapCell("", scales[x], steps[y], 20, median, median * 0.9, median * 1.1));
                double diverged = y < 3 ? 0 : Math.min(1, 0.2 * (y - 2) * x);
                divergence.add(new MapCell("", scales[x], steps[y], 20, diverged, 0, Math.min(1, diverged + 0.16)));
            }
        }
        return List.of(
                PhaseDiagram.of(Measure.SUCCESS, "init_scale", "step_size", success),
                PhaseDiagram.of(Measure.SAMPLES, "init_scale", "step_size", samples),
                PhaseDiagram.of(Measure.DIVERGENCE, "init_scale", "step_size", divergence),
                PhaseDiagram.of(Measure.SUCCESS, "width", HOSTILE, List.of()));
    }

    /** Of the cells whose insides are shown, and of one with a name that nobody should have chosen. */
    private static String cell(int number) {
        return number < GROUPS.size() ? GROUPS.get(number) + ", d = 1024" : HOSTILE;
    }

    private List<Entry> inside() {
        List<BandLevel> levels = new ArrayList<>();
        List<PhaseStart> starts = new ArrayList<>();
        List<BlockStep> growth = new ArrayList<>();
        for (int group = 0; group < 2; group++) {
            double end = needed(group, 1024);
            starts.add(new PhaseStart(group, "heterogeneous", end * 0.45));
            starts.add(new PhaseStart(group, "heavy", end * 0.7));
            for (int i = 0; i <= 120; i++) {
                long samples = Math.round(i * end * 1.3 / 120);
                double place = samples / end;
                double mass = 0.0004 * Math.exp(7 * place) / (1 + 0.004 * Math.exp(6 * place));
                for (ObservableSet set : ObservableSet.values()) {
                    List<String> columns = set.columns();
                    for (int k = 0; k < columns.size(); k++) {
                        levels.add(level(group, columns.get(k), samples, value(columns.get(k), mass, place, k)));
                    }
                }
                for (String block : List.of("mu1_plus", "mu1_minus", "mu2_plus", "mu2_minus")) {
                    double predicted = 0.4 * random.nextDouble();
                    growth.add(step(group, block, predicted, predicted + 0.03 * random.nextGaussian()));
                }
            }
        }
        growth.add(step(0, "mu1_plus", Double.NaN, Double.POSITIVE_INFINITY));
        return List.of(
                ObservableCurves.of(ObservableSet.NORMS, levels, List.of(), starts, SampleReport::cell),
                ObservableCurves.of(ObservableSet.MASSES, levels, List.of(), starts, SampleReport::cell),
                ObservableCurves.of(ObservableSet.IMBALANCE, levels, List.of(), List.of(), SampleReport::cell),
                ObservableCurves.of(ObservableSet.MARGINS, levels, List.of(), starts, SampleReport::cell),
                Alignment.of(neurons(), cell -> ""),
                AngleHistogram.of(neurons(), cell -> ""),
                BoundaryMap.of(boundaries(), SampleReport::cell),
                DistanceErrors.of(tenths(), SampleReport::cell),
                BlockGrowth.of(growth, List.of(), SampleReport::cell));
    }

    private static BlockStep step(int cell, String block, double predicted, double measured) {
        return new BlockStep("5059eac88722dd0e7768ecf9c328f182", cell, block, 10, 20, predicted, measured, Double.NaN);
    }

    private static double value(String column, double mass, double place, int k) {
        return switch (column) {
            case "residual_mass" -> 0.01 * (1 + place);
            case "block_imbalance" -> place < 0.1 ? Double.POSITIVE_INFINITY : 2.5 * Math.exp(-2 * place);
            case "opposite_norm" -> 0.003 * Math.exp(-2 * place) + 1e-4;
            case "perpendicular_norm" -> 0.1;
            case "signal_norm" -> 0.1 * Math.sqrt(mass * 20);
            case "output_norm" -> 0.1 + mass / 10;
            case "margin_min" -> mass * 0.8;
            case "margin_max" -> mass * 1.3;
            default -> mass * (0.9 + 0.1 * k);
        };
    }

    private static BandLevel level(int cell, String observable, long samples, double value) {
        return new BandLevel(
                cell, observable, samples, 20, value * 0.9, value * 0.93, value, value * 1.07, value * 1.1);
    }

    private static List<LearnedBoundary> boundaries() {
        return List.of(
                new LearnedBoundary(0, 30_000, (x1, x2) -> 0.1 * x1 - x1 * x2 - 0.05, (x1, x2) -> -x1 * x2),
                new LearnedBoundary(1, 30_000, (x1, x2) -> x2 - 0.875 * x1, (x1, x2) -> x2 - Math.sin(x1)));
    }

    private List<RunTenth> tenths() {
        List<RunTenth> tenths = new ArrayList<>();
        for (int cell = 0; cell < 2; cell++) {
            for (int replicate = 0; replicate < 9; replicate++) {
                for (int step : new int[] {2000, 8000, 30_000}) {
                    for (int tenth = 1; tenth <= 10; tenth++) {
                        double error = 0.4 * Math.exp(-(tenth - 1) * Math.log10(step / 200.0)) * random.nextDouble();
                        tenths.add(new RunTenth(cell, replicate, step, tenth, tenth - 1, tenth, 400, error));
                    }
                }
            }
        }
        return tenths;
    }

    private List<NeuronRow> neurons() {
        List<NeuronRow> neurons = new ArrayList<>();
        for (int step : new int[] {0, 2000, 8000, 30_000}) {
            double reach = 0.05 + step / 12_000.0;
            for (int j = 0; j < 200; j++) {
                double sign = j % 2 == 0 ? 1 : -1;
                double towards = (random.nextBoolean() ? 1 : -1) * reach * (0.3 + random.nextDouble()) / Math.sqrt(2);
                neurons.add(new NeuronRow(
                        0,
                        step,
                        new Neuron(
                                sign * reach,
                                towards + 0.05 * random.nextGaussian(),
                                -sign * towards + 0.05 * random.nextGaussian())));
            }
        }
        neurons.add(new NeuronRow(0, 0, new Neuron(1, Double.NaN, 1)));
        return neurons;
    }

    private List<Entry> costs() {
        Map<RunCost, Double> plan = new LinkedHashMap<>();
        List<Load> load = new ArrayList<>();
        for (int run = 0; run < 240; run++) {
            double predicted = Math.exp(-3 + 6 * random.nextDouble());
            plan.put(
                    new RunCost(
                            "run" + run,
                            0,
                            run % 6 == 0 ? HOSTILE : "projected",
                            Outcome.Kind.REACHED,
                            predicted * Math.exp(0.2 * random.nextGaussian()),
                            100),
                    predicted);
        }
        for (int i = 0; i <= 100; i++) {
            load.add(new Load(9.0 * i, i < 80 ? 8 - i % 3 % 2 : Math.max(0, 8 - (i - 80) / 2.0)));
        }
        List<RunCost> slow = List.of(
                new RunCost("5059eac88722dd0e7768ecf9c328f182", 0, "projected", Outcome.Kind.EXHAUSTED, 41.2, 100),
                new RunCost("0d2b7c5c1e9fd2a7714bb1f90ad4c2f5", 2, "dense", Outcome.Kind.REACHED, 12.3, 100));
        return List.of(
                CostCheck.of(List.copyOf(plan.keySet()), cost -> plan.getOrDefault(cost, Double.NaN)),
                Utilisation.of(load),
                SlowRuns.of(slow, cost -> cost.cell() == 0 ? 39.8 : Double.NaN, SampleReport::cell));
    }
}

package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.KolmogorovSmirnov;
import dev.polylog.trainer.random.StreamKey;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The special coordinates have the law, and for axes the numbers, of all of them. */
class EigenspacesTest {
    private static final int KEYS = 1000;
    private static final double FALSE_ALARM = 1e-5;

    private static Task task(Covariance covariance, Basis basis, int d, InputLaw inputs) {
        return new Task(
                new TargetFunction.Xor(),
                inputs,
                0.5,
                d,
                0,
                covariance,
                1.5,
                basis,
                Basis.AXES,
                0,
                Labels.PLUS_MINUS,
                0);
    }

    static Stream<Arguments> tasks() {
        return Stream.of(new Covariance.Spiked(), new Covariance.TwoLevel(), new Covariance.Equicorrelated())
                .flatMap(covariance -> Stream.of(2, 3, 5, 6, 30)
                        .flatMap(d -> Stream.of(new InputLaw.Gaussian(), new InputLaw.Clusters())
                                .map(inputs -> Arguments.of(covariance, d, inputs))));
    }

    /** Products of two rows of A: covariances of the coordinates of the label. */
    private static double[] seen(double[] root, int columns) {
        double[] products = new double[3];
        for (int c = 0; c < columns; c++) {
            products[0] += root[c] * root[c];
            products[1] += root[c] * root[columns + c];
            products[2] += root[columns + c] * root[columns + c];
        }
        return products;
    }

    private static double[] whole(Task task, StreamKey key) {
        float[] rows = new float[2 * task.rowLength()];
        rows[0] = 1;
        rows[task.rowLength() + 1] = 1;
        task.coloring(key).color(rows, 2);
        double[] numbers = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            numbers[i] = rows[i];
        }
        return seen(numbers, task.rowLength());
    }

    private static double traceOfSquare(Task task, StreamKey key) {
        Eigenspaces eigenspaces = Eigenspaces.of(task);
        double trace = 0;
        for (double number : eigenspaces.root(key)) {
            trace += number * number;
        }
        long dimensions = eigenspaces.special();
        for (Level level : eigenspaces.outside()) {
            trace += level.dimension() * level.scale() * level.scale();
            dimensions += level.dimension();
        }
        assertThat(dimensions).isEqualTo(task.d());
        return trace;
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void onAxesLabelsSeeTheCovariance(Covariance covariance, int d, InputLaw inputs) {
        StreamKey key = new StreamKey(1, d);
        Task task = task(covariance, Basis.AXES, d, inputs);
        Eigenspaces eigenspaces = Eigenspaces.of(task);
        double[] expected = whole(task, key);
        double[] actual = seen(eigenspaces.root(key), eigenspaces.special());
        for (int i = 0; i < 3; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5));
        }
        double variance = inputs instanceof InputLaw.Clusters ? 0.25 : 1;
        assertThat(traceOfSquare(task, key)).isCloseTo(variance * d, within(1e-5 * d));
    }

    /** Two-sample tests of three products in 30 cases: at most one false alarm in 1000 (Bonferroni). */
    @ParameterizedTest
    @MethodSource("tasks")
    void turnedEigenvectorsHaveTheirLaw(Covariance covariance, int d, InputLaw inputs) {
        Task task = task(covariance, Basis.ROTATED, d, inputs);
        Eigenspaces eigenspaces = Eigenspaces.of(task);
        double[][] expected = new double[3][KEYS];
        double[][] actual = new double[3][KEYS];
        for (int i = 0; i < KEYS; i++) {
            double[] whole = whole(task, new StreamKey(1, i));
            double[] special = seen(eigenspaces.root(new StreamKey(2, i)), eigenspaces.special());
            for (int k = 0; k < 3; k++) {
                expected[k][i] = Math.round(whole[k] * 1e4);
                actual[k][i] = Math.round(special[k] * 1e4);
            }
        }
        for (int k = 0; k < 3; k++) {
            assertThat(KolmogorovSmirnov.statistic(expected[k], actual[k]))
                    .isLessThan(KolmogorovSmirnov.bound(FALSE_ALARM));
        }
        double variance = inputs instanceof InputLaw.Clusters ? 0.25 : 1;
        assertThat(traceOfSquare(task, new StreamKey(3, 4))).isCloseTo(variance * d, within(1e-4 * d));
    }
}

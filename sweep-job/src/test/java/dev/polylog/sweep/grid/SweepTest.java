package dev.polylog.sweep.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Literal;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final long[] DIMENSIONS = {8, 16, 32};
    private static final long[] WIDTHS = {4, 12};
    private static final long[] PATIENCE = {1, 2, 3, 4, 5};
    private static final double[] NOISE = {0, 0.1};

    /** d, width zipped with noise, patience; the batch is 4 d and there are 64 / d runs unless the width is above d. */
    private static final Sweep SWEEP = Sweep.of(new SweepDefinition(
            "oracle",
            9,
            List.of(new Setting.Formula<>(Fields.BATCH_SIZE, FieldNames.number("4 * d"))),
            List.of(
                    line(Fields.PATIENCE, PATIENCE),
                    new Axis.Zip(List.of(
                            new Axis.Line<>(
                                    Fields.LABEL_NOISE,
                                    Arrays.stream(NOISE)
                                            .mapToObj(q -> constant(Fields.LABEL_NOISE, q))
                                            .toList()),
                            line(Fields.WIDTH, WIDTHS))),
                    line(Fields.D, DIMENSIONS)),
            List.of(FieldNames.condition("width > d")),
            FieldNames.number("64 / d")));

    @Test
    void isTheNestedLoop() {
        int cell = 0;
        for (long d : DIMENSIONS) {
            for (int zip = 0; zip < WIDTHS.length; zip++) {
                for (long patience : PATIENCE) {
                    assertThat(SWEEP.replicates(cell)).isEqualTo(WIDTHS[zip] > d ? 0 : (int) (64 / d));
                    Settings settings = Settings.defaults()
                            .with(Fields.D, d)
                            .with(Fields.WIDTH, Width.of((int) WIDTHS[zip]))
                            .with(Fields.LABEL_NOISE, NOISE[zip])
                            .with(Fields.PATIENCE, patience)
                            .with(Fields.BATCH_SIZE, 4 * d);
                    RunSpec expected = RunSpec.of(settings, 9, 3);
                    assertThat(SWEEP.spec(cell, 3)).isEqualTo(expected);
                    assertThat(RunIdentity.of(SWEEP.spec(cell, 3))).isEqualTo(RunIdentity.of(expected));
                    assertThat(SWEEP.labels(cell))
                            .containsExactly(
                                    Long.toString(d),
                                    Long.toString(WIDTHS[zip]),
                                    zip == 0 ? "0" : "0.1",
                                    Long.toString(patience));
                    cell++;
                }
            }
        }
        assertThat(SWEEP.cells()).isEqualTo(cell);
        assertThat(SWEEP.varying()).containsExactly("d", "width", "label_noise", "patience");
    }

    @Test
    void refusesOtherCells() {
        assertThatThrownBy(() -> SWEEP.replicates(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> SWEEP.spec(SWEEP.cells(), 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void countsRuns() {
        SweepCheck check = SweepCheck.of(SWEEP);
        assertThat(check.runs()).isEqualTo(5 * 8 + 10 * 4 + 10 * 2);
        assertThat(check.failed()).isZero();
    }

    @Test
    void anExcludedCellNeedsNoValidValues() {
        Sweep thirds = Sweep.of(new SweepDefinition(
                "thirds",
                1,
                List.of(new Setting.Formula<>(Fields.WIDTH, FieldNames.number("d / 3"))),
                List.of(line(Fields.D, 6, 7, 9)),
                List.of(FieldNames.condition("width != floor(width)")),
                FieldNames.number("1")));
        assertThat(SweepCheck.of(thirds).failed()).isZero();
        assertThat(thirds.replicates(1)).isZero();
        assertThat(thirds.spec(2, 0).width()).isEqualTo(3);
        assertThatThrownBy(() -> thirds.settings(1))
                .isInstanceOf(InvalidCellException.class)
                .hasMessageContaining("from d / 3 where d = 7");
    }

    @Test
    void refusesCyclesThroughAxes() {
        SweepDefinition definition = new SweepDefinition(
                "cycle",
                1,
                List.of(new Setting.Formula<>(Fields.WIDTH, FieldNames.number("d"))),
                List.of(new Axis.Line<>(
                        Fields.D,
                        List.of(constant(Fields.D, 8L), new Setting.Formula<>(Fields.D, FieldNames.number("width"))))),
                List.of(),
                FieldNames.number("1"));
        assertThatThrownBy(() -> Sweep.of(definition)).hasMessageContaining("width -> d -> width");
    }

    @Test
    void productsAreExact() {
        long[] many = LongStream.rangeClosed(2, 100_001).toArray();
        List<Axis> axes = List.of(
                line(Fields.D, many),
                line(Fields.WIDTH, many),
                line(Fields.PATIENCE, many),
                line(Fields.TEST_SIZE, many));
        assertThatThrownBy(() -> new SweepDefinition("big", 1, List.of(), axes, List.of(), FieldNames.number("1")))
                .hasMessageContaining("100000 d x 100000 width x 100000 patience x 100000 test-size")
                .hasMessageContaining("= 100000000000000000000 cells");
    }

    private static <T> Axis.Line<T> line(Field<T> field, long... values) {
        return new Axis.Line<>(
                field,
                Arrays.stream(values)
                        .mapToObj(value ->
                                constant(field, field.kind().read(new Literal.OfNumber(BigDecimal.valueOf(value)))))
                        .toList());
    }

    private static <T> Setting<T> constant(Field<T> field, T value) {
        return Setting.Constant.of(field, value);
    }
}

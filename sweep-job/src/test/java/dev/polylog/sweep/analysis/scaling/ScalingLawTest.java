package dev.polylog.sweep.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingLawTest {
    private static final Additive PREDICTED = Additive.given(50, 0.5);

    /** Each law with the laws that it is a special case of, written out from their formulas. */
    private static final Map<ScalingLaw, List<ScalingLaw>> GENERAL = Map.of(
            PowerLaw.LINEAR,
            List.of(Additive.LOG, PowerLaw.POWER, Additive.LOG_SQUARED, PowerLaw.POWER_LOG),
            PowerLaw.LINEAR_LOG,
            List.of(Additive.LOG, Additive.LOG_SQUARED, PowerLaw.POWER_LOG),
            PowerLaw.LINEAR_LOG_SQUARED,
            List.of(Additive.LOG_SQUARED, PowerLaw.POWER_LOG),
            PowerLaw.QUADRATIC,
            List.of(PowerLaw.POWER, PowerLaw.POWER_LOG),
            PowerLaw.POWER,
            List.of(PowerLaw.POWER_LOG),
            PowerLaw.POWER_LOG,
            List.of(),
            Additive.LOG,
            List.of(Additive.LOG_SQUARED),
            Additive.LOG_SQUARED,
            List.of(),
            PREDICTED,
            List.of(Additive.LOG_SQUARED));

    @Test
    void specialCasesFollowFromTheParameters() {
        List<ScalingLaw> laws = new ArrayList<>(ScalingLaw.all());
        laws.add(PREDICTED);
        assertThat(GENERAL.keySet()).containsExactlyInAnyOrderElementsOf(laws);
        GENERAL.forEach((law, general) -> assertThat(laws.stream().filter(law::isSpecialCaseOf))
                .as("%s", law)
                .containsExactlyElementsOf(general));
    }

    @Test
    void formulasSayWhatIsFree() {
        assertThat(ScalingLaw.all())
                .extracting(ScalingLaw::toString)
                .containsExactly(
                        "c d",
                        "c d log d",
                        "c d log^2 d",
                        "c d^2",
                        "d (c0 + c1 log d)",
                        "c d^alpha",
                        "d (c0 + c1 log d + c2 log^2 d)",
                        "c d^alpha log^beta d");
        assertThat(PREDICTED).hasToString("d (c0 + 50.00 log d + 0.5000 log^2 d)");
        assertThat(PowerLaw.fixed(1.5, 1)).hasToString("c d^1.5 log d");
        assertThat(ScalingLaw.all())
                .extracting(ScalingLaw::parameters)
                .containsExactly(
                        List.of("c"),
                        List.of("c"),
                        List.of("c"),
                        List.of("c"),
                        List.of("c0", "c1"),
                        List.of("c", "alpha"),
                        List.of("c0", "c1", "c2"),
                        List.of("c", "alpha", "beta"));
    }

    @Test
    void termsAreThoseOfTheFormula() {
        double x = 64;
        double log = StrictMath.log(x);
        assertThat(PowerLaw.LINEAR_LOG_SQUARED.offset(x)).isEqualTo(log + 2 * StrictMath.log(log));
        assertThat(PowerLaw.POWER_LOG.offset(x)).isZero();
        assertThat(PowerLaw.POWER_LOG.features(x)).containsExactly(1, log, StrictMath.log(log));
        assertThat(Additive.LOG_SQUARED.features(x)).containsExactly(1, log, log * log);
        assertThat(PREDICTED.features(x)).containsExactly(1);
        assertThat(PREDICTED.fixedTerm(x)).isEqualTo(50 * log + 0.5 * (log * log));
        assertThat(PowerLaw.LINEAR.offset(0.5)).isEqualTo(StrictMath.log(0.5));
        assertThat(ScalingLaw.all())
                .extracting(ScalingLaw::infimum)
                .containsExactly(0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0);
    }

    @Test
    void refusesWhatIsNoLaw() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Additive.given(0, 1))
                .withMessage("Invalid given coefficient: 0.0 (expected a positive number)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Additive(0, List.of()))
                .withMessage("Invalid degree of a law: 0 (expected at least 1)");
    }
}

package dev.polylog.trainer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.Matrices;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalAnglesTest {
    /** Lines and planes turned by known angles in planes that are orthogonal to each other, whatever spans them. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-8, 1e-3, 0.5, Math.PI / 4, 1, 1.57, Math.PI / 2})
    void anglesAreThoseByWhichASubspaceWasTurned(double angle) {
        int d = 9;
        double[][] a = new double[d][3];
        double[][] b = new double[d][2];
        a[0][0] = 1;
        a[1][1] = 1;
        a[2][2] = 1;
        b[0][0] = Math.cos(0.3);
        b[3][0] = Math.sin(0.3);
        b[1][1] = Math.cos(angle);
        b[4][1] = Math.sin(angle);
        Random random = new Random(1);
        double[][] turned = Matrices.normals(random, d, d);
        double[][] q = Matrices.of(Dense.orthonormal(Matrices.flat(turned), d, d), d, d);
        double[][] first = Matrices.product(q, Matrices.product(a, Matrices.normals(random, 3, 3)));
        double[][] second = Matrices.product(q, Matrices.product(b, Matrices.normals(random, 2, 2)));
        double[] angles = PrincipalAngles.between(Matrices.flat(first), 3, Matrices.flat(second), 2);
        assertThat(angles).hasSize(2);
        assertThat(angles[0]).isCloseTo(Math.min(0.3, angle), within(1e-14));
        assertThat(angles[1]).isCloseTo(Math.max(0.3, angle), within(1e-14));
        assertThat(PrincipalAngles.between(Matrices.flat(second), 2, Matrices.flat(first), 3))
                .containsExactly(angles);
    }

    @Test
    void aSubspaceHasNoAngleToItself() {
        double[] a = Matrices.flat(Matrices.normals(new Random(2), 20, 4));
        for (double angle : PrincipalAngles.between(a, 4, a, 4)) {
            assertThat(angle).isCloseTo(0, within(1e-14));
        }
    }
}

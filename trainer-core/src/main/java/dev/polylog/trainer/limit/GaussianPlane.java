package dev.polylog.trainer.limit;

import java.util.ArrayList;
import java.util.List;

/**
 * Two normal coordinates. In polar coordinates the label changes at the diagonals, and neurons turn on near the axes: between
 * them nodes are those of Legendre in the angle, and of the Gauss rule of {@code r exp(-r^2/2)} in the radius.
 *
 * @param angles nodes in an eighth of the circle
 * @param radii nodes in the radius
 */
public record GaussianPlane(int angles, int radii) implements LabelPlane {
    private static final double SQRT2 = Math.sqrt(2);
    /** {@code 2 / (pi sqrt(2 pi))}. */
    private static final double K = 2 / Math.PI * NormalLaw.DENSITY_AT_ZERO;

    private static final int HALF_OF_THE_SECTORS = 4;
    /** Beyond, the law has a mass below 1e-31. */
    private static final double LARGEST_RADIUS = 12;

    /** As many nodes as are enough: twice as many move the samples to a target by less than one in a thousand. */
    public static GaussianPlane usual() {
        return new GaussianPlane(10, 12);
    }

    @Override
    public List<Node> nodes() {
        GaussRule radius = GaussRule.of(radii, 0, LARGEST_RADIUS, r -> r * StrictMath.exp(-r * r / 2));
        List<Node> nodes = new ArrayList<>();
        for (int sector = 0; sector < HALF_OF_THE_SECTORS; sector++) {
            GaussRule angle = GaussRule.uniform(angles, sector * Math.PI / 4, (sector + 1) * Math.PI / 4);
            int label = sector == 0 || sector == HALF_OF_THE_SECTORS - 1 ? 1 : -1;
            for (int i = 0; i < angles; i++) {
                for (int k = 0; k < radii; k++) {
                    nodes.add(new Node(
                            radius.node(k) * StrictMath.cos(angle.node(i)),
                            radius.node(k) * StrictMath.sin(angle.node(i)),
                            angle.weight(i) * radius.weight(k) / (2 * HALF_OF_THE_SECTORS),
                            label));
                }
            }
        }
        return nodes;
    }

    @Override
    public void meansOfLabel(double s1, double s2, double sigma, double[] out, int at) {
        // Along e1 and e2, where the label is a product of signs.
        double w1 = (s1 + s2) / SQRT2;
        double w2 = (s2 - s1) / SQRT2;
        double squares = w1 * w1 + w2 * w2 + sigma * sigma;
        double norm = Math.sqrt(squares);
        double tail1 = Math.sqrt(w1 * w1 + sigma * sigma);
        double tail2 = Math.sqrt(w2 * w2 + sigma * sigma);
        double arc = StrictMath.asin(Math.max(-1, Math.min(1, w1 / tail1 * (w2 / tail2))));
        double g1 = K * (w1 / norm * arc - StrictMath.atan2(w2, sigma));
        double g2 = K * (w2 / norm * arc - StrictMath.atan2(w1, sigma));
        out[at] = (g1 - g2) / SQRT2;
        out[at + 1] = (g1 + g2) / SQRT2;
        out[at + 2] = K * arc / norm;
    }

    @Override
    public double growth() {
        return (SQRT2 - 1) * NormalLaw.DENSITY_AT_ZERO;
    }
}

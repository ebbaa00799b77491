package dev.polylog.trainer.limit;

import java.util.List;

/** Two signs: z is one of the four points {@code (+-sqrt 2, 0)}, {@code (0, +-sqrt 2)}. */
public record BooleanPlane() implements LabelPlane {
    private static final double SQRT2 = Math.sqrt(2);

    @Override
    public List<Node> nodes() {
        return List.of(new Node(SQRT2, 0, 0.25, 1), new Node(0, SQRT2, 0.25, -1));
    }

    @Override
    public void meansOfLabel(double s1, double s2, double sigma, double[] out, int at) {
        double x1 = SQRT2 * s1 / sigma;
        double x2 = SQRT2 * s2 / sigma;
        out[at] = SQRT2 / 2 * NormalLaw.half(x1);
        out[at + 1] = -SQRT2 / 2 * NormalLaw.half(x2);
        out[at + 2] = (NormalLaw.density(x1) - NormalLaw.density(x2)) / (2 * sigma);
    }

    @Override
    public double growth() {
        return SQRT2 / 4;
    }
}

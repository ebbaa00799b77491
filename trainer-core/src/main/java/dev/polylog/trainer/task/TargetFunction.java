package dev.polylog.trainer.task;

/** The hidden function: a label in {-1, +1} that depends on the first few coordinates of the input alone. */
public sealed interface TargetFunction permits TargetFunction.Xor {

    /** Number of leading coordinates that the label depends on. */
    int coordinates();

    /** The label of the input that starts at {@code offset}. */
    int label(float[] inputs, int offset);

    /**
     * {@code y = -sign(x1 x2)}; on the Boolean cube this is {@code y = -x1 x2}. Its cluster centres are
     * {@code +-mu1 = +-(e1 - e2)} with label +1 and {@code +-mu2 = +-(e1 + e2)} with label -1.
     */
    record Xor() implements TargetFunction {
        @Override
        public int coordinates() {
            return 2;
        }

        @Override
        public int label(float[] inputs, int offset) {
            return inputs[offset] * inputs[offset + 1] > 0 ? -1 : 1;
        }

        @Override
        public String toString() {
            return "xor";
        }
    }
}

package dev.polylog.trainer.network;

/** The second layer: trained, or the same number for ever. */
public sealed interface Output permits Output.Trained, Output.Fixed {

    /** Trained from its first weights. */
    record Trained() implements Output {
        @Override
        public String toString() {
            return "trained";
        }
    }

    /**
     * Every output weight is the same and stays.
     *
     * @param value a, finite and not 0
     */
    record Fixed(double value) implements Output {
        public static final double USUAL_VALUE = 1;

        public Fixed {
            if (!(value != 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException(
                        "Invalid output-value: " + value + " (expected a number other than 0)");
            }
        }

        @Override
        public String toString() {
            return "fixed";
        }
    }
}

package dev.polylog.sweep.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The numbers under which a claim is true: an interval with its ends, one of which may be infinite. */
public sealed interface Relation {
    /** What a relation is called in a sweep file. */
    List<String> NAMES = List.of("above", "below", "between");

    double least();

    double most();

    /** In five digits: bounds may be formulas, of more than anyone reads. */
    private static String shown(BigDecimal bound) {
        return bound.round(new MathContext(5)).toPlainString();
    }

    record Above(BigDecimal bound) implements Relation {
        @Override
        public double least() {
            return bound.doubleValue();
        }

        @Override
        public double most() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public String toString() {
            return "above " + shown(bound);
        }
    }

    record Below(BigDecimal bound) implements Relation {
        @Override
        public double least() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public double most() {
            return bound.doubleValue();
        }

        @Override
        public String toString() {
            return "below " + shown(bound);
        }
    }

    record Between(BigDecimal from, BigDecimal to) implements Relation {
        public Between {
            if (from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("Invalid between: [" + from + ", " + to
                        + "] (expected two numbers, the first below the second)");
            }
        }

        @Override
        public double least() {
            return from.doubleValue();
        }

        @Override
        public double most() {
            return to.doubleValue();
        }

        @Override
        public String toString() {
            return "between " + shown(from) + " and " + shown(to);
        }
    }
}

package dev.polylog.trainer.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Factors that are multiplied from left to right. That equal ones make a square is what lets {@code 1 / (1 + x1 * x1)} pass.
 */
record Product(List<Numeric> factors, Numeric.Operation whole) {

    static Product of(Numeric.Operation last) {
        Deque<Numeric> factors = new ArrayDeque<>();
        Numeric rest = last;
        while (rest instanceof Numeric.Operation operation && operation.operator() == Operator.TIMES) {
            factors.addFirst(operation.right());
            rest = operation.left();
        }
        factors.addFirst(rest);
        return new Product(List.copyOf(factors), last);
    }

    /** The range; each factor is looked at once, which keeps nested products linear. */
    Interval range() {
        Interval product = Interval.of(1);
        Map<String, Integer> ofEitherSign = new HashMap<>();
        for (Numeric factor : factors) {
            Interval range = factor.range();
            product = product.times(range);
            if (product.isTooLarge()) {
                throw Fault.tooLarge(whole.column(), whole);
            }
            if (range.low() < 0) {
                ofEitherSign.merge(factor.toString(), 1, Integer::sum);
            }
        }
        return ofEitherSign.values().stream().allMatch(times -> times % 2 == 0) ? product.notNegative() : product;
    }
}

package dev.polylog.trainer.task;

import dev.polylog.trainer.expression.Variable;
import dev.polylog.trainer.expression.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/** The leading coordinates of an input as formulas name them, from x1. */
final class Coordinates implements Vocabulary {
    static final int MOST = 16;

    private static final List<Variable> ALL = IntStream.range(0, MOST)
            .<Variable>mapToObj(i -> new Variable.OfNumber("x" + (i + 1), i))
            .toList();

    @Override
    public String noun() {
        return "coordinate";
    }

    @Override
    public List<Variable> variables() {
        return ALL;
    }

    @Override
    public String expected() {
        return "x1 to x" + MOST;
    }
}

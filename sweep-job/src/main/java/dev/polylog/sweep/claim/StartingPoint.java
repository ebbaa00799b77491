package dev.polylog.sweep.claim;

import dev.polylog.sweep.evidence.RunStart;
import java.util.Arrays;
import java.util.List;

/** Which of the four points are dead at the start of a run: no neuron is active there. */
enum StartingPoint {
    DEAD_CLASS_1("dead-class-1"),
    DEAD_CLASS_0("dead-class-0"),
    NONE_DEAD("none-dead");

    static final List<String> WORDS =
            Arrays.stream(values()).map(start -> start.word).toList();

    private final String word;

    StartingPoint(String word) {
        this.word = word;
    }

    /** @param word one of {@link #WORDS} */
    static StartingPoint named(String word) {
        return values()[WORDS.indexOf(word)];
    }

    boolean holds(RunStart start) {
        return switch (this) {
            case DEAD_CLASS_1 -> start.deadClass1() > 0;
            case DEAD_CLASS_0 -> start.deadClass1() == 0 && start.deadClass0() > 0;
            case NONE_DEAD -> start.deadClass1() == 0 && start.deadClass0() == 0;
        };
    }
}

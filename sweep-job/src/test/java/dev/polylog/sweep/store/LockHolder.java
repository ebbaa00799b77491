package dev.polylog.sweep.store;

import java.io.IOException;

/** A driver in a process of its own: opens a store, says so, and waits to be killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (StoreSession session = SmallRuns.open(arguments[0])) {
            System.out.println("epoch " + session.epoch());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}

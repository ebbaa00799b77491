package dev.polylog.sweep.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;

/**
 * Where messages go.
 *
 * <p>A virtual machine that uses an incubator module says so on descriptor 2 before any of our code runs, and cannot be
 * told not to. So the launcher puts a filter for that line there, and hands over the real standard error as another
 * descriptor. What this program says takes that one, because a filter may still hold the last words when the process ends.
 */
final class StandardError {
    private static final String DESCRIPTOR = "polylog.stderr";

    private StandardError() {}

    static void use() {
        Integer descriptor = Integer.getInteger(DESCRIPTOR);
        if (descriptor == null) {
            return;
        }
        try {
            // Opening /dev/fd/N instead would write from the start of a file that standard output shares.
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            System.setErr(new PrintStream(new FileOutputStream(constructor.newInstance(descriptor.intValue())), true));
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println("polylog: messages may be late (" + e + ")");
        }
    }
}

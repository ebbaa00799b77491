package dev.polylog.sweep.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.jspecify.annotations.Nullable;

/**
 * One driver per store. On a local disk the operating system holds the lock and releases it with the process, however that
 * ends; elsewhere an owner file says whose the store is.
 */
sealed interface StoreLock extends AutoCloseable {

    @Override
    void close() throws IOException;

    /** The same lock after its store was renamed. */
    StoreLock movedTo(Layout layout);

    static StoreLock acquire(Layout layout, StoreFiles files, Takeover takeover) throws IOException {
        if (layout.isLocal()) {
            try {
                return LocalLock.acquire(layout.localRoot());
            } catch (NoLocksException e) {
                // A disk of the network that looks like a local one.
            }
        }
        return OwnerFile.acquire(layout, files, takeover);
    }

    /** Who holds the lock now, if anybody does. */
    static Optional<String> holder(Layout layout, StoreFiles files) throws IOException {
        if (layout.isLocal()) {
            try {
                return LocalLock.holder(layout.localRoot());
            } catch (NoLocksException e) {
                // The owner file tells.
            }
        }
        org.apache.hadoop.fs.Path owner = layout.ownerFile();
        return files.exists(owner) ? Optional.of(files.read(owner).strip()) : Optional.empty();
    }

    /**
     * A lock of the operating system. Drivers compete for the first byte of the file; the second tells readers that there
     * is a driver, so that a reader who looks never stands in the way of a driver.
     */
    record LocalLock(Path file, FileChannel channel) implements StoreLock {
        private static final long DRIVER = 0;
        private static final long SIGN = 1;

        /** POSIX drops the locks of a process when it closes any channel of the file, so these are not opened again. */
        private static final Set<Path> HELD = new HashSet<>();

        static Optional<String> holder(Path folder) throws IOException {
            if (!Files.isReadable(folder.resolve(Layout.LOCK))) {
                return Optional.empty();
            }
            Path file = folder.toRealPath().resolve(Layout.LOCK);
            synchronized (HELD) {
                if (HELD.contains(file)) {
                    return Optional.of(process());
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    boolean free = tryLock(channel, SIGN, true) != null;
                    return free ? Optional.empty() : Optional.of(owner(channel));
                }
            }
        }

        static LocalLock acquire(Path folder) throws IOException {
            Path file = folder.toRealPath().resolve(Layout.LOCK);
            synchronized (HELD) {
                if (HELD.contains(file)) {
                    throw refusal(folder, process());
                }
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                try {
                    if (tryLock(channel, DRIVER, false) == null) {
                        String owner = owner(channel);
                        channel.close();
                        throw refusal(folder, owner);
                    }
                } catch (NoLocksException e) {
                    channel.close();
                    throw e;
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap((process() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
                channel.lock(SIGN, 1, false);
                HELD.add(file);
                return new LocalLock(file, channel);
            }
        }

        private static @Nullable FileLock tryLock(FileChannel channel, long at, boolean shared) throws IOException {
            try {
                return channel.tryLock(at, 1, shared);
            } catch (OverlappingFileLockException e) {
                return null;
            } catch (IOException e) {
                throw new NoLocksException(e);
            }
        }

        private static String owner(FileChannel channel) throws IOException {
            channel.position(0);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8).strip();
        }

        private static StoreException refusal(Path folder, String owner) {
            return new StoreException(
                    StoreException.Reason.LOCKED,
                    "Cannot write to " + folder + ", another process does (" + owner
                            + "); wait for it to end, or stop it");
        }

        @Override
        public StoreLock movedTo(Layout layout) {
            return this;
        }

        @Override
        public void close() throws IOException {
            synchronized (HELD) {
                channel.close();
                HELD.remove(file);
            }
        }
    }

    /**
     * A file that is created only if it is not there.
     *
     * @param text whose it is; no two drivers write the same
     */
    record OwnerFile(StoreFiles files, org.apache.hadoop.fs.Path file, String text) implements StoreLock {
        static OwnerFile acquire(Layout layout, StoreFiles files, Takeover takeover) throws IOException {
            OwnerFile mine = new OwnerFile(
                    files,
                    layout.ownerFile(),
                    process() + " since " + Instant.now().truncatedTo(ChronoUnit.MICROS) + "\n");
            if (takeover == Takeover.TAKE_OVER) {
                files.delete(mine.file);
            }
            try {
                files.createNew(mine.file, mine.text);
                return mine;
            } catch (FileAlreadyExistsException e) {
                throw new StoreException(
                        StoreException.Reason.LOCKED,
                        "Cannot write to " + layout.root() + ", it belongs to another driver ("
                                + files.read(mine.file).strip()
                                + "); if that one has ended, repeat the command with --take-over");
            }
        }

        @Override
        public StoreLock movedTo(Layout layout) {
            return new OwnerFile(files, layout.ownerFile(), text);
        }

        /** Leaves the file alone if another driver has taken over. */
        @Override
        public void close() throws IOException {
            if (files.exists(file) && files.read(file).equals(text)) {
                files.delete(file);
            }
        }
    }

    private static String process() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown host";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host;
    }
}

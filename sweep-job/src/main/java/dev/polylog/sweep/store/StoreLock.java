package dev.polylog.sweep.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One driver per store. On a local disk the operating system holds the lock and releases it with the process, however that
 * ends; elsewhere an owner file says whose the store is.
 */
sealed interface StoreLock extends AutoCloseable {

    @Override
    void close() throws IOException;

    static StoreLock acquire(Layout layout, StoreFiles files, Takeover takeover) throws IOException {
        return layout.isLocal() ? LocalLock.acquire(layout.localRoot()) : OwnerFile.acquire(layout, files, takeover);
    }

    /** Who holds the lock now, if anybody does. */
    static Optional<String> holder(Layout layout, StoreFiles files) throws IOException {
        if (layout.isLocal()) {
            return LocalLock.holder(layout.localRoot().resolve(LocalLock.NAME));
        }
        org.apache.hadoop.fs.Path owner = layout.ownerFile();
        return files.exists(owner) ? Optional.of(files.read(owner).strip()) : Optional.empty();
    }

    /** A lock of the operating system. */
    record LocalLock(FileChannel channel) implements StoreLock {
        static final String NAME = ".lock";

        static Optional<String> holder(Path file) throws IOException {
            if (!Files.isWritable(file)) {
                return Optional.empty();
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                return tryLock(channel) == null
                        ? Optional.of(Files.readString(file).strip())
                        : Optional.empty();
            }
        }

        static LocalLock acquire(Path folder) throws IOException {
            Path file = folder.resolve(NAME);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String owner = Files.readString(file).strip();
                channel.close();
                throw new StoreException(
                        StoreException.Reason.LOCKED,
                        "Cannot write to " + folder + ", another process does (" + owner
                                + "); wait for it to end, or stop it");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)));
            return new LocalLock(channel);
        }

        private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
            try {
                return channel.tryLock();
            } catch (OverlappingFileLockException e) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A file that is created only if it is not there. */
    record OwnerFile(StoreFiles files, org.apache.hadoop.fs.Path file) implements StoreLock {
        static OwnerFile acquire(Layout layout, StoreFiles files, Takeover takeover) throws IOException {
            org.apache.hadoop.fs.Path file = layout.ownerFile();
            if (files.exists(file)) {
                if (takeover == Takeover.REFUSE) {
                    throw new StoreException(
                            StoreException.Reason.LOCKED,
                            "Cannot write to " + layout.root() + ", it belongs to another driver ("
                                    + files.read(file).strip()
                                    + "); if that one has ended, repeat the command with --take-over");
                }
                files.delete(file);
            }
            files.createNew(file, me());
            return new OwnerFile(files, file);
        }

        @Override
        public void close() throws IOException {
            files.delete(file);
        }
    }

    private static String me() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown host";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host + "\n";
    }
}

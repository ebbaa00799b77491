package dev.polylog.sweep.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk under another scheme, so that a store takes it for a shared file system. It creates files atomically, as
 * HDFS does, and can die at any operation that changes something; every later one then fails until it is revived.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
    static final String SCHEME = "faulty";
    private static final URI ROOT = URI.create(SCHEME + ":///");

    /** What has become of the operation at which the file system dies. */
    enum Death {
        BEFORE,
        AFTER
    }

    private static Death death = Death.BEFORE;
    private static int operations;
    private static int last = Integer.MAX_VALUE;

    /** Makes {@code faulty:} paths known to every Hadoop configuration of this JVM. */
    static void register() {
        Configuration.addDefaultResource("faulty-site.xml");
    }

    static synchronized void dieAt(int operation, Death manner) {
        operations = 0;
        last = operation;
        death = manner;
    }

    static synchronized void revive() {
        dieAt(Integer.MAX_VALUE, Death.BEFORE);
    }

    static synchronized int operations() {
        return operations;
    }

    private static synchronized boolean dies() throws IOException {
        operations++;
        if (operations > last || (operations == last && death == Death.BEFORE)) {
            throw new IOException("the file system is dead");
        }
        return operations == last;
    }

    @FunctionalInterface
    private interface Operation<T> {
        T run() throws IOException;
    }

    private static <T> T mortal(Operation<T> operation) throws IOException {
        boolean dies = dies();
        T result = operation.run();
        if (dies) {
            throw new IOException("the file system died after the operation");
        }
        return result;
    }

    @Override
    public URI getUri() {
        return ROOT;
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        return mortal(() -> {
            if (!overwrite) {
                try {
                    Files.createFile(Paths.get(file.toUri().getPath()));
                } catch (java.nio.file.FileAlreadyExistsException e) {
                    throw new FileAlreadyExistsException(file.toString());
                }
            }
            return mortal(super.create(file, true, buffer, replication, block, progress));
        });
    }

    @Override
    @SuppressWarnings("deprecation") // what the store calls
    public FSDataOutputStream createNonRecursive(
            Path file,
            FsPermission permission,
            EnumSet<CreateFlag> flags,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        return mortal(
                () -> mortal(super.createNonRecursive(file, permission, flags, buffer, replication, block, progress)));
    }

    /** What is in the buffers is lost if the disk dies before the file is closed. */
    private static FSDataOutputStream mortal(FSDataOutputStream stream) {
        OutputStream closing = new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                mortal(() -> {
                    super.close();
                    return true;
                });
            }
        };
        return new FSDataOutputStream(closing, null);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return mortal(() -> super.rename(from, to));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return mortal(() -> super.delete(path, recursive));
    }

    @Override
    public boolean mkdirs(Path folder) throws IOException {
        return mortal(() -> super.mkdirs(folder));
    }

    /** Hadoop starts a process for it. */
    @Override
    public void setPermission(Path path, FsPermission permission) {}

    /** There are no links, and Hadoop starts a process to look. */
    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
        return getFileStatus(path);
    }

    /** The same for {@link org.apache.hadoop.fs.FileContext}. */
    public static final class Delegate extends DelegateToFileSystem {
        public Delegate(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, started(configuration), configuration, SCHEME, false);
        }

        private static FaultyFileSystem started(Configuration configuration) throws IOException {
            FaultyFileSystem fileSystem = new FaultyFileSystem();
            fileSystem.initialize(ROOT, configuration);
            return fileSystem;
        }
    }
}

package dev.polylog.sweep.store;

import dev.polylog.trainer.hash.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * File operations of a store on any Hadoop file system. Local folders go through the raw file system: Parquet's page
 * checksums guard the data, and no checksum files lie about. They are created and renamed by Java itself, because Hadoop
 * starts a process for each of that, and replaces a file in two steps.
 */
final class StoreFiles {
    private final Configuration configuration;
    private final FileSystem fileSystem;
    private final FileContext context;
    private final boolean isLocal;

    StoreFiles(Path folder) throws IOException {
        configuration = configuration();
        fileSystem = folder.getFileSystem(configuration);
        context = FileContext.getFileContext(folder.toUri(), configuration);
        isLocal = "file".equals(folder.toUri().getScheme());
    }

    /** A copy: reading Hadoop's defaults takes longer than writing a pack. */
    static Configuration configuration() {
        return new Configuration(Defaults.CONFIGURATION);
    }

    private static final class Defaults {
        private static final Configuration CONFIGURATION = read();

        private static Configuration read() {
            Configuration configuration = new Configuration();
            configuration.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
            configuration.setBoolean("fs.file.impl.disable.cache", true);
            configuration.set("fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.RawLocalFs");
            return configuration;
        }
    }

    Configuration hadoop() {
        return configuration;
    }

    boolean exists(Path path) throws IOException {
        return fileSystem.exists(path);
    }

    void makeFolder(Path folder) throws IOException {
        if (!fileSystem.mkdirs(folder)) {
            throw new IOException("Cannot create folder " + folder);
        }
    }

    /** The entries of a folder in the order of their names; none if there is no such folder. */
    List<FileStatus> list(Path folder) throws IOException {
        try {
            List<FileStatus> entries = new ArrayList<>(Arrays.asList(fileSystem.listStatus(folder)));
            entries.sort(Comparator.comparing(entry -> entry.getPath().getName()));
            return entries;
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    FileStatus status(Path path) throws IOException {
        return fileSystem.getFileStatus(path);
    }

    /** Moves a file; fails if there is one of the new name already. */
    void publish(Path from, Path to) throws IOException {
        if (isLocal) {
            Files.move(local(from), local(to));
        } else {
            context.rename(from, to, Options.Rename.NONE);
        }
    }

    /** What {@link #replace} leaves for a moment; where a rename cannot overwrite, the file itself is then missing. */
    static Path partial(Path file) {
        return file.suffix(".partial");
    }

    void replace(Path file, String content) throws IOException {
        Path partial = partial(file);
        try (FSDataOutputStream out = fileSystem.create(partial, true)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        if (isLocal) {
            Files.move(local(partial), local(file), StandardCopyOption.ATOMIC_MOVE);
        } else {
            context.rename(partial, file, Options.Rename.OVERWRITE);
        }
    }

    /** Writes a file. */
    interface Content {
        /** Creates it; it is not there yet, and its folder is. */
        void writeTo(Path file) throws IOException;
    }

    /** The same for whoever holds no lock: the name of what is half written is its writer's own. */
    void replace(Path file, Content content) throws IOException {
        Path partial = new Path(file.getParent(), "." + file.getName() + "." + UUID.randomUUID());
        try {
            content.writeTo(partial);
            if (isLocal) {
                Files.move(local(partial), local(file), StandardCopyOption.ATOMIC_MOVE);
            } else {
                context.rename(partial, file, Options.Rename.OVERWRITE);
            }
        } catch (IOException | RuntimeException e) {
            fileSystem.delete(partial, false);
            throw e;
        }
    }

    OutputStream create(Path file) throws IOException {
        return fileSystem.create(file, false);
    }

    private static java.nio.file.Path local(Path path) {
        return Paths.get(path.toUri().getPath());
    }

    /** Creates a file that must not exist yet. */
    void createNew(Path file, String content) throws IOException {
        try (FSDataOutputStream out = fileSystem.create(file, false)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    String read(Path file) throws IOException {
        try (InputStream in = fileSystem.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Whether nothing is left of it. */
    boolean delete(Path path) throws IOException {
        return fileSystem.delete(path, true) || !fileSystem.exists(path);
    }

    /** The path, or the first of {@code path.2}, {@code path.3} ... that is not taken. */
    Path unused(Path path) throws IOException {
        Path free = path;
        for (int number = 2; fileSystem.exists(free); number++) {
            free = path.suffix("." + number);
        }
        return free;
    }

    String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = new DigestInputStream(fileSystem.open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A new file in a folder that must exist: a task whose staging folder was removed cannot bring it back. */
    OutputFile newFile(Path path) {
        return isLocal ? new LocalOutputFile(local(path)) : newRemoteFile(path);
    }

    private OutputFile newRemoteFile(Path path) {
        return new OutputFile() {
            @Override
            public PositionOutputStream create(long blockSizeHint) throws IOException {
                return HadoopStreams.wrap(fileSystem.createNonRecursive(
                        path,
                        FsPermission.getFileDefault(),
                        EnumSet.of(CreateFlag.CREATE),
                        64 * 1024,
                        fileSystem.getDefaultReplication(path),
                        fileSystem.getDefaultBlockSize(path),
                        null));
            }

            @Override
            public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
                return create(blockSizeHint);
            }

            @Override
            public boolean supportsBlockSize() {
                return false;
            }

            @Override
            public long defaultBlockSize() {
                return 0;
            }

            @Override
            public String getPath() {
                return path.toString();
            }
        };
    }
}

package dev.polylog.sweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Looks at every file of a store and tells apart the packs that are whole, the files that are damaged or foreign, and the
 * orphans that a stopped writer left behind.
 */
final class Inspection {
    /** How hard to look. */
    enum Depth {
        /** Footers and sizes. */
        QUICK,
        /** Also the hash of every file. */
        THOROUGH
    }

    private final Layout layout;
    private final StoreFiles files;
    private final Depth depth;
    private final Map<PackName, Path> runsFiles = new TreeMap<>();
    private final Map<Table, Map<PackName, FileStatus>> dataFiles = new EnumMap<>(Table.class);
    private final List<PackFiles> whole = new ArrayList<>();
    private final List<Damage> damaged = new ArrayList<>();
    private final List<Path> orphans = new ArrayList<>();

    private Inspection(Layout layout, StoreFiles files, Depth depth) {
        this.layout = layout;
        this.files = files;
        this.depth = depth;
    }

    static Inspection of(Layout layout, StoreFiles files, Depth depth) throws IOException {
        Inspection inspection = new Inspection(layout, files, depth);
        inspection.listRuns();
        for (Table table : Table.DATA) {
            inspection.listData(table);
        }
        inspection.runsFiles.forEach(inspection::inspectPack);
        inspection.collectOrphans();
        return inspection;
    }

    /** The packs whose every file is as it was published. */
    List<PackFiles> whole() {
        return Collections.unmodifiableList(whole);
    }

    List<Damage> damaged() {
        return Collections.unmodifiableList(damaged);
    }

    /** Files of packs that were never published, or whose {@code runs} file is gone. */
    List<Path> orphans() {
        return Collections.unmodifiableList(orphans);
    }

    private void listRuns() throws IOException {
        for (FileStatus entry : visible(Table.RUNS)) {
            Optional<PackName> name = entry.isFile() ? PackName.of(Table.RUNS, entry.getPath()) : Optional.empty();
            if (name.isEmpty()) {
                foreign(Table.RUNS, entry);
            } else if (runsFiles.putIfAbsent(name.get(), entry.getPath()) != null) {
                damaged.add(new Damage(Table.RUNS, entry.getPath(), "another runs file has the same pack"));
            }
        }
    }

    private void listData(Table table) throws IOException {
        Map<PackName, FileStatus> found = new TreeMap<>();
        for (FileStatus entry : visible(table)) {
            Optional<PackName> name = entry.isFile() ? PackName.of(table, entry.getPath()) : Optional.empty();
            if (name.isEmpty()) {
                foreign(table, entry);
            } else {
                found.put(name.get(), entry);
            }
        }
        dataFiles.put(table, found);
    }

    /** Names that start with a dot or an underscore are invisible to every reader of such folders. */
    private List<FileStatus> visible(Table table) throws IOException {
        return files.list(layout.folder(table)).stream()
                .filter(entry -> !entry.getPath().getName().startsWith(".")
                        && !entry.getPath().getName().startsWith("_"))
                .toList();
    }

    private void foreign(Table table, FileStatus entry) {
        damaged.add(new Damage(table, entry.getPath(), "it does not belong here (not a name that Polylog gives)"));
    }

    private void inspectPack(PackName name, Path runsFile) {
        List<Damage> problems = new ArrayList<>();
        Map<Table, Path> siblings = new HashMap<>();
        long rows = 0;
        try {
            Footer footer = Footer.read(files, runsFile, Table.RUNS);
            rows = footer.rows();
            checkHash(runsFile);
            for (Table table : Table.DATA) {
                String promise = footer.metadata().get(Footer.siblingKey(table));
                if (promise != null) {
                    checkSibling(table, name, promise).ifPresent(problems::add);
                    siblings.put(table, new Path(layout.folder(table), name.dataFile()));
                }
            }
        } catch (IOException e) {
            problems.add(new Damage(Table.RUNS, runsFile, reason(e)));
        }
        if (problems.isEmpty()) {
            whole.add(new PackFiles(name, runsFile, rows, siblings));
        } else {
            damaged.addAll(problems);
            setAsideRest(name, runsFile, problems);
        }
    }

    private void checkHash(Path runsFile) throws IOException {
        if (depth == Depth.THOROUGH && !files.sha256(runsFile).startsWith(PackName.promisedHash(runsFile))) {
            throw new IOException("its content is not what was published (SHA-256 differs)");
        }
    }

    private Optional<Damage> checkSibling(Table table, PackName name, String promise) {
        Path file = new Path(layout.folder(table), name.dataFile());
        try {
            Digest digest = Digest.parse(promise)
                    .orElseThrow(() -> new IOException("its runs file describes it wrongly: " + promise));
            FileStatus status = dataFile(table, name).orElseThrow(() -> new IOException("it is missing"));
            if (status.getLen() != digest.bytes()) {
                throw new IOException("it has " + status.getLen() + " bytes instead of " + digest.bytes());
            }
            if (Footer.read(files, file, table).rows() != digest.rows()) {
                throw new IOException("it does not have the " + digest.rows() + " rows that were published");
            }
            if (depth == Depth.THOROUGH && !files.sha256(file).equals(digest.sha256())) {
                throw new IOException("its content is not what was published (SHA-256 differs)");
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Damage(table, file, reason(e)));
        }
    }

    /** The pack is redone as a whole, so its other files go with the damaged one. */
    private void setAsideRest(PackName name, Path runsFile, List<Damage> problems) {
        String reason = "it belongs to a pack with a damaged file";
        List<Path> named = problems.stream().map(Damage::file).toList();
        if (!named.contains(runsFile)) {
            damaged.add(new Damage(Table.RUNS, runsFile, reason));
        }
        for (Table table : Table.DATA) {
            dataFile(table, name)
                    .map(FileStatus::getPath)
                    .filter(file -> !named.contains(file))
                    .ifPresent(file -> damaged.add(new Damage(table, file, reason)));
        }
    }

    private void collectOrphans() {
        for (Map<PackName, FileStatus> found : dataFiles.values()) {
            found.forEach((name, status) -> {
                if (!runsFiles.containsKey(name)) {
                    orphans.add(status.getPath());
                }
            });
        }
    }

    private Optional<FileStatus> dataFile(Table table, PackName name) {
        return Optional.ofNullable(dataFiles.getOrDefault(table, Map.of()).get(name));
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

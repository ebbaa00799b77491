package dev.polylog.sweep.store;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** A folder of published packs, as a reader sees it. Reading takes no lock and changes nothing. */
public final class RunStore {
    private final Layout layout;
    private final StoreFiles files;

    private RunStore(Layout layout, StoreFiles files) {
        this.layout = layout;
        this.files = files;
    }

    /** The store in a folder, which must be there. */
    public static RunStore existing(String folder) throws IOException {
        RunStore store = at(folder);
        store.refuseNewer(folder);
        if (!store.isPresent()) {
            throw new StoreException(
                    StoreException.Reason.WRONG_FOLDER,
                    "No store in " + folder
                            + " (expected the folder that `polylog run` wrote, such as out/quickstart)");
        }
        return store;
    }

    static RunStore at(String folder) throws StoreException {
        try {
            Layout layout = Layout.of(folder);
            return new RunStore(layout, new StoreFiles(layout.root()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(
                    StoreException.Reason.WRONG_FOLDER,
                    "Invalid folder: " + folder + " (expected a path or the URL of a Hadoop file system; "
                            + e.getMessage() + ")");
        }
    }

    /** Reads the results that are there now, if any: for looking at a plan before its store exists. */
    public static Optional<RunStore> find(String folder) throws IOException {
        RunStore store = at(folder);
        store.refuseNewer(folder);
        return store.isPresent() ? Optional.of(store) : Optional.empty();
    }

    Layout layout() {
        return layout;
    }

    StoreFiles files() {
        return files;
    }

    /** Whether the folder is a store: it has a label, or at least runs. A folder of another's runs is none. */
    boolean isPresent() throws IOException {
        return files.exists(layout.label())
                || files.exists(StoreFiles.partial(layout.label()))
                || !runsFiles().isEmpty();
    }

    /** Whether the folder holds nothing but what a driver leaves that was stopped before it wrote the label. */
    boolean isVacant() throws IOException {
        List<Path> tables = Arrays.stream(Table.values()).map(layout::folder).toList();
        for (FileStatus entry : files.list(layout.root())) {
            Path path = entry.getPath();
            boolean isEmptyTable = tables.contains(path) && files.list(path).isEmpty();
            if (!isEmptyTable && !Layout.isHidden(path.getName())) {
                return false;
            }
        }
        return true;
    }

    void refuseNewer(String folder) throws IOException {
        int format = label().map(Label::format).orElse(Label.FORMAT);
        if (format > Label.FORMAT) {
            throw new StoreException(
                    StoreException.Reason.WRONG_FOLDER,
                    "Cannot use " + folder + ", it was written by a newer Polylog (its format is " + format
                            + ", this one knows " + Label.FORMAT + ")");
        }
    }

    /** The name of the sweep that owns the store: by its label or, if that cannot be read, by its runs. */
    public Optional<String> sweep() throws IOException {
        Optional<String> named = label().map(Label::sweep).filter(name -> !name.isEmpty());
        return named.isPresent() ? named : sweepOfRuns();
    }

    private Optional<String> sweepOfRuns() throws IOException {
        return runsFiles().stream().flatMap(file -> sweepOf(file).stream()).findFirst();
    }

    private Optional<String> sweepOf(Path runsFile) {
        try {
            return Optional.ofNullable(
                    Footer.read(files, runsFile, Table.RUNS).metadata().get(Footer.SWEEP));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Path> runsFiles() throws IOException {
        return files.list(layout.folder(Table.RUNS)).stream()
                .map(FileStatus::getPath)
                .filter(file -> PackName.of(Table.RUNS, file).isPresent())
                .toList();
    }

    Optional<Label> label() throws IOException {
        for (Path file : List.of(layout.label(), StoreFiles.partial(layout.label()))) {
            Optional<Label> label = files.exists(file) ? Label.parse(files.read(file)) : Optional.empty();
            if (label.isPresent()) {
                return label;
            }
        }
        return Optional.empty();
    }

    /** The packs that are whole, by footers and sizes. */
    public List<PackFiles> packs() throws IOException {
        return inspect().whole();
    }

    /** Looks at footers and sizes of all files. */
    public Verification inspect() throws IOException {
        return inspect(Inspection.Depth.QUICK);
    }

    /** Compares all files with their hashes. */
    public Verification verify() throws IOException {
        return inspect(Inspection.Depth.THOROUGH);
    }

    private Verification inspect(Inspection.Depth depth) throws IOException {
        Inspection inspection = Inspection.of(layout, files, depth);
        return new Verification(inspection.whole(), inspection.damaged());
    }

    /** What is known of every run of these packs. */
    public RunIndex index(List<PackFiles> packs) throws IOException {
        RunIndex index = new RunIndex();
        for (PackFiles pack : packs) {
            try {
                RunsReader.read(files, pack.runs()).forEach(index::put);
            } catch (IOException e) {
                throw new IOException(
                        "Cannot read " + pack.runs() + ", " + e.getMessage() + "; `polylog verify` sets it aside", e);
            }
        }
        return index;
    }

    /** Canonical text of the sweep that wrote the newest pack. */
    public Optional<String> latestConfiguration(List<PackFiles> packs) throws IOException {
        if (packs.isEmpty()) {
            return Optional.empty();
        }
        Path newest = packs.get(packs.size() - 1).runs();
        return Optional.ofNullable(
                Footer.read(files, newest, Table.RUNS).metadata().get(Footer.CONFIGURATION));
    }

    /** Canonical texts of all sweeps that wrote packs, each once, the one that wrote the newest pack last. */
    public List<String> configurations(List<PackFiles> packs) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (PackFiles pack : packs) {
            String text = Footer.read(files, pack.runs(), Table.RUNS).metadata().get(Footer.CONFIGURATION);
            if (text != null) {
                texts.remove(text);
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** The folder in full: the same for two names of one store. */
    public String address() {
        if (!layout.isLocal()) {
            return layout.root().toString();
        }
        try {
            return layout.localRoot().toRealPath().toString();
        } catch (IOException e) {
            return layout.localRoot().toString();
        }
    }

    /** The driver that is writing to the store now, if there is one. */
    public Optional<String> driver() throws IOException {
        return StoreLock.holder(layout, files);
    }

    /**
     * Renames a store so that a new one can take its place.
     *
     * @return its new name, or nothing if there was none
     */
    public static Optional<String> moveAside(String folder, Takeover takeover) throws IOException {
        RunStore store = at(folder);
        if (!store.files.exists(store.layout.root()) || !store.isPresent()) {
            return Optional.empty();
        }
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneId.systemDefault()));
        Path root = store.layout.root();
        Path moved = store.files.unused(root.suffix("." + stamp));
        StoreLock lock = StoreLock.acquire(store.layout, store.files, takeover);
        try {
            store.files.publish(root, moved);
            lock = lock.movedTo(new Layout(moved));
        } finally {
            lock.close();
        }
        return Optional.of(moved.toUri().getPath());
    }

    /** Bytes of all published files. */
    public long bytes(List<PackFiles> packs) throws IOException {
        long bytes = 0;
        for (PackFiles pack : packs) {
            for (Table table : Table.values()) {
                if (pack.file(table).isPresent()) {
                    bytes += files.status(pack.file(table).get()).getLen();
                }
            }
        }
        return bytes;
    }

    /** The highest epoch that any trace of a driver shows. */
    int lastEpoch() throws IOException {
        int last = label().map(Label::epoch).orElse(0);
        for (Path folder : List.of(layout.stagingRoot(), layout.setAsideRoot())) {
            for (FileStatus trace : files.list(folder)) {
                String name = trace.getPath().getName();
                last = name.matches("\\d{1,9}") ? Math.max(last, Integer.parseInt(name)) : last;
            }
        }
        List<PackName> names = new ArrayList<>();
        for (Table table : Table.values()) {
            for (FileStatus file : files.list(layout.folder(table))) {
                PackName.of(table, file.getPath()).ifPresent(names::add);
            }
        }
        return Math.max(last, names.stream().mapToInt(PackName::epoch).max().orElse(0));
    }
}

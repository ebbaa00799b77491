package dev.polylog.sweep.store;

import dev.polylog.sweep.store.Inspection.Depth;
import dev.polylog.sweep.store.StoreException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The right to write to a store, held by one driver at a time. Opening one makes the store safe to write to: older drivers
 * lose their staging folders, orphans are removed, files that cannot be trusted are set aside.
 */
public final class StoreSession implements AutoCloseable {
    private final Layout layout;
    private final StoreFiles files;
    private final StoreLock lock;
    private final int epoch;
    private final List<Damage> damaged = new ArrayList<>();
    private List<PackFiles> packs = List.of();

    private StoreSession(RunStore store, StoreLock lock, int epoch) {
        this.layout = store.layout();
        this.files = store.files();
        this.lock = lock;
        this.epoch = epoch;
    }

    /** Opens a store for a sweep, creating it if it is not there; a store of another sweep is refused. */
    public static StoreSession open(String folder, String sweep, Takeover takeover) throws IOException {
        RunStore store = RunStore.at(folder);
        refuseOtherContent(store, folder, sweep);
        makeFolders(store, folder);
        return open(store, folder, sweep, takeover, Depth.QUICK);
    }

    /** Opens a store that is there and compares every file with its hash. */
    public static StoreSession openToVerify(String folder, Takeover takeover) throws IOException {
        RunStore store = RunStore.existing(folder);
        return open(store, folder, store.sweep().orElse(""), takeover, Depth.THOROUGH);
    }

    private static StoreSession open(RunStore store, String folder, String sweep, Takeover takeover, Depth depth)
            throws IOException {
        StoreLock lock = StoreLock.acquire(store.layout(), store.files(), takeover);
        try {
            refuseOtherContent(store, folder, sweep);
            StoreSession session = new StoreSession(store, lock, store.lastEpoch() + 1);
            session.claim(sweep);
            session.clean(Inspection.of(session.layout, session.files, depth));
            return session;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void refuseOtherContent(RunStore store, String folder, String sweep) throws IOException {
        Path root = store.layout().root();
        if (!store.files().exists(root)) {
            return;
        }
        if (!store.files().status(root).isDirectory()) {
            throw new StoreException(
                    Reason.WRONG_FOLDER, "Cannot write to " + folder + ", it is a file (expected a folder)");
        }
        store.refuseNewer(folder);
        Optional<String> owner = store.sweep();
        if (owner.isPresent() && !owner.get().equals(sweep)) {
            throw new StoreException(
                    Reason.WRONG_FOLDER,
                    "Cannot write to " + folder + ", it holds the sweep " + owner.get() + " and this one is " + sweep
                            + " (choose another folder with --out)");
        }
        if (!store.isPresent() && !store.isVacant()) {
            throw new StoreException(
                    Reason.WRONG_FOLDER,
                    "Cannot write to " + folder + ", it is not empty and holds no store (choose another folder with"
                            + " --out)");
        }
    }

    private static void makeFolders(RunStore store, String folder) throws StoreException {
        try {
            for (Table table : Table.values()) {
                store.files().makeFolder(store.layout().folder(table));
            }
        } catch (IOException e) {
            throw new StoreException(
                    Reason.WRONG_FOLDER, "Cannot write to " + folder + ", " + e.getMessage() + " (is it writable?)");
        }
    }

    /** From here on no older driver can publish: its staged files are gone and it cannot make new ones. */
    private void claim(String sweep) throws IOException {
        files.replace(layout.label(), new Label(Label.FORMAT, sweep, epoch).text());
        for (FileStatus older : files.list(layout.stagingRoot())) {
            if (!files.delete(older.getPath())) {
                throw new IOException("Cannot remove " + older.getPath() + ", an older driver may still write there");
            }
        }
        files.makeFolder(layout.staging(epoch));
    }

    private void clean(Inspection inspection) throws IOException {
        for (Path orphan : inspection.orphans()) {
            files.delete(orphan);
        }
        setAside(inspection.damaged());
        packs = inspection.whole();
    }

    /** Runs files go last: should this be cut short, the next driver takes their siblings for damaged, not for orphans. */
    private void setAside(List<Damage> found) throws IOException {
        damaged.addAll(found);
        List<Damage> order = new ArrayList<>(found);
        order.sort(Comparator.comparing(Damage::table).reversed());
        for (Damage damage : order) {
            if (files.exists(damage.file())) {
                Path folder = layout.setAside(epoch, damage.table());
                files.makeFolder(folder);
                files.publish(
                        damage.file(),
                        files.unused(new Path(folder, damage.file().getName())));
            }
        }
    }

    /** The folder with its scheme, the same for every process whatever its working directory. */
    public String location() {
        return layout.root().toString();
    }

    /** Number of this driver in the life of the store. */
    public int epoch() {
        return epoch;
    }

    /** Where damaged files were moved. */
    public String setAsideFolder() {
        return layout.setAside(epoch, Table.RUNS).getParent().toUri().getPath();
    }

    /** What was found and set aside. */
    public List<Damage> damaged() {
        return List.copyOf(damaged);
    }

    /** The packs that can be trusted. */
    public List<PackFiles> packs() {
        return packs;
    }

    /** What is known of every run; packs whose rows turn out to be unreadable are set aside on the way. */
    public RunIndex index() throws IOException {
        RunIndex index = new RunIndex();
        List<PackFiles> readable = new ArrayList<>();
        for (PackFiles pack : packs) {
            try {
                RunsReader.read(files, pack.runs()).forEach(index::put);
                readable.add(pack);
            } catch (IOException e) {
                List<Damage> unreadable = new ArrayList<>();
                for (Table table : Table.values()) {
                    pack.file(table)
                            .map(file -> new Damage(
                                    table,
                                    file,
                                    table == Table.RUNS
                                            ? String.valueOf(e.getMessage())
                                            : "the rows of its pack cannot be read"))
                            .ifPresent(unreadable::add);
                }
                setAside(unreadable);
            }
        }
        packs = readable;
        return index;
    }

    /** Sees what has been published since. */
    public void refresh() throws IOException {
        packs = Inspection.of(layout, files, Depth.QUICK).whole();
    }

    @Override
    public void close() throws IOException {
        try {
            files.delete(layout.staging(epoch));
        } finally {
            lock.close();
        }
    }
}

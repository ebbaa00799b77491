package dev.polylog.sweep.store;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * The name that the files of one published part of a pack share. No two attempts at a pack have the same one.
 *
 * @param epoch number of the driver, counted over the life of the store
 * @param pack number of the pack in that driver's plan
 * @param attempt number of the task attempt, unique within the driver
 * @param part number of the part; a long pack publishes more than once
 */
public record PackName(int epoch, int pack, long attempt, int part) implements Comparable<PackName> {
    private static final Comparator<PackName> ORDER = Comparator.comparingInt(PackName::epoch)
            .thenComparingInt(PackName::pack)
            .thenComparingLong(PackName::attempt)
            .thenComparingInt(PackName::part);
    private static final Pattern DATA_FILE = Pattern.compile("(\\d+)-(\\d+)-(\\d+)-(\\d+)\\.parquet");
    private static final Pattern RUNS_FILE = Pattern.compile("(\\d+)-(\\d+)-(\\d+)-(\\d+)-([0-9a-f]{16})\\.parquet");

    /** Name of the file in the folder of a table other than {@code runs}. */
    String dataFile() {
        return this + ".parquet";
    }

    /** Name of the file in {@code runs}: it carries the start of its own SHA-256. */
    String runsFile(String sha256) {
        return this + "-" + sha256.substring(0, 16) + ".parquet";
    }

    /** The pack of a file; empty unless the name is just as Polylog writes it. */
    static Optional<PackName> of(Table table, Path file) {
        Matcher matcher = (table == Table.RUNS ? RUNS_FILE : DATA_FILE).matcher(file.getName());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            PackName name = new PackName(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Long.parseLong(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)));
            String given = table == Table.RUNS ? name.runsFile(matcher.group(5)) : name.dataFile();
            return given.equals(file.getName()) ? Optional.of(name) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The start of the SHA-256 that the name of a {@code runs} file promises. */
    static String promisedHash(Path runsFile) {
        Matcher matcher = RUNS_FILE.matcher(runsFile.getName());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid runs file: " + runsFile);
        }
        return matcher.group(5);
    }

    @Override
    public int compareTo(PackName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%05d-%05d-%d-%d", epoch, pack, attempt, part);
    }
}

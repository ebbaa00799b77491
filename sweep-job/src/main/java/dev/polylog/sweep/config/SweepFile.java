package dev.polylog.sweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import dev.polylog.sweep.grid.InvalidCellException;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.grid.SweepCheck;
import dev.polylog.sweep.grid.SweepDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sweep files. Nothing outside the folder of the file is read: no environment, no system properties, no URLs. */
public final class SweepFile {
    /** The keys at the top of a file. */
    public static final List<String> KEYS =
            List.of("name", "run", "grid", "zip", "exclude", "replicates", "seed", "claims", Edition.KEY);

    private SweepFile() {}

    /**
     * Reads a sweep file and evaluates every cell once; throws {@link InvalidSweepException} with all problems. Claims may choose no
     * cell where overrides leave none of theirs.
     *
     * @param overrides {@code path=value} each; they win over the file
     */
    public static Sweep read(Path file, List<String> overrides) {
        String name = file.toString();
        Problems problems = new Problems();
        SourcePositions positions = new SourcePositions();
        Sweep sweep = guarded(name, problems, () -> {
            ConfigObject parsed = parseFile(file, name, problems);
            Config config = Overrides.apply(parsed.toConfig(), overrides, problems);
            ConfigObject root = Edition.translated(config.root(), Sweep.EDITION, problems);
            return new SweepReader(root, name, problems, positions).read();
        });
        checkCells(sweep, name, problems, positions);
        problems.throwIfAny();
        if (overrides.isEmpty()) {
            new ClaimCheck(sweep, problems, positions, SourcePosition.ofFile(name)).check();
            problems.throwIfAny();
        }
        return sweep;
    }

    /** Parses {@link Sweep#text()}. Trusts that its cells were evaluated before. */
    public static Sweep parse(String text) {
        String name = "sweep";
        Problems problems = new Problems();
        return guarded(name, problems, () -> {
            Refusal includer = new Refusal(problems, name, Map.of());
            ConfigObject parsed = Sources.parse(text, name, includer, problems);
            Sweep meant = sweep(Edition.translated(parsed, Edition.FIRST, problems), name, problems);
            Sweep said = sweep(Edition.translated(parsed, Sweep.EDITION, problems), name, problems);
            return Edition.areTheSame(meant, said) ? said : meant;
        });
    }

    private static Sweep sweep(ConfigObject root, String name, Problems problems) {
        return new SweepReader(root, name, problems, new SourcePositions()).read();
    }

    /** What {@link Sweep#text()} meant in the first edition. */
    public static Sweep ofFirstEdition(String text) {
        return parse(text.replaceFirst("(?m)^" + Edition.KEY + " = .*$", Edition.KEY + " = " + Edition.FIRST));
    }

    /** Whether {@link Sweep#text()}, kept in a store, is of the first edition. */
    public static boolean isOfFirstEdition(String text) {
        return !text.contains("\n" + Edition.KEY + " = ");
    }

    private static ConfigObject parseFile(Path file, String name, Problems problems) {
        try {
            String text = SourceText.read(file, name);
            Path real = file.toRealPath();
            Path folder = real.getParent() == null ? real : real.getParent();
            ConfigObject parsed = Sources.parse(text, name, new Includes(problems, folder, real), problems);
            if (parsed.isEmpty() && problems.count() == 0) {
                problems.add(SourcePosition.ofFile(name), "Cannot read " + name + ", it is empty");
            }
            problems.throwIfAny();
            return parsed;
        } catch (IllegalArgumentException e) {
            problems.add(SourcePosition.ofFile(name), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add(SourcePosition.ofFile(name), "Cannot read " + name + ", " + e.getMessage());
        }
        throw problems.toException();
    }

    private static void checkCells(Sweep sweep, String name, Problems problems, SourcePositions positions) {
        SweepCheck check = SweepCheck.of(sweep);
        SourcePosition file = SourcePosition.ofFile(name);
        for (InvalidCellException problem : check.first()) {
            problems.add(positions.of(problem.origin(), file), String.valueOf(problem.getMessage()));
        }
        long more = check.failed() - check.first().size();
        if (more > 0) {
            problems.add(file, "and " + more + " more cells with such problems");
        }
        if (check.runs() > SweepDefinition.MAX_RUNS) {
            problems.add(
                    file,
                    "Invalid replicates: " + check.runs() + " runs (expected at most " + SweepDefinition.MAX_RUNS
                            + ")");
        }
        if (check.runs() == 0 && check.failed() == 0) {
            problems.add(file, "Invalid exclude: all " + sweep.cells() + " cells (expected at least one to remain)");
        }
    }

    private static Sweep guarded(String name, Problems problems, Supplier<Sweep> reading) {
        try {
            return reading.get();
        } catch (ConfigException e) {
            problems.add(SourcePosition.ofFile(name), "Cannot read " + name + ", " + e.getMessage());
        } catch (StackOverflowError e) {
            problems.add(SourcePosition.ofFile(name), "Cannot read " + name + ", it is nested too deeply");
        }
        throw problems.toException();
    }
}

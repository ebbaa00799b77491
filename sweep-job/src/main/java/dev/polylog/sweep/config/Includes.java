package dev.polylog.sweep.config;

import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Includes files from the folder of the sweep file and below, and refuses all others. */
final class Includes extends Refusal {
    static final int MAX_DEPTH = 10;
    static final int MAX_INCLUDES = 100;

    private final Path root;
    private final List<Path> open;
    private final AtomicInteger budget;

    /** {@code root} and {@code main} are real paths. */
    Includes(Problems problems, Path root, Path main) {
        this(problems, "", Map.of(), root, List.of(main), new AtomicInteger(MAX_INCLUDES));
    }

    private Includes(
            Problems problems,
            String file,
            Map<String, Integer> lines,
            Path root,
            List<Path> open,
            AtomicInteger budget) {
        super(problems, file, lines);
        this.root = root;
        this.open = open;
        this.budget = budget;
    }

    @Override
    Refusal in(String name, Map<String, Integer> includes) {
        return new Includes(problems, name, includes, root, open, budget);
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String name) {
        try {
            Path real = open.get(open.size() - 1).resolveSibling(name);
            String shown = Path.of(file).resolveSibling(name).toString();
            if (!Files.exists(real)) {
                return fail(name, "there is no such file");
            }
            real = real.toRealPath();
            if (!real.startsWith(root)) {
                return fail(name, "it is outside the folder of the sweep file");
            }
            if (open.contains(real)) {
                return fail(name, "it includes itself");
            }
            if (open.size() > MAX_DEPTH) {
                return fail(name, "includes are nested deeper than " + MAX_DEPTH + " levels");
            }
            if (budget.getAndDecrement() <= 0) {
                return fail(name, "there are more than " + MAX_INCLUDES + " includes");
            }
            List<Path> deeper = new ArrayList<>(open);
            deeper.add(real);
            Includes inside = new Includes(problems, shown, Map.of(), root, List.copyOf(deeper), budget);
            return Sources.parse(SourceText.read(real, shown), shown, inside, problems);
        } catch (IOException | InvalidPathException | SecurityException e) {
            return fail(name, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return refuse(name, String.valueOf(e.getMessage()));
        }
    }

    private ConfigObject fail(String name, String reason) {
        return refuse(name, "Cannot include " + name + ", " + reason);
    }
}

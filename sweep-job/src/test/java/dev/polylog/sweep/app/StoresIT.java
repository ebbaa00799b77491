package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store after a trial with other values, all that is in it, and two stores beside each other. */
class StoresIT {
    private static final String SWEEP = """
            name = small
            run {
              inputs = boolean, width = 16, batch-size = "8 * d", step-size = 0.2
              max-steps = 150, observe = 2, stop-at-error = 0.1, test-size = 200, snapshots = [0, 10]
            }
            grid { d = [8, 16, 32], label-noise = [0, 0.05] }
            replicates = 3
            """;

    @TempDir
    static Path folder;

    private static Path sweep;
    private static Path store;
    private static Path other;
    private static Answer trial;

    @BeforeAll
    static void train() throws IOException {
        sweep = Files.writeString(folder.resolve("sweep.conf"), SWEEP);
        store = folder.resolve("store");
        other = folder.resolve("other");
        assertThat(Answer.to("run", sweep, "--out", store).exitCode()).isZero();
        trial = Answer.to("run", sweep, "--out", store, "--set", "grid.d=[8, 16]", "--set", "run.step-size=0.1");
        assertThat(trial.exitCode()).as(trial.all()).isZero();
        assertThat(Answer.to("run", sweep, "--out", other, "--set", "grid.label-noise=[0]", "--set", "run.width=32")
                        .exitCode())
                .isZero();
    }

    private static String rest() {
        return "The last plan covers 12 of the 30 runs in the store; `polylog report " + store
                + " --all` reports on all of them.";
    }

    /** Of each cell: group, value of the axis, planned and reached runs. */
    private static List<String> cells(Path report) throws IOException {
        return Files.readAllLines(report.resolve("analysis/cells.csv")).stream()
                .skip(1)
                .map(line -> line.replaceFirst("^\"(.*)\"", "$1")
                        .replaceFirst(",d,([0-9.]+),[0-9]+,([0-9]+),([0-9]+),.*", ": $1, $2 planned, $3 reached"))
                .toList();
    }

    @Test
    void theTrialSaysWhatItLeavesOut() {
        assertThat(trial.out()).contains("12 of 12 runs in " + store + ".\n" + rest());
        Answer status = Answer.to("status", store);
        assertThat(status.out()).contains("30 runs in the store", "Plan:    12 of 12 runs finished", rest());
        assertThat(Answer.to("status", other).out()).doesNotContain("The last plan covers");
    }

    @Test
    void statusShowsAllCellsOnDemand() {
        Answer all = Answer.to("status", store, "--all");
        assertThat(all.exitCode()).as(all.all()).isZero();
        assertThat(all.out())
                .contains("Plans:   2")
                .containsPattern("d +step_size +label_noise +runs +reached")
                .containsPattern("8 +0.1 +0 +3 +")
                .containsPattern("8 +0.2 +0 +3 +")
                .containsPattern("32 +0.2 +0.05 +3 +")
                .doesNotContain("not trained")
                .doesNotContain("The last plan covers");
        assertThat(all.out().lines().filter(line -> line.matches(" *(8|16|32) .*")))
                .hasSize(10);
    }

    @Test
    void theReportOfTheLastPlanSaysWhatItLeavesOut() throws IOException {
        Answer report = Answer.to("report", store, "--out", folder.resolve("last"));
        assertThat(report.exitCode()).as(report.all()).isZero();
        assertThat(report.out()).contains(rest()).contains("Report: " + folder.resolve("last/report.html"));
        assertThat(store.resolve("report.html")).doesNotExist();
        assertThat(Files.readString(folder.resolve("last/report.html"))).contains("<p>" + rest() + "</p>");
        assertThat(cells(folder.resolve("last")))
                .containsExactly(
                        "label_noise = 0: 8.0, 3 planned, 3 reached",
                        "label_noise = 0.05: 8.0, 3 planned, 3 reached",
                        "label_noise = 0: 16.0, 3 planned, 3 reached",
                        "label_noise = 0.05: 16.0, 3 planned, 3 reached");
    }

    @Test
    void allRunsAreReportedInGroupsByAllThatDiffers() throws IOException {
        Answer report = Answer.to("report", store, "--all");
        assertThat(report.exitCode()).as(report.all()).isZero();
        Path all = store.resolve("all");
        assertThat(report.out()).contains("Report: " + all + "/report.html").doesNotContain("The last plan covers");
        assertThat(cells(all))
                .containsExactly(
                        "step_size = 0.1, label_noise = 0: 8.0, 3 planned, 3 reached",
                        "step_size = 0.1, label_noise = 0.05: 8.0, 3 planned, 3 reached",
                        "step_size = 0.2, label_noise = 0: 8.0, 3 planned, 3 reached",
                        "step_size = 0.2, label_noise = 0.05: 8.0, 3 planned, 3 reached",
                        "step_size = 0.1, label_noise = 0: 16.0, 3 planned, 3 reached",
                        "step_size = 0.1, label_noise = 0.05: 16.0, 3 planned, 3 reached",
                        "step_size = 0.2, label_noise = 0: 16.0, 3 planned, 3 reached",
                        "step_size = 0.2, label_noise = 0.05: 16.0, 3 planned, 3 reached",
                        "step_size = 0.2, label_noise = 0: 32.0, 3 planned, 3 reached",
                        "step_size = 0.2, label_noise = 0.05: 32.0, 3 planned, 3 reached");
        assertThat(Files.readAllLines(all.resolve("analysis/crossings.csv"))).hasSize(31);
        assertThat(Files.readString(all.resolve("report.html")))
                .contains("<h1>small: all runs</h1>", "30 runs of 2 plans are in the store", "Plan 1", "Plan 2")
                .contains("batch_size = 8 * d");
        assertThat(Files.readAllLines(all.resolve("analysis/laws.csv")))
                .anyMatch(line -> line.startsWith("\"step_size = 0.2, label_noise = 0\",d,"));
        assertThat(Answer.to("status", store).out()).doesNotContain("Files:");
    }

    @Test
    void storesAreComparedBesideEachOther() throws IOException {
        Answer report = Answer.to("report", store, other);
        assertThat(report.exitCode()).as(report.all()).isZero();
        Path both = folder.resolve("store-and-other");
        assertThat(report.out())
                .contains("Report: " + both + "/report.html")
                .contains("The last plan of store covers 12 of its 30 runs; `polylog report " + store + " " + other
                        + " --all` reports on all of them.");
        assertThat(cells(both))
                .containsExactly(
                        "store = store, width = 16, step_size = 0.1, label_noise = 0: 8.0, 3 planned, 3 reached",
                        "store = store, width = 16, step_size = 0.1, label_noise = 0.05: 8.0, 3 planned, 3 reached",
                        "store = store, width = 16, step_size = 0.1, label_noise = 0: 16.0, 3 planned, 3 reached",
                        "store = store, width = 16, step_size = 0.1, label_noise = 0.05: 16.0, 3 planned, 3 reached",
                        "store = other, width = 32, step_size = 0.2, label_noise = 0: 8.0, 3 planned, 3 reached",
                        "store = other, width = 32, step_size = 0.2, label_noise = 0: 16.0, 3 planned, 3 reached",
                        "store = other, width = 32, step_size = 0.2, label_noise = 0: 32.0, 3 planned, 3 reached");
        assertThat(store.resolve("report.html")).doesNotExist();
        assertThat(other.resolve("report.html")).doesNotExist();
    }

    @Test
    void theSameRunsInTwoStoresCountInEach() throws IOException {
        Path copy = copy(store, folder.resolve("copies/store"));
        Path out = folder.resolve("twice");
        Answer report = Answer.to("report", store, copy, "--all", "--out", out);
        assertThat(report.exitCode()).as(report.all()).isZero();
        List<String> cells = cells(out);
        assertThat(cells).hasSize(20).allMatch(cell -> cell.contains("3 planned, 3 reached"));
        assertThat(cells.get(0)).startsWith("store = " + folder.getFileName() + "/store, step_size = 0.1");
        assertThat(cells.get(10)).startsWith("store = copies/store, step_size = 0.1");
        List<String> crossings = Files.readAllLines(out.resolve("analysis/crossings.csv"));
        assertThat(crossings).hasSize(61);
        String name = folder.getFileName() + "/store";
        assertThat(crossings.stream().skip(1).filter(row -> row.contains("copies/store")))
                .hasSize(30)
                .allMatch(row -> crossings.contains(row.replace("copies/store", name)));
    }

    @Test
    void refusesWhatCannotBeCompared() throws IOException {
        Answer twice = Answer.to("report", store, folder.resolve("other/../store"));
        assertThat(twice.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(twice.err()).contains("Cannot compare " + store + " with ", ", they are the same store");
        Answer none = Answer.to("report", store, folder);
        assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.err()).contains("No store in " + folder);
        Answer into = Answer.to("report", store, other, "--out", other);
        assertThat(into.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(into.err()).contains("Cannot write the report to " + other + ", it is a store");
        assertThat(Answer.to("report", store, "--all", "--out", store).err()).contains("it is a store");
        Path newer = copy(other, folder.resolve("newer"));
        Files.writeString(newer.resolve(".polylog"), "{\"epoch\":1,\"format\":2,\"sweep\":\"small\"}\n");
        Answer format = Answer.to("report", store, newer);
        assertThat(format.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(format.err()).contains("Cannot use " + newer + ", it was written by a newer Polylog");
    }

    @Test
    void plansThatStopDifferentlyAreSaidTo() throws IOException {
        Path both = folder.resolve("stops");
        Answer.to("run", sweep, "--out", both, "--set", "grid.d=[8]");
        Answer.to("run", sweep, "--out", both, "--set", "grid.d=[8]", "--set", "run.stop-at-error=0.2");
        Answer report = Answer.to("report", both, "--all");
        assertThat(report.exitCode()).as(report.all()).isZero();
        assertThat(Files.readString(both.resolve("all/report.html")))
                .contains("The plans differ in stop_at_error, which say", "a test error of at most 0.2");
        assertThat(Answer.to("report", both, "--all", "--threshold", "0.1").err())
                .contains("Cannot estimate when runs reach 0.1, they were stopped at 0.2");
    }

    private static Path copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else if (!file.getFileName().toString().equals(".lock")) {
                Files.copy(file, target);
            }
        }
        return to;
    }
}

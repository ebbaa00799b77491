package dev.polylog.sweep.app;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.report.Report;
import dev.polylog.sweep.spark.Cluster;
import dev.polylog.sweep.spark.StoreEvidence;
import dev.polylog.sweep.store.ResultFiles;
import dev.polylog.sweep.store.ResultTable;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.study.Study;
import dev.polylog.sweep.study.StudyOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** From the tables of a store to its page. */
final class ReportJob {
    private final Cluster spark;
    private final RunStore store;
    private final String folder;

    /** Of a store, which is called {@code folder} here. */
    ReportJob(Cluster spark, RunStore store, String folder) {
        this.spark = spark;
        this.store = store;
        this.folder = folder;
    }

    void run(Sweep sweep, StudyOptions options, PrintWriter out) throws IOException {
        Study study = study(sweep, options);
        ResultFiles files = ResultFiles.of(store, sweep.name(), sweep.text(), Version.text());
        for (ResultTable<?> table : study.results()) {
            files.write(table);
        }
        List<String> notices = Report.write(study.content(), ResultFiles.PAGE, files::write);
        study.headlines().forEach(out::println);
        notices.forEach(notice -> out.println("Note: " + notice));
        printPlace(folder, out);
    }

    static void printPlace(String folder, PrintWriter out) {
        out.println("Report: " + folder + (folder.endsWith("/") ? "" : "/") + ResultFiles.PAGE);
        out.flush();
    }

    private Study study(Sweep sweep, StudyOptions options) throws IOException {
        try (StoreEvidence evidence = StoreEvidence.of(spark, store, sweep)) {
            return Study.of(sweep, evidence, options, folder);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
        }
    }
}

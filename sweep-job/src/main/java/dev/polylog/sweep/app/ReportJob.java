package dev.polylog.sweep.app;

import dev.polylog.sweep.report.Report;
import dev.polylog.sweep.spark.Cluster;
import dev.polylog.sweep.spark.StoreEvidence;
import dev.polylog.sweep.store.ResultFiles;
import dev.polylog.sweep.store.ResultTable;
import dev.polylog.sweep.study.Study;
import dev.polylog.sweep.study.StudyOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** From the tables of stores to a page. */
final class ReportJob {
    private final Cluster spark;
    private final Subject subject;
    private final String folder;

    /** @param folder where the report goes */
    ReportJob(Cluster spark, Subject subject, String folder) {
        this.spark = spark;
        this.subject = subject;
        this.folder = folder;
    }

    /** The figures that are drawn. */
    enum Figures {
        OF_PAGE,
        /** Those of the page, and each in the widths of papers as well. */
        FOR_PAPERS
    }

    void run(StudyOptions options, Figures figures, PrintWriter out) throws IOException {
        Study study;
        List<String> notices;
        try (StageView stage = StageView.of("Making the report", out)) {
            stage.at("reading trajectories, fitting laws");
            study = study(options);
            ResultFiles files = ResultFiles.of(folder, subject.sweep(), subject.configuration(), Version.text());
            stage.at("writing tables");
            for (ResultTable<?> table : study.results()) {
                files.write(table);
            }
            stage.at("drawing figures");
            notices = new ArrayList<>(Report.write(study.content(), ResultFiles.PAGE, files::write));
            if (figures == Figures.FOR_PAPERS) {
                stage.at("drawing figures for papers");
                notices.addAll(Report.writeForPapers(study.content(), files::write));
            }
        }
        subject.origin().remarks().forEach(remark -> printParagraph(remark, out));
        study.headlines().forEach(headline -> printParagraph(headline, out));
        notices.forEach(notice -> printParagraph("Note: " + notice, out));
        printPlace(folder, out);
    }

    /** In the lines of a terminal, since these sentences are long. */
    private static void printParagraph(String text, PrintWriter out) {
        OptionalInt columns = Terminal.limit();
        if (columns.isPresent()) {
            Paragraph.wrap(text, columns.getAsInt(), "  ").forEach(out::println);
        } else {
            out.println(text);
        }
    }

    static void printPlace(String folder, PrintWriter out) {
        out.println("Report: " + folder + (folder.endsWith("/") ? "" : "/") + ResultFiles.PAGE);
        out.flush();
    }

    private Study study(StudyOptions options) throws IOException {
        try (StoreEvidence evidence = StoreEvidence.of(spark, subject.stores(), subject.grid())) {
            return Study.of(subject.grid(), evidence, options, subject.origin());
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
        }
    }
}

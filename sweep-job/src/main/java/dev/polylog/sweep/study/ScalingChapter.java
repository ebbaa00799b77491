package dev.polylog.sweep.study;

import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.FittedLaw;
import dev.polylog.sweep.report.figure.Folded;
import dev.polylog.sweep.report.figure.LeftOut;
import dev.polylog.sweep.report.figure.LocalSlopes;
import dev.polylog.sweep.report.figure.MeasuredGroup;
import dev.polylog.sweep.report.figure.Residuals;
import dev.polylog.sweep.report.figure.SampleComplexity;
import dev.polylog.sweep.report.figure.TextTable;
import dev.polylog.sweep.report.figure.TheoryGap;
import dev.polylog.sweep.report.figure.Thinning;
import java.util.ArrayList;
import java.util.List;

/** How many samples it takes, group by group: every run, how far theory is, slopes, residuals, all laws. */
final class ScalingChapter {
    private static final int MOST_TABLES = 12;

    private ScalingChapter() {}

    static Section of(StudyDesign design, List<ScalingAnswer> answers) {
        ScalingAnswer first = answers.get(0);
        DrawnGroups drawn = new DrawnGroups(design, first);
        List<MeasuredGroup> measured = drawn.measured();
        List<FittedLaw> laws = drawn.laws();
        List<Entry> entries = new ArrayList<>();
        entries.add(SampleComplexity.of(design.along(), measured, laws));
        if (design.axis().isDimension()) {
            entries.add(SampleComplexity.perDimension(measured, laws));
        }
        if (laws.stream().anyMatch(law -> law.origin() == FittedLaw.Origin.RECURSION)) {
            entries.add(TheoryGap.of(design.along(), measured, laws));
        }
        if (design.axis().hasLaws()) {
            entries.add(LocalSlopes.of(design.along(), measured));
            entries.add(Residuals.of(
                    design.along(),
                    laws.stream()
                            .filter(law -> law.origin() == FittedLaw.Origin.FIT)
                            .toList()));
        }
        entries.addAll(tables(design, answers));
        List<String> introduction = new ArrayList<>(
                first.expectations().byCell().isEmpty() ? first.expectations().remark() : List.of());
        int all = design.groups().size();
        if (first.groups().size() < all) {
            introduction.add("Of " + all + " groups of cells, " + first.groups().size()
                    + " evenly chosen ones were compared with laws.");
        }
        return new Section("Sample complexity", introduction, entries);
    }

    /** All laws of each group beside each other, folded; what could not be fitted in words. */
    private static List<Entry> tables(StudyDesign design, List<ScalingAnswer> answers) {
        List<TextTable> tables = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (ScalingAnswer answer : answers) {
            String criterion = answers.size() == 1 ? "" : answer.criterion().words();
            for (GroupLaws group : Thinning.even(answer.groups(), MOST_TABLES)) {
                if (group.comparison().isPresent()) {
                    Entry table = LawTable.of(design.axis().toString(), group, criterion);
                    if (table instanceof TextTable laws) {
                        tables.add(laws);
                    } else if (table instanceof LeftOut none) {
                        entries.add(none);
                    }
                }
            }
        }
        if (!tables.isEmpty()) {
            entries.add(new Folded("All laws beside each other, and what they say", "", tables));
        }
        return entries;
    }
}

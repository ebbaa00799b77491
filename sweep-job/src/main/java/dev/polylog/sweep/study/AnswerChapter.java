package dev.polylog.sweep.study;

import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.FittedLaw;
import dev.polylog.sweep.report.figure.MeasuredGroup;
import dev.polylog.sweep.report.figure.Overview;
import java.util.ArrayList;
import java.util.List;

/** What stands first: the picture of the answer, and one table of all groups. */
final class AnswerChapter {
    private AnswerChapter() {}

    /**
     * The chapter.
     *
     * @param others what stands beside the picture of medians along the axis, or leads where there is none, such as learning curves
     */
    static Section of(StudyDesign design, List<ScalingAnswer> answers, List<Entry> others) {
        List<Entry> entries = new ArrayList<>(pictures(design, answers.get(0)));
        entries.addAll(others);
        GroupTable.of(design, answers).ifPresent(entries::add);
        if (!design.axis().hasLaws()) {
            AxisTable.of(design, answers).ifPresent(entries::add);
        }
        return new Section("At a glance", List.of(), entries);
    }

    /** Whether medians make a picture along the axis. */
    static boolean hasPictures(StudyDesign design, ScalingAnswer answer) {
        return !pictures(design, answer).isEmpty();
    }

    private static List<Entry> pictures(StudyDesign design, ScalingAnswer answer) {
        if (answer.groups().stream().noneMatch(group -> group.cells().size() > 1)) {
            return List.of();
        }
        DrawnGroups drawn = new DrawnGroups(design, answer);
        List<MeasuredGroup> measured = drawn.measured();
        List<FittedLaw> laws = drawn.leadingLaws();
        List<Entry> pictures = new ArrayList<>();
        pictures.add(Overview.of(design.along(), measured, laws));
        if (design.axis().isDimension()) {
            pictures.add(Overview.perDimension(measured, laws));
        }
        return pictures.stream().filter(Figure.class::isInstance).toList();
    }
}

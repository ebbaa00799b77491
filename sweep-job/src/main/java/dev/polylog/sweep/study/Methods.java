package dev.polylog.sweep.study;

import java.util.ArrayList;
import java.util.List;

/** How numbers were estimated and what names mean, said once for the whole report. */
final class Methods {
    private Methods() {}

    static List<String> of(StudyDesign design, List<ScalingAnswer> answers) {
        String axis = design.axis().toString();
        List<String> words = new ArrayList<>();
        words.add("n* of a run is the number of samples at which it has learned: at which it first had "
                + answers.get(0).criterion().words()
                + ". It is known to lie between two checkpoints; a run that never got there is censored, and no run is left out."
                + " Medians are Kaplan–Meier's. All intervals are 95 %; docs/analysis.md has the estimators.");
        String path = HyperparameterPath.of(design.grid(), design.axis());
        words.add(
                path.isEmpty()
                        ? "Cells are compared along " + axis + ", and nothing else changes along it."
                        : "Cells are compared along " + axis + ". Hyper-parameters follow the path " + path
                                + " along it"
                                + (design.axis().hasLaws() ? ", and the laws describe that path too." : "."));
        Expectations expectations = answers.get(0).expectations();
        if (!expectations.byCell().isEmpty()) {
            words.addAll(expectations.remark());
        }
        if (!design.axis().hasLaws()) {
            words.add("No law is fitted along " + axis
                    + ": the laws are about d. `polylog report --law` fits them all the same.");
        }
        if (answers.stream()
                .flatMap(answer -> answer.groups().stream())
                .anyMatch(group -> group.comparison().isPresent())) {
            words.add(LawTable.legend(axis));
        }
        return words;
    }
}

package dev.polylog.sweep.study;

import dev.polylog.sweep.claim.Ruling;
import dev.polylog.sweep.claim.Standing;
import dev.polylog.sweep.claim.Unmeasured;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.ArrayList;
import java.util.List;

/** What is claimed of the runs, and what they say to it. */
final class ClaimChapter {
    private ClaimChapter() {}

    /** The section; none if nothing is claimed. */
    static List<Section> of(List<Ruling> rulings, int stores) {
        if (rulings.isEmpty()) {
            return List.of();
        }
        List<String> header =
                new ArrayList<>(List.of("claim", "it says", "source", "measured", "of", "bound", "verdict"));
        if (stores > 1) {
            header.add(0, StudyDesign.STORE);
        }
        return List.of(new Section(
                "Claims",
                List.of(headline(rulings)),
                List.of(new TextTable(
                        "Claims and verdicts",
                        "A claim holds if the whole 95 % interval of what was measured lies within its bound, fails if all of"
                                + " it lies outside, and is undecided otherwise. docs/analysis.md says how each number and its"
                                + " interval come about. The intervals are of one claim each: of twenty, one may be off by chance.",
                        header,
                        rulings.stream().map(ruling -> row(ruling, stores)).toList()))));
    }

    /** Such as {@code Claims: 2 hold, 1 fails, 1 is undecided.} */
    static String headline(List<Ruling> rulings) {
        return "Claims: " + count(rulings, Standing.HOLDS, " holds", " hold") + ", "
                + count(rulings, Standing.FAILS, " fails", " fail") + ", "
                + count(rulings, Standing.UNDECIDED, " is undecided", " are undecided") + ".";
    }

    private static String count(List<Ruling> rulings, Standing standing, String one, String many) {
        long count =
                rulings.stream().filter(ruling -> ruling.standing() == standing).count();
        return Numerals.count(count) + (count == 1 ? one : many);
    }

    private static List<String> row(Ruling ruling, int stores) {
        String where =
                ruling.claim().where().map(condition -> " where " + condition).orElse("");
        String remark =
                ruling.reading() instanceof Unmeasured || ruling.remark().isEmpty() ? "" : ": " + ruling.remark();
        List<String> row = new ArrayList<>(List.of(
                ruling.claim().id(),
                ruling.claim().says(),
                ruling.claim().source(),
                ruling.words(),
                ruling.claim().measure() + where + remark,
                ruling.claim().relation().toString(),
                ruling.standing().toString()));
        if (stores > 1) {
            row.add(0, ruling.store());
        }
        return row;
    }
}

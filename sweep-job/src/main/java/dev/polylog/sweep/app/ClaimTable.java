package dev.polylog.sweep.app;

import dev.polylog.sweep.claim.Ruling;
import dev.polylog.sweep.study.Claims;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Claims with their verdicts, for a terminal. */
final class ClaimTable {
    private static final String INDENT = "  ";

    private ClaimTable() {}

    static void print(List<Ruling> rulings, PrintWriter out) {
        OptionalInt limit = Terminal.limit();
        int columns = limit.orElse(Integer.MAX_VALUE);
        boolean hasStores = rulings.stream().map(Ruling::store).distinct().count() > 1;
        TextTable table = table(rulings, hasStores);
        if (table.width() <= columns) {
            table.print(out);
        } else {
            table.printVertically(out);
        }
        out.println();
        for (Ruling ruling : rulings) {
            String remark = ruling.remark().isEmpty() ? "" : " (" + ruling.remark() + ")";
            String text =
                    (hasStores ? ruling.store() + ", " : "") + ruling.claim().id() + ": "
                            + ruling.claim().says() + ". " + ruling.claim().source() + "; "
                            + ruling.claim().measure()
                            + ruling.claim()
                                    .where()
                                    .map(condition -> " where " + condition)
                                    .orElse("") + remark + ".";
            Paragraph.wrap(text.replace("..", "."), Math.min(columns, 110), INDENT)
                    .forEach(out::println);
        }
        out.println();
        out.println(Claims.headline(rulings));
        out.flush();
    }

    private static TextTable table(List<Ruling> rulings, boolean hasStores) {
        List<String> header = new ArrayList<>(List.of("claim", "measured", "bound", "verdict"));
        if (hasStores) {
            header.add(0, "store");
        }
        TextTable table = new TextTable(header);
        for (Ruling ruling : rulings) {
            List<String> row = new ArrayList<>(List.of(
                    ruling.claim().id(),
                    ruling.words(),
                    ruling.claim().relation().toString(),
                    ruling.standing().toString()));
            if (hasStores) {
                row.add(0, ruling.store());
            }
            table.add(row);
        }
        return table;
    }
}

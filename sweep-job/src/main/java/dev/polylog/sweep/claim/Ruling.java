package dev.polylog.sweep.claim;

import dev.polylog.sweep.grid.Claim;

/**
 * A claim and what became of it.
 *
 * @param store name of the store that its runs are in
 * @param cells number of cells that it is about
 * @param reading of its statistic
 */
public record Ruling(String store, Claim claim, int cells, Reading reading, Standing standing) {

    /** Measures a claim on its cells. */
    public static Ruling of(String store, Claim claim, ClaimedCells cells) {
        Reading reading = cells.isEmpty()
                ? new Unmeasured("none of its cells has runs")
                : Statistic.named(claim.measure().statistic())
                        .<Reading>map(statistic -> statistic.of(cells, claim.measure()))
                        .orElseGet(() -> new Unmeasured("this version of Polylog has no statistic "
                                + claim.measure().statistic()));
        return new Ruling(store, claim, cells.size(), reading, Standing.of(claim.relation(), reading));
    }

    /** The measurement with its interval, or why there is none. */
    public String words() {
        return reading instanceof Unmeasured none ? none.reason() : reading.toString();
    }

    /** What else there is to see; may be empty. */
    public String remark() {
        return reading instanceof Measurement measurement ? measurement.remark() : "";
    }
}

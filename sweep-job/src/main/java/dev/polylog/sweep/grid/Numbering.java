package dev.polylog.sweep.grid;

import java.io.Serializable;

/** Which cell of a grid each cell of a plan is. */
public final class Numbering implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of a grid that is the plan. */
    public static final Numbering SAME = new Numbering(new int[0]);

    /** That a cell of the plan is not in the grid. */
    public static final int NONE = -1;

    private final int[] cells;

    private Numbering(int[] cells) {
        this.cells = cells;
    }

    /** Cell i of the plan is cell {@code cells[i]} of the grid, or {@link #NONE}. */
    static Numbering of(int[] cells) {
        return new Numbering(cells.clone());
    }

    /** The cell of the grid, or {@link #NONE}. */
    public int of(int cell) {
        return cells.length == 0 ? cell : cells[cell];
    }
}

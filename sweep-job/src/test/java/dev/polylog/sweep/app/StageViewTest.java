package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageViewTest {
    @Test
    void theStageGivesWayFirst() {
        assertThat(text(80)).isEqualTo("Making the report: drawing figures, 1 min 12 s");
        assertThat(text(40)).isEqualTo("Making the report, 1 min 12 s");
        assertThat(text(20)).isEqualTo("Making the report");
        for (int columns = 0; columns < 100; columns++) {
            assertThat(text(columns)).hasSizeLessThanOrEqualTo(columns);
        }
    }

    private static String text(int columns) {
        return StageView.text("Making the report", "drawing figures", "1 min 12 s", columns);
    }
}

package dev.polylog.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void writesEverything() throws Exception {
        Path folder = Path.of("target/sample-report");
        assertThat(Report.write(SampleReport.content(), FileSink.folder(folder)))
                .isEmpty();
    }
}

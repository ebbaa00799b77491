package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoreNamesTest {
    @Test
    void foldersNameStores() {
        assertThat(StoreNames.of(List.of("/home/out/a", "/home/out/b"))).containsExactly("a", "b");
    }

    @Test
    void parentsTellEqualNamesApart() {
        assertThat(StoreNames.of(List.of("/x/old/a", "/x/new/a", "/x/new/b"))).containsExactly("old/a", "new/a", "b");
        assertThat(StoreNames.of(List.of("/p/x/a", "/q/x/a"))).containsExactly("p/x/a", "q/x/a");
        assertThat(StoreNames.of(List.of("/a", "/b/a", "hdfs://host/a"))).doesNotHaveDuplicates();
    }
}

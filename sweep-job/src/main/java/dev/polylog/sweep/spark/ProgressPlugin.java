package dev.polylog.sweep.spark;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Carries progress from tasks to the driver at once; accumulators would arrive only with heartbeats. */
public final class ProgressPlugin implements SparkPlugin {
    private static volatile @Nullable PluginContext executor;
    private static volatile @Nullable Consumer<PackProgress> listener;

    /** Tells the driver, if it listens. Progress is not worth a failure. */
    static void tell(PackProgress progress) {
        PluginContext context = executor;
        if (context != null) {
            try {
                context.send(progress);
            } catch (IOException | RuntimeException e) {
                LoggerFactory.getLogger(ProgressPlugin.class).warn("Cannot send progress", e);
            }
        }
    }

    static void listen(Consumer<PackProgress> consumer) {
        listener = consumer;
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public @Nullable Object receive(Object message) {
                Consumer<PackProgress> consumer = listener;
                if (consumer != null && message instanceof PackProgress progress) {
                    consumer.accept(progress);
                }
                return null;
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext context, Map<String, String> configuration) {
                executor = context;
            }

            @Override
            public void shutdown() {
                executor = null;
            }
        };
    }
}

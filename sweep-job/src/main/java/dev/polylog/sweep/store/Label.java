package dev.polylog.sweep.store;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.Optional;

/**
 * The text on a store.
 *
 * @param format version of the store's format
 * @param sweep name of the sweep that owns it
 * @param epoch number of drivers that it has had
 */
record Label(int format, String sweep, int epoch) {
    static final int FORMAT = 1;

    /** Of a newer format, all that can be relied on is its number. */
    static Optional<Label> parse(String text) {
        try {
            Config config = ConfigFactory.parseString(text);
            if (config.getInt("format") > FORMAT) {
                return Optional.of(new Label(config.getInt("format"), "", 0));
            }
            return Optional.of(new Label(config.getInt("format"), config.getString("sweep"), config.getInt("epoch")));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    String text() {
        return ConfigFactory.empty()
                        .withValue("format", ConfigValueFactory.fromAnyRef(format))
                        .withValue("sweep", ConfigValueFactory.fromAnyRef(sweep))
                        .withValue("epoch", ConfigValueFactory.fromAnyRef(epoch))
                        .root()
                        .render(ConfigRenderOptions.concise())
                + "\n";
    }
}

package dev.polylog.sweep.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code runs} file promises about another file of its pack.
 *
 * @param bytes its size
 * @param rows its rows
 * @param sha256 hash of its content, in hexadecimal
 */
record Digest(long bytes, long rows, String sha256) {
    private static final Pattern TEXT = Pattern.compile("bytes=(\\d{1,18});rows=(\\d{1,18});sha256=([0-9a-f]{64})");

    static Optional<Digest> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Digest(
                        Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "bytes=" + bytes + ";rows=" + rows + ";sha256=" + sha256;
    }
}

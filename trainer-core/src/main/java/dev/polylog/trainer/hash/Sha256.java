package dev.polylog.trainer.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
    private Sha256() {}

    /** A digest without content. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The start of the hash of some content, in hexadecimal.
     *
     * @param bytes of the hash, two digits each
     */
    public static String hex(byte[] content, int bytes) {
        return HexFormat.of().formatHex(start().digest(content), 0, bytes);
    }
}

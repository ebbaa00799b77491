package dev.polylog.trainer.oracle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the bits of numbers, big-endian. */
public final class Digest {
    private final MessageDigest sha;

    public Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Digest add(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (float value : values) {
            bytes.putInt(Float.floatToRawIntBits(value));
        }
        sha.update(bytes.array());
        return this;
    }

    public Digest add(double value) {
        sha.update(ByteBuffer.allocate(8)
                .putLong(Double.doubleToRawLongBits(value))
                .array());
        return this;
    }

    /** The first 64 bits of the digest, in hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(sha.digest(), 0, 8);
    }
}

package org.tafelronde.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what others carry for us, so that nobody can make it up (HMAC-SHA256 with the server's secret). */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public Seal(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * @param purpose what is signed for one purpose is worth nothing for another
     * @return letters, digits, dashes and underscores
     */
    public String sign(String purpose, String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose, value));
    }

    /** For one purpose, and of no use for another. */
    byte[] keyFor(String purpose) {
        return mac("key", purpose);
    }

    private byte[] mac(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    public boolean isSigned(String purpose, String value, String signature) {
        // Takes as long for a nearly right signature as for a wrong one.
        return MessageDigest.isEqual(
                sign(purpose, value).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}

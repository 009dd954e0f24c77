package org.tafelronde.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Locks what is kept, so that who has the database alone cannot read it (AES-GCM with a key made from the server's secret). */
public final class Vault {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    public Vault(Seal seal) {
        this.key = new SecretKeySpec(seal.keyFor("vault"), "AES");
    }

    /** It was locked with another secret, for something else, or it was changed. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super("locked with another secret, or damaged", cause);
        }
    }

    /**
     * @param about whose it is: what was locked for one does not open for another
     * @return letters, digits, dashes and underscores; another text every time
     */
    public String lock(String about, String plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, about, nonce).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(NONCE + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /**
     * @throws Unreadable when this vault did not lock it about this
     */
    public String unlock(String about, String locked) throws Unreadable {
        try {
            ByteBuffer both = ByteBuffer.wrap(Base64.getUrlDecoder().decode(locked));
            byte[] nonce = new byte[NONCE];
            both.get(nonce);
            byte[] rest = new byte[both.remaining()];
            both.get(rest);
            return new String(cipher(Cipher.DECRYPT_MODE, about, nonce).doFinal(rest), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new Unreadable(e);
        }
    }

    private Cipher cipher(int mode, String about, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

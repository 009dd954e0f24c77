package org.tafelronde.secret;

import java.security.SecureRandom;

/** Makes ids and secrets that nobody guesses: 130 bits in 26 letters and digits. */
public final class Tokens {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    public static String next() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        StringBuilder token = new StringBuilder(LENGTH);
        for (byte b : bytes) {
            token.append(DIGITS[b & 31]);
        }
        return token.toString();
    }
}

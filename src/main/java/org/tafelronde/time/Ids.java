package org.tafelronde.time;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes ids: 26 characters that sort by the time they were made, also within one millisecond. Safe for use by many threads.
 */
public final class Ids {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_DIGITS = 10;
    private static final int COUNT_DIGITS = 4;
    private static final int RANDOM_DIGITS = 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private int count;

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized String next() {
        long millis = Math.max(clock.instant().toEpochMilli(), lastMillis);
        count = millis == lastMillis ? count + 1 : 0;
        if (count >= 1 << (5 * COUNT_DIGITS)) {
            millis++;
            count = 0;
        }
        lastMillis = millis;
        StringBuilder id = new StringBuilder();
        digits(id, millis, TIME_DIGITS);
        digits(id, count, COUNT_DIGITS);
        digits(id, random.nextLong(), RANDOM_DIGITS);
        return id.toString();
    }

    /** A few letters and digits that people can read out, without order. */
    public String shortName() {
        StringBuilder name = new StringBuilder();
        digits(name, random.nextLong(), 5);
        return name.toString();
    }

    /** When an id was made; empty for what is no id of ours. */
    public static Optional<Instant> madeAt(String id) {
        if (id.length() != TIME_DIGITS + COUNT_DIGITS + RANDOM_DIGITS) {
            return Optional.empty();
        }
        long millis = 0;
        for (int i = 0; i < TIME_DIGITS; i++) {
            int digit = Arrays.binarySearch(DIGITS, id.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            millis = millis << 5 | digit;
        }
        return Optional.of(Instant.ofEpochMilli(millis));
    }

    private static void digits(StringBuilder to, long value, int n) {
        for (int i = n - 1; i >= 0; i--) {
            to.append(DIGITS[(int) (value >>> (5 * i)) & 31]);
        }
    }
}

package org.tafelronde.domain.session;

import java.time.Duration;

/** The numbers of a café that are not the script's to choose. */
public final class Limits {
    /** Check-in opens this long before the planned start (F4). */
    public static final Duration CHECK_IN_BEFORE = Duration.ofMinutes(15);
    /** Check-in stays open this long after the start; then people are seated (F4). */
    public static final Duration CHECK_IN_AFTER = Duration.ofMinutes(2);
    /** The tables are told how much time is left at these moments (F20). */
    public static final Duration FIRST_WARNING = Duration.ofMinutes(5);

    public static final Duration LAST_WARNING = Duration.ofMinutes(1);
    /** More than this lies between a round's half-time and the first warning; in a shorter round nobody is told of half-time. */
    public static final Duration BEFORE_FIRST_WARNING = Duration.ofMinutes(1);
    /** After a round's end people finish their sentence; then the host is asked for the handover card (F20). */
    public static final Duration GRACE = Duration.ofMinutes(1);
    /** A round is no shorter, rehearsals excepted (F2). */
    public static final Duration SHORTEST_ROUND = Duration.ofMinutes(8);
    /** Choosing takes at least this (F22). */
    public static final Duration SHORTEST_PICK = Duration.ofMinutes(5);
    /** A theme names its chosen questions in no less (F22). */
    public static final Duration SHORTEST_FEEDBACK_OF_A_THEME = Duration.ofMinutes(1);
    /** A prompt of the debrief is written about and read in no less (F22). */
    public static final Duration SHORTEST_DEBRIEF_PROMPT = Duration.ofMinutes(2);
    /** No intervention comes later than this before a round's end (F2, F31). */
    public static final Duration NO_INTERVENTION_BEFORE_END = Duration.ofMinutes(4);
    /** Spare interventions a table can bear in one round (F31). */
    public static final int SPARE_INTERVENTIONS = 2;
    /** Votes that everybody has for a theme (F47). */
    public static final int VOTES = 3;
    /** Questions that a theme puts on top (F47). */
    public static final int TOP = 3;
    /** People in one café (F9). */
    public static final int PEOPLE = 1_000;
    /** People of a meeting room who share a seat (F66). */
    public static final int ROOM = 50;
    /** Characters in a question, an answer, a broadcast. */
    public static final int TEXT = 2_000;
    /** One extension at most. */
    public static final Duration EXTENSION = Duration.ofHours(2);

    private Limits() {}
}

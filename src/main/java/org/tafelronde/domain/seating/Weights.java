package org.tafelronde.domain.seating;

/**
 * How bad is what. A rule costs so much that no number of lesser things makes up for it; while a search is under way the walls are low,
 * as the way to a good plan may lead over one.
 */
final class Weights {
    /** A traveller who stays with a theme, or half a broken handover. */
    static final int RULE = 10_000;

    static final int HOSTING_TWICE = 3_000;
    static final int REVISIT = 1_000;
    /** A host who is not there in the next round, to hand over. */
    static final int NO_HANDOVER = 100;

    static final int APART = 50;
    /** In a repair: somebody has to be told of another seat. */
    static final int CHANGED_SEAT = 40;

    static final int REPEAT = 10;
    static final int SAME_ORGANISATION = 3;
    static final int SAME_ROLE = 1;
    /** Two meeting rooms at a table. */
    static final int TWO_ROOMS = 1;

    /** The walls of a search that still roams, and of one that settles. */
    static final int LOW_WALL = 30;

    static final int HIGH_WALL = 150;

    private Weights() {}
}

package org.tafelronde.domain.session;

/**
 * A café is rehearsed by virtual people (F8).
 *
 * @param people how many
 * @param alone whether the facilitator is virtual too: nobody watches
 * @param awaited whether somebody still waits to be told what it came to
 */
public record Rehearsal(int people, boolean alone, boolean awaited) {
    Rehearsal told() {
        return new Rehearsal(people, alone, false);
    }
}

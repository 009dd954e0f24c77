package org.tafelronde.domain.session;

/**
 * A café is rehearsed by virtual people (F8).
 *
 * @param people how many
 * @param alone whether the facilitator is virtual too: nobody watches
 */
public record Rehearsal(int people, boolean alone) {}

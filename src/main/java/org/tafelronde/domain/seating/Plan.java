package org.tafelronde.domain.seating;

/**
 * A rotation and what it costs.
 *
 * @param provenBest whether no other rotation with these tables has fewer repeated meetings
 */
public record Plan(Rotation rotation, Costs costs, boolean provenBest) {}

package org.tafelronde.domain.seating;

/**
 * What is not ideal about a rotation, in the order of its weight.
 *
 * @param hostingTwice hosts beyond their first time
 * @param revisits times that somebody comes back to a theme
 * @param apart times that two people meet who should not
 * @param repeats meetings of two people beyond their first
 * @param sameOrganisation pairs of one organisation at a table
 */
public record Costs(int hostingTwice, int revisits, int apart, int repeats, int sameOrganisation) {}

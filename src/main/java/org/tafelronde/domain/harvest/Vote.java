package org.tafelronde.domain.harvest;

/** One person finds one question of a theme important. */
public record Vote(String theme, String voter, String question) {}

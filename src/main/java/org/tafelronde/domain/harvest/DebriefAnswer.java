package org.tafelronde.domain.harvest;

import java.time.Instant;

/**
 * What somebody wrote when looking back.
 *
 * @param prompt index of the debrief's prompt, from 0
 */
public record DebriefAnswer(String id, String session, int prompt, String by, String text, Instant at) {}

/**
 * Slack. Outward, {@link org.tafelronde.slack.SlackPlatform} says what the Courier brings it; inward, {@link org.tafelronde.slack.Ears}
 * makes an {@code Incoming} of what people did and acknowledges it after the Door has returned.
 *
 * <p>Everything has its workspace in front of its id: a place is {@code TEAM/CHANNEL}, a person {@code TEAM/USER}; a message is called by
 * its timestamp.
 */
@NullMarked
package org.tafelronde.slack;

import org.jspecify.annotations.NullMarked;

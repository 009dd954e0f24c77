/**
 * Microsoft Teams, by the Bot Connector's protocol and Microsoft Graph. Outward, {@link org.tafelronde.teams.TeamsPlatform} says what the
 * Courier brings it; inward, {@link org.tafelronde.teams.Ears} makes an {@code Incoming} of an activity that {@link
 * org.tafelronde.teams.Gate} let in.
 *
 * <p>A place is {@code TEAM/CHANNEL}, or {@code TEAM/CHANNEL/ROOT} where a table has only a thread, or {@code -/CHAT}; a person
 * is their object id in the directory. What must be known to speak first (the service's address, people's ids) is in {@link
 * org.tafelronde.teams.Notes}.
 */
@NullMarked
package org.tafelronde.teams;

import org.jspecify.annotations.NullMarked;

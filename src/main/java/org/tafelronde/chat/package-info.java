/**
 * What chat is: one port that Slack, Teams and the web chat each fill in.
 *
 * <p>In come {@link org.tafelronde.chat.Incoming} things through the {@link org.tafelronde.chat.Door}; out go
 * {@link org.tafelronde.chat.Outgoing} things through a {@link org.tafelronde.chat.ChatPlatform}.
 */
@NullMarked
package org.tafelronde.chat;

import org.jspecify.annotations.NullMarked;

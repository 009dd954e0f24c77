package org.tafelronde.webchat;

import java.util.Optional;
import org.tafelronde.chat.Answer;

/**
 * What became of words.
 *
 * @param message empty when they were a command: nobody else saw them
 * @param answer what the bot whispers back
 */
public record Spoken(Optional<WebMessage> message, Answer answer) {}

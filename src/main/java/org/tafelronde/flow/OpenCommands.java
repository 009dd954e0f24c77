package org.tafelronde.flow;

import java.util.Map;
import org.tafelronde.chat.Answer;

/** A new café. */
final class OpenCommands {
    OpenCommands(Stores stores, Settings settings) {}

    Answer open(Hearing h, CommandLine line, Map<String, String> values) {
        return Answer.SILENT;
    }
}

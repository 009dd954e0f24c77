package org.tafelronde.flow;

import org.tafelronde.chat.Answer;

/** Ending. */
final class EndCommands {
    EndCommands(Hearing h, Turn t) {}

    Answer digest() {
        return Answer.SILENT;
    }

    Answer publish() {
        return Answer.SILENT;
    }

    Answer close(CommandLine l) {
        return Answer.SILENT;
    }

    Answer archive() {
        return Answer.SILENT;
    }

    Answer delete(CommandLine l) {
        return Answer.SILENT;
    }
}

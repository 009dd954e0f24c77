package org.tafelronde.flow;

import org.tafelronde.chat.Answer;

/** Tables. */
final class TableCommands {
    TableCommands(Hearing h, Turn t) {}

    Answer move(CommandLine l) {
        return Answer.SILENT;
    }

    Answer host(CommandLine l) {
        return Answer.SILENT;
    }

    Answer broadcast(String t) {
        return Answer.SILENT;
    }

    Answer deputy(String t) {
        return Answer.SILENT;
    }

    Answer takeOver() {
        return Answer.SILENT;
    }
}

package org.tafelronde.flow;

import org.tafelronde.chat.Answer;

/** Looking. */
final class LookCommands {
    LookCommands(Hearing h, Turn t) {}

    Answer check() {
        return Answer.SILENT;
    }

    Answer status() {
        return Answer.SILENT;
    }

    Answer plan() {
        return Answer.SILENT;
    }

    Answer etiquette() {
        return Answer.SILENT;
    }

    Answer theCase() {
        return Answer.SILENT;
    }
}

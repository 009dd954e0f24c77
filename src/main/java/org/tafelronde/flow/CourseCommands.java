package org.tafelronde.flow;

import org.tafelronde.chat.Answer;

/** The plan under way. */
final class CourseCommands {
    CourseCommands(Hearing h, Turn t) {}

    Answer start() {
        return Answer.SILENT;
    }

    Answer pause() {
        return Answer.SILENT;
    }

    Answer resume(CommandLine l) {
        return Answer.SILENT;
    }

    Answer extend(CommandLine l) {
        return Answer.SILENT;
    }

    Answer skip(CommandLine l) {
        return Answer.SILENT;
    }

    Answer intervene(CommandLine l, java.util.Map<String, String> v) {
        return Answer.SILENT;
    }
}

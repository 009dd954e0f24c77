package org.tafelronde.store.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.ScriptProblem;

/** One script's file, read. Whatever is in it, there is an answer and no exception. */
sealed interface ScriptFile {
    /**
     * @param pictures by the name of their file, as in the script
     * @param beside the names of all files that it was read from, besides its own
     */
    record Good(Script script, Map<String, Media.Medium> pictures, List<String> beside) implements ScriptFile {
        public Good {
            pictures = Map.copyOf(pictures);
            beside = List.copyOf(beside);
        }
    }

    /**
     * @param problems at least one, by line
     */
    record Bad(List<ScriptProblem> problems) implements ScriptFile {
        public Bad {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file, and those that it names: its picture, its examples.
     *
     * @param file problems name it as it is given here
     */
    static ScriptFile read(Path file) {
        return new Reading(file).read();
    }

    /** The file's name without its ending. */
    static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}

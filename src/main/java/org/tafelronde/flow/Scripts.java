package org.tafelronde.flow;

import java.util.List;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.ScriptProblem;

/** The scripts' folder. */
public interface Scripts {
    /**
     * @param name a file's name without its ending
     */
    Found find(String name);

    /** All scripts in the folder that can be run, by name. */
    List<Script> all();

    /** A picture that a script shows. */
    Media.Medium picture(Script script, String file);

    /** What came of looking. */
    sealed interface Found {
        record Good(Script script) implements Found {}

        record Bad(List<ScriptProblem> problems) implements Found {
            public Bad {
                problems = List.copyOf(problems);
            }
        }

        record None(String asked, List<String> names) implements Found {
            public None {
                names = List.copyOf(names);
            }
        }
    }
}

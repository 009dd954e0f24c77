package org.tafelronde.cli;

import java.util.stream.Collectors;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.ScriptProblem;
import org.tafelronde.flow.Scripts;
import org.tafelronde.store.script.YamlScripts;

/** The script that somebody named, without opening anything but the file. */
final class ScriptFiles {
    private ScriptFiles() {}

    static Scripts.Found find(String name) {
        return new YamlScripts(folder()).admit(name);
    }

    /** Where scripts are looked for by name. */
    static String folder() {
        return System.getenv().getOrDefault("TAFELRONDE_SCRIPTS", "seeds/scripts");
    }

    static String nowhere(Scripts.Found.None none) {
        return none.asked() + ": there is no such script; "
                + (none.names().isEmpty()
                        ? "give a path, or set TAFELRONDE_SCRIPTS to the folder of your scripts"
                        : "give a path, or one of " + String.join(", ", none.names()));
    }

    /**
     * @throws Exit.Wrong with all that is wrong with it
     */
    static Script require(String name) {
        return switch (find(name)) {
            case Scripts.Found.Good good -> good.script();
            case Scripts.Found.Bad bad ->
                throw new Exit.Wrong(bad.problems().stream()
                        .map(ScriptProblem::toString)
                        .collect(Collectors.joining(System.lineSeparator())));
            case Scripts.Found.None none -> throw new Exit.Wrong(nowhere(none));
        };
    }
}

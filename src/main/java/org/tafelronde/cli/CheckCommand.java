package org.tafelronde.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.ScriptProblem;
import org.tafelronde.flow.Scripts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what is wrong with scripts: where, and how to mend it (F2). */
@Command(name = "check", description = "Says what is wrong with a script, where, and how to mend it.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SCRIPT", description = "A path, or a name in the scripts' folder.")
    private List<String> scripts;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean fine = true;
        for (String name : scripts) {
            switch (ScriptFiles.find(name)) {
                case Scripts.Found.Good good -> out.println(line(name, good.script()));
                case Scripts.Found.Bad bad -> {
                    fine = false;
                    bad.problems().stream().map(ScriptProblem::toString).forEach(out::println);
                }
                case Scripts.Found.None none -> {
                    fine = false;
                    out.println(ScriptFiles.nowhere(none));
                }
            }
        }
        out.flush();
        return fine ? Exit.FINE : Exit.WRONG;
    }

    private static String line(String name, Script script) {
        return name + ": fine: \"" + script.title() + "\", " + script.themes().size() + " themes, "
                + script.rounds().size() + " rounds, " + script.length().toMinutes() + " minutes";
    }
}

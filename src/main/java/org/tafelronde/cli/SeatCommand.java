package org.tafelronde.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.seating.Instance;
import org.tafelronde.domain.seating.Plan;
import org.tafelronde.domain.seating.Planner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who sits where, for people and tables from a file, and how far that is from what is possible (F12). */
@Command(
        name = "seat",
        description = "Makes the seating plan for an instance, and says whether a better one is possible.")
final class SeatCommand implements Callable<Integer> {
    @Parameters(paramLabel = "INSTANCE.json", description = "People, tables and rounds.")
    private Path instance;

    @Option(names = "--seed", description = "The same seed gives the same plan (the instance's own).")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "PLAN.json", description = "Writes the plan there, not to standard output.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Instance read = SeatingFiles.read(instance);
        Instance wanted = seed == null ? read : read.seeded(seed);
        Plan plan = planned(wanted);
        write(SeatingFiles.text(wanted.planFile(plan.rotation())));
        PrintWriter err = spec.commandLine().getErr();
        plan.faults().stream()
                .findFirst()
                .ifPresent(first -> err.println("tafelronde: the plan does not keep all rules, as " + first
                        + (plan.faults().size() == 1
                                ? ""
                                : " (and " + (plan.faults().size() - 1) + " more)")
                        + "; more people or fewer tables may help"));
        err.println(Verdict.on(plan));
        err.flush();
        return plan.faults().isEmpty() ? Exit.FINE : Exit.WRONG;
    }

    private Plan planned(Instance wanted) {
        try {
            return Planner.plan(wanted.problem(), Planner.THOROUGH);
        } catch (IllegalArgumentException e) {
            throw new Exit.Wrong(instance + ": " + e.getMessage());
        }
    }

    private void write(String plan) {
        if (out == null) {
            PrintWriter to = spec.commandLine().getOut();
            to.print(plan);
            to.flush();
            return;
        }
        try {
            Files.writeString(out, plan);
        } catch (IOException e) {
            throw new Exit.Wrong(out + ": the plan cannot be written there (" + SeatingFiles.why(e) + ")");
        }
    }
}

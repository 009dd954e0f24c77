package org.tafelronde.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tafelronde.Server;
import org.tafelronde.flow.Retention;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the server does once a day by itself: cafés that are past their time are deleted, with all that was said in them. */
@Command(
        name = "purge",
        description =
                "Deletes the cafés that ended TAFELRONDE_RETENTION_DAYS days ago, or were left alone for that long.")
final class PurgeCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (Server server = Server.withoutTime(Map.of("tafelronde.store.shared", true))) {
            Retention retention = server.bean(Retention.class);
            int gone = retention.purge(server.bean(InstantSource.class).instant());
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%d %s past %s time of %d days: deleted%n",
                    gone,
                    gone == 1 ? "café is" : "cafés are",
                    gone == 1 ? "its" : "their",
                    retention.kept().toDays());
            out.flush();
            return Exit.FINE;
        }
    }
}

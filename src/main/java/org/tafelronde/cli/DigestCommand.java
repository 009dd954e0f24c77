package org.tafelronde.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tafelronde.Server;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All formats again, from what is kept. */
@Command(name = "digest", description = "Writes a session's digest in all formats, from what is kept.")
final class DigestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SESSION", description = "The session's id.")
    private String session;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to.")
    private Path out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.withoutTime(Map.of("tafelronde.store.shared", true))) {
            new SessionFolder(server).write(session, out, spec.commandLine().getOut());
            return Exit.FINE;
        }
    }
}

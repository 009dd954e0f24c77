package org.tafelronde.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's commands, how they end, and what is said when they do not end well. */
@Command(
        name = "tafelronde",
        description = "Runs remote World Cafés. Without a command it serves.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            RehearseCommand.class,
            DigestCommand.class,
            SeatCommand.class,
            DoctorCommand.class,
            PurgeCommand.class,
            TeamsPackageCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Cli implements Runnable {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Shows the whole story when something breaks.")
    private boolean verbose;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /**
     * Runs a command.
     *
     * @return 0 fine; 1 the input or the outcome is wrong; 2 wrong usage; 70 a bug
     */
    public static int run(String... args) {
        Memory.frugal();
        return new Cli().line().execute(args);
    }

    private CommandLine line() {
        return new CommandLine(this).setExecutionExceptionHandler((e, line, parsed) -> failed(e, line.getErr()));
    }

    @Override
    public void run() {
        int code = new CommandLine(new ServeCommand())
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line.getErr()))
                .execute();
        if (code != Exit.FINE) {
            throw new Exit.Quietly(code);
        }
    }

    private int failed(Exception e, PrintWriter err) {
        if (verbose) {
            e.printStackTrace(err);
        }
        return Exit.of(e, err);
    }

    /** From the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"Tafelronde " + (version == null ? "(not packed)" : version)};
        }
    }
}

package org.tafelronde.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tafelronde.teams.TeamsPackage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the file that an administrator uploads to Teams, with what is set filled in. */
@Command(
        name = "teams-package",
        description = "Makes the app's package for Microsoft Teams: a zip to be uploaded there.")
final class TeamsPackageCommand implements Callable<Integer> {
    @Option(
            names = "--app-id",
            paramLabel = "ID",
            defaultValue = "${sys:teams.app-id:-${env:TEAMS_APP_ID:-}}",
            description = "The id of the app in Microsoft Entra (TEAMS_APP_ID).")
    private String appId;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = "${sys:tafelronde.base-url:-${env:TAFELRONDE_BASE_URL:-}}",
            description = "Where people find this server (TAFELRONDE_BASE_URL).")
    private String baseUrl;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "tafelronde-teams.zip",
            description = "Where it is written (${DEFAULT-VALUE}).")
    private Path out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        byte[] made;
        try {
            made = TeamsPackage.of(appId, baseUrl);
        } catch (IllegalArgumentException e) {
            throw new Exit.Wrong(String.valueOf(e.getMessage()));
        }
        try {
            Files.write(out, made);
        } catch (IOException e) {
            throw new Exit.Wrong(out + ": it cannot be written there");
        }
        PrintWriter to = spec.commandLine().getOut();
        to.println(out + ": upload it in Teams (Apps, Manage your apps, Upload an app), and add it to a team");
        to.flush();
        return Exit.FINE;
    }
}

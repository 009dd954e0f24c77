package org.tafelronde.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tafelronde.Server;
import org.tafelronde.SettingProblem;
import org.tafelronde.chat.Doctor;
import org.tafelronde.chat.Finding;
import org.tafelronde.domain.session.Afterwards;
import org.tafelronde.flow.Retention;
import org.tafelronde.flow.Scripts;
import org.tafelronde.flow.Settings;
import org.tafelronde.flow.Stores;
import org.tafelronde.store.StoreProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is set, what answers, what is missing, and how to mend it. Values are never shown: they may be secrets. */
@Command(
        name = "doctor",
        description = "Says which settings are there, which platforms answer, what is missing and how to mend it.")
final class DoctorCommand implements Callable<Integer> {
    private static final List<String> SETTINGS = List.of(
            "TAFELRONDE_DB",
            "TAFELRONDE_SCRIPTS",
            "TAFELRONDE_HOST",
            "TAFELRONDE_PORT",
            "TAFELRONDE_BASE_URL",
            "TAFELRONDE_FACILITATORS",
            "TAFELRONDE_TIME_ZONE",
            "TAFELRONDE_RETENTION_DAYS",
            "TAFELRONDE_SECRET",
            "TAFELRONDE_METRICS",
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "SLACK_APP_TOKEN",
            "SLACK_CLIENT_ID",
            "SLACK_CLIENT_SECRET",
            "SLACK_API_URL",
            "TEAMS_APP_ID",
            "TEAMS_APP_SECRET",
            "TEAMS_TENANT_ID",
            "TEAMS_OPENID_URL",
            "TEAMS_TOKEN_URL",
            "TEAMS_GRAPH_URL",
            "TEAMS_SERVICE_HOSTS",
            "TEAMS_TARGETED");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> all = new ArrayList<>();
        all.add(settings());
        try (Server server = Server.withoutTime(Map.of("tafelronde.store.shared", true))) {
            all.add(tried("the address", "what is set can be used", server::address));
            all.add(tried("the time zone", "is known", () -> server.bean(Settings.class)));
            all.add(tried(
                    "the database",
                    "opens, and has its tables",
                    () -> server.bean(Stores.class).sessions().all()));
            all.addAll(scripts(server.bean(Scripts.class)));
            boolean store = all.stream().allMatch(f -> f.isOk() || !f.what().startsWith("the database"));
            if (store) {
                all.add(retention(server));
                server.beans(Doctor.class).forEach(doctor -> all.addAll(doctor.examine()));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        all.forEach(f -> out.printf("%-8s %s%n", f.state().name().toLowerCase(Locale.ROOT), f.what()));
        out.flush();
        return all.stream().allMatch(Finding::isOk) ? Exit.FINE : Exit.WRONG;
    }

    private static Finding settings() {
        List<String> there = SETTINGS.stream().filter(DoctorCommand::isSet).toList();
        return Finding.ok(
                there.isEmpty()
                        ? "settings: none, so everything is as it comes"
                        : "settings: " + String.join(", ", there) + "; the others are as they come");
    }

    private static boolean isSet(String name) {
        String property = name.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
        return !System.getenv().getOrDefault(name, "").isBlank()
                || !System.getProperty(property, "").isBlank();
    }

    private static Finding retention(Server server) {
        try {
            Retention retention = server.bean(Retention.class);
            long notes =
                    Afterwards.FOLLOW_UPS.stream().filter(retention::allows).count();
            return Finding.ok(
                    "the retention: a café is deleted " + retention.kept().toDays()
                            + " days after its end, so its actions are asked after " + notes + " of "
                            + Afterwards.FOLLOW_UPS.size() + " times");
        } catch (RuntimeException e) {
            return Finding.wrong("the retention", why(e));
        }
    }

    private static Finding tried(String what, String good, Runnable work) {
        try {
            work.run();
            return Finding.ok(what + ": " + good);
        } catch (RuntimeException e) {
            return Finding.wrong(what, why(e));
        }
    }

    private static String why(Throwable failure) {
        Throwable root = failure;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreProblem || at instanceof SettingProblem) {
                return String.valueOf(at.getMessage());
            }
            root = at;
        }
        return String.valueOf(root.getMessage());
    }

    private static List<Finding> scripts(Scripts scripts) {
        Path folder = Path.of(ScriptFiles.folder());
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.missing(
                    "the scripts' folder " + folder + " is not there",
                    "set TAFELRONDE_SCRIPTS to the folder of your scripts"));
        }
        int good = scripts.all().size();
        List<Finding> all = new ArrayList<>();
        all.add(
                good == 0
                        ? Finding.missing(
                                "the scripts' folder " + folder + " holds no script that can be run",
                                "put one there, or set TAFELRONDE_SCRIPTS")
                        : Finding.ok("scripts: " + good + " in " + folder));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .filter(f -> ScriptFiles.find(f.toString()) instanceof Scripts.Found.Bad)
                    .forEach(f -> all.add(
                            Finding.wrong("the script " + f.getFileName(), "see what is wrong by: check " + f)));
        } catch (java.io.IOException e) {
            all.add(Finding.wrong("the scripts' folder " + folder, "it cannot be read"));
        }
        return all;
    }
}

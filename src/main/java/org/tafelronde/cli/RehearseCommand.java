package org.tafelronde.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tafelronde.Server;
import org.tafelronde.domain.script.Script;
import org.tafelronde.rehearsal.Outcome;
import org.tafelronde.rehearsal.Rehearsals;
import org.tafelronde.rehearsal.Wanted;
import org.tafelronde.rehearsal.Watcher;
import org.tafelronde.time.Stopwatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole café with virtual people on a fast clock, through the real flows, store, outbox and web chat (F8). */
@Command(name = "rehearse", description = "Runs a whole café with virtual people on a fast clock.")
final class RehearseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCRIPT", description = "A path, or a name in the scripts' folder.")
    private String script;

    @Option(names = "--people", defaultValue = "16", description = "How many (${DEFAULT-VALUE}).")
    private int people;

    @Option(names = "--speed", defaultValue = "600", description = "Café seconds per real second (${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--seed", description = "Fixes the seating and what everybody says.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes the digest and session.json there.")
    private @Nullable Path out;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Adds a line for every question that was acknowledged.")
    private @Nullable Path journal;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Script found = ScriptFiles.require(script);
        Wanted wanted = new Wanted(
                found, people, speed, seed == null ? OptionalLong.empty() : OptionalLong.of(seed), Optional.empty());
        Path kept = Files.createTempDirectory("tafelronde-rehearsal");
        try (Server server = Server.withoutWeb(settings(kept))) {
            Stopwatch watch = Stopwatch.start();
            Rehearsals rehearsals = server.bean(Rehearsals.class);
            Rehearsals.Running running = rehearsals
                    .goOn(watcher())
                    .or(() -> rehearsals.untold(watcher()))
                    .orElseGet(() -> rehearsals.begin(wanted, watcher()));
            Outcome outcome = await(server, running);
            Duration took = watch.elapsed();
            // Before the PDF is drawn, which no café waits for.
            String resident = Memory.resident();
            int code = new SessionFolder(server)
                    .write(outcome.session(), out, spec.commandLine().getOut());
            print(outcome, took, resident);
            rehearsals.told(outcome);
            return code;
        } finally {
            deleteAll(kept);
        }
    }

    /** A database of its own, unless one is set: then what was interrupted goes on. */
    private static Map<String, Object> settings(Path kept) {
        Map<String, Object> settings = new HashMap<>();
        if (System.getenv("TAFELRONDE_DB") == null) {
            settings.put("tafelronde.db", "jdbc:sqlite:" + kept.resolve("rehearsal.db"));
        }
        return settings;
    }

    private Watcher watcher() {
        Path file = journal;
        return file == null ? Watcher.NOBODY : question -> append(file, question);
    }

    private static synchronized void append(Path file, String question) {
        try {
            Files.writeString(
                    file,
                    question.replace('\n', ' ') + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome await(Server server, Rehearsals.Running running) throws InterruptedException, ExecutionException {
        try (Progress progress =
                Progress.of(server, running.session(), spec.commandLine().getErr())) {
            while (true) {
                try {
                    return running.end().get(200, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    progress.look();
                }
            }
        }
    }

    private void print(Outcome outcome, Duration took, String resident) {
        PrintWriter to = spec.commandLine().getOut();
        to.println("timers:  " + outcome.timers());
        to.println("replies: " + outcome.replies());
        to.printf(java.util.Locale.ROOT, "wall clock %.1f s, resident %s%n", took.toMillis() / 1000.0, resident);
        if (out != null) {
            to.println("with the files, the PDF among them: resident " + Memory.resident());
        }
        to.flush();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

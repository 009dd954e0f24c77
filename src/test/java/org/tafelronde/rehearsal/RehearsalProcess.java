package org.tafelronde.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code rehearse} in processes of their own, one after the other on one database, so that they can be killed. */
record RehearsalProcess(Path folder) {
    /**
     * @param run a name for what it prints
     * @param script and options
     */
    Process start(String run, String... script) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tafelronde.Tafelronde",
                "rehearse"));
        command.addAll(List.of(script));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TAFELRONDE_DB", url());
        builder.redirectErrorStream(true).redirectOutput(printed(run).toFile());
        return builder.start();
    }

    Path database() {
        return folder.resolve("killed.db");
    }

    String url() {
        return "jdbc:sqlite:" + database();
    }

    String output(String run) throws IOException {
        return Files.readString(printed(run));
    }

    /** Whether it has printed something. */
    boolean speaks(String run) throws IOException {
        return Files.size(printed(run)) > 0;
    }

    private Path printed(String run) {
        return folder.resolve("run-" + run);
    }
}

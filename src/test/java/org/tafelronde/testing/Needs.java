package org.tafelronde.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test needs of the machine: a test whose need is not met is skipped, and says why; under CI=true it fails. */
public final class Needs {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ELSEWHERE = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final String EMULATE = "emulate@0.12.2";
    private static final String APP_MANIFEST = "@microsoft/app-manifest@1.1.2";
    private static final String FS_EXTRA = "fs-extra@11.3.2";
    private static final String ADAPTIVE_CARDS = "adaptivecards@3.0.6";
    private static final String PLAYGROUND = "@microsoft/m365agentsplayground@0.2.28";

    private Needs() {}

    /** Finds Chromium or Chrome: what TAFELRONDE_BROWSER names, else one on the path. */
    public static Path browser() {
        return Stream.of(named(), onThePath(), elsewhere())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() ->
                        missing("no Chromium or Chrome was found: install one, or name it in TAFELRONDE_BROWSER"));
    }

    /**
     * Finds npm's "emulate" (a Slack that others wrote) and a Node that runs it, bringing it where npm is there and it is not.
     *
     * @return the package's folder
     */
    public static Path emulate() {
        return npm("emulate", EMULATE);
    }

    /** The same for Microsoft's Agents Playground: a Teams that others wrote. */
    public static Path playground() {
        return npm("agentsplayground", PLAYGROUND);
    }

    /**
     * Finds npm's "@microsoft/app-manifest", which knows what Teams takes, and a Node that runs it.
     *
     * @return the folder in which Node finds the package
     */
    public static Path appManifest() {
        // It needs the second of them and does not say so.
        npm("app-manifest", APP_MANIFEST, FS_EXTRA);
        return Path.of("target", "app-manifest");
    }

    /**
     * Finds npm's "adaptivecards", which draws the cards of Teams in a browser, bringing it where npm is there and it is not.
     *
     * @return the script
     */
    public static Path adaptiveCards() {
        return npm("adaptivecards", ADAPTIVE_CARDS).resolve(Path.of("dist", "adaptivecards.js"));
    }

    /**
     * @return the folder of the last of these packages
     */
    private static Path npm(String folder, String... packages) {
        Path home = Path.of("target", folder);
        String last = packages[packages.length - 1];
        Path there = home.resolve(Path.of("node_modules", last.substring(0, last.lastIndexOf('@'))));
        if (run(List.of("node", "-e", "process.exit(process.versions.node.split('.')[0] >= 20 ? 0 : 1)")) != 0) {
            return missing("no Node 20 or newer was found: install one to try what others wrote");
        }
        List<String> install = new ArrayList<>(List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--silent",
                "--prefer-offline",
                "--fetch-retries=0",
                "--prefix",
                home.toString()));
        install.addAll(List.of(packages));
        boolean brought = Files.isDirectory(there) || run(install) == 0;
        return brought
                ? there
                : missing("npm could not bring " + String.join(", ", packages) + ": " + there + " is not there");
    }

    private static int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("TAFELRONDE_BROWSER")).map(Path::of);
    }

    private static Optional<Path> onThePath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> elsewhere() {
        return ELSEWHERE.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static <T> T missing(String what) {
        return "true".equals(System.getenv("CI")) ? fail(what) : abort(what);
    }
}

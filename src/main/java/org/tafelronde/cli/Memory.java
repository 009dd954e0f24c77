package org.tafelronde.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the process has needed at most. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** "212 MB" where the system tells (Linux); elsewhere the heap's size, and it says so. */
    static String resident() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
                }
            }
        } catch (IOException e) {
            // Not Linux: the heap is all that we can tell.
        }
        return Runtime.getRuntime().totalMemory() / (1024 * 1024) + " MB (heap)";
    }
}

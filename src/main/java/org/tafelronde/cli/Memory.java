package org.tafelronde.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the process needs. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String COLLECT_EVERY = "G1PeriodicGCInterval";

    private Memory() {}

    /**
     * A café needs little memory. Java's usual collector, left to itself on a large machine, would take much more before it looks for what is
     * not needed any longer; so it looks every second. With another collector nothing changes.
     */
    static void frugal() {
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).setVMOption(COLLECT_EVERY, "1000");
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            // Another virtual machine, without this knob.
        }
    }

    /** What it has needed at most: "212 MB" where the system tells (Linux); elsewhere the heap's size, and it says so. */
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

package org.tafelronde.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How much memory the process needs. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** How often rubbish is looked for, in milliseconds; and between which parts of the heap, in percent, may be free. */
    private static final List<Map.Entry<String, String>> FRUGAL = List.of(
            Map.entry("G1PeriodicGCInterval", "1000"),
            Map.entry("MinHeapFreeRatio", "20"),
            Map.entry("MaxHeapFreeRatio", "50"));

    private Memory() {}

    /**
     * A café needs little memory. Java's usual collector, left to itself on a large machine, would take much more before it looks for what is
     * not needed any longer, and keep it; so it looks every second and gives back the rest. With another collector nothing changes.
     */
    static void frugal() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (Map.Entry<String, String> knob : FRUGAL) {
            try {
                machine.setVMOption(knob.getKey(), knob.getValue());
            } catch (IllegalArgumentException | UnsupportedOperationException e) {
                // Another virtual machine, without this knob.
            }
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

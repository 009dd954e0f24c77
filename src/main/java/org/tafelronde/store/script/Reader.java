package org.tafelronde.store.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads files, and good ones again only when they, or what they name, have changed. */
final class Reader {
    private final Map<Path, Kept> kept = new ConcurrentHashMap<>();

    ScriptFile read(Path file) {
        Kept before = kept.get(file);
        if (before != null && before.stamps.equals(stamps(file, before.good))) {
            return before.good;
        }
        ScriptFile read = ScriptFile.read(file);
        if (read instanceof ScriptFile.Good good) {
            kept.put(file, new Kept(good, stamps(file, good)));
        } else {
            kept.remove(file);
        }
        return read;
    }

    private static List<Stamp> stamps(Path file, ScriptFile.Good good) {
        return Stream.concat(Stream.of(file), good.beside().stream().map(file::resolveSibling))
                .map(Stamp::of)
                .toList();
    }

    private record Kept(ScriptFile.Good good, List<Stamp> stamps) {}

    /** What changes with a file. */
    private record Stamp(FileTime changed, long bytes) {
        static Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.lastModifiedTime(), now.size());
            } catch (IOException e) {
                return new Stamp(FileTime.fromMillis(0), -1);
            }
        }
    }
}

package org.tafelronde.store.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that a script names: they are in its folder, or below it. */
final class Beside {
    private Beside() {}

    /**
     * @param folder the script's
     * @param file as in the script
     * @param what it is, for people
     * @return empty when there is a problem
     */
    static Optional<Path> find(Path folder, Item file, String what, Problems problems) throws IOException {
        String name = file.text();
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            problems.add(file, "there is no " + what + " " + path, "put it there, or mend the name");
            return Optional.empty();
        }
        // A link must not lead to a file that is nobody's business.
        if (!path.toRealPath().startsWith(folder.toRealPath())) {
            problems.add(file, name + " leads out of the script's folder", "put the " + what + " itself there");
            return Optional.empty();
        }
        return Optional.of(path);
    }
}

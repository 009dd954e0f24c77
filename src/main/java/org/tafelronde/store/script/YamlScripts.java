package org.tafelronde.store.script;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.script.Script;
import org.tafelronde.flow.Scripts;

/**
 * The scripts' folder, looked at anew every time, so that a mended script can be tried at once.
 *
 * <p>Who asks may be anybody in a chat, so only the folder is looked in, and files that the server's owner has
 * {@linkplain #admit admitted} from elsewhere: what is wrong with a file is told with words out of it.
 */
@Singleton
public final class YamlScripts implements Scripts {
    private static final Logger LOG = LoggerFactory.getLogger(YamlScripts.class);
    private static final String ENDING = ".yaml";
    /** One white dot: the alternative text of a picture that has gone says what it showed. */
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    private final Path folder;
    private final Reader reader = new Reader();
    private final Map<String, Path> admitted = new ConcurrentHashMap<>();

    public YamlScripts(@Property(name = "tafelronde.scripts", defaultValue = "seeds/scripts") String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * Lets a script from anywhere be found by its name, until the server stops.
     *
     * @param script a path, or the name of a script in the folder
     */
    public Found admit(String script) {
        Optional<Path> file = path(script).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return find(script);
        }
        ScriptFile read = reader.read(file.get());
        if (read instanceof ScriptFile.Good good) {
            admitted.put(good.script().name(), file.get());
        }
        return found(read);
    }

    @Override
    public Found find(String name) {
        return file(name).map(f -> found(reader.read(f))).orElseGet(() -> new Found.None(name, names()));
    }

    @Override
    public List<Script> all() {
        return files().stream()
                .map(reader::read)
                .filter(ScriptFile.Good.class::isInstance)
                .map(read -> ((ScriptFile.Good) read).script())
                .toList();
    }

    @Override
    public Media.Medium picture(Script script, String picture) {
        Optional<Media.Medium> medium = file(script.name())
                .map(reader::read)
                .filter(ScriptFile.Good.class::isInstance)
                .map(read -> ((ScriptFile.Good) read).pictures().get(picture));
        if (medium.isEmpty()) {
            // The café is running: it goes on without the picture.
            LOG.warn("Picture {} of script {} has gone: put it back beside the script", picture, script.name());
        }
        return medium.orElseGet(() -> new Media.Medium("picture-has-gone.png", "image/png", DOT));
    }

    private static Found found(ScriptFile read) {
        return switch (read) {
            case ScriptFile.Good good -> new Found.Good(good.script());
            // A text that is meant many times over is complained about once.
            case ScriptFile.Bad bad ->
                new Found.Bad(bad.problems().stream().distinct().toList());
        };
    }

    /**
     * @param asked a name, with or without its ending, or a path into the folder
     */
    private Optional<Path> file(String asked) {
        Path elsewhere = admitted.get(asked);
        if (elsewhere != null) {
            return Optional.of(elsewhere);
        }
        return files().stream()
                .filter(f -> ScriptFile.nameOf(f).equals(asked)
                        || f.getFileName().toString().equals(asked)
                        || path(asked).filter(p -> same(p, f)).isPresent())
                .findFirst();
    }

    private List<String> names() {
        return Stream.concat(files().stream().map(ScriptFile::nameOf), admitted.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(f -> f.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the scripts' folder " + folder + " cannot be read", e);
        }
    }

    private static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    private static Optional<Path> path(String asked) {
        try {
            return Optional.of(Path.of(asked));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

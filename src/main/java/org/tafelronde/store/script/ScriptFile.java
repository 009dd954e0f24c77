package org.tafelronde.store.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.ScriptProblem;

/** One script's file, read. Whatever is in it, there is an answer and no exception. */
public sealed interface ScriptFile {
    /**
     * @param pictures by the name of their file, as in the script
     */
    record Good(Script script, Map<String, Media.Medium> pictures) implements ScriptFile {
        public Good {
            pictures = Map.copyOf(pictures);
        }
    }

    /**
     * @param problems at least one, by line
     */
    record Bad(List<ScriptProblem> problems) implements ScriptFile {
        public Bad {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file, and its picture.
     *
     * @param file problems name it as it is given here
     */
    static ScriptFile read(Path file) {
        return new Reading(file).read();
    }

    /** One reading. */
    final class Reading {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*\\.ya?ml");

        private final Path file;
        private final Problems problems;

        private Reading(Path file) {
            this.file = file;
            problems = new Problems(file.toString());
        }

        private ScriptFile read() {
            Optional<Item> item = Source.read(file, problems)
                    .flatMap(text -> Yaml.tree(text, problems))
                    .flatMap(tree -> new Checker(problems).check(tree, Format.SCRIPT, ""));
            Optional<Media.Medium> picture = item.flatMap(this::everything);
            if (!problems.none() || item.isEmpty()) {
                return new Bad(problems.list());
            }
            try {
                Script script = new Build(item.get()).script(name());
                Map<String, Media.Medium> pictures = picture.map(p -> Map.of(
                                script.theCase()
                                        .orElseThrow()
                                        .picture()
                                        .orElseThrow()
                                        .file(),
                                p))
                        .orElse(Map.of());
                return new Good(script, pictures);
            } catch (IllegalArgumentException e) {
                // The records check themselves: a rule that is theirs alone.
                problems.add(String.valueOf(e.getMessage()), "mend this in the script");
                return new Bad(problems.list());
            }
        }

        private Optional<Media.Medium> everything(Item item) {
            if (!NAME.matcher(file.getFileName().toString()).matches()) {
                problems.add(
                        "people cannot type the name of this file",
                        "call it something like my-cafe.yaml, in lower case letters, digits, dots and dashes");
            }
            new Names(item, problems).check();
            new Order(item, problems).check();
            new Times(item, problems).check();
            return item.get("case")
                    .flatMap(c -> c.get("picture"))
                    .flatMap(p -> p.get("file"))
                    .flatMap(f -> Pictures.read(folder(), f, problems));
        }

        private String name() {
            return nameOf(file);
        }

        private Path folder() {
            Path parent = file.getParent();
            return parent == null ? Path.of("") : parent;
        }
    }

    /** The file's name without its ending. */
    static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}

package org.tafelronde.store.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;

/** One reading of one file. */
final class Reading {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*\\.ya?ml");

    private final Path file;
    private final Problems problems;

    Reading(Path file) {
        this.file = file;
        problems = new Problems(file.toString());
    }

    ScriptFile read() {
        Optional<Item> item = Source.read(file, problems)
                .flatMap(text -> Yaml.tree(text, problems))
                .flatMap(tree -> new Checker(problems).check(tree, Format.SCRIPT, ""));
        Optional<Media.Medium> picture = item.flatMap(this::everything);
        List<ReferenceCard.Example> examples = item.map(this::examples).orElse(List.of());
        if (!problems.none() || item.isEmpty()) {
            return new ScriptFile.Bad(problems.list());
        }
        try {
            Script script = new Build(item.get(), examples).script(name());
            Map<String, Media.Medium> pictures = picture.map(p -> Map.of(
                            script.theCase()
                                    .orElseThrow()
                                    .picture()
                                    .orElseThrow()
                                    .file(),
                            p))
                    .orElse(Map.of());
            return new ScriptFile.Good(
                    script,
                    pictures,
                    Stream.concat(pictureFile(item.get()).stream(), item.get().get("examples").stream())
                            .map(Item::text)
                            .toList());
        } catch (IllegalArgumentException e) {
            // The records check themselves: a rule that is theirs alone.
            problems.add(String.valueOf(e.getMessage()), "mend this in the script");
            return new ScriptFile.Bad(problems.list());
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
        return pictureFile(item).flatMap(f -> Pictures.read(folder(), f, problems));
    }

    private static Optional<Item> pictureFile(Item item) {
        return item.get("case").flatMap(c -> c.get("picture")).flatMap(p -> p.get("file"));
    }

    private List<ReferenceCard.Example> examples(Item item) {
        return item.get("examples")
                .map(file -> Examples.read(folder(), file, Names.ids(Names.topics(item)), problems))
                .orElse(List.of());
    }

    private String name() {
        return ScriptFile.nameOf(file);
    }

    private Path folder() {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}

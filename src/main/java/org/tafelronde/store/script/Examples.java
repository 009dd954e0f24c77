package org.tafelronde.store.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.domain.script.ReferenceCard;

/** The file of examples beside a script: a topic's id, a tab and a question on each line; {@code -} for a question on no topic. */
final class Examples {
    /** With fewer of a topic, others would be taken for it too seldom. */
    static final int FEWEST = 5;

    private static final int LONGEST = 300;
    private static final String NONE = "-";

    private final Collection<String> topics;
    private final Problems problems;

    private Examples(Collection<String> topics, Problems problems) {
        this.topics = topics;
        this.problems = problems;
    }

    /**
     * @param folder the script's
     * @param file as in the script
     * @param topics the ids of the card's topics
     */
    static List<ReferenceCard.Example> read(Path folder, Item file, Collection<String> topics, Problems problems) {
        try {
            Optional<Path> path = Beside.find(folder, file, "file of examples", problems);
            if (path.isEmpty()) {
                return List.of();
            }
            // What is wrong with a line is told with that file's name.
            Problems there = new Problems(path.get().toString());
            List<ReferenceCard.Example> examples = Source.read(path.get(), there)
                    .map(text -> new Examples(topics, there).of(text))
                    .orElse(List.of());
            problems.addAll(there);
            return examples;
        } catch (IOException e) {
            problems.add(file, "the file of examples cannot be read", "check that you may read it");
            return List.of();
        }
    }

    private List<ReferenceCard.Example> of(String text) {
        List<ReferenceCard.Example> examples = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                example(line.strip(), number).ifPresent(examples::add);
            }
        }
        enoughOfEach(examples);
        return examples;
    }

    private Optional<ReferenceCard.Example> example(String line, int number) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 2 || cells[1].isBlank()) {
            problems.add(number, "", "is not a topic's id, a tab and a question", "write the three, and no other tab");
            return Optional.empty();
        }
        String id = cells[0].strip();
        String question = cells[1].strip();
        if (!id.equals(NONE) && !topics.contains(id)) {
            problems.add(
                    number, "", "the card has no topic " + Wording.quoted(id), Wording.meant(id, List.copyOf(topics)));
            return Optional.empty();
        }
        if (question.length() > LONGEST) {
            problems.add(
                    number,
                    "",
                    "the question has " + question.length() + " characters; at most " + LONGEST + " fit here",
                    "make it shorter");
            return Optional.empty();
        }
        return Optional.of(new ReferenceCard.Example(Optional.of(id).filter(i -> !i.equals(NONE)), question));
    }

    /** What has no examples would never be found beside what has. */
    private void enoughOfEach(List<ReferenceCard.Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        examples.forEach(e -> counts.merge(e.topic().orElse(NONE), 1, Integer::sum));
        topics.forEach(topic -> enough("topic " + topic, counts.getOrDefault(topic, 0)));
        enough("questions on no topic (-)", counts.getOrDefault(NONE, 0));
    }

    private void enough(String what, int count) {
        if (count < FEWEST) {
            problems.add(
                    what + ": " + (count == 1 ? "1 example" : count + " examples"),
                    "write at least " + FEWEST + ", or take the examples out of the script");
        }
    }
}

package org.tafelronde.domain.script;

import java.util.List;
import java.util.Optional;

/**
 * The script's model questions by theme and round: shown after the picking, and the measure for blind spots.
 *
 * @param examples questions from which is learned what others are about; empty: the topics' own words are all that is known
 */
public record ReferenceCard(List<Topic> topics, List<Example> examples) {
    public static final ReferenceCard EMPTY = new ReferenceCard(List.of());

    public ReferenceCard {
        topics = List.copyOf(topics);
        // A copy of a script may be older than examples are.
        examples = examples == null ? List.of() : List.copyOf(examples);
    }

    public ReferenceCard(List<Topic> topics) {
        this(topics, List.of());
    }

    /** Without the wording of the examples: nobody reads those in a café, and a name in one of them is no word of the script's. */
    @Override
    public String toString() {
        return "ReferenceCard[topics=" + topics + ", examples=" + examples.size() + "]";
    }

    public List<Topic> of(String theme, int round) {
        return topics.stream()
                .filter(t -> t.theme().equals(theme) && t.round() == round)
                .toList();
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /**
     * @param topic a few words
     * @param question the model question
     * @param terms words and synonyms by which a question is recognised as being about this
     */
    public record Topic(String id, String theme, int round, String topic, String question, List<String> terms) {
        public Topic {
            Ids.check("a topic's id", id);
            Texts.check("topic " + id, topic);
            Texts.check("the model question of topic " + id, question);
            terms = List.copyOf(terms);
        }
    }

    /**
     * A question that somebody might ask.
     *
     * @param topic the id of the topic that it is about; empty: on no topic of the card
     */
    public record Example(Optional<String> topic, String question) {
        public Example {
            Texts.check("an example", question);
        }
    }
}

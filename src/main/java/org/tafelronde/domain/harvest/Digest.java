package org.tafelronde.domain.harvest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Theme;

/**
 * What management reads, before anything is said about looks. No participant is in it (F54): whatever is written from this model cannot
 * name one.
 *
 * @param script the script's name
 * @param title of the script
 * @param date on which the café began; of one that never did: was closed, or was to begin, or else is looked at
 * @param people how many took part
 * @param rounds their labels, in order
 * @param joined themes that shared a table because there were few people (F17), a list for each such table
 * @param top for every theme, in the script's order
 * @param matrix every theme x round, theme by theme: complete, empty cells too
 * @param appendix questions that belong in no cell: asked at no table or in no round
 * @param alike questions that say nearly the same, in their own words, a list for each group (F46)
 * @param coverage a part for each cell of the matrix; none without a reference card, or when nobody read the questions
 * @param actions in the order in which they were put down
 * @param overruled what the facilitator decided otherwise than the program
 * @param review what came of it that people could object; empty: they were not asked
 */
public record Digest(
        String script,
        String title,
        String purpose,
        String asks,
        LocalDate date,
        int people,
        Language language,
        List<String> rounds,
        List<List<Theme>> joined,
        List<Top> top,
        List<Cell> matrix,
        List<Asked> appendix,
        List<List<Asked>> alike,
        List<Coverage> coverage,
        List<Effect> interventions,
        List<LookBack> debrief,
        List<Action> actions,
        Overruled overruled,
        Optional<Review> review) {

    public Digest {
        rounds = List.copyOf(rounds);
        joined = joined.stream().map(List::copyOf).toList();
        top = List.copyOf(top);
        matrix = List.copyOf(matrix);
        appendix = List.copyOf(appendix);
        alike = alike.stream().map(List::copyOf).toList();
        coverage = List.copyOf(coverage);
        interventions = List.copyOf(interventions);
        debrief = List.copyOf(debrief);
        actions = List.copyOf(actions);
        if (matrix.size() != top.size() * rounds.size()) {
            throw new IllegalArgumentException("the matrix has " + matrix.size() + " cells, not one for each of "
                    + top.size() + " themes x " + rounds.size() + " rounds");
        }
    }

    /** A theme's most important questions, the first the most important. */
    public record Top(Theme theme, List<Asked> questions) {
        public Top {
            questions = List.copyOf(questions);
        }
    }

    /**
     * All questions of a theme in a round, in the order in which they were asked.
     *
     * @param round from 1
     * @param label the round's
     */
    public record Cell(Theme theme, int round, String label, List<Asked> questions) {
        public Cell {
            questions = List.copyOf(questions);
        }

        public int count() {
            return questions.size();
        }
    }

    /**
     * A question, without its asker.
     *
     * @param text the asker's own words, in which nobody is named (see {@link ChathamHouse})
     * @param picked whether it is among its theme's most important ones
     * @param prompt what it answers: "round", or an intervention's id; empty for nothing that the café asked
     */
    public record Asked(String id, String text, OptionalInt round, int votes, boolean picked, String prompt) {}

    /**
     * How many questions were asked in a round before and after an intervention, at the tables that had it. What answers the intervention
     * comes after it, and so does all that is asked at the table from then on.
     */
    public record Effect(String id, String title, int round, int before, int after) {}

    /** A prompt of the debrief and what was answered, in no order that says who. */
    public record LookBack(String prompt, List<String> answers) {
        public LookBack {
            answers = List.copyOf(answers);
        }
    }

    /**
     * What is to be done (F56).
     *
     * @param owner a role; empty: nobody has taken it on
     * @param outcome what became of it; empty: nobody has told
     */
    public record Action(
            int number,
            String text,
            Optional<String> owner,
            Optional<LocalDate> due,
            Optional<ActionPoint.Outcome> outcome) {
        /** Somebody does it, by some day. */
        public boolean isAgreed() {
            return owner.isPresent() && due.isPresent();
        }
    }

    /**
     * Before management read this, people could object (F55).
     *
     * @param objections how many there were
     * @param leftOut how many questions are not in it because of them
     * @param reworded how many questions are in other words because of them
     */
    public record Review(int objections, int leftOut, int reworded) {}

    /**
     * What the facilitator decided otherwise than the program suggested (F46, F53).
     *
     * @param topics ids of the questions that are about another topic, or about none
     * @param groups ids of the questions that were taken out of a group or put into one
     * @param log every decision in order, what was taken back too
     */
    public record Overruled(Set<String> topics, Set<String> groups, List<Line> log) {
        public static final Overruled NOTHING = new Overruled(Set.of(), Set.of(), List.of());

        public Overruled {
            topics = Set.copyOf(topics);
            groups = Set.copyOf(groups);
            log = List.copyOf(log);
        }

        public boolean isNothing() {
            return topics.isEmpty() && groups.isEmpty();
        }

        /**
         * One decision. It was the facilitator's: nobody is named.
         *
         * @param questions which it is about, in their own words
         * @param was of a topic: its name, or nothing; of a group: the questions that were in it
         * @param is the same, now
         * @param undoneAt when it was taken back; empty: it stands
         */
        public record Line(
                OffsetDateTime at,
                Kind kind,
                List<String> questions,
                List<String> was,
                List<String> is,
                Optional<OffsetDateTime> undoneAt) {
            public Line {
                questions = List.copyOf(questions);
                was = List.copyOf(was);
                is = List.copyOf(is);
            }
        }

        /** What a decision does with questions. */
        public enum Kind {
            APART,
            TOGETHER,
            TOPIC
        }
    }

    /** Of a café whose day is known, with nobody to read what was written: only what is counted. */
    public static Digest of(Harvest harvest) {
        return of(harvest, LocalDate.EPOCH, (text, language) -> List.of());
    }

    /**
     * @param today the day of a café that did not begin and was planned for no day
     */
    public static Digest of(Harvest harvest, LocalDate today, Linguist linguist) {
        return new Compiling(harvest, today, linguist).digest();
    }

    /** How many topics of the card are in this state. */
    public int topics(Coverage.State state) {
        return (int) coverage.stream()
                .flatMap(c -> c.card().stream())
                .filter(c -> c.state() == state)
                .count();
    }

    public List<Theme> themes() {
        return top.stream().map(Top::theme).toList();
    }

    /** The theme's row of the matrix: a cell for each round, in order. */
    public List<Cell> row(Theme theme) {
        return matrix.stream().filter(c -> c.theme().equals(theme)).toList();
    }

    /** How many there are in all. */
    public int questions() {
        return matrix.stream().mapToInt(Cell::count).sum() + appendix.size();
    }

    /** What to call the intervention; its id when nothing by that id was dropped in. */
    public String intervention(String id) {
        return interventions.stream()
                .filter(e -> e.id().equals(id))
                .map(Effect::title)
                .findFirst()
                .orElse(id);
    }
}

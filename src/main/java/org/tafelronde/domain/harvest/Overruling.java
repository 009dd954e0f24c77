package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the facilitator decided otherwise than the program suggested (F46, F53): a line of a log. Who takes it back takes nothing away: the line
 * then says when that was.
 *
 * @param number by which people call it, from 1; given out when it is kept
 * @param undoneAt when it was taken back; empty: it stands
 */
public record Overruling(String session, int number, Ruling ruling, Instant at, Optional<Instant> undoneAt) {

    /** What was decided. Questions are told by their ids. */
    public sealed interface Ruling {
        /** The questions that it is about. */
        List<String> questions();

        /**
         * Each of these stands alone.
         *
         * @param was what was together before
         */
        record Apart(List<String> questions, List<List<String>> was) implements Ruling {
            public Apart {
                questions = List.copyOf(questions);
                was = was.stream().map(List::copyOf).toList();
            }
        }

        /**
         * These say the same, and so does what was together with one of them.
         *
         * @param was what was together before
         */
        record Together(List<String> questions, List<List<String>> was) implements Ruling {
            public Together {
                questions = List.copyOf(questions);
                was = was.stream().map(List::copyOf).toList();
            }
        }

        /**
         * A question is about this topic of the reference card.
         *
         * @param was the topic's id before; empty: none
         * @param is the topic's id; empty: none
         */
        record About(String question, Optional<String> was, Optional<String> is) implements Ruling {
            @Override
            public List<String> questions() {
                return List.of(question);
            }
        }
    }

    public boolean stands() {
        return undoneAt.isEmpty();
    }

    public Overruling numbered(int other) {
        return new Overruling(session, other, ruling, at, undoneAt);
    }

    public Overruling undone(Instant when) {
        return new Overruling(session, number, ruling, at, Optional.of(when));
    }
}

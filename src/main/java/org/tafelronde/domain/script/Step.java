package org.tafelronde.domain.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of the plan. */
public sealed interface Step {
    /** Unique within the script. */
    String id();

    /** For people, in the plan and above the place. */
    String title();

    /** How long it is planned to last. */
    Duration length();

    /** How short it may become when an earlier step takes longer; at most {@link #length()}. */
    Duration minimum();

    /**
     * The plenary listens.
     *
     * @param texts each a message, at the step's beginning
     * @param etiquette whether the etiquette is shown after them
     */
    record Talk(String id, String title, Duration length, Duration minimum, List<String> texts, boolean etiquette)
            implements Step {
        public Talk {
            Lengths.check(id, title, length, minimum);
            texts = List.copyOf(texts);
            texts.forEach(t -> Texts.check("a text of step " + id, t));
            if (texts.isEmpty() && !etiquette) {
                throw new IllegalArgumentException("step " + id + " says nothing: give it texts");
            }
        }
    }

    /** The case is told. */
    record CaseTelling(String id, String title, Duration length, Duration minimum) implements Step {
        public CaseTelling {
            Lengths.check(id, title, length, minimum);
        }
    }

    /**
     * One timed talk at all tables, and the time to change tables after it.
     *
     * @param number 1 for the first round
     * @param title the label: "Decision (go/no-go)"
     * @param length the talk, interventions included
     * @param changing the time to change tables, after the talk
     * @param prompts what is asked, by the theme's id
     */
    record Round(
            String id,
            int number,
            String title,
            Duration length,
            Duration minimum,
            Duration changing,
            Map<String, String> prompts,
            List<Intervention> interventions)
            implements Step {
        public Round {
            Lengths.check(id, title, length, minimum);
            Lengths.between("the time to change tables of step " + id, changing, Duration.ZERO, Lengths.LONGEST);
            prompts = Map.copyOf(prompts);
            prompts.forEach((theme, text) -> Texts.check("the prompt of step " + id + " for theme " + theme, text));
            interventions = List.copyOf(interventions);
            for (Intervention i : interventions) {
                Duration at = i.at().orElseThrow(() ->
                        new IllegalArgumentException("intervention " + i.id() + " of step " + id + " has no minute"));
                Lengths.between("the minute of intervention " + i.id(), at, Duration.ZERO, length);
            }
        }
    }

    /** Everybody who sat last at a theme chooses its three most important questions. */
    record Pick(String id, String title, Duration length, Duration minimum) implements Step {
        public Pick {
            Lengths.check(id, title, length, minimum);
        }
    }

    /** The themes name their chosen questions in turn, with a bell between them. */
    record Feedback(String id, String title, Duration length, Duration minimum) implements Step {
        public Feedback {
            Lengths.check(id, title, length, minimum);
        }
    }

    /** The reference card is shown. */
    record Card(String id, String title, Duration length, Duration minimum) implements Step {
        public Card {
            Lengths.check(id, title, length, minimum);
        }
    }

    /**
     * Looking back: people write alone first, then read all answers without names.
     *
     * @param prompts asked one after the other, each in an equal share of the time
     */
    record Debrief(String id, String title, Duration length, Duration minimum, List<String> prompts) implements Step {
        public Debrief {
            Lengths.check(id, title, length, minimum);
            prompts = List.copyOf(prompts);
            if (prompts.isEmpty()) {
                throw new IllegalArgumentException("debrief " + id + " asks nothing: give it prompts");
            }
            prompts.forEach(t -> Texts.check("a prompt of step " + id, t));
        }
    }

    /** Nobody needs to do anything. */
    record Break(String id, String title, Duration length, Duration minimum, Optional<String> text) implements Step {
        public Break {
            Lengths.check(id, title, length, minimum);
            text.ifPresent(t -> Texts.check("the text of step " + id, t));
        }
    }

    /** From the step's beginning to the next step's. */
    default Duration slot() {
        return this instanceof Round round ? length().plus(round.changing()) : length();
    }
}

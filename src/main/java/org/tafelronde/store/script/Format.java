package org.tafelronde.store.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.store.script.Shape.ById;
import org.tafelronde.store.script.Shape.Choice;
import org.tafelronde.store.script.Shape.Field;
import org.tafelronde.store.script.Shape.Fields;
import org.tafelronde.store.script.Shape.Flag;
import org.tafelronde.store.script.Shape.Id;
import org.tafelronde.store.script.Shape.Kinds;
import org.tafelronde.store.script.Shape.Many;
import org.tafelronde.store.script.Shape.Text;
import org.tafelronde.store.script.Shape.TimeOfDay;
import org.tafelronde.store.script.Shape.Whole;

/** The one table of a script's keys. */
final class Format {
    /** Headings of every platform hold this much. */
    private static final Text TITLE = new Text(100);
    /** Buttons of every platform hold this much. */
    private static final Text LABEL = new Text(40);

    private static final Text LINE = new Text(300);
    private static final Text PARAGRAPH = new Text(1_000);
    private static final Text MESSAGE = new Text(2_500);
    private static final Id ID = new Id();
    private static final int HALF_A_DAY = 720;

    private static final Fields THEME = new Fields(List.of(
            must("id", ID, "What people type, and a part of the channel's name: \"privacy\"."),
            must("label", LABEL, "What people read: \"Privacy\"."),
            must("guiding", LINE, "The theme's guiding question, shown with every prompt.")));

    private static final Fields CASE = new Fields(List.of(
            must("title", TITLE, "The name of the case."),
            must("texts", new Many(MESSAGE, 1, 10), "The story, a message for each text."),
            may(
                    "picture",
                    new Fields(List.of(
                            must(
                                    "file",
                                    Shape.FileName.PICTURE,
                                    "A PNG or JPEG file in the script's folder, or below it."),
                            must("alternative", PARAGRAPH, "What the picture shows, for who cannot see it."))),
                    "Shown after the texts.")));

    private static final Field AT = must(
            "at",
            new Whole(1, HALF_A_DAY, "minutes after the round's beginning"),
            "How many minutes after the round's beginning; not in its last "
                    + Limits.NO_INTERVENTION_BEFORE_END.toMinutes() + " minutes.");

    private static final Fields INTERVENTION = intervention(List.of(AT));
    private static final Fields SPARE = intervention(List.of());

    private static final Kinds STEP = new Kinds(steps());

    private static final Fields TOPIC = new Fields(List.of(
            must("id", ID, "Unique among the topics."),
            must("topic", new Text(120), "A few words."),
            must("question", LINE, "The model question."),
            may(
                    "terms",
                    new Many(new Text(60), 1, 100),
                    "Words and synonyms by which a question is recognised as being about this.")));

    /** The whole file. */
    static final Fields SCRIPT = new Fields(List.of(
            must("version", new Whole(1, 1_000_000, "as a version"), "Counted by you: 1, and one more after a change."),
            must("language", new Choice(languages()), "The language that the texts are in, and the bot speaks."),
            must("title", TITLE, "The name of the café."),
            must("purpose", PARAGRAPH, "Why the café is held: for the welcome and the digest's first page."),
            must("asks", PARAGRAPH, "What the digest asks of the management that reads it."),
            must("question", LINE, "The central question of every round."),
            must("starts", new TimeOfDay(), "When the day plan begins: \"10:00\"."),
            may("ends", new TimeOfDay(), "When it ends; checked against the sum of the steps."),
            may(
                    "hardEnd",
                    new Flag(),
                    "Whether the café must end on time, so that more time for one step is taken from later ones (false)."),
            may("hostRounds", new Whole(2, 12, "rounds for a host"), "How many rounds a host sits at the table (2)."),
            may(
                    "reviewHours",
                    new Whole(
                            (int) Ending.SHORTEST_REVIEW.toHours(),
                            (int) Ending.LONGEST_REVIEW.toHours(),
                            "hours to object"),
                    "For so many hours people may object to what management will read; without it nobody is asked."),
            may("followUp", new Flag(), "Whether the actions are asked after 30 and 90 days later (true)."),
            must("themes", new Many(THEME, 1, 12), "What the tables talk about."),
            may("etiquette", new Many(LINE, 1, 12), "How people talk with one another: a line for each point."),
            may("case", CASE, "The story that the tables talk about."),
            must("plan", new Many(STEP, 1, 40), "The steps, in order."),
            may("spare", new Many(SPARE, 1, 12), "Interventions that the facilitator may fire."),
            may(
                    "card",
                    new ById(new ById(new Many(TOPIC, 1, 20))),
                    "The reference card: topics by theme, and by the id of a round."),
            may(
                    "examples",
                    Shape.FileName.EXAMPLES,
                    "A file with questions from which the bot learns what others are about: a topic's id, a tab, and a question on"
                            + " each line; - instead of an id for a question on no topic."),
            may(
                    "samples",
                    new ById(new ById(new Many(LINE, 1, 50))),
                    "Questions that virtual people ask in a rehearsal: by theme, and by the id of a round.")));

    private Format() {}

    private static Map<String, Fields> steps() {
        int round = (int) Limits.SHORTEST_ROUND.toMinutes();
        int pick = (int) Limits.SHORTEST_PICK.toMinutes();
        Map<String, Fields> kinds = new LinkedHashMap<>();
        kinds.put(
                "talk",
                step(
                        "talk",
                        1,
                        may("texts", new Many(MESSAGE, 1, 10), "What the plenary is told, a message for each text."),
                        may("etiquette", new Flag(), "Whether the etiquette is shown after the texts (false).")));
        kinds.put("case", step("case", 1));
        kinds.put(
                "round",
                step(
                        "round",
                        round,
                        may(
                                "changing",
                                new Whole(0, 60, "minutes to change tables"),
                                "Minutes after the talk, for the handover and to change tables (0)."),
                        must("prompts", new ById(PARAGRAPH), "What is asked, by the theme's id; one for every theme."),
                        may("interventions", new Many(INTERVENTION, 1, 4), "Dropped in while the tables talk.")));
        kinds.put("pick", step("pick", pick));
        kinds.put("feedback", step("feedback", 1));
        kinds.put("card", step("card", 1));
        kinds.put(
                "debrief",
                step(
                        "debrief",
                        1,
                        must("prompts", new Many(LINE, 1, 6), "Asked one after the other, each in an equal share.")));
        kinds.put("break", step("break", 1, may("text", MESSAGE, "What the plenary is told.")));
        return kinds;
    }

    private static Fields step(String kind, int least, Field... more) {
        String of = "minutes for " + (kind.equals("round") ? "a round" : "a step of kind " + kind);
        List<Field> all = new ArrayList<>(List.of(
                must("kind", new Choice(List.of(kind)), "What happens in this step."),
                must("id", ID, "Unique among the steps."),
                must("title", kind.equals("round") ? new Text(60) : TITLE, "For people, in the plan."),
                must("minutes", new Whole(least, HALF_A_DAY, of), "How long it lasts."),
                may(
                        "atLeast",
                        new Whole(least, HALF_A_DAY, of),
                        "How short it may become, in minutes, when an earlier step takes longer.")));
        all.addAll(List.of(more));
        return new Fields(all);
    }

    private static Fields intervention(List<Field> when) {
        List<Field> all = new ArrayList<>(List.of(
                must("id", ID, "What the facilitator types; unique among the interventions, spare ones too."),
                must("title", TITLE, "A headline.")));
        all.addAll(when);
        all.add(must("text", MESSAGE, "What happens."));
        all.add(must("asks", PARAGRAPH, "What people are asked about it."));
        return new Fields(all);
    }

    private static List<String> languages() {
        return List.of(Language.values()).stream().map(Language::code).toList();
    }

    private static Field must(String name, Shape shape, String help) {
        return new Field(name, true, shape, help);
    }

    private static Field may(String name, Shape shape, String help) {
        return new Field(name, false, shape, help);
    }
}

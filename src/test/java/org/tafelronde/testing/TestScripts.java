package org.tafelronde.testing;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.domain.script.Case;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;

/** Scripts of the stories. */
public final class TestScripts {
    public static final List<Theme> THEMES = List.of(
            new Theme("privacy", "Privacy", "Who may know what?"),
            new Theme("quality", "Quality", "What is good enough?"),
            new Theme("fairness", "Fairness", "Who is left out?"),
            new Theme("trust", "Trust", "Why would anybody believe it?"));

    private TestScripts() {}

    /**
     * A whole café: welcome (10 minutes), case (5), three rounds of 20 minutes with 5 to change tables, picking (5), feedback (8), the
     * reference card (4), debrief (12), closing (5). Begun at 14:00 the rounds are at 14:15, 14:40 and 15:05, the picking at 15:30 and the
     * end at 16:04.
     */
    public static Script whole() {
        return script("harbour", wholePlan(), false);
    }

    /** The same, which must end on time. */
    public static Script wholeOnTime() {
        return script("harbour", wholePlan(), true);
    }

    private static List<Step> wholePlan() {
        return List.of(
                talk("welcome", "Welcome", 10, true),
                new Step.CaseTelling("case", "The case", minutes(5), minutes(2)),
                round(1, "Idea", 20, 5, intervention("storm", "A storm", 8)),
                round(2, "Decision", 20, 5),
                round(3, "Daily use", 20, 5),
                new Step.Pick("pick", "Choosing", minutes(5), minutes(5)),
                new Step.Feedback("feedback", "Feedback", minutes(8), minutes(8)),
                new Step.Card("card", "The reference card", minutes(4), minutes(1)),
                new Step.Debrief(
                        "debrief",
                        "Looking back",
                        minutes(12),
                        minutes(12),
                        List.of("What surprised you?", "What now?")),
                talk("closing", "Closing", 5, false));
    }

    /** Nothing but three rounds of 20 minutes, with 5 to change tables. */
    public static Script threeRounds() {
        return script(
                "three-rounds",
                List.of(round(1, "Idea", 20, 5), round(2, "Decision", 20, 5), round(3, "Daily use", 20, 5)),
                false);
    }

    public static Script of(String name, Step... plan) {
        return script(name, List.of(plan), false);
    }

    public static Script script(String name, List<Step> plan, boolean hardEnd) {
        return new Script(
                name,
                1,
                Language.EN,
                "The harbour",
                "To ask what we must know before the harbour runs itself.",
                "An answer to each question before the summer.",
                "What must we ask?",
                LocalTime.of(14, 0),
                2,
                hardEnd,
                THEMES,
                List.of("One at a time.", "Ask before you judge."),
                Optional.of(new Case(
                        "The harbour that runs itself",
                        List.of("A crane drops a box.", "Nobody saw it."),
                        Optional.of(new Case.Picture("harbour.png", "A crane above the water")))),
                plan,
                List.of(
                        intervention("leak", "A leak", Optional.empty()),
                        intervention("strike", "A strike", Optional.empty()),
                        intervention("award", "An award", Optional.empty())),
                new ReferenceCard(List.of(new ReferenceCard.Topic(
                        "retention", "privacy", 1, "How long", "How long do we keep it?", List.of("keep")))),
                Map.of(),
                Ending.USUAL);
    }

    /** The same in another language. */
    public static Script in(Language language, Script s) {
        return changed(s, language, s.title(), s.purpose(), s.asksOfManagement(), s.themes(), s.ending());
    }

    /** The same, which ends otherwise. */
    public static Script ending(Ending ending, Script s) {
        return changed(s, s.language(), s.title(), s.purpose(), s.asksOfManagement(), s.themes(), ending);
    }

    /** The same, held for this and asking that. */
    public static Script purpose(String purpose, String asks, Script s) {
        return changed(s, s.language(), s.title(), purpose, asks, s.themes(), s.ending());
    }

    /** The same by another title, and with another label for its first theme. */
    public static Script called(String title, String label, Script s) {
        List<Theme> themes = new ArrayList<>(s.themes());
        Theme first = themes.getFirst();
        themes.set(0, new Theme(first.id(), label, first.guiding()));
        return changed(s, s.language(), title, s.purpose(), s.asksOfManagement(), themes, s.ending());
    }

    private static Script changed(
            Script s, Language language, String title, String purpose, String asks, List<Theme> themes, Ending ending) {
        return new Script(
                s.name(),
                s.version(),
                language,
                title,
                purpose,
                asks,
                s.question(),
                s.startsAt(),
                s.hostRounds(),
                s.hardEnd(),
                themes,
                s.etiquette(),
                s.theCase(),
                s.plan(),
                s.spare(),
                s.card(),
                s.samples(),
                ending);
    }

    public static Step.Round round(int number, String title, int minutes, int changing, Intervention... interventions) {
        Map<String, String> prompts = new LinkedHashMap<>();
        THEMES.forEach(t -> prompts.put(t.id(), prompt(number, t.id())));
        return new Step.Round(
                "round-" + number,
                number,
                title,
                minutes(minutes),
                minutes(Math.min(8, minutes)),
                minutes(changing),
                prompts,
                List.of(interventions));
    }

    /** What a round asks about a theme. */
    public static String prompt(int round, String theme) {
        return "What must we ask about " + theme + " in round " + round + "?";
    }

    public static Step.Talk talk(String id, String title, int minutes, boolean etiquette) {
        return new Step.Talk(id, title, minutes(minutes), minutes(1), List.of(title + " everybody."), etiquette);
    }

    public static Intervention intervention(String id, String title, int minute) {
        return intervention(id, title, Optional.of(minutes(minute)));
    }

    private static Intervention intervention(String id, String title, Optional<Duration> at) {
        return new Intervention(id, title, at, title + " changes everything.", "What do you ask now?");
    }

    private static Duration minutes(int n) {
        return Duration.ofMinutes(n);
    }
}

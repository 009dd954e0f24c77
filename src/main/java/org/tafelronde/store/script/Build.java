package org.tafelronde.store.script;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
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

/** A script out of a file in which nothing is wrong. */
final class Build {
    private static final int HOST_ROUNDS = 2;

    private final Item file;
    private final List<ReferenceCard.Example> examples;
    private final List<String> rounds;

    Build(Item file, List<ReferenceCard.Example> examples) {
        this.file = file;
        this.examples = examples;
        rounds = file.all("plan").stream()
                .filter(s -> s.is("round"))
                .map(s -> s.the("id").text())
                .toList();
    }

    Script script(String name) {
        return new Script(
                name,
                file.the("version").number(),
                Language.of(file.the("language").text()).orElseThrow(),
                file.the("title").text(),
                file.the("purpose").text(),
                file.the("asks").text(),
                file.the("question").text(),
                (LocalTime) file.the("starts").value(),
                file.get("hostRounds").map(Item::number).orElse(HOST_ROUNDS),
                file.flag("hardEnd"),
                file.all("themes").stream().map(Build::theme).toList(),
                texts(file.all("etiquette")),
                file.get("case").map(Build::theCase),
                file.all("plan").stream().map(this::step).toList(),
                file.all("spare").stream().map(Build::intervention).toList(),
                new ReferenceCard(topics(), examples),
                samples(),
                ending());
    }

    private Ending ending() {
        return new Ending(
                file.get("reviewHours").map(Item::number).map(Duration::ofHours),
                file.get("followUp").isEmpty() || file.flag("followUp"));
    }

    private static Theme theme(Item theme) {
        return new Theme(
                id(theme), theme.the("label").text(), theme.the("guiding").text());
    }

    private static Case theCase(Item told) {
        return new Case(
                title(told),
                texts(told.all("texts")),
                told.get("picture")
                        .map(p -> new Case.Picture(
                                p.the("file").text(), p.the("alternative").text())));
    }

    private Step step(Item step) {
        Duration length = step.minutes("minutes").orElseThrow();
        Duration least = step.minutes("atLeast").orElseGet(() -> least(step, length));
        String id = id(step);
        String title = title(step);
        String kind = step.the("kind").text();
        return switch (kind) {
            case "talk" -> new Step.Talk(id, title, length, least, texts(step.all("texts")), step.flag("etiquette"));
            case "case" -> new Step.CaseTelling(id, title, length, least);
            case "round" ->
                new Step.Round(
                        id,
                        rounds.indexOf(id) + 1,
                        title,
                        length,
                        least,
                        step.minutes("changing").orElse(Duration.ZERO),
                        prompts(step),
                        step.all("interventions").stream()
                                .map(Build::intervention)
                                .toList());
            case "pick" -> new Step.Pick(id, title, length, least);
            case "feedback" -> new Step.Feedback(id, title, length, least);
            case "card" -> new Step.Card(id, title, length, least);
            case "debrief" -> new Step.Debrief(id, title, length, least, texts(step.all("prompts")));
            case "break" -> new Step.Break(id, title, length, least, step.text("text"));
            default -> throw new IllegalStateException("a step of kind " + kind + " is in the format, and not here");
        };
    }

    /** Half of the time for who only listens; for the others what is protected. */
    private Duration least(Item step, Duration length) {
        long kept = Times.protectedMinutes(file, step);
        return kept > 0 ? Duration.ofMinutes(kept) : Duration.ofMinutes((length.toMinutes() + 1) / 2);
    }

    private static Map<String, String> prompts(Item round) {
        Map<String, String> prompts = new HashMap<>();
        round.under("prompts").forEach((theme, text) -> prompts.put(theme, text.text()));
        return prompts;
    }

    private static Intervention intervention(Item i) {
        return new Intervention(
                id(i),
                title(i),
                i.minutes("at"),
                i.the("text").text(),
                i.the("asks").text());
    }

    /** In the order of the themes and the rounds, whatever the file's is. */
    private List<ReferenceCard.Topic> topics() {
        List<ReferenceCard.Topic> topics = new ArrayList<>();
        for (Item theme : file.all("themes")) {
            for (int i = 0; i < rounds.size(); i++) {
                int round = i + 1;
                cell("card", id(theme), rounds.get(i)).stream()
                        .flatMap(cell -> cell.items().stream())
                        .map(t -> topic(t, id(theme), round))
                        .forEach(topics::add);
            }
        }
        return topics;
    }

    private static ReferenceCard.Topic topic(Item t, String theme, int round) {
        return new ReferenceCard.Topic(
                id(t), theme, round, t.the("topic").text(), t.the("question").text(), texts(t.all("terms")));
    }

    private Map<String, Map<Integer, List<String>>> samples() {
        Map<String, Map<Integer, List<String>>> samples = new HashMap<>();
        file.under("samples").forEach((theme, byRound) -> {
            Map<Integer, List<String>> questions = new HashMap<>();
            byRound.entries().forEach((round, list) -> questions.put(rounds.indexOf(round) + 1, texts(list.items())));
            samples.put(theme, Map.copyOf(questions));
        });
        return samples;
    }

    private Optional<Item> cell(String key, String theme, String round) {
        return file.get(key).flatMap(k -> k.get(theme)).flatMap(t -> t.get(round));
    }

    private static String id(Item item) {
        return item.the("id").text();
    }

    private static String title(Item item) {
        return item.the("title").text();
    }

    private static List<String> texts(List<Item> items) {
        return items.stream().map(Item::text).toList();
    }
}

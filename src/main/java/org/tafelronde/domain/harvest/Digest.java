package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/**
 * What management reads, before anything is said about looks. No participant is in it (F54): whatever is written from this model cannot
 * name one.
 *
 * @param title of the script
 * @param people how many took part
 * @param appendix questions that were asked at no table or in no round
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
        List<Top> top,
        List<Cell> matrix,
        List<Asked> appendix,
        List<Effect> interventions,
        List<LookBack> debrief) {

    /** A theme's most important questions. */
    public record Top(Theme theme, List<Asked> questions) {}

    /** All questions of a theme in a round. */
    public record Cell(Theme theme, int round, String label, List<Asked> questions) {}

    /**
     * A question, without its asker.
     *
     * @param prompt what it answers: "round", or an intervention's id
     */
    public record Asked(String id, String text, OptionalInt round, int votes, boolean picked, String prompt) {}

    /** How many questions were asked in a round before and after an intervention. */
    public record Effect(String id, String title, int round, int before, int after) {}

    /** A prompt of the debrief and what was answered, in no order that says who. */
    public record LookBack(String prompt, List<String> answers) {}

    public static Digest of(Harvest harvest) {
        Session session = harvest.session();
        Script script = session.script();
        Set<String> picked = harvest.picked();
        Tally tally = harvest.tally();
        Instant began = session.startedAt().orElse(Instant.EPOCH);
        return new Digest(
                script.name(),
                script.title(),
                script.purpose(),
                script.asksOfManagement(),
                LocalDate.ofInstant(began, session.setting().zone()),
                (int) session.roster().all().stream()
                        .filter(p -> !(p.presence() instanceof Participant.Presence.Expected))
                        .count(),
                session.setting().language(),
                script.rounds().stream().map(Step.Round::title).toList(),
                script.themes().stream()
                        .map(t -> new Top(t, asked(harvest, tally.top(t.id(), harvest.questions()), picked, tally)))
                        .toList(),
                matrix(harvest, picked, tally),
                asked(harvest, outside(harvest), picked, tally),
                interventions(harvest),
                debrief(harvest));
    }

    private static List<Cell> matrix(Harvest harvest, Set<String> picked, Tally tally) {
        List<Cell> cells = new ArrayList<>();
        for (Theme theme : harvest.session().script().themes()) {
            for (Step.Round round : harvest.session().script().rounds()) {
                List<Question> here = harvest.of(theme.id(), round.number());
                cells.add(new Cell(theme, round.number(), round.title(), asked(harvest, here, picked, tally)));
            }
        }
        return cells;
    }

    private static List<Question> outside(Harvest harvest) {
        return harvest.standing().stream()
                .filter(q -> q.theme().isEmpty() || q.round().isEmpty())
                .toList();
    }

    private static List<Asked> asked(Harvest harvest, List<Question> questions, Set<String> picked, Tally tally) {
        return questions.stream()
                .map(q -> new Asked(
                        q.id(),
                        q.text(),
                        q.round(),
                        tally.votesFor(q),
                        picked.contains(q.id()),
                        q.prompt()
                                .flatMap(harvest::prompt)
                                .map(p -> p.kind() == Prompt.Kind.INTERVENTION ? p.name() : "round")
                                .orElse("")))
                .toList();
    }

    private static List<Effect> interventions(Harvest harvest) {
        List<Effect> effects = new ArrayList<>();
        harvest.prompts().stream()
                .filter(p -> p.kind() == Prompt.Kind.INTERVENTION && p.round().isPresent())
                .map(p -> List.of(p.name(), String.valueOf(p.round().getAsInt())))
                .distinct()
                .forEach(key -> effects.add(effect(harvest, key.get(0), Integer.parseInt(key.get(1)))));
        return effects;
    }

    private static Effect effect(Harvest harvest, String name, int round) {
        List<Prompt> dropped = harvest.prompts().stream()
                .filter(p -> p.kind() == Prompt.Kind.INTERVENTION && p.name().equals(name))
                .filter(p -> p.round().isPresent() && p.round().getAsInt() == round)
                .toList();
        int before = 0;
        int after = 0;
        for (Question q : harvest.standing()) {
            if (q.round().isEmpty() || q.round().getAsInt() != round) {
                continue;
            }
            Optional<Prompt> here =
                    dropped.stream().filter(p -> p.table().equals(q.table())).findFirst();
            if (here.isEmpty()) {
                continue;
            }
            boolean answers = q.prompt().filter(here.get().id()::equals).isPresent();
            if (answers || !q.askedAt().isBefore(here.get().dueAt())) {
                after++;
            } else {
                before++;
            }
        }
        String title = harvest.session()
                .script()
                .intervention(name)
                .map(i -> i.title())
                .orElse(name);
        return new Effect(name, title, round, before, after);
    }

    private static List<LookBack> debrief(Harvest harvest) {
        List<LookBack> all = new ArrayList<>();
        harvest.session().script().plan().stream()
                .filter(Step.Debrief.class::isInstance)
                .map(Step.Debrief.class::cast)
                .findFirst()
                .ifPresent(debrief -> {
                    for (int i = 0; i < debrief.prompts().size(); i++) {
                        int prompt = i;
                        all.add(new LookBack(
                                debrief.prompts().get(i),
                                harvest.answers().stream()
                                        .filter(a -> a.prompt() == prompt)
                                        .map(DebriefAnswer::text)
                                        .sorted()
                                        .toList()));
                    }
                });
        return all;
    }
}

package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;

/** Makes the digest of a harvest. */
final class Compiling {
    private final Harvest harvest;
    private final LocalDate today;
    private final Session session;
    private final Script script;
    private final Tally tally;
    private final Set<String> picked;
    private final ChathamHouse chathamHouse;
    private final Linguist linguist;
    /** By the ids of the questions; empty when there is nobody to read them. */
    private final Map<String, Placing> placed;

    Compiling(Harvest harvest, LocalDate today, Linguist linguist) {
        this.linguist = linguist;
        this.today = today;
        this.harvest = harvest;
        this.session = harvest.session();
        this.script = session.script();
        this.tally = harvest.tally();
        this.picked = harvest.picked();
        this.chathamHouse = ChathamHouse.of(session);
        // Read by the words of the script, so in its language.
        this.placed = isRead()
                ? Placing.all(harvest, new CardMatching(script.card(), this.linguist, script.language()), chathamHouse)
                : Map.of();
    }

    private boolean isRead() {
        return !linguist.read(script.title(), script.language()).isEmpty();
    }

    Digest digest() {
        List<Digest.Cell> matrix = matrix();
        List<Digest.Asked> appendix = appendix(matrix);
        List<List<Question>> suggested = harvest.suggestedAlike(linguist);
        Regrouping regrouped = harvest.regrouped(suggested);
        Language language = session.setting().language();
        return new Digest(
                script.name(),
                chathamHouse.ofScript(script.title()),
                chathamHouse.ofScript(script.purpose()),
                chathamHouse.ofScript(script.asksOfManagement()),
                date(),
                session.roster().tookPart(),
                language,
                script.rounds().stream().map(this::title).toList(),
                joined(),
                top(),
                matrix,
                appendix,
                regrouped.groups().stream().map(this::asked).toList(),
                isRead() ? new Covering(harvest, placed, chathamHouse).all() : List.of(),
                interventions(),
                debrief(),
                actions(),
                new Ruled(harvest, suggested, regrouped, placed, this::asked, chathamHouse).overruled(),
                review());
    }

    private Optional<Digest.Review> review() {
        return session.afterwards().reviewed()
                ? Optional.of(new Digest.Review(
                        harvest.objections().size(),
                        questions(Objection.Verdict.LEFT_OUT),
                        questions(Objection.Verdict.REWORDED)))
                : Optional.empty();
    }

    private int questions(Objection.Verdict verdict) {
        return (int) harvest.objections().stream()
                .filter(o -> o.verdict().filter(verdict::equals).isPresent())
                .map(Objection::question)
                .distinct()
                .count();
    }

    private List<Digest.Action> actions() {
        return harvest.actions().stream()
                .sorted(Comparator.comparingInt(ActionPoint::number))
                .map(a -> new Digest.Action(
                        a.number(),
                        chathamHouse.words(a.text()),
                        a.owner().map(chathamHouse::words),
                        a.due(),
                        a.outcome()))
                .toList();
    }

    private String title(Step.Round round) {
        return chathamHouse.ofScript(round.title());
    }

    private LocalDate date() {
        Optional<Instant> closed =
                session.stage() instanceof Stage.Closed over ? Optional.of(over.at()) : Optional.empty();
        return session.startedAt()
                .or(() -> closed)
                .or(() -> session.setting().plannedStart())
                .map(day -> LocalDate.ofInstant(day, session.setting().zone()))
                .orElse(today);
    }

    private List<List<Theme>> joined() {
        return session.floor().stream()
                .flatMap(floor -> floor.tables().stream())
                .filter(table -> table.themes().size() > 1)
                .map(table -> table.themes().stream()
                        .map(script::theme)
                        .map(chathamHouse::ofScript)
                        .toList())
                .distinct()
                .toList();
    }

    private List<Digest.Top> top() {
        return script.themes().stream()
                .map(theme ->
                        new Digest.Top(chathamHouse.ofScript(theme), asked(tally.top(theme.id(), harvest.questions()))))
                .toList();
    }

    private List<Digest.Cell> matrix() {
        List<Digest.Cell> cells = new ArrayList<>();
        for (Theme theme : script.themes()) {
            for (Step.Round round : script.rounds()) {
                cells.add(new Digest.Cell(
                        chathamHouse.ofScript(theme),
                        round.number(),
                        title(round),
                        asked(harvest.of(theme.id(), round.number()))));
            }
        }
        return cells;
    }

    /** Whatever the matrix has no cell for, so that no question is ever lost between the two (F51). */
    private List<Digest.Asked> appendix(List<Digest.Cell> matrix) {
        Set<String> placed = matrix.stream()
                .flatMap(cell -> cell.questions().stream())
                .map(Digest.Asked::id)
                .collect(Collectors.toSet());
        return asked(harvest.standing().stream()
                .filter(q -> !placed.contains(q.id()))
                .toList());
    }

    private List<Digest.Asked> asked(Collection<Question> questions) {
        return questions.stream()
                .map(q -> new Digest.Asked(
                        q.id(), text(q), q.round(), tally.votesFor(q), picked.contains(q.id()), prompt(q)))
                .toList();
    }

    private String text(Question question) {
        Placing placing = placed.get(question.id());
        return placing == null ? chathamHouse.words(question.text()) : placing.text();
    }

    private String prompt(Question question) {
        return question.prompt()
                .flatMap(harvest::prompt)
                .map(p -> switch (p.kind()) {
                    case INTERVENTION -> p.name();
                    case ROUND -> "round";
                    case BALLOT, FEEDBACK, DEBRIEF -> "";
                })
                .orElse("");
    }

    private record Drop(String intervention, int round) {}

    private List<Digest.Effect> interventions() {
        return harvest.prompts().stream()
                .filter(p -> p.kind() == Prompt.Kind.INTERVENTION && p.round().isPresent())
                .map(p -> new Drop(p.name(), p.round().getAsInt()))
                .distinct()
                .map(this::effect)
                .toList();
    }

    private Digest.Effect effect(Drop drop) {
        List<Prompt> prompts = harvest.prompts().stream()
                .filter(p -> p.kind() == Prompt.Kind.INTERVENTION)
                .filter(p -> p.name().equals(drop.intervention()))
                .filter(p -> p.round().isPresent() && p.round().getAsInt() == drop.round())
                .toList();
        int before = 0;
        int after = 0;
        for (Question q : harvest.standing()) {
            if (q.round().isEmpty() || q.round().getAsInt() != drop.round()) {
                continue;
            }
            Optional<Prompt> here =
                    prompts.stream().filter(p -> p.table().equals(q.table())).findFirst();
            if (here.isEmpty()) {
                continue;
            }
            boolean answers = q.prompt().equals(Optional.of(here.get().id()));
            if (answers || !q.askedAt().isBefore(here.get().dueAt())) {
                after++;
            } else {
                before++;
            }
        }
        String title = script.intervention(drop.intervention())
                .map(Intervention::title)
                .map(chathamHouse::ofScript)
                .orElse(drop.intervention());
        return new Digest.Effect(drop.intervention(), title, drop.round(), before, after);
    }

    private List<Digest.LookBack> debrief() {
        List<String> prompts = script.plan().stream()
                .filter(Step.Debrief.class::isInstance)
                .map(Step.Debrief.class::cast)
                .findFirst()
                .map(Step.Debrief::prompts)
                .orElse(List.of());
        List<Digest.LookBack> all = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            int prompt = i;
            all.add(new Digest.LookBack(
                    chathamHouse.ofScript(prompts.get(i)),
                    harvest.answers().stream()
                            .filter(a -> a.prompt() == prompt)
                            .map(a -> chathamHouse.words(a.text()))
                            .sorted()
                            .toList()));
        }
        return all;
    }
}

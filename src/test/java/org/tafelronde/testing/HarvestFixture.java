package org.tafelronde.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.harvest.Vote;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.Rotation;
import org.tafelronde.domain.seating.Seating;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.seating.TableSpec;
import org.tafelronde.domain.session.Afterwards;
import org.tafelronde.domain.session.Agenda;
import org.tafelronde.domain.session.Floor;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Participant.Presence;
import org.tafelronde.domain.session.Rehearsal;
import org.tafelronde.domain.session.Roster;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Setting;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.domain.session.Tempo;

/**
 * A café that is over, and what came up in it, built by hand: sixteen people at four tables in three rounds, on 12 May 2026 from ten o'clock
 * in Amsterdam. {@link #cafe()} is empty; {@link #fullOfQuestions()} is one as it could have been.
 */
public final class HarvestFixture {
    /** In the order of the roster, so that Ada is p01. */
    public static final List<String> CAST = List.of(
            "Ada", "Bram", "Chris", "Dina", "Emre", "Fatima", "Gijs", "Hanna", "Ilse", "Joost", "Kamal", "Lotte",
            "Mees", "Noor", "Omar", "Petra");

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    public static final Instant TEN_O_CLOCK = Instant.parse("2026-05-12T08:00:00Z");
    private static final Duration BEFORE_ROUND_1 = Duration.ofMinutes(10);
    private static final Duration SLOT = Duration.ofMinutes(25);
    private static final Duration TALK = Duration.ofMinutes(15);
    private static final Duration INTERVENTION = Duration.ofMinutes(8);
    /** At which table a role sits in each round, counted from its own: role k hosts in round k and stays one round more. */
    private static final int[][] ROUTES = {{0, 0, 1}, {0, 1, 1}, {0, 2, 3}, {0, 3, 2}};

    private final Map<String, Participant> people = new LinkedHashMap<>();
    private final List<Prompt> prompts = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Vote> votes = new ArrayList<>();
    private final List<DebriefAnswer> answers = new ArrayList<>();
    private final List<ActionPoint> actions = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final List<Overruling> overrulings = new ArrayList<>();
    private final Script script;
    private final List<TableSpec> tables;
    private Language language = Language.NL;
    private Tempo tempo = Tempo.REAL;

    private HarvestFixture(Script script) {
        this.script = script;
        this.tables = new ArrayList<>(script.themes().stream()
                .map(t -> new TableSpec(t.id() + "-1", List.of(t.id())))
                .toList());
        CAST.forEach(name -> people.put(
                id(name), Participant.expected(id(name), name).as(new Presence.Present(1, java.util.Set.of()))));
        for (Step.Round round : script.rounds()) {
            for (Theme theme : script.themes()) {
                prompt(Prompt.Kind.ROUND, round.id(), round.number(), theme.id(), begins(round.number()));
                prompt(
                        Prompt.Kind.INTERVENTION,
                        round.interventions().getFirst().id(),
                        round.number(),
                        theme.id(),
                        begins(round.number()).plus(INTERVENTION));
            }
        }
        for (Theme theme : script.themes()) {
            prompts.add(new Prompt(
                    "ballot-" + theme.id(),
                    "s1",
                    Prompt.Kind.BALLOT,
                    theme.id(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.of(theme.id()),
                    begins(4)));
        }
        prompts.sort(Comparator.comparing(Prompt::dueAt));
    }

    private void prompt(Prompt.Kind kind, String name, int round, String theme, Instant due) {
        prompts.add(new Prompt(
                name + "-" + theme,
                "s1",
                kind,
                name,
                OptionalInt.of(round),
                Optional.of(theme + "-1"),
                Optional.of(theme),
                due));
    }

    /** Everybody came, and nobody has said anything. */
    public static HarvestFixture cafe() {
        return of(HarvestScript.script());
    }

    /** The same by a script of your own: with four themes, and three rounds with an intervention in each. */
    public static HarvestFixture of(Script script) {
        return new HarvestFixture(script);
    }

    /** Questions in all cells, votes, answers to the debrief, one question withdrawn and one asked at no table. */
    public static HarvestFixture fullOfQuestions() {
        HarvestFixture cafe = cafe();
        HarvestWords.fill(cafe);
        return cafe;
    }

    /** When a round begins; one more than there are: when the picking does. */
    public static Instant begins(int round) {
        return TEN_O_CLOCK.plus(BEFORE_ROUND_1).plus(SLOT.multipliedBy(round - 1));
    }

    public static String id(String name) {
        return "webchat:k" + Integer.toHexString(name.hashCode()) + name.toLowerCase(Locale.ROOT);
    }

    public HarvestFixture in(Language other) {
        language = other;
        return this;
    }

    public HarvestFixture at(Tempo other) {
        tempo = other;
        return this;
    }

    /** Somebody else is on the roster; they sit at no table. */
    public HarvestFixture with(Participant participant) {
        people.put(participant.id(), participant);
        return this;
    }

    /** Somebody of the cast came or went otherwise than everybody else. The seats stay as they are. */
    public HarvestFixture presence(String name, Presence presence) {
        people.computeIfPresent(id(name), (id, p) -> p.as(presence));
        return this;
    }

    /** A table with more themes than one is on the floor too. */
    public HarvestFixture joining(String... themes) {
        tables.add(new TableSpec(String.join("+", themes) + "-1", List.of(themes)));
        return this;
    }

    /** In answer to the round's prompt, a minute after the one before. */
    public HarvestFixture asks(String name, String theme, int round, String text) {
        long here = questions.stream()
                .filter(q -> q.theme().equals(Optional.of(theme)) && q.round().equals(OptionalInt.of(round)))
                .count();
        return asks(name, theme, round, "ronde-" + round, begins(round).plusSeconds(60 * (here + 1)), text);
    }

    /** In answer to the round's intervention, two minutes after it. */
    public HarvestFixture answers(String name, String theme, int round, String text) {
        String intervention = script.round(round).interventions().getFirst().id();
        return asks(
                name,
                theme,
                round,
                intervention,
                begins(round).plus(INTERVENTION).plusSeconds(120),
                text);
    }

    private HarvestFixture asks(String name, String theme, int round, String prompt, Instant at, String text) {
        return asks(new Question(
                "q" + (questions.size() + 1),
                "s1",
                questions.size() + 1,
                text,
                id(name),
                Optional.of(theme),
                OptionalInt.of(round),
                Optional.of(theme + "-1"),
                Optional.of(prompt + "-" + theme),
                at,
                Optional.empty(),
                Optional.of("webchat:m" + questions.size())));
    }

    public HarvestFixture asks(Question question) {
        questions.add(question);
        return this;
    }

    /** At no table and in no round. */
    public HarvestFixture asksSomewhere(String name, String text) {
        return asks(new Question(
                "q" + (questions.size() + 1),
                "s1",
                questions.size() + 1,
                text,
                id(name),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                begins(4).minusSeconds(30),
                Optional.empty(),
                Optional.empty()));
    }

    /** The question with this number is withdrawn. */
    public HarvestFixture withdraws(int number) {
        questions.replaceAll(q -> q.number() == number ? q.withdrawn(q.askedAt().plusSeconds(30)) : q);
        return this;
    }

    /** So many people vote for the question with this number. */
    public HarvestFixture votes(int number, int people) {
        Question question = questions.get(number - 1);
        CAST.stream()
                .limit(people)
                .forEach(name -> votes.add(new Vote(question.theme().orElse(""), id(name), question.id())));
        return this;
    }

    public HarvestFixture looksBack(String name, int prompt, String text) {
        answers.add(new DebriefAnswer(
                "a" + answers.size(), "s1", prompt, id(name), text, begins(4).plusSeconds(900L + answers.size())));
        return this;
    }

    /** Something is to be done. */
    public HarvestFixture agrees(String name, String text, Optional<String> owner, Optional<LocalDate> due) {
        actions.add(new ActionPoint("s1", actions.size() + 1, text, owner, due, id(name), begins(4)));
        return this;
    }

    /** What became of the action with this number, as somebody told a month later. */
    public HarvestFixture became(int number, ActionPoint.Outcome.State state) {
        ActionPoint.Outcome outcome = new ActionPoint.Outcome(state, LocalDate.of(2026, 6, 11));
        actions.replaceAll(a -> a.number() == number ? a.became(outcome) : a);
        return this;
    }

    /** The facilitator decides otherwise than the program, at the picking. */
    public HarvestFixture rules(Overruling.Ruling ruling) {
        overrulings.add(new Overruling("s1", overrulings.size() + 1, ruling, begins(4), Optional.empty()));
        return this;
    }

    /** The facilitator takes the last decision back, a minute later. */
    public HarvestFixture takesBack() {
        overrulings.add(overrulings.removeLast().undone(begins(4).plusSeconds(60)));
        return this;
    }

    /** People could object, and somebody did. */
    public HarvestFixture objects(String name, String question, Objection.Verdict verdict) {
        objections.add(new Objection("s1", question, id(name), "Te herkenbaar.", begins(4))
                .numbered(objections.size() + 1)
                .decided(verdict));
        return this;
    }

    public Harvest harvest() {
        return new Harvest(session(), prompts, questions, votes, answers, List.of(), actions, overrulings, objections);
    }

    public Session session() {
        Setting setting = new Setting(
                "s1",
                "k7q",
                script,
                language,
                ZONE,
                1,
                tempo,
                tempo.equals(Tempo.REAL) ? Optional.empty() : Optional.of(new Rehearsal(16, true, false)),
                Optional.of(TEN_O_CLOCK),
                Optional.of("directie"));
        Floor floor = new Floor(tables, rotation(), 4, true, Map.of(), List.of());
        Instant end = begins(4).plus(Duration.ofMinutes(30));
        return new Session(
                setting,
                42,
                id("Ada"),
                Optional.empty(),
                new Roster(people, Map.of(), 0),
                Optional.empty(),
                Agenda.of(script),
                new Stage.Closed(end),
                Optional.of(floor),
                Optional.of(TEN_O_CLOCK),
                false,
                new Afterwards(Optional.empty(), !objections.isEmpty(), 0));
    }

    private Rotation rotation() {
        List<Seating> rounds = new ArrayList<>();
        for (int r = 0; r < 3; r++) {
            List<TableSeating> seatings = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                List<String> members = new ArrayList<>();
                for (int role = 0; role < 4; role++) {
                    int base = Math.floorMod(t - ROUTES[role][r], 4);
                    members.add(id(CAST.get(4 * base + role)));
                }
                TableSpec table = tables.get(t);
                seatings.add(new TableSeating(table.id(), table.theme(), members.get(r), members));
            }
            rounds.add(new Seating(seatings));
        }
        return new Rotation(rounds);
    }
}

package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;

/**
 * How a session stands at a moment, in facts for who runs it. Whoever shows it makes words of them. It is only read.
 *
 * @param now in the café's time
 * @param tables as people sit in the round under way, or in the one nearest to now; empty before people are seated
 * @param grid how many questions each theme has in each round (F50)
 * @param harvest a {@link HarvestSoFar#stamp}
 * @param calls for help, the newest last (F39)
 * @param underWay messages that are on their way
 * @param blocked messages that wait for a person to act
 */
public record Overview(
        Session session,
        Instant now,
        List<Table> tables,
        List<Row> grid,
        String harvest,
        List<Call> calls,
        List<Delivery> underWay,
        List<Delivery> blocked) {
    /** By this name a call for help is found again: the table, if there is one, and who called. */
    static final String CALLED = "sos/";

    /** Nobody says that a call is answered: after this long it is taken to be. */
    private static final Duration A_CALL_LASTS = Duration.ofMinutes(10);

    public Overview {
        tables = List.copyOf(tables);
        grid = List.copyOf(grid);
        calls = List.copyOf(calls);
        underWay = List.copyOf(underWay);
        blocked = List.copyOf(blocked);
    }

    /** How many messages are on their way. */
    public int waiting() {
        return underWay.size();
    }

    /**
     * A table in a round.
     *
     * @param people their names, the host's too
     * @param questions asked there in this round, those taken back left out
     * @param lastAskedAt in the café's time
     * @param endsAt when the talk ends here; empty while no round is running
     */
    public record Table(
            String id,
            String title,
            List<String> people,
            String host,
            int questions,
            Optional<Instant> lastAskedAt,
            Optional<Instant> endsAt) {
        public Table {
            people = List.copyOf(people);
        }
    }

    /**
     * @param counts one for each round, the first round first
     */
    public record Row(Theme theme, List<Integer> counts) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    /**
     * Somebody called for help.
     *
     * @param name of who called; empty when they are not known any more
     * @param table its id; empty for the plenary
     * @param at in the café's time
     * @param words what they said with it; may be empty
     */
    public record Call(Optional<String> name, Optional<String> table, Instant at, String words) {}

    /**
     * @param now in real time
     */
    public static Overview of(Stores stores, Session session, Instant now) {
        Instant cafeNow = session.setting().tempo().cafe(now);
        String id = session.setting().id();
        List<Question> asked = stores.harvests().questions(id);
        List<Question> questions = asked.stream().filter(Question::stands).toList();
        List<Delivery> unsaid = stores.deliveries().unsaid(id);
        List<Delivery> blocked =
                unsaid.stream().filter(d -> d.state() == Delivery.State.BLOCKED).toList();
        return new Overview(
                session,
                cafeNow,
                tables(session, questions),
                grid(session, questions),
                HarvestSoFar.stamp(session, asked, stores.harvests().overrulings(id)),
                calls(stores, session, cafeNow),
                unsaid.stream().filter(d -> d.state() != Delivery.State.BLOCKED).toList(),
                blocked);
    }

    private static List<Table> tables(Session s, List<Question> questions) {
        if (s.floor().isEmpty()) {
            return List.of();
        }
        int round = seatedRound(s);
        FloorPlan plan = new FloorPlan(s);
        List<Table> tables = new ArrayList<>();
        for (TableSeating seating : s.floor().get().round(round).tables()) {
            List<Question> here = questions.stream()
                    .filter(q -> q.table().filter(seating.table()::equals).isPresent())
                    .filter(q -> q.round().isPresent() && q.round().getAsInt() == round)
                    .toList();
            tables.add(new Table(
                    seating.table(),
                    plan.tableTitle(seating.table()),
                    seating.members().stream().map(who -> name(s, who)).toList(),
                    name(s, seating.host()),
                    here.size(),
                    here.stream().map(Question::askedAt).max(Comparator.naturalOrder()),
                    s.round().flatMap(r -> s.endsAt(seating.table()))));
        }
        return tables;
    }

    private static String name(Session s, String who) {
        return s.roster().find(who).map(Participant::name).orElse("?");
    }

    private static List<Row> grid(Session s, List<Question> questions) {
        return s.script().themes().stream()
                .map(theme -> new Row(
                        theme,
                        s.script().rounds().stream()
                                .map(r -> count(questions, theme, r.number()))
                                .toList()))
                .toList();
    }

    private static int count(List<Question> questions, Theme theme, int round) {
        return (int) questions.stream()
                .filter(q -> q.theme().filter(theme.id()::equals).isPresent())
                .filter(q -> q.round().isPresent() && q.round().getAsInt() == round)
                .count();
    }

    /** Facilitator and deputy are told each: it is one call all the same. */
    private static List<Call> calls(Stores stores, Session s, Instant now) {
        Set<Call> calls = new LinkedHashSet<>();
        for (Delivery told : stores.deliveries().about(s.setting().id(), Delivery.NOTICE + CALLED)) {
            Instant at = s.setting().tempo().cafe(told.promised());
            if (at.plus(A_CALL_LASTS).isAfter(now)) {
                String place = told.about().substring((Delivery.NOTICE + CALLED).length());
                int slash = place.indexOf('/');
                calls.add(new Call(
                        s.roster().find(place.substring(slash + 1)).map(Participant::name),
                        Optional.of(place.substring(0, slash)).filter(t -> !t.isEmpty()),
                        at,
                        words(told)));
            }
        }
        return List.copyOf(calls);
    }

    private static String words(Delivery told) {
        return told.what() instanceof Outgoing.Direct direct
                ? direct.content().parts().stream()
                        .filter(Content.Part.Quote.class::isInstance)
                        .map(part -> ((Content.Part.Quote) part).text())
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** What a message that is not said begins with; empty for what has no words (an invitation, a sign of having heard). */
    public static String firstWords(Delivery unsaid) {
        String words = switch (unsaid.what()) {
            case Outgoing.Post post -> post.content().plain();
            case Outgoing.Direct direct -> direct.content().plain();
            case Outgoing.Edit edit -> edit.content().plain();
            case Outgoing.OpenPlace open -> open.title();
            case Outgoing.Topic topic -> topic.text();
            case Outgoing.Invite invite -> "";
            case Outgoing.InviteAll all -> "";
            case Outgoing.React react -> "";
            case Outgoing.Archive archive -> "";
            case Outgoing.Remove remove -> "";
        };
        return words.lines().findFirst().orElse("");
    }

    /** What people call a table; empty before people are seated. */
    public Optional<String> titleOf(String table) {
        FloorPlan plan = new FloorPlan(session);
        return Optional.of(table).filter(plan.tables()::contains).map(plan::tableTitle);
    }

    /** For whom or where a message is, in words; empty when that has no name. */
    public Optional<String> addressee(Delivery delivery) {
        return FloorPlan.tableOf(delivery.lane())
                .flatMap(this::titleOf)
                .or(() -> session.roster().find(delivery.lane()).map(Participant::name));
    }

    /** The round that people sit in: the one under way, the first before it, the last after all. */
    public static int seatedRound(Session s) {
        return Math.clamp(s.roundsBegun(), 1, s.script().rounds().size());
    }

    /** How much is left of the step under way; empty when none is, or when only the change of tables is left of it. */
    public Optional<Duration> left() {
        return switch (session.stage()) {
            case Stage.Running running ->
                session.stepEndsAt().map(end -> Duration.between(now, end)).filter(Duration::isPositive);
            case Stage.Paused paused ->
                Optional.of(session.agenda().length(paused.step()).minus(paused.elapsed()))
                        .filter(Duration::isPositive);
            case Stage.Gathering gathering -> Optional.empty();
            case Stage.Closed closed -> Optional.empty();
        };
    }

    /** When the step after the one under way begins; empty while nothing runs. */
    public Optional<Instant> nextStepAt() {
        return session.stage() instanceof Stage.Running running
                ? Optional.of(running.startedAt().plus(session.agenda().slot(session.script(), running.step())))
                : Optional.empty();
    }

    /** Whether people talk at the tables now. */
    public boolean talking() {
        return session.step().filter(Step.Round.class::isInstance).isPresent() && left().isPresent();
    }
}

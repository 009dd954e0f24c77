package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;

/**
 * The last line of a round's post: how long the round still lasts, and who hosts the table. Whoever looks at the pinned post reads how it
 * stands now. It gets other words in passing: no message of its own tells of it (F63), nothing waits for it, and what comes late is left
 * out.
 */
final class RoundLine {
    private static final String NAME = "round/";
    private static final String HALF_TIME = "half";
    private static final String TIME = "time";

    /** So long a number of minutes is near enough to the truth. */
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private final Turn turn;
    private final Voice voice;

    RoundLine(Turn turn) {
        this.turn = turn;
        this.voice = turn.voice();
    }

    /** As the post begins. */
    Part atFirst(Step.Round round, String table, Instant endsAt) {
        return ends(round, table, voice.say("round.ends", voice.time(endsAt)), endsAt);
    }

    /** Said once in a round, also when the round becomes longer after it. */
    void halfTime(Event.HalfTime half) {
        left(half.round(), HALF_TIME, half.left(), half.tables(), half.due(), half.endsAt());
    }

    void left(Event.TimeLeft left) {
        left(left.round(), TIME, left.left(), left.tables(), left.due(), left.endsAt());
    }

    private void left(
            Step.Round round, String kind, Duration left, Collection<String> tables, Instant due, Instant endsAt) {
        Instant latest = due.plus(HOLDS);
        if (turn.cafeNow().isAfter(latest) && !turn.session().setting().isRehearsal()) {
            return;
        }
        String sentence = voice.say("time.left", voice.length(left), voice.time(endsAt));
        change(
                round,
                kind,
                tables,
                Promise.nicety(due).until(latest),
                table -> Optional.of(ends(round, table, sentence, endsAt)));
    }

    void retimed(Event.Retimed retimed) {
        if (retimed.step() instanceof Step.Round round) {
            goesOn(round, retimed.tables());
        }
    }

    void resumed() {
        turn.session().round().ifPresent(round -> goesOn(round, tables()));
    }

    /** At each table until its own end; where the time is up, it stays so. */
    private void goesOn(Step.Round round, Collection<String> tables) {
        Session s = turn.session();
        Promise promise = Promise.nicety(turn.cafeNow());
        change(
                round,
                TIME,
                tables,
                tables.stream()
                        .flatMap(table -> s.endsAt(table).stream())
                        .max(Instant::compareTo)
                        .map(promise::until)
                        .orElse(promise),
                table -> s.endsAt(table)
                        .filter(end -> end.isAfter(turn.cafeNow()))
                        .map(end -> atFirst(round, table, end)));
    }

    void paused() {
        paused(tables());
    }

    private void paused(Collection<String> tables) {
        Session s = turn.session();
        if (s.stage() instanceof Stage.Paused paused) {
            Duration left = s.agenda().length(paused.step()).minus(paused.elapsed());
            s.round()
                    .ifPresent(round -> change(
                            round,
                            TIME,
                            tables,
                            Promise.nicety(turn.cafeNow()),
                            table -> Optional.of(left.plus(extra(table)))
                                    .filter(Duration::isPositive)
                                    .map(l -> standsStill(round, table, l))));
        }
    }

    private Duration extra(String table) {
        return turn.session().floor().orElseThrow().extra().getOrDefault(table, Duration.ZERO);
    }

    private Part standsStill(Step.Round round, String table, Duration left) {
        return new Part.Note(withHost(round, table, voice.say("round.paused", voice.length(left))));
    }

    /** The post stands elsewhere, in the words that it had at first. */
    void saidAgain(String table) {
        List<String> here = List.of(table);
        turn.session().round().ifPresent(round -> goesOn(round, here));
        paused(here);
    }

    void over(Step.Round round, Collection<String> tables, Instant due) {
        Part over = new Part.Note(voice.say("round.over"));
        change(round, TIME, tables, Promise.nicety(due), table -> Optional.of(over));
    }

    /** A step that is cut short: at every table, also where people would have talked on. */
    void skipped(Step step) {
        if (step instanceof Step.Round round) {
            over(round, tables(), turn.cafeNow());
        }
    }

    /** The café is over, and with it the round in which it was closed. */
    void closed(Instant at) {
        turn.stores().harvests().prompts(turn.session().setting().id()).stream()
                .filter(p -> p.kind() == Prompt.Kind.ROUND)
                .reduce((earlier, later) -> later)
                .flatMap(last -> turn.session().script().rounds().stream()
                        .filter(round -> round.id().equals(last.name()))
                        .findFirst())
                .ifPresent(round -> over(round, tables(), at));
    }

    private Collection<String> tables() {
        return turn.plan().tables();
    }

    // The line

    private Part ends(Step.Round round, String table, String sentence, Instant endsAt) {
        return turn.telling(new Part.Note(withHost(round, table, sentence)), endsAt);
    }

    private String withHost(Step.Round round, String table, String sentence) {
        return host(table, round.number())
                .map(name -> sentence + " " + voice.say("round.host", name))
                .orElse(sentence);
    }

    private Optional<String> host(String table, int round) {
        return turn.session().floor().orElseThrow().round(round).tables().stream()
                .filter(t -> t.table().equals(table))
                .map(TableSeating::host)
                .findFirst()
                .flatMap(turn.session().roster()::find)
                .map(Participant::name);
    }

    // The post

    /**
     * @param line by the table; empty: it stays as it is
     */
    private void change(
            Step.Round round,
            String kind,
            Collection<String> tables,
            Promise promise,
            Function<String, Optional<Part>> line) {
        String name = NAME + round.id() + "/";
        List<Delivery> changes = turn.notices(name);
        List<Prompt> prompts = prompts(round, tables);
        for (Delivery post : posts(prompts)) {
            List<Delivery> before =
                    changes.stream().filter(c -> changes(c, post)).toList();
            if (kind.equals(HALF_TIME)
                    && before.stream().anyMatch(c -> c.about().endsWith("/" + HALF_TIME))) {
                continue;
            }
            Content now = words(before.isEmpty() ? post : before.getLast());
            line.apply(table(post, prompts))
                    .map(now::endingIn)
                    .filter(c -> !c.equals(now))
                    .ifPresent(c -> turn.changeInPassing(post, c, promise.named(name + kind)));
        }
    }

    /** A table with joined themes has a post for each. */
    private List<Prompt> prompts(Step.Round round, Collection<String> tables) {
        return turn.stores().harvests().prompts(turn.session().setting().id()).stream()
                .filter(p -> p.kind() == Prompt.Kind.ROUND && p.name().equals(round.id()))
                .filter(p -> p.table().filter(tables::contains).isPresent())
                .toList();
    }

    /** Where a table got another place, the one that stands there. */
    private Collection<Delivery> posts(List<Prompt> prompts) {
        return turn.saying(prompts.stream().map(Prompt::id).toList()).stream()
                .collect(Collectors.toMap(
                        Delivery::about, Function.identity(), (former, newest) -> newest, LinkedHashMap::new))
                .values();
    }

    private static String table(Delivery post, List<Prompt> prompts) {
        return prompts.stream()
                .filter(p -> p.id().equals(post.about()))
                .findFirst()
                .flatMap(Prompt::table)
                .orElseThrow();
    }

    private static boolean changes(Delivery change, Delivery post) {
        return change.what() instanceof Outgoing.Edit edit
                && edit.message().id().equals(post.id());
    }

    private static Content words(Delivery delivery) {
        return switch (delivery.what()) {
            case Outgoing.Post post -> post.content();
            case Outgoing.Edit edit -> edit.content();
            default -> throw new IllegalStateException("not a round's post: " + delivery.id());
        };
    }
}

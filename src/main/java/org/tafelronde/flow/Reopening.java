package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.seating.TableSpec;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;

/**
 * Another place for a table, or for the plenary, whose place somebody archived or deleted: with the same people, the prompt that they talk
 * about, and whatever could not be said.
 */
final class Reopening {
    /** What a command calls the plenary, beside the tables' names. */
    static final String PLENARY = "plenary";

    private final Turn turn;

    Reopening(Turn turn) {
        this.turn = turn;
    }

    /** Who runs the café hears that a place is gone, with the button that makes another. */
    void vanished(String key, String who) {
        Optional<String> table = FloorPlan.tableOf(key);
        if (turn.session().stage() instanceof Stage.Closed || (table.isEmpty() && !FloorPlan.isPlenary(key))) {
            return;
        }
        Set<String> both = new LinkedHashSet<>(List.of(turn.session().facilitator()));
        turn.session().deputy().ifPresent(both::add);
        for (String one : both) {
            Voice voice = turn.voiceFor(one);
            String title = table.map(turn.plan()::tableTitle).orElseGet(() -> voice.say("plenary.name"));
            String action = Word.REOPEN.key() + " " + table.orElse(PLENARY) + " anyway";
            turn.direct(
                    one,
                    Content.text(voice.say("vanished", title, who.isBlank() ? 0 : 1, who))
                            .with(Button.primary(
                                    voice.say("reopen.button", title), Action.of(turn.session(), action))));
        }
        turn.sayOnly();
    }

    void table(TableSpec table) {
        Session s = turn.session();
        int round = Math.clamp(s.roundsBegun(), 1, s.script().rounds().size());
        Set<String> people = running();
        s.floor().orElseThrow().round(round).tables().stream()
                .filter(t -> t.table().equals(table.id()))
                .forEach(t -> people.addAll(t.members()));
        for (Place place : turn.plan().table(table.id())) {
            another(
                    place,
                    turn.plan().tableName(table),
                    turn.plan().tableTitle(table.id()),
                    Outgoing.Kind.TABLE,
                    people);
            sayAgain(place);
            new RoundLine(turn).saidAgain(table.id());
            s.stepEndsAt().ifPresent(ends -> turn.topic(place, s.step().orElseThrow(), ends));
            turn.post(
                    turn.plan().plenary(),
                    Content.text(turn.voice().say("reopened", turn.plan().tableTitle(table.id())))
                            .with(new Button.GoTo(
                                    turn.voice().say("goto", turn.plan().tableTitle(table.id())), place)),
                    Promise.toPeople(turn.cafeNow()));
        }
        turn.sayOnly();
    }

    void plenary() {
        Session s = turn.session();
        Set<String> people = running();
        s.roster().all().stream().map(Participant::id).forEach(people::add);
        Place place = turn.plan().plenary();
        another(place, turn.plan().plenaryName(), s.script().title(), Outgoing.Kind.PLENARY, people);
        Content content = Content.of(
                new Part.Heading(s.script().title()),
                new Part.Paragraph(turn.voice().say("reopened.plenary")));
        turn.pin(
                place,
                s.floor().isEmpty()
                        ? content.with(Button.primary(turn.voice().say("welcome.button"), Action.of(s, "join")))
                        : content,
                Promise.prompt(turn.cafeNow()));
        sayAgain(place);
        s.stepEndsAt().ifPresent(ends -> turn.topic(place, s.step().orElseThrow(), ends));
        turn.sayOnly();
    }

    private Set<String> running() {
        Set<String> people = new LinkedHashSet<>(List.of(turn.session().facilitator()));
        turn.session().deputy().ifPresent(people::add);
        return people;
    }

    /** An archived channel keeps its name: the next ones are called -b, -c ... */
    private void another(Place place, String name, String title, Outgoing.Kind kind, Set<String> people) {
        long before = inLane(place).stream()
                .filter(d -> d.what() instanceof Outgoing.OpenPlace)
                .count();
        char letter = (char) ('a' + Math.min(before, 'z' - 'a'));
        Optional<Place> beside = Optional.of(turn.plan().plenary()).filter(plenary -> !plenary.equals(place));
        turn.open(place, name + "-" + letter, title, kind, people, beside, Promise.prompt(turn.cafeNow()));
    }

    /** The prompts of this table's round, and what could not be said: an answer to the copy of a prompt is an answer to the prompt. */
    private void sayAgain(Place place) {
        Set<String> prompts = promptsOfNow(place);
        Set<String> said = new HashSet<>();
        List<Delivery> before = inLane(place);
        for (Delivery d : before) {
            boolean blocked = d.state() == Delivery.State.BLOCKED
                    && d.deadline().filter(turn.now()::isAfter).isEmpty();
            boolean prompt = d.prompt().filter(prompts::contains).isPresent();
            if (d.what() instanceof Outgoing.Post post && (blocked || prompt) && said.add(again(d))) {
                say(place, post, d);
            }
        }
        before.stream()
                .filter(d -> d.state() == Delivery.State.BLOCKED)
                .forEach(d -> turn.stores().deliveries().supersede(d.id()));
    }

    private static String again(Delivery d) {
        return d.prompt().orElse(d.id());
    }

    private void say(Place place, Outgoing.Post post, Delivery before) {
        Promise now = Promise.prompt(turn.cafeNow()).about(before.about());
        Promise promise = turn.session().stepEndsAt().map(now::until).orElse(now);
        if (post.pinned()) {
            turn.pin(place, post.content(), promise);
        } else {
            turn.post(place, post.content(), promise);
        }
    }

    private Set<String> promptsOfNow(Place place) {
        Optional<String> table = FloorPlan.tableOf(place.id());
        OptionalInt round =
                turn.session().round().stream().mapToInt(Step.Round::number).findFirst();
        return turn.stores().harvests().prompts(turn.session().setting().id()).stream()
                .filter(p -> p.kind() == Prompt.Kind.ROUND || p.kind() == Prompt.Kind.INTERVENTION)
                .filter(p -> round.isPresent()
                        && p.table().equals(table)
                        && p.round().equals(round))
                .map(Prompt::id)
                .collect(Collectors.toSet());
    }

    private List<Delivery> inLane(Place place) {
        return turn.stores().deliveries().ofSession(turn.session().setting().id()).stream()
                .filter(d -> d.lane().equals(place.id()))
                .toList();
    }
}

package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.TableSpec;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Session;

/** What is said at the tables. */
final class TablesHear {
    private final Turn turn;
    private final Voice voice;

    TablesHear(Turn turn) {
        this.turn = turn;
        this.voice = turn.voice();
    }

    /** Every table gets its place, with the people of its first round in it. */
    void open(Event.Seated seated) {
        Session s = turn.session();
        for (TableSpec table : s.floor().orElseThrow().tables()) {
            Set<String> people = new LinkedHashSet<>();
            people.add(s.facilitator());
            s.deputy().ifPresent(people::add);
            people.addAll(members(table.id(), 1));
            for (Place place : turn.plan().table(table.id())) {
                turn.open(
                        place,
                        turn.plan().tableName(table),
                        turn.plan().tableTitle(table.id()),
                        Outgoing.Kind.TABLE,
                        people,
                        Optional.of(turn.plan().plenary()),
                        Promise.prompt(seated.due()));
            }
        }
    }

    void opened(Event.RoundOpened opened) {
        for (TableSpec table : turn.session().floor().orElseThrow().tables()) {
            for (Place place : turn.plan().table(table.id())) {
                if (opened.round().number() > 1) {
                    turn.invite(place, members(table.id(), opened.round().number()), Promise.prompt(opened.due()));
                }
                table.themes()
                        .forEach(theme -> roundPost(
                                opened, table, place, turn.session().script().theme(theme)));
                previousCard(opened, table, place);
                turn.topic(place, opened.round(), opened.endsAt());
            }
        }
    }

    /** The root of the thread in which people ask. A table with joined themes has one for each, so that every question has a theme. */
    private void roundPost(Event.RoundOpened opened, TableSpec table, Place place, Theme theme) {
        Step.Round round = opened.round();
        Prompt prompt = new Prompt(
                turn.stores().ids().next(),
                turn.session().setting().id(),
                Prompt.Kind.ROUND,
                round.id(),
                OptionalInt.of(round.number()),
                Optional.of(table.id()),
                Optional.of(theme.id()),
                opened.due());
        turn.stores().harvests().add(prompt);
        Content words = Content.of(
                new Part.Heading(voice.say("round.heading", round.number(), round.title(), theme.label())),
                new Part.Quote(theme.guiding()),
                new Part.Paragraph(round.prompts()
                        .getOrDefault(theme.id(), turn.session().script().question())),
                new Part.Paragraph(voice.say("round.how")),
                new RoundLine(turn).atFirst(round, table.id(), opened.endsAt()));
        turn.pin(
                place,
                PromptBox.withButton(words, turn, prompt),
                Promise.prompt(opened.due()).until(opened.endsAt()).about(prompt.id()));
    }

    private void previousCard(Event.RoundOpened opened, TableSpec table, Place place) {
        int round = opened.round().number();
        if (round == 1) {
            return;
        }
        // Filled in now if nobody was asked for it: the round, or its end, may have been skipped or missed.
        HandoverCard card = HandoverCards.prefilled(turn, round - 1, table.id());
        if (!card.essences().isEmpty() || !card.questions().isEmpty()) {
            turn.post(place, card(card), Promise.prompt(opened.due()).until(opened.endsAt()));
        }
    }

    private Content card(HandoverCard card) {
        Content content = Content.of(new Part.Heading(voice.say("card.heading", card.round())));
        if (!card.essences().isEmpty()) {
            content = content.and(new Part.Paragraph(voice.say("card.essences")), new Part.Bullets(card.essences()));
        }
        if (!card.questions().isEmpty()) {
            content = content.and(new Part.Paragraph(voice.say("card.questions")), new Part.Bullets(card.questions()));
        }
        return content.with(Button.plain(
                voice.say("card.read"), Action.of(turn.session(), "read " + card.round() + " " + card.table())));
    }

    /** Fiction, and it says so (F30); it begins a thread of its own. */
    void intervention(Event.InterventionDropped dropped) {
        for (String table : dropped.tables().stream().sorted().toList()) {
            TableSpec spec = turn.session().floor().orElseThrow().table(table);
            Prompt prompt = new Prompt(
                    turn.stores().ids().next(),
                    turn.session().setting().id(),
                    Prompt.Kind.INTERVENTION,
                    dropped.intervention().id(),
                    OptionalInt.of(dropped.round().number()),
                    Optional.of(table),
                    spec.themes().size() == 1 ? Optional.of(spec.theme()) : Optional.empty(),
                    dropped.due());
            turn.stores().harvests().add(prompt);
            Content content = Content.of(
                    new Part.Heading(voice.say(
                            "intervention.heading", dropped.intervention().title())),
                    new Part.Note(voice.say("intervention.fiction")),
                    new Part.Paragraph(dropped.intervention().text()),
                    new Part.Paragraph(dropped.intervention().asks()),
                    new Part.Note(voice.say("intervention.how")));
            Promise promise = Promise.prompt(dropped.due()).about(prompt.id());
            Instant latest = turn.session().stepEndsAt().orElse(turn.cafeNow());
            Content asking = PromptBox.under(content, turn, prompt);
            turn.plan().table(table).forEach(place -> turn.post(place, asking, promise.until(latest)));
        }
    }

    void everywhere(Content content) {
        turn.plan().all().forEach(place -> turn.post(place, content, Promise.prompt(turn.cafeNow())));
    }

    private List<String> members(String table, int round) {
        return turn.session().floor().orElseThrow().round(round).tables().stream()
                .filter(t -> t.table().equals(table))
                .flatMap(t -> t.members().stream())
                .toList();
    }
}

package org.tafelronde.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.ActionPoint.Outcome;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.session.Event;
import org.tafelronde.outbox.Delivery;

/**
 * A month after the café, and three, the bot asks what became of the actions (F60): where the digest went, or the facilitator alone when it
 * went nowhere or that place is closed. What is done is not asked after again. Without actions nothing is said.
 */
final class FollowUps {
    private static final String NAME = "followup/";
    /** What the facilitator is told of the answers. */
    private static final String ANSWERS = "answers";
    /** With more actions than that a button opens a form instead of telling the answer. */
    private static final int WITH_BUTTONS = 5;

    private static final int MOST_BUTTONS = 15;

    private final Turn turn;

    FollowUps(Turn turn) {
        this.turn = turn;
    }

    void due(Event.FollowUpDue due) {
        List<Digest.Action> actions = actions();
        if (actions.isEmpty()) {
            return;
        }
        long days = due.after().toDays();
        // The one before has had its time: this one is answered.
        turn.notices(NAME).forEach(earlier -> change(earlier, false));
        LocalDate day = day(due.due());
        Promise promise = Promise.toPeople(due.due()).named(NAME + days + "/" + day);
        if (turn.session().published()) {
            turn.post(turn.plan().management(), note(turn.voice(), days, day, true), promise);
        } else {
            String facilitator = turn.session().facilitator();
            Voice voice = turn.voiceFor(facilitator);
            turn.direct(facilitator, note(voice, days, day, true).and(whyAlone(voice)), promise);
        }
    }

    List<Digest.Action> actions() {
        return digest().actions();
    }

    private Digest digest() {
        return Digest.of(turn.stores().harvests().of(turn.session()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, turn.session().setting().zone());
    }

    // The note

    /**
     * @param day of the note: what was told before it that it is done is not asked after
     */
    private Content note(Voice voice, long days, LocalDate day, boolean asking) {
        Digest digest = digest();
        List<Digest.Action> earlier =
                digest.actions().stream().filter(a -> isDone(a, day)).toList();
        List<Digest.Action> asked =
                digest.actions().stream().filter(a -> !isDone(a, day)).toList();
        List<Part> parts =
                new ArrayList<>(List.of(new Part.Heading(voice.say("followup.heading", days, digest.title()))));
        if (asked.isEmpty()) {
            parts.add(new Part.Paragraph(voice.say("followup.alldone")));
        } else {
            parts.add(new Part.Paragraph(voice.say("followup.text")));
            parts.add(list(voice, asked));
        }
        if (!earlier.isEmpty()) {
            parts.add(new Part.Paragraph(voice.say("followup.earlier")));
            parts.add(list(voice, earlier));
        }
        if (asked.isEmpty() || !asking) {
            return new Content(parts, List.of());
        }
        parts.add(new Part.Note(voice.say("followup.how", asked.getFirst().number())));
        return new Content(parts, buttons(voice, asked));
    }

    private static boolean isDone(Digest.Action action, LocalDate before) {
        return action.outcome()
                .filter(o -> o.state() == Outcome.State.DONE && o.on().isBefore(before))
                .isPresent();
    }

    private static Part list(Voice voice, List<Digest.Action> actions) {
        return new Part.Numbered(actions.stream()
                .map(a -> new Part.Numbered.Item(
                        a.number(),
                        voice.say("digest.action", a.text(), voice.action(a.owner(), a.due(), a.outcome()))))
                .toList());
    }

    private List<Button> buttons(Voice voice, List<Digest.Action> asked) {
        boolean few = asked.size() <= WITH_BUTTONS;
        return asked.stream()
                .flatMap(a -> few
                        ? buttons(voice, a.number(), Optional.empty()).stream()
                        : Stream.of(Button.plain(
                                voice.say("followup.button.answer", a.number()), command(String.valueOf(a.number())))))
                .limit(MOST_BUTTONS)
                .toList();
    }

    /**
     * @param said the answer that needs no button
     */
    List<Button> buttons(Voice voice, int number, Optional<Outcome.State> said) {
        return Stream.of(Outcome.State.values())
                .filter(state -> said.filter(state::equals).isEmpty())
                .map(state -> Button.plain(
                        voice.say(button(state), number), command(number + " " + FollowUpCommands.word(state))))
                .toList();
    }

    private static String button(Outcome.State state) {
        return switch (state) {
            case DONE -> "followup.button.done";
            case GOING_ON -> "followup.button.going";
            case STUCK -> "followup.button.stuck";
        };
    }

    private String command(String what) {
        return Action.of(turn.session(), Word.FOLLOWUP.key() + " " + what);
    }

    // What was answered

    /** Whether anybody was asked yet: before that, words are about the digest and answer nothing. */
    boolean isAsking() {
        return !turn.notices(NAME).isEmpty();
    }

    /** The note says how it stands now, for all who look at it. */
    void answered(String by) {
        List<Delivery> notes = turn.notices(NAME);
        if (!notes.isEmpty()) {
            change(notes.getLast(), true);
        }
        String facilitator = turn.session().facilitator();
        List<Delivery> told = turn.notices(ANSWERS);
        if (!told.isEmpty()) {
            turn.change(told.getFirst(), now(turn.voiceFor(facilitator)), Promise.toPeople(turn.cafeNow()));
        } else if (!by.equals(facilitator)) {
            turn.direct(
                    facilitator,
                    now(turn.voiceFor(facilitator)),
                    Promise.toPeople(turn.cafeNow()).named(ANSWERS));
        }
    }

    /** For who runs the café: every action, and what was told of it. */
    Content now(Voice voice) {
        List<Digest.Action> actions = actions();
        Content now = Content.of(
                new Part.Heading(voice.say("followup.now", digest().title())),
                new Part.Numbered(actions.stream()
                        .map(a -> new Part.Numbered.Item(
                                a.number(),
                                voice.say(
                                        "digest.action",
                                        a.text(),
                                        a.outcome()
                                                .map(voice::outcome)
                                                .orElseGet(() -> voice.say("followup.unanswered")))))
                        .toList()));
        boolean told = actions.stream().anyMatch(a -> a.outcome().isPresent());
        return told && turn.session().published()
                ? now.and(new Part.Note(voice.say("followup.anew")))
                        .with(Button.plain(voice.say("ruling.anew"), Action.of(turn.session(), "publish anew")))
                : now;
    }

    private void change(Delivery note, boolean asking) {
        String[] name = note.about().split("/");
        long days = Long.parseLong(name[2]);
        LocalDate day = LocalDate.parse(name[3]);
        boolean alone = note.what() instanceof Outgoing.Direct;
        Voice voice = alone ? turn.voiceFor(turn.session().facilitator()) : turn.voice();
        Content content = note(voice, days, day, asking);
        turn.changeInPassing(note, alone ? content.and(whyAlone(voice)) : content, Promise.nicety(turn.cafeNow()));
    }

    /** Why the facilitator alone gets a note. */
    private Part whyAlone(Voice voice) {
        return new Part.Note(voice.say(turn.session().published() ? "followup.closed" : "followup.draft"));
    }

    static boolean isNote(Delivery delivery) {
        return delivery.about().startsWith(Delivery.NOTICE + NAME);
    }

    /** A note that the place does not take goes to the facilitator instead, and nothing waits for being tried again. */
    static boolean isOne(Delivery failed) {
        return failed.state() == Delivery.State.BLOCKED && isNote(failed) && failed.what() instanceof Outgoing.Post;
    }

    void instead(Delivery failed) {
        Outgoing.Post post = (Outgoing.Post) failed.what();
        String facilitator = turn.session().facilitator();
        Part why = whyAlone(turn.voiceFor(facilitator));
        turn.direct(
                facilitator,
                post.content().and(why),
                Promise.toPeople(turn.cafeNow()).about(failed.about()));
        turn.stores().deliveries().supersede(failed.id());
        turn.sayOnly();
    }
}

package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.outbox.Delivery;

/**
 * The facilitator hears of what was not said: one line for each time that something is wrong, however much it keeps from being said. The
 * line counts.
 */
final class Unsaid {
    /** What fails no later than this after the one before it has failed for the same reason. */
    private static final Duration SAME_TROUBLE = Duration.ofMinutes(10);

    private static final String NAME = "unsaid/";
    private static final String TRIED_AGAIN = "again";

    private final Turn turn;
    private final String facilitator;
    private final Voice voice;

    Unsaid(Turn turn) {
        this.turn = turn;
        this.facilitator = turn.session().facilitator();
        this.voice = turn.voiceFor(facilitator);
    }

    void tell(List<Delivery> failed) {
        // When it is to them that we cannot speak, the status shows it.
        List<Delivery> unsaid = failed.stream()
                .filter(d -> !d.lane().equals(facilitator))
                .filter(d -> !isInPassing(d))
                .toList();
        if (unsaid.isEmpty()) {
            return;
        }
        List<Delivery> before = turn.notices(NAME);
        if (before.isEmpty() || isOver(before.getLast())) {
            begin(unsaid);
        } else {
            goOn(before.getLast(), unsaid);
        }
        turn.sayOnly();
    }

    /** Other words for what is there already: nobody misses them. */
    private static boolean isInPassing(Delivery d) {
        return d.what() instanceof Outgoing.Edit && d.urgency() == Delivery.Urgency.NICETY;
    }

    /** The line says so, and has done its work: what fails from now on is told in another. */
    void triedAgain() {
        List<Delivery> before = turn.notices(NAME);
        if (before.isEmpty() || before.getLast().about().endsWith(TRIED_AGAIN)) {
            return;
        }
        Part.Note note = new Part.Note(voice.say("delivery.retried", voice.time(turn.cafeNow())));
        Content said = new Content(told(before.getLast()).parts(), List.of());
        turn.change(line(before.getLast()), said.and(note), named(TRIED_AGAIN));
        turn.sayOnly();
    }

    /** A line that did not get through itself is still about the same. */
    private boolean isOver(Delivery last) {
        if (last.about().endsWith(TRIED_AGAIN)) {
            return true;
        }
        return last.state() == Delivery.State.SENT
                && turn.now().isAfter(last.promised().plus(SAME_TROUBLE));
    }

    private void begin(List<Delivery> unsaid) {
        Delivery first = unsaid.getFirst();
        String line = voice.say(key(first), first(first), new Failures(voice).say(first.failure()));
        turn.direct(facilitator, content(line, unsaid.size() - 1, unsaid, false), named(String.valueOf(unsaid.size())));
    }

    private static String key(Delivery unsaid) {
        if (unsaid.isPerhapsSaid()) {
            return "delivery.perhaps";
        }
        if (unsaid.isInPart()) {
            return "delivery.partly";
        }
        return unsaid.state() == Delivery.State.DROPPED ? "delivery.dropped" : "delivery.blocked";
    }

    private void goOn(Delivery last, List<Delivery> unsaid) {
        Content said = told(last);
        int count = Integer.parseInt(last.about().substring(last.about().lastIndexOf('/') + 1)) + unsaid.size();
        String sentence = ((Part.Paragraph) said.parts().getFirst()).text();
        boolean mayBeTried = !said.buttons().isEmpty();
        turn.change(line(last), content(sentence, count - 1, unsaid, mayBeTried), named(String.valueOf(count)));
    }

    private Promise named(String last) {
        return Promise.toPeople(turn.cafeNow()).named(NAME + last);
    }

    /** The message that began as the first of these. */
    private Delivery line(Delivery last) {
        return last.what() instanceof Outgoing.Edit edit
                ? turn.stores().deliveries().find(edit.message().id()).orElse(last)
                : last;
    }

    private Content content(String line, int more, List<Delivery> unsaid, boolean mayBeTried) {
        List<Part> parts = new ArrayList<>(List.of(new Part.Paragraph(line)));
        if (more > 0) {
            parts.add(new Part.Note(
                    voice.say("delivery.more", more, voice.time(turn.cafeNow()), first(unsaid.getLast()))));
        }
        Content content = new Content(parts, List.of());
        boolean blocked = unsaid.stream().anyMatch(d -> d.state() == Delivery.State.BLOCKED);
        return blocked || mayBeTried
                ? content.with(Button.primary(voice.say("status.resend"), Action.of(turn.session(), Word.RESEND.key())))
                : content;
    }

    /** The first line of what was not said. */
    private String first(Delivery delivery) {
        return first(delivery, voice);
    }

    static String first(Delivery delivery, Voice voice) {
        return told(delivery, voice).plain().lines().findFirst().orElse("");
    }

    private Content told(Delivery delivery) {
        return told(delivery, voice);
    }

    private static Content told(Delivery delivery, Voice voice) {
        return switch (delivery.what()) {
            case Outgoing.Post post -> post.content();
            case Outgoing.Direct direct -> direct.content();
            case Outgoing.Edit edit -> edit.content();
            case Outgoing.OpenPlace open -> Content.text(open.name());
            case Outgoing.Topic topic -> Content.text(topic.text());
            case Outgoing.Invite invite -> Content.text(voice.say("delivery.what.invite"));
            case Outgoing.InviteAll all -> Content.text(voice.say("delivery.what.invite"));
            case Outgoing.React react -> Content.text(voice.say("delivery.what.react"));
            case Outgoing.Archive archive -> Content.text(voice.say("delivery.what.archive"));
            case Outgoing.Remove remove -> Content.text(voice.say("delivery.what.archive"));
        };
    }
}

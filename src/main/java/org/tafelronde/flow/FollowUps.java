package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.List;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.session.Event;
import org.tafelronde.outbox.Delivery;

/**
 * A month after the café, and three, the bot asks what became of the actions (F60): where the digest went, or the facilitator alone when it
 * went nowhere or that place is closed. Without actions nothing is said.
 */
final class FollowUps {
    private static final String NAME = "followup/";

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
        Promise promise = Promise.toPeople(due.due()).named(NAME + days);
        if (turn.session().published()) {
            turn.post(turn.plan().management(), note(turn.voice(), days, actions), promise);
        } else {
            String facilitator = turn.session().facilitator();
            Voice voice = turn.voiceFor(facilitator);
            turn.direct(facilitator, note(voice, days, actions).and(new Part.Note(voice.say("followup.draft"))));
        }
    }

    private List<Digest.Action> actions() {
        return Digest.of(turn.stores().harvests().of(turn.session())).actions();
    }

    private Content note(Voice voice, long days, List<Digest.Action> actions) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(
                voice.say("followup.heading", days, turn.session().script().title())));
        parts.add(new Part.Paragraph(voice.say("followup.text")));
        parts.add(new Part.Bullets(actions.stream()
                .map(a -> voice.say("digest.action", a.text(), voice.action(a.owner(), a.due())))
                .toList()));
        return new Content(parts, List.of());
    }

    /** A note that the place does not take goes to the facilitator instead, and nothing waits for being tried again. */
    static boolean isOne(Delivery failed) {
        return failed.state() == Delivery.State.BLOCKED
                && failed.about().startsWith(Delivery.NOTICE + NAME)
                && failed.what() instanceof Outgoing.Post;
    }

    void instead(Delivery failed) {
        Outgoing.Post post = (Outgoing.Post) failed.what();
        String facilitator = turn.session().facilitator();
        Part.Note why = new Part.Note(turn.voiceFor(facilitator).say("followup.closed"));
        turn.direct(facilitator, post.content().and(why));
        turn.stores().deliveries().supersede(failed.id());
        turn.sayOnly();
    }
}

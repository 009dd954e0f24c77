package org.tafelronde.flow;

import java.time.Instant;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Incoming;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Session;

/** One thing that is being heard: who says it, where, and to which session it belongs. */
final class Hearing {
    private final Incoming what;
    private final Optional<String> placeKey;
    private final Optional<Turn> turn;
    private final Stores stores;
    private final Settings settings;
    private final Instant now;

    Hearing(
            Incoming what,
            Optional<String> placeKey,
            Optional<Session> session,
            Stores stores,
            Settings settings,
            Instant now) {
        this.what = what;
        this.placeKey = placeKey;
        this.turn = session.map(s -> new Turn(stores, s, Standstill.saidAt(s, now)));
        this.stores = stores;
        this.settings = settings;
        this.now = now;
    }

    Incoming what() {
        return what;
    }

    /** What is mentioned in a command. */
    Incoming.Mentioned mentioned() {
        return what instanceof Incoming.Command command ? command.named() : Incoming.Mentioned.NOTHING;
    }

    /** The speaker's key. */
    String by() {
        return what.by().person().key();
    }

    /** The speaker's name, fit to be shown. */
    String name() {
        return Cleaning.name(what.by().name());
    }

    /** In real time. */
    Instant now() {
        return now;
    }

    Stores stores() {
        return stores;
    }

    Settings settings() {
        return settings;
    }

    /** Our key of the place; empty for a place that is not a café's. */
    Optional<String> placeKey() {
        return placeKey;
    }

    /** The table that it was said at; empty elsewhere. */
    Optional<String> table() {
        return placeKey.flatMap(FloorPlan::tableOf);
    }

    /** Empty when the speaker takes part in no session. */
    Optional<Turn> turn() {
        return turn;
    }

    Language language() {
        return settings.language(what.by(), turn.map(Turn::session));
    }

    /** For the speaker. */
    Voice voice() {
        return settings.voice(what.by(), turn.map(Turn::session));
    }

    // Answers

    /** One line to the speaker alone. */
    Answer whisper(String key, Object... with) {
        return Answer.whisper(Content.text(voice().say(key, with)));
    }

    /** What came of asking the session: kept and announced; or a line that says what would have worked. */
    Answer decided(Decision decision, Answer done) {
        return switch (decision) {
            case Decision.Changed changed -> {
                Turn t = turn.orElseThrow();
                t.becomes(changed.session());
                new Announcements(t).of(changed.events());
                t.save();
                yield done;
            }
            case Decision.Refused refused -> refused(refused, Optional.empty());
            case Decision.Ignored ignored -> whisper("ignored");
        };
    }

    /**
     * @param anyway the command that sets the refusal aside, where one does
     */
    Answer refused(Decision.Refused refused, Optional<String> anyway) {
        Content line = Content.text(new Refusals(voice()).say(refused.why()));
        boolean may = anyway.isPresent() && Refusals.canBeSetAside(refused.why());
        return Answer.whisper(
                may
                        ? line.with(Button.danger(
                                voice().say("anyway"),
                                Action.of(turn.orElseThrow().session(), anyway.get())))
                        : line);
    }
}

package org.tafelronde.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Refusal;
import org.tafelronde.domain.session.Stage;

/** Digest, publishing, closing, archiving, deleting. */
final class EndCommands {
    private static final Set<String> ANEW = Set.of("anew", "opnieuw");
    private final Hearing h;
    private final Turn t;

    EndCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    /** The digest as it would be now, for the facilitator alone. */
    Answer digest() {
        return run(() -> {
            Content.Part.Paragraph text = new Content.Part.Paragraph(h.voice().say("digest.now"));
            List<Content.Part> parts = new ArrayList<>(List.of(text));
            parts.addAll(new DigestFiles(t).draft());
            boolean ready = closed() && !t.session().published();
            Content content = new Content(parts, List.of());
            return Answer.whisper(ready ? content.with(press("draft.publish", "publish")) : content);
        });
    }

    /** Management reads one message, with the files (F57). {@code publish anew}: once more, as it is now. */
    Answer publish(CommandLine line) {
        return run(() -> {
            if (!closed()) {
                return refused(new Refusal.NotClosed());
            }
            if (t.session().published()) {
                return line.word(0).filter(ANEW::contains).isPresent() ? publishAnew() : publishedAlready();
            }
            Optional<Instant> review = t.session().afterwards().reviewUntil();
            if (review.isPresent() && !line.withSigns().sure()) {
                return Answer.whisper(Content.text(
                                h.voice().say("publish.review", h.voice().moment(review.get())))
                        .with(danger("publish.button", "publish anyway")));
            }
            new Publishing(t).publish();
            t.save();
            return h.whisper("publish.done");
        });
    }

    private Answer publishedAlready() {
        return Answer.whisper(Content.text(h.voice().say("publish.again"))
                .with(Button.plain(h.voice().say("ruling.anew"), Action.of(t.session(), "publish anew"))));
    }

    private Answer publishAnew() {
        new Publishing(t).anew();
        t.sayOnly();
        return h.whisper("publish.anew");
    }

    /** Before its plan is through it asks first. */
    Answer close(CommandLine line) {
        boolean early =
                t.session().stage() instanceof Stage.Running || t.session().stage() instanceof Stage.Paused;
        if (early && t.session().isRunBy(h.by()) && !line.sure()) {
            return Answer.whisper(
                    Content.text(h.voice().say("close.sure")).with(danger("close.button", "close anyway")));
        }
        return h.decided(t.session().close(h.by(), t.cafeNow()), h.whisper("close.done"));
    }

    Answer archive() {
        return run(() -> {
            if (!closed()) {
                return refused(new Refusal.NotClosed());
            }
            t.plan().all().forEach(t::archive);
            t.sayOnly();
            return h.whisper(t.isInThreads() ? "archive.threads" : "archive.done");
        });
    }

    /** Everything goes: places, questions, digest. It asks first, and a running café must be closed before. */
    Answer delete(CommandLine line) {
        return run(() -> {
            boolean idle = closed() || t.session().stage() instanceof Stage.Gathering;
            if (!idle && !t.session().setting().isRehearsal()) {
                return refused(new Refusal.NotClosed());
            }
            if (!line.sure()) {
                return Answer.whisper(
                        Content.text(h.voice().say("delete.sure")).with(danger("delete.button", "delete anyway")));
            }
            // Its clock stops now; what is kept of it goes when its places are gone.
            if (!closed() && t.session().close(h.by(), t.cafeNow()) instanceof Decision.Changed closed) {
                t.becomes(closed.session());
            }
            // A place that people made is theirs.
            if (t.session().published() && t.session().setting().management().isEmpty()) {
                t.remove(t.plan().management());
            }
            t.plan().all().reversed().forEach(t::remove);
            t.save();
            return h.whisper("delete.done");
        });
    }

    private boolean closed() {
        return t.session().stage() instanceof Stage.Closed;
    }

    private Answer run(Supplier<Answer> then) {
        return t.session().isRunBy(h.by()) ? then.get() : refused(new Refusal.NotTheFacilitator());
    }

    private Answer refused(Refusal why) {
        return h.decided(Decision.refused(why), Answer.SILENT);
    }

    private Button press(String key, String command) {
        return Button.primary(h.voice().say(key), Action.of(t.session(), command));
    }

    private Button danger(String key, String command) {
        return Button.danger(h.voice().say(key), Action.of(t.session(), command));
    }
}

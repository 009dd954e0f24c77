package org.tafelronde.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Step;
import org.tafelronde.outbox.Delivery;

/** What people write: an answer in a prompt's thread is a question; so are loose words that begin with "question:". */
final class ReplyFlow {
    private static final List<String> PREFIXES = List.of("vraag:", "question:");
    /** So that the words fit into a button. */
    private static final int FITS = 140;

    private final Stores stores;

    ReplyFlow(Stores stores) {
        this.stores = stores;
    }

    Answer reply(Hearing h, Incoming.Reply reply) {
        if (h.turn().isEmpty()) {
            return Answer.SILENT;
        }
        Optional<Delivery> root = stores.deliveries().that(reply.root());
        if (root.isEmpty()) {
            return unknownRoot(h, reply);
        }
        return replyTo(h, reply, root.get());
    }

    /** Somebody's own thread, or a message of ours whose id the platform has not told us yet. */
    private Answer unknownRoot(Hearing h, Incoming.Reply reply) {
        if (prefixed(reply.text()).isPresent()) {
            return said(h, new Incoming.Said(reply.key(), reply.by(), reply.message(), reply.text()));
        }
        stores.memory().keepEarly(reply, h.now());
        return Answer.SILENT;
    }

    /** A reply whose root is known by now. */
    Answer replyTo(Hearing h, Incoming.Reply reply, Delivery root) {
        Turn t = h.turn().orElseThrow();
        Asking asking = new Asking(t);
        Optional<Prompt> prompt = root.prompt().flatMap(stores.harvests()::prompt);
        String text = prefixed(reply.text()).orElse(reply.text());
        if (prompt.isEmpty()) {
            // Under a handover card or a warning people go on about the round's prompt.
            return h.table().isPresent() && t.session().round().isPresent()
                    ? question(h, t, asking, text, asking.currentPrompt(h.by(), h.table()), reply.message())
                    : Answer.SILENT;
        }
        return switch (prompt.get().kind()) {
            case ROUND, INTERVENTION -> question(h, t, asking, text, prompt, reply.message());
            case BALLOT -> new VoteCommands(h, t).votesInThread(reply.text());
            case DEBRIEF ->
                new VoteCommands(h, t)
                        .answerInThread(Integer.parseInt(prompt.get().name()), reply.text(), reply.message());
            case FEEDBACK -> Answer.SILENT;
        };
    }

    private Answer question(
            Hearing h, Turn t, Asking asking, String text, Optional<Prompt> prompt, MessageRef message) {
        boolean known = stores.harvests().fromSource(Asking.key(message)).isPresent();
        if (known) {
            return Answer.SILENT;
        }
        Answer answer = asking.ask(h, text, prompt, Optional.of(message));
        boolean kept = stores.harvests().fromSource(Asking.key(message)).isPresent();
        return kept ? heard(t, message, answer) : answer;
    }

    /** The asker sees that it was heard: a tick, never noise (F42). */
    private static Answer heard(Turn t, MessageRef message, Answer answer) {
        t.react(message, Outgoing.Reaction.HEARD);
        t.sayOnly();
        return answer;
    }

    /** Loose words in a place. */
    Answer said(Hearing h, Incoming.Said said) {
        if (h.turn().isEmpty()) {
            return h.placeKey().isEmpty() ? h.whisper("no.session") : Answer.SILENT;
        }
        Turn t = h.turn().get();
        Asking asking = new Asking(t);
        Optional<String> question = prefixed(said.text());
        if (question.isPresent()) {
            return question(h, t, asking, question.get(), asking.currentPrompt(h.by(), h.table()), said.message());
        }
        if (h.placeKey().isEmpty()) {
            boolean lookingBack =
                    t.session().step().filter(Step.Debrief.class::isInstance).isPresent();
            return lookingBack ? new VoteCommands(h, t).answer(said.text()) : h.whisper("alone");
        }
        return looksLikeAQuestion(h, t, said);
    }

    /** Somebody who asks beside the thread is offered, privately, to have it kept. */
    private Answer looksLikeAQuestion(Hearing h, Turn t, Incoming.Said said) {
        String words = Cleaning.words(said.text()).replace('\n', ' ');
        boolean talking = h.table().isPresent() && t.session().round().isPresent();
        if (!talking || !words.endsWith("?") || words.length() > FITS) {
            return Answer.SILENT;
        }
        return Answer.whisper(Content.text(h.voice().say("ask.offer"))
                .with(Button.primary(h.voice().say("ask.keep"), Action.of(t.session(), "ask " + words))));
    }

    Answer edited(Hearing h, Incoming.Edited edited) {
        Optional<Question> question = fromMessage(h, edited.message());
        return question.map(q -> new Asking(h.turn().orElseThrow())
                        .reword(h, q, prefixed(edited.text()).orElse(edited.text())))
                .orElse(Answer.SILENT);
    }

    Answer deleted(Hearing h, Incoming.Deleted deleted) {
        Optional<Question> question = fromMessage(h, deleted.message());
        return question.map(q -> new Asking(h.turn().orElseThrow()).withdraw(h, q))
                .orElse(Answer.SILENT);
    }

    /** The question in this message, if the one who touches the message asked it. */
    private Optional<Question> fromMessage(Hearing h, MessageRef message) {
        return h.turn().isEmpty()
                ? Optional.empty()
                : stores.harvests().fromSource(Asking.key(message)).filter(q -> q.by().equals(h.by()));
    }

    private static Optional<String> prefixed(String text) {
        String words = text.strip();
        String lower = words.toLowerCase(Locale.ROOT);
        return PREFIXES.stream()
                .filter(lower::startsWith)
                .map(p -> words.substring(p.length()).strip())
                .findFirst();
    }
}

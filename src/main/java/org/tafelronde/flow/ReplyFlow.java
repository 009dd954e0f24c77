package org.tafelronde.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Session;
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

    /** In a table's own thread everything stands under its first message: it answers what was asked there last. */
    Answer inRoom(Hearing h, Incoming.Reply reply) {
        if (h.turn().isEmpty()) {
            return Answer.SILENT;
        }
        if (h.placeKey().filter(FloorPlan::isManagement).isPresent()) {
            return new FollowUpCommands(h, h.turn().get()).inThread(reply);
        }
        Optional<Prompt> prompt = askedLast(h);
        if (prompt.isEmpty() && prefixed(reply.text()).isPresent()) {
            return said(h, new Incoming.Said(reply.key(), reply.by(), reply.message(), reply.text()));
        }
        // While they choose, people also just talk.
        boolean talk = prompt.filter(p -> p.kind() == Prompt.Kind.BALLOT).isPresent()
                && CommandLine.parse("vote " + reply.text()).numbers().isEmpty();
        return talk ? Answer.SILENT : replyTo(h, reply, prompt);
    }

    private Optional<Prompt> askedLast(Hearing h) {
        Session s = h.turn().orElseThrow().session();
        Set<String> themes = Set.copyOf(
                h.table().map(id -> s.floor().orElseThrow().table(id).themes()).orElse(List.of()));
        List<Prompt> here = stores.harvests().prompts(s.setting().id()).stream()
                .filter(p -> p.table().equals(h.table())
                        || (p.kind() == Prompt.Kind.BALLOT
                                && p.theme().filter(themes::contains).isPresent()))
                .toList();
        return here.reversed().stream().filter(p -> stands(h, p)).findFirst();
    }

    /** What still waits to be said in this place is answered by nobody. */
    private boolean stands(Hearing h, Prompt prompt) {
        return stores.deliveries().about(prompt.session(), prompt.id()).stream()
                .anyMatch(d -> d.state() == Delivery.State.SENT && h.placeKey().equals(Optional.of(d.lane())));
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
        if (FollowUps.isNote(root)) {
            return new FollowUpCommands(h, h.turn().orElseThrow()).inThread(reply);
        }
        return replyTo(h, reply, root.prompt().flatMap(stores.harvests()::prompt));
    }

    private Answer replyTo(Hearing h, Incoming.Reply reply, Optional<Prompt> prompt) {
        Turn t = h.turn().orElseThrow();
        Asking asking = new Asking(t);
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

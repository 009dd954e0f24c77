package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Limits;

/** Asking, and one's own questions afterwards. */
final class QuestionCommands {
    private static final String TEXT = "text";

    private final Hearing h;
    private final Turn t;
    private final Asking asking;

    QuestionCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
        this.asking = new Asking(t);
    }

    /** Typed, or filled in; a button without words opens the form for them. */
    Answer ask(String typed, Map<String, String> values) {
        String text = values.getOrDefault(TEXT, typed);
        if (text.isBlank()) {
            return h.what() instanceof Incoming.Pressed && values.isEmpty() ? form() : h.whisper("ask.usage");
        }
        return asking.ask(h, text, asking.currentPrompt(h.by(), h.table()), Optional.empty());
    }

    private Answer form() {
        return Answer.open(new Form(
                Action.of(t.session(), Word.ASK.key()),
                h.voice().say("ask.heading"),
                "",
                List.of(new Form.Field.Words(TEXT, h.voice().say("ask.field"), "", 3, Limits.TEXT, true)),
                h.voice().say("ask.keep")));
    }

    Answer mine() {
        List<Question> mine = mineStanding();
        if (mine.isEmpty()) {
            return h.whisper("mine.none");
        }
        return Answer.whisper(Content.of(
                new Part.Heading(h.voice().say("mine.heading")),
                new Part.Numbered(mine.stream()
                        .map(q -> new Part.Numbered.Item(q.number(), q.text()))
                        .toList()),
                new Part.Note(h.voice().say("mine.how", mine.getFirst().number()))));
    }

    Answer edit(CommandLine line) {
        if (line.number().isEmpty() || line.afterFirst().isBlank()) {
            return h.whisper("edit.usage");
        }
        return own(line.number().getAsInt(), q -> asking.reword(h, q, line.afterFirst()));
    }

    Answer withdraw(CommandLine line) {
        if (line.number().isEmpty()) {
            return h.whisper("withdraw.usage");
        }
        return own(line.number().getAsInt(), q -> {
            Answer answer = asking.withdraw(h, q);
            asking.source(q).filter(ref -> !asking.closed()).ifPresent(ref -> mark(ref));
            return answer;
        });
    }

    private void mark(MessageRef ref) {
        t.react(ref, Outgoing.Reaction.WITHDRAWN);
        t.sayOnly();
    }

    private Answer own(int number, java.util.function.Function<Question, Answer> then) {
        Optional<Question> question =
                t.stores().harvests().question(t.session().setting().id(), number);
        if (question.isEmpty()) {
            return h.whisper("question.none", number);
        }
        if (!question.get().by().equals(h.by())) {
            return h.whisper("question.notyours", number);
        }
        return then.apply(question.get());
    }

    private List<Question> mineStanding() {
        return t.stores().harvests().questions(t.session().setting().id()).stream()
                .filter(q -> q.by().equals(h.by()))
                .filter(Question::stands)
                .toList();
    }
}

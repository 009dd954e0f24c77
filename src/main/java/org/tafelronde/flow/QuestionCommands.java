package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Question;

/** Asking, and one's own questions afterwards. */
final class QuestionCommands {
    private final Hearing h;
    private final Turn t;
    private final Asking asking;

    QuestionCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
        this.asking = new Asking(t);
    }

    /** Without words a form asks for them; what comes in from it the others read without a name. */
    Answer ask(String text, Map<String, String> values) {
        WithoutName without = new WithoutName(h, t);
        if (WithoutName.isSentIn(values)) {
            return without.sentIn(values);
        }
        if (text.isBlank()) {
            return without.form();
        }
        return asking.ask(h, text, asking.currentPrompt(h.by(), h.table()), Optional.empty());
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

package org.tafelronde.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Limits;

/**
 * What people write in the prompt itself, where a platform shows a box there: a question of that prompt, whatever is going on by then. The
 * others at the table read it in the thread, without a name, as they would have read an answer there.
 */
final class PromptBox {
    private static final String TEXT = "text";
    private static final int LINES = 3;

    private final Hearing h;
    private final Turn t;

    PromptBox(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    /** Where no box is shown, a button opens the form for a question without a name. */
    static Content withButton(Content words, Turn turn, Prompt prompt) {
        Button button = Button.plain(turn.voice().say("ask.unnamed.button"), action(turn, prompt));
        return under(words.with(button), turn, prompt);
    }

    private static String action(Turn turn, Prompt prompt) {
        return Action.of(turn.session(), Word.UNDER.key() + " " + prompt.id());
    }

    static Content under(Content words, Turn turn, Prompt prompt) {
        Voice voice = turn.voice();
        return words.asking(new Form(
                action(turn, prompt),
                "",
                voice.say("box.hint"),
                List.of(new Form.Field.Words(TEXT, voice.say("box.label"), "", LINES, Limits.TEXT, true)),
                voice.say("box.send")));
    }

    Answer hear(CommandLine line, Map<String, String> values) {
        return values.containsKey(TEXT)
                ? sentIn(line, values)
                : new WithoutName(h, t)
                        .form(
                                Word.UNDER.key() + " " + line.rest(),
                                prompt(line).filter(this::goesOn).isPresent());
    }

    private Optional<Prompt> prompt(CommandLine line) {
        return line.word(0)
                .flatMap(t.stores().harvests()::prompt)
                .filter(p -> p.session().equals(t.session().setting().id()));
    }

    private Answer sentIn(CommandLine line, Map<String, String> values) {
        String words = Cleaning.words(values.getOrDefault(TEXT, ""));
        if (words.isBlank()) {
            return h.whisper("ask.empty");
        }
        Optional<Prompt> prompt = prompt(line);
        if (prompt.isEmpty()) {
            return h.whisper("answer.notyet");
        }
        // The box keeps what was typed in it, and so it is easily sent in again.
        return sentBefore(words, prompt.get())
                .map(q -> h.whisper("ask.done", q.number()))
                .orElseGet(() -> keep(words, prompt.get(), !WithoutName.isForTheDigestAlone(values)));
    }

    private Optional<Question> sentBefore(String words, Prompt prompt) {
        return t.stores().harvests().questions(t.session().setting().id()).stream()
                .filter(Question::stands)
                .filter(q -> q.by().equals(h.by()) && q.text().equals(words))
                .filter(q -> q.prompt().equals(Optional.of(prompt.id())))
                .findFirst();
    }

    private Answer keep(String words, Prompt prompt, boolean shown) {
        WithoutName without = new WithoutName(h, t);
        if (goesOn(prompt)) {
            return without.keep(words, Optional.of(prompt), shown);
        }
        Answer answer = without.keep(words, Optional.of(prompt), false);
        return sentBefore(words, prompt)
                .filter(q -> !t.session().picking())
                .map(q -> h.whisper("box.late", q.number()))
                .orElse(answer);
    }

    private boolean goesOn(Prompt prompt) {
        return t.session()
                .round()
                .filter(round -> prompt.round().equals(OptionalInt.of(round.number())))
                .isPresent();
    }
}

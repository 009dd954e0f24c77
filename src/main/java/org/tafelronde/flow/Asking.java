package org.tafelronde.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;

/** Storing questions: theme, round and table are known without anybody tagging (F43). */
final class Asking {
    private final Turn t;

    Asking(Turn t) {
        this.t = t;
    }

    /** The round's prompt at the table where this is said, else where the asker sits now; empty outside rounds. */
    Optional<Prompt> currentPrompt(String by, Optional<String> table) {
        Session s = t.session();
        if (s.round().isEmpty() || s.floor().isEmpty()) {
            return Optional.empty();
        }
        int round = s.round().get().number();
        Optional<String> here = table.or(() -> s.floor().get().seatOf(by, round).map(seat -> seat.table()));
        return here.flatMap(id -> t.stores().harvests().prompts(s.setting().id()).stream()
                .filter(p -> p.kind() == Prompt.Kind.ROUND)
                .filter(p -> p.round().equals(OptionalInt.of(round)))
                .filter(p -> p.table().equals(Optional.of(id)))
                .findFirst());
    }

    /**
     * @param prompt that it answers; without one the question goes to the digest's appendix
     * @param source the message that it came in
     */
    Answer ask(Hearing h, String text, Optional<Prompt> prompt, Optional<MessageRef> source) {
        Session s = t.session();
        if (closed() && s.stage() instanceof Stage.Closed) {
            return h.whisper("ask.closed");
        }
        String words = Cleaning.words(text);
        if (words.isBlank()) {
            return Answer.SILENT;
        }
        if (words.length() > Limits.TEXT) {
            return h.whisper("ask.long", words.length(), Limits.TEXT);
        }
        Question asked = t.stores()
                .harvests()
                .add(new Question(
                        t.stores().ids().next(),
                        s.setting().id(),
                        0,
                        words,
                        h.by(),
                        prompt.flatMap(p -> p.theme().or(() -> themeOf(p, h.by()))),
                        prompt.map(Prompt::round).orElse(OptionalInt.empty()),
                        prompt.flatMap(Prompt::table),
                        prompt.map(Prompt::id),
                        t.cafeNow(),
                        Optional.empty(),
                        source.map(Asking::key)));
        if (s.picking()) {
            return h.whisper("ask.afterpick", asked.number());
        }
        if (source.isPresent()) {
            return Answer.SILENT;
        }
        return prompt.isPresent() ? h.whisper("ask.done", asked.number()) : h.whisper("ask.appendix", asked.number());
    }

    /** At a table with joined themes an intervention is about all of them: the theme is that of what the asker asked there before. */
    private Optional<String> themeOf(Prompt prompt, String by) {
        Session s = t.session();
        if (prompt.table().isEmpty() || prompt.round().isEmpty() || s.floor().isEmpty()) {
            return Optional.empty();
        }
        List<Question> before = t
                .stores()
                .harvests()
                .questions(
                        s.setting().id(),
                        prompt.round().getAsInt(),
                        prompt.table().get())
                .stream()
                .filter(q -> q.theme().isPresent())
                .toList();
        Predicate<Question> own = q -> q.by().equals(by);
        Comparator<Question> ownLast =
                Comparator.comparing((Question q) -> own.test(q)).thenComparing(Question::number);
        return before.stream()
                .max(ownLast)
                .flatMap(Question::theme)
                .or(() -> Optional.of(
                        s.floor().get().table(prompt.table().get()).themes().getFirst()));
    }

    Answer reword(Hearing h, Question question, String text) {
        String words = Cleaning.words(text);
        if (closed()) {
            return h.whisper("question.picked", question.number());
        }
        if (!question.stands()) {
            return h.whisper("question.gone", question.number());
        }
        if (words.length() > Limits.TEXT) {
            return h.whisper("ask.long", words.length(), Limits.TEXT);
        }
        if (words.isBlank()) {
            return h.whisper("edit.usage");
        }
        keep(question.saying(words));
        return h.whisper("edit.done", question.number());
    }

    Answer withdraw(Hearing h, Question question) {
        if (closed()) {
            return h.whisper("question.picked", question.number());
        }
        if (!question.stands()) {
            return h.whisper("question.gone", question.number());
        }
        keep(question.withdrawn(t.cafeNow()));
        return h.whisper("withdraw.done", question.number());
    }

    private void keep(Question changed) {
        t.stores().harvests().update(changed);
        WithoutName.follow(t, changed);
    }

    /** From the pick on nobody changes a question (F44). */
    boolean closed() {
        return t.session().picking();
    }

    /** A message's name that is unique over all platforms. */
    static String key(MessageRef ref) {
        return ref.place().platform().name() + "|" + ref.place().id() + "|" + ref.id();
    }

    Optional<MessageRef> source(Question question) {
        return question.source().map(key -> {
            String[] parts = key.split("\\|", 3);
            return new MessageRef(new Place(new Platform(parts[0]), parts[1]), parts[2]);
        });
    }
}

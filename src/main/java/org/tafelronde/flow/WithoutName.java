package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.outbox.Delivery;

/**
 * A question that the others at the table read without seeing who asks it (F45). The bot says it for them, in the thread of the prompt that it
 * answers; when the asker changes or withdraws it, the bot's message follows.
 */
final class WithoutName {
    private static final String TEXT = "text";
    private static final String SHOW = "show";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final int LINES = 4;

    private final Hearing h;
    private final Turn t;

    WithoutName(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    /** For the prompt of the asker's table. */
    Answer form() {
        boolean talking = new Asking(t).currentPrompt(h.by(), h.table()).isPresent();
        return form(Word.ASK.key(), talking);
    }

    /**
     * @param command that hears what is filled in
     * @param shows whether the others could read it, so that the asker is asked whether they may
     */
    Answer form(String command, boolean shows) {
        Voice voice = h.voice();
        Form.Field words = new Form.Field.Words(TEXT, voice.say("ask.form.text"), "", LINES, Limits.TEXT, true);
        List<Form.Option> both = List.of(
                new Form.Option(YES, voice.say("ask.form.show.yes")),
                new Form.Option(NO, voice.say("ask.form.show.no")));
        return Answer.open(new Form(
                Action.of(t.session(), command),
                voice.say("ask.form.heading"),
                voice.say("ask.form"),
                shows
                        ? List.of(words, new Form.Field.Choice(SHOW, voice.say("ask.form.show"), both, YES))
                        : List.of(words),
                voice.say("ask.form.button")));
    }

    /** Whether the asker wants it in the digest alone. */
    static boolean isForTheDigestAlone(Map<String, String> values) {
        return NO.equals(values.get(SHOW));
    }

    static boolean isSentIn(Map<String, String> values) {
        return values.containsKey(TEXT);
    }

    Answer sentIn(Map<String, String> values) {
        if (values.getOrDefault(TEXT, "").isBlank()) {
            return h.whisper("ask.empty");
        }
        Optional<Prompt> prompt = new Asking(t).currentPrompt(h.by(), h.table());
        return keep(values.getOrDefault(TEXT, ""), prompt, YES.equals(values.get(SHOW)));
    }

    /**
     * @param shown whether the bot says it under the prompt
     */
    Answer keep(String words, Optional<Prompt> prompt, boolean shown) {
        int before = newest().map(Question::number).orElse(0);
        Answer answer = new Asking(t).ask(h, words, prompt, Optional.empty());
        if (shown) {
            Optional<Question> kept = newest().filter(q -> q.number() > before);
            kept.ifPresent(question -> prompt.ifPresent(p -> show(question, p)));
        }
        return answer;
    }

    private Optional<Question> newest() {
        return t.stores().harvests().questions(t.session().setting().id()).stream()
                .filter(q -> q.by().equals(h.by()))
                .max(Comparator.comparing(Question::number));
    }

    private void show(Question question, Prompt prompt) {
        for (Delivery root : t.stores().deliveries().about(t.session().setting().id(), prompt.id())) {
            if (root.what() instanceof Outgoing.Post post && !root.isGivenUp()) {
                Promise promise = Promise.toPeople(t.cafeNow()).named(name(question));
                t.postUnder(post.place(), root.id(), content(t, question), promise);
            }
        }
        t.sayOnly();
    }

    /** What the bot said for somebody gets the words that the question has now. */
    static void follow(Turn t, Question question) {
        for (Delivery said : t.notices(name(question))) {
            if (said.what() instanceof Outgoing.Post) {
                t.change(said, content(t, question), Promise.toPeople(t.cafeNow()));
            }
        }
        t.sayOnly();
    }

    private static Content content(Turn t, Question question) {
        Voice voice = t.voice();
        return question.stands()
                ? Content.of(new Part.Quote(question.text()), new Part.Note(voice.say("ask.unnamed")))
                : Content.of(new Part.Note(voice.say("ask.unnamed.withdrawn")));
    }

    private static String name(Question question) {
        return "asked/" + question.number() + "/";
    }
}

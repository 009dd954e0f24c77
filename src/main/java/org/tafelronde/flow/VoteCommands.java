package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Shortened;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Session;

/** Choosing the most important questions (F47), and looking back (F49). */
final class VoteCommands {
    private static final String CHOSEN = "chosen";
    private static final String WORDS = "words";
    private static final int OPTION = 150;

    private final Hearing h;
    private final Turn t;

    VoteCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    Answer vote(CommandLine line) {
        return line.numbers().map(this::vote).orElseGet(() -> h.whisper("vote.usage", Limits.VOTES));
    }

    Answer votesInThread(String text) {
        return CommandLine.parse("vote " + text)
                .numbers()
                .map(this::vote)
                .orElseGet(() -> h.whisper("vote.usage", Limits.VOTES));
    }

    private Answer vote(List<Integer> numbers) {
        if (!picking()) {
            return h.whisper(t.session().picking() ? "vote.over" : "vote.notyet");
        }
        Set<String> mine = themesOfVoter();
        if (mine.isEmpty()) {
            return h.whisper("vote.notseated");
        }
        Map<String, Set<String>> byTheme = new LinkedHashMap<>();
        for (int number : numbers) {
            Optional<Question> question =
                    t.stores().harvests().question(t.session().setting().id(), number);
            if (question.isEmpty()
                    || !question.get().stands()
                    || question.get().theme().isEmpty()) {
                return h.whisper("question.none", number);
            }
            String theme = question.get().theme().get();
            if (!mine.contains(theme)) {
                return h.whisper(
                        "vote.othertheme",
                        number,
                        t.session().script().theme(theme).label(),
                        h.voice().list(labels(mine)));
            }
            byTheme.computeIfAbsent(theme, x -> new LinkedHashSet<>())
                    .add(question.get().id());
        }
        if (byTheme.values().stream().anyMatch(v -> v.size() > Limits.VOTES)) {
            return h.whisper("vote.toomany", Limits.VOTES);
        }
        byTheme.forEach((theme, chosen) ->
                t.stores().harvests().vote(t.session().setting().id(), theme, h.by(), chosen));
        return h.whisper(
                "vote.done",
                h.voice().list(numbers.stream().distinct().map(String::valueOf).toList()));
    }

    /** The ballot as a form; sent in, it votes. */
    Answer ballot(CommandLine line, Map<String, String> values) {
        if (values.containsKey(CHOSEN)) {
            return vote(CommandLine.parse("vote " + values.get(CHOSEN)));
        }
        if (!picking()) {
            return h.whisper(t.session().picking() ? "vote.over" : "vote.notyet");
        }
        String id = line.word(0).orElse("");
        Optional<Theme> theme = t.session().script().themes().stream()
                .filter(x -> x.id().equals(id))
                .findFirst();
        if (theme.isEmpty() || !themesOfVoter().contains(id)) {
            return h.whisper("vote.notseated");
        }
        List<Form.Option> options = t
                .stores()
                .harvests()
                .standing(t.session().setting().id(), id)
                .stream()
                .map(q -> new Form.Option(
                        String.valueOf(q.number()), Shortened.withDots(OPTION, q.number() + ". " + q.text())))
                .toList();
        Voice voice = h.voice();
        return Answer.open(new Form(
                Action.of(t.session(), "ballot " + id),
                voice.say("ballot.heading", theme.get().label()),
                voice.say("ballot.form", Limits.VOTES),
                List.of(new Form.Field.Choices(CHOSEN, theme.get().label(), options, Limits.VOTES)),
                voice.say("ballot.button")));
    }

    private boolean picking() {
        return t.session().step().filter(Step.Pick.class::isInstance).isPresent();
    }

    /** Who sat last at a theme chooses its questions. */
    private Set<String> themesOfVoter() {
        Session s = t.session();
        int last = s.script().rounds().size();
        return s.floor()
                .flatMap(f -> f.seatOf(h.by(), last).map(seat ->
                        (Set<String>) new LinkedHashSet<>(f.table(seat.table()).themes())))
                .orElse(Set.of());
    }

    private List<String> labels(Set<String> themes) {
        List<String> labels = new ArrayList<>();
        themes.forEach(id -> labels.add(t.session().script().theme(id).label()));
        return labels;
    }

    // Looking back

    /** For the prompt that was asked last. */
    Answer answer(String text) {
        Optional<Prompt> last = t
                .stores()
                .harvests()
                .prompts(t.session().setting().id())
                .stream()
                .filter(p -> p.kind() == Prompt.Kind.DEBRIEF)
                .reduce((a, b) -> b);
        return last.map(p -> answer(Integer.parseInt(p.name()), text)).orElseGet(() -> h.whisper("answer.notyet"));
    }

    /**
     * @param prompt of the debrief, from 0
     */
    Answer answer(int prompt, String text) {
        return keep(prompt, text).orElseGet(() -> h.whisper("answer.done"));
    }

    /** Under the prompt's own post: a tick there, and a word to the writer alone. */
    Answer answerInThread(int prompt, String text, MessageRef message) {
        return keep(prompt, text).orElseGet(() -> {
            t.react(message, Outgoing.Reaction.HEARD);
            t.sayOnly();
            return h.whisper("answer.done.thread");
        });
    }

    /**
     * @return why not; empty when it is kept
     */
    private Optional<Answer> keep(int prompt, String text) {
        if (t.session().step().filter(Step.Debrief.class::isInstance).isEmpty()) {
            return Optional.of(h.whisper("answer.notyet"));
        }
        String words = Cleaning.words(text);
        if (words.isBlank()) {
            return Optional.of(h.whisper("answer.usage"));
        }
        if (words.length() > Limits.TEXT) {
            return Optional.of(h.whisper("ask.long", words.length(), Limits.TEXT));
        }
        boolean known = t.stores().harvests().answers(t.session().setting().id()).stream()
                .anyMatch(a -> a.prompt() == prompt
                        && a.by().equals(h.by())
                        && a.text().equals(words));
        if (known) {
            return Optional.empty();
        }
        t.stores()
                .harvests()
                .add(new DebriefAnswer(
                        t.stores().ids().next(), t.session().setting().id(), prompt, h.by(), words, t.cafeNow()));
        return Optional.empty();
    }

    /** A prompt of the debrief as a form; sent in, it answers. */
    Answer debrief(CommandLine line, Map<String, String> values) {
        Step.Debrief debrief = t.session().script().plan().stream()
                .filter(Step.Debrief.class::isInstance)
                .map(Step.Debrief.class::cast)
                .findFirst()
                .orElse(null);
        if (debrief == null
                || line.number().isEmpty()
                || line.number().getAsInt() >= debrief.prompts().size()
                || line.number().getAsInt() < 0) {
            return h.whisper("answer.notyet");
        }
        int prompt = line.number().getAsInt();
        if (values.containsKey(WORDS)) {
            return answer(prompt, values.get(WORDS));
        }
        if (t.session().step().filter(debrief::equals).isEmpty()) {
            return h.whisper("answer.notyet");
        }
        String asks = debrief.prompts().get(prompt);
        return Answer.open(form(t.session(), h.voice(), debrief.title(), asks, prompt));
    }

    /** In the prompt itself, which says already what it asks. */
    static Form box(Session session, Voice voice, int prompt) {
        return form(session, voice, "", voice.say("debrief.hint"), prompt);
    }

    private static Form form(Session session, Voice voice, String title, String intro, int prompt) {
        return new Form(
                Action.of(session, "debrief " + prompt),
                title,
                intro,
                List.of(new Form.Field.Words(WORDS, voice.say("debrief.field"), "", 4, Limits.TEXT, true)),
                voice.say("debrief.send"));
    }
}

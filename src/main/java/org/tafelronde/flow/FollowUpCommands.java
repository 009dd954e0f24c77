package org.tafelronde.flow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.ActionPoint.Outcome;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.session.Stage;

/**
 * What became of the actions, from whoever reads the note that asks: a button, {@code followup 2 done}, or words under the note. What is told
 * last counts, and it is not kept who told.
 */
final class FollowUpCommands {
    private static final String STATE = "state";

    /** What people may call it, in either language; those that begin like others in front of them. */
    private static final Map<String, Outcome.State> WORDS = words();

    private static final Pattern ALONE = Pattern.compile("(" + String.join("|", WORDS.keySet()) + ")\\b.{0,2}");
    /** "2 done", "2: klaar"; not "2 loopt niet", not "2 done?", and not "om 2 klaar". */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<!\\b(?:at|by|before|around|om|voor|rond|tegen) )(\\d{1,2})\\s*[.:)=–-]?\\s*("
                    + String.join("|", WORDS.keySet()) + ")(?![\\p{L}\\p{N}])(?!\\s*\\?|\\s+(?:not|niet)\\b)");

    private final Hearing h;
    private final Turn t;
    private final FollowUps followUps;

    FollowUpCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
        this.followUps = new FollowUps(t);
    }

    private static Map<String, Outcome.State> words() {
        Map<String, Outcome.State> words = new LinkedHashMap<>();
        List.of("done", "finished", "klaar", "gedaan", "afgerond").forEach(w -> words.put(w, Outcome.State.DONE));
        List.of("going on", "going", "ongoing", "loopt nog", "loopt", "bezig")
                .forEach(w -> words.put(w, Outcome.State.GOING_ON));
        List.of("stuck", "dropped", "stopped", "ligt stil", "stil", "vastgelopen", "vervallen", "gestopt")
                .forEach(w -> words.put(w, Outcome.State.STUCK));
        return words;
    }

    /** By this word buttons tell it. */
    static String word(Outcome.State state) {
        return switch (state) {
            case DONE -> "done";
            case GOING_ON -> "going";
            case STUCK -> "stuck";
        };
    }

    /** {@code followup}; {@code followup 2 done}; a button leaves the answer to a form when there are many actions. */
    Answer followUp(CommandLine line, Map<String, String> values) {
        if (!mayAnswer()) {
            return h.whisper("followup.others");
        }
        if (!(t.session().stage() instanceof Stage.Closed)) {
            return h.whisper("followup.early");
        }
        List<ActionPoint> all = all();
        if (all.isEmpty()) {
            return h.whisper("followup.empty");
        }
        if (line.rest().isBlank()) {
            return Answer.whisper(followUps.now(h.voice()));
        }
        Optional<ActionPoint> found =
                all.stream().filter(a -> line.number().orElse(0) == a.number()).findFirst();
        if (found.isEmpty()) {
            return line.number().isPresent()
                    ? h.whisper("followup.none", line.number().getAsInt())
                    : h.whisper("followup.usage", all.getFirst().number());
        }
        String typed = values.getOrDefault(STATE, line.afterFirst());
        if (typed.isBlank()) {
            return Answer.open(form(found.get()));
        }
        Optional<Outcome.State> state = alone(typed);
        return state.isEmpty() ? h.whisper("followup.usage", found.get().number()) : told(found.get(), state.get());
    }

    private Answer told(ActionPoint action, Outcome.State state) {
        Outcome outcome = keep(action, state);
        followUps.answered(h.by());
        t.save();
        return Answer.whisper(Content.text(h.voice()
                        .say("followup.kept", action.number(), h.voice().outcome(outcome)))
                .with(followUps
                        .buttons(h.voice(), action.number(), Optional.of(state))
                        .toArray(new Button[0])));
    }

    /** "1 done, 3 stuck"; with one action "done" is enough. Under the note people also just talk: that is left alone. */
    Answer inThread(Incoming.Reply reply) {
        if (!(t.session().stage() instanceof Stage.Closed) || !followUps.isAsking()) {
            return Answer.SILENT;
        }
        List<ActionPoint> all = all();
        String words = Cleaning.words(reply.text()).toLowerCase(Locale.ROOT);
        Map<Integer, Outcome.State> told = new LinkedHashMap<>();
        Matcher m = NUMBERED.matcher(words);
        while (m.find()) {
            told.put(Integer.parseInt(m.group(1)), state(m.group(2)));
        }
        if (all.size() == 1) {
            alone(words).ifPresent(state -> told.put(all.getFirst().number(), state));
        }
        List<ActionPoint> known =
                all.stream().filter(a -> told.containsKey(a.number())).toList();
        if (known.isEmpty()) {
            return told.isEmpty()
                    ? Answer.SILENT
                    : h.whisper("followup.none", told.keySet().iterator().next());
        }
        known.forEach(a -> keep(a, Objects.requireNonNull(told.get(a.number()))));
        followUps.answered(h.by());
        t.react(reply.message(), Outgoing.Reaction.HEARD);
        t.save();
        return Answer.SILENT;
    }

    private Outcome keep(ActionPoint action, Outcome.State state) {
        LocalDate today = LocalDate.ofInstant(t.cafeNow(), t.session().setting().zone());
        Outcome outcome = new Outcome(state, today);
        t.stores().harvests().update(action.became(outcome));
        return outcome;
    }

    private static Outcome.State state(String word) {
        return Objects.requireNonNull(WORDS.get(word));
    }

    private static Optional<Outcome.State> alone(String typed) {
        Matcher m = ALONE.matcher(typed.strip().toLowerCase(Locale.ROOT));
        return m.matches() && !typed.contains("?") ? Optional.of(state(m.group(1))) : Optional.empty();
    }

    private Form form(ActionPoint action) {
        Voice voice = h.voice();
        String text = followUps.actions().stream()
                .filter(a -> a.number() == action.number())
                .map(Digest.Action::text)
                .findFirst()
                .orElseThrow();
        return new Form(
                Action.of(t.session(), Word.FOLLOWUP.key() + " " + action.number()),
                voice.say("followup.button.answer", action.number()),
                text,
                List.of(new Form.Field.Choice(
                        STATE,
                        voice.say("followup.form.state"),
                        Stream.of(Outcome.State.values())
                                .map(state -> new Form.Option(word(state), voice.say(option(state))))
                                .toList(),
                        action.outcome().map(o -> word(o.state())).orElse(word(Outcome.State.DONE)))),
                voice.say("followup.form.button"));
    }

    private static String option(Outcome.State state) {
        return switch (state) {
            case DONE -> "followup.option.done";
            case GOING_ON -> "followup.option.going";
            case STUCK -> "followup.option.stuck";
        };
    }

    /** Who runs the café, wherever they are; and whoever reads the note where the digest went. */
    private boolean mayAnswer() {
        return t.session().isRunBy(h.by()) || isWhereTheDigestWent();
    }

    /** That place may have got the digests of other cafés since. */
    private boolean isWhereTheDigestWent() {
        Place ours = t.plan().management();
        return t.session().published()
                && t.stores()
                        .addresses()
                        .place(ours.platform(), ours.id())
                        .filter(h.what().in()::equals)
                        .isPresent();
    }

    private List<ActionPoint> all() {
        return t.stores().harvests().actions(t.session().setting().id());
    }
}

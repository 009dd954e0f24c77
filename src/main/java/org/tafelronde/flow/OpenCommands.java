package org.tafelronde.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Tag;
import org.tafelronde.domain.session.Tempo;

/** {@code new SCRIPT [at HH:MM] [digest #channel]}: a new café in at most three actions (F1). */
final class OpenCommands {
    /** Where a session keeps its script's pictures. */
    static final String SCRIPT = "script/";

    private static final String NAME = "script";
    private static final String AT = "at";
    private static final String DIGEST = "digest";
    private static final String GUESTS = "guests";
    private static final String LIST = "people";
    private static final int LONGEST_LIST = 20_000;

    private final Stores stores;
    private final Settings settings;
    private final Opening opening;

    OpenCommands(Stores stores, Settings settings) {
        this.stores = stores;
        this.settings = settings;
        this.opening = new Opening(stores);
    }

    /** The medium that a script's picture is kept as. */
    static String medium(Session session, String file) {
        return session.setting().id() + "/" + SCRIPT + file;
    }

    Answer open(Hearing h, CommandLine line, Map<String, String> values) {
        if (!settings.mayBegin(h.what().by())) {
            return h.whisper("new.maynot");
        }
        if (line.words().isEmpty() && !values.containsKey(NAME)) {
            return form(h);
        }
        Wanted wanted = values.containsKey(NAME) ? Wanted.of(values) : Wanted.of(line);
        return switch (stores.scripts().find(wanted.script())) {
            case Scripts.Found.Good good -> begin(h, good.script(), wanted);
            case Scripts.Found.Bad bad ->
                h.whisper(
                        "new.bad",
                        wanted.script(),
                        bad.problems().size(),
                        bad.problems().getFirst().toString());
            case Scripts.Found.None none ->
                none.names().isEmpty()
                        ? h.whisper("new.noscripts")
                        : h.whisper(
                                "new.none",
                                Cleaning.name(none.asked()),
                                h.voice().list(none.names()));
        };
    }

    /** What was asked for, from words or from the form. */
    private record Wanted(
            String script, Optional<String> at, Optional<String> digest, Optional<String> guests, String list) {
        static Wanted of(Map<String, String> values) {
            return new Wanted(
                    values.getOrDefault(NAME, ""),
                    filled(values, AT),
                    filled(values, DIGEST),
                    filled(values, GUESTS),
                    values.getOrDefault(LIST, ""));
        }

        private static Optional<String> filled(Map<String, String> values, String name) {
            return Optional.of(values.getOrDefault(name, "").strip()).filter(x -> !x.isEmpty());
        }

        static Wanted of(CommandLine line) {
            List<String> words = line.words();
            return new Wanted(
                    words.getFirst(),
                    after(words, "at", "om"),
                    after(words, "digest", "verslag"),
                    Optional.empty(),
                    "");
        }

        private static Optional<String> after(List<String> words, String english, String dutch) {
            for (int i = 1; i < words.size() - 1; i++) {
                if (words.get(i).equalsIgnoreCase(english) || words.get(i).equalsIgnoreCase(dutch)) {
                    return Optional.of(words.get(i + 1));
                }
            }
            return Optional.empty();
        }
    }

    private Answer begin(Hearing h, Script script, Wanted wanted) {
        Optional<Instant> start = Optional.empty();
        if (wanted.at().isPresent()) {
            start = today(wanted.at().get(), h.now());
            if (start.isEmpty()) {
                return h.whisper("new.time", Cleaning.name(wanted.at().get()));
            }
        }
        Optional<Place> digest = wanted.digest().flatMap(named -> place(h, named));
        if (wanted.digest().isPresent() && digest.isEmpty()) {
            return h.whisper("new.digest.none", Cleaning.name(wanted.digest().get()));
        }
        Map<String, Tag> tags;
        try {
            tags = wanted.list().isBlank() ? Map.of() : stores.lists().read(wanted.list());
        } catch (IllegalArgumentException e) {
            return h.whisper("new.list", String.valueOf(e.getMessage()));
        }
        Session session = opening.open(
                h.by(),
                h.name(),
                new Opening.Wish(
                        script,
                        settings.zone(),
                        Tempo.REAL,
                        h.now().toEpochMilli(),
                        Optional.empty(),
                        start,
                        digest,
                        wanted.guests().flatMap(named -> place(h, named)),
                        tags,
                        Optional.of(h.what().in())),
                h.now());
        // Its place is only being made: by the time that somebody presses, it is there.
        return Answer.whisper(Content.text(h.voice().say("new.done", script.title()))
                .with(Button.primary(h.voice().say("opened.go"), Action.of(session, Word.WHERE.key()))));
    }

    /** From words by how it was mentioned; from a form by its id. */
    private static Optional<Place> place(Hearing h, String named) {
        return h.what() instanceof Incoming.Pressed
                ? Optional.of(new Place(h.what().by().person().platform(), named))
                : Optional.ofNullable(h.mentioned().places().get(named));
    }

    /** The next time that the clocks of the café's zone say this. */
    private Optional<Instant> today(String typed, Instant now) {
        try {
            String padded = typed.length() == 4 ? "0" + typed : typed;
            LocalTime time = LocalTime.parse(padded.replace('.', ':'));
            ZonedDateTime here = now.atZone(settings.zone());
            ZonedDateTime at = here.with(time);
            return Optional.of((at.isBefore(here) ? here.plusDays(1).with(time) : at).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Answer form(Hearing h) {
        Voice voice = h.voice();
        List<Script> scripts = stores.scripts().all();
        if (scripts.isEmpty()) {
            return h.whisper("new.noscripts");
        }
        List<Form.Option> options = scripts.stream()
                .map(s -> new Form.Option(
                        s.name(),
                        voice.say("new.option", s.title(), s.language().code())))
                .toList();
        String own = scripts.stream()
                .filter(s -> s.language() == h.language())
                .findFirst()
                .orElse(scripts.getFirst())
                .name();
        return Answer.open(new Form(
                "new",
                voice.say("new.heading"),
                voice.say("new.form"),
                List.of(
                        new Form.Field.Choice(NAME, voice.say("new.script"), options, own),
                        new Form.Field.Words(AT, voice.say("new.at"), "", 1, 5, false),
                        new Form.Field.Somewhere(GUESTS, voice.say("new.guests")),
                        new Form.Field.Somewhere(DIGEST, voice.say("new.digest")),
                        new Form.Field.Words(LIST, voice.say("new.people"), "", 4, LONGEST_LIST, false)),
                voice.say("new.button")));
    }
}

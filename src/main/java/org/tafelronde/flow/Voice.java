package org.tafelronde.flow;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.script.Language;

/**
 * Everything that the bot says, in one language: the words themselves are in {@code messages_nl.properties} and
 * {@code messages_en.properties}.
 */
final class Voice {
    private static final Map<Language, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();
    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final Language language;
    private final ZoneId zone;

    private Voice(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    static Voice in(Language language, ZoneId zone) {
        return new Voice(language, zone);
    }

    Language language() {
        return language;
    }

    /**
     * @param key of the sentence
     * @param with what goes in: strings and numbers
     * @throws java.util.MissingResourceException when nobody wrote the sentence
     */
    String say(String key, Object... with) {
        return filled(bundle(language).getString(key), with);
    }

    private String filled(String pattern, Object... with) {
        MessageFormat sentence = new MessageFormat(pattern, language.locale());
        Format[] formats = sentence.getFormats();
        for (int i = 0; i < formats.length; i++) {
            Format format = formats[i];
            if (format instanceof ChoiceFormat choice) {
                formats[i] = new Plain(number -> filled(choice.format(number), with));
            } else if (format == null) {
                formats[i] = new Plain(String::valueOf);
            }
        }
        sentence.setFormats(formats);
        return sentence.format(with);
    }

    /** Numbers as people type them back: "1234", never "1.234", also where words depend on them. */
    private static final class Plain extends Format {
        private static final long serialVersionUID = 1;

        private final transient Function<Object, String> words;

        private Plain(Function<Object, String> words) {
            this.words = words;
        }

        @Override
        public StringBuffer format(Object what, StringBuffer to, FieldPosition position) {
            return to.append(words.apply(what));
        }

        @Override
        public Object parseObject(String text, ParsePosition position) {
            throw new UnsupportedOperationException("nobody reads it back");
        }
    }

    boolean knows(String key) {
        return bundle(language).containsKey(key);
    }

    /** "10:45", on the clocks of the café's time zone. */
    String time(Instant at) {
        return HOURS_AND_MINUTES.format(at.atZone(zone));
    }

    /** "13 May 2026, 10:45". */
    String moment(Instant at) {
        return date(LocalDate.ofInstant(at, zone)) + ", " + time(at);
    }

    /** "10:45" on that day, and the day with it on another. */
    String timeOrMoment(Instant at, Instant day) {
        boolean that = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(day, zone));
        return that ? time(at) : moment(at);
    }

    /** "5 minutes"; seconds only when it is less than a minute. */
    String length(Duration d) {
        long seconds = Math.round(d.toMillis() / 1000.0);
        return seconds < 60 ? say("length.seconds", seconds) : say("length.minutes", Math.round(seconds / 60.0));
    }

    /** "Owner: team lead · due 31 December 2026"; it says so when nobody or no day was agreed. */
    String action(Optional<String> owner, Optional<LocalDate> due) {
        String who = owner.map(o -> say("action.by", o)).orElseGet(() -> say("action.nobody"));
        String when = due.map(d -> say("action.on", date(d))).orElseGet(() -> say("action.nodate"));
        return who + " · " + when;
    }

    /** The same, and what became of it as far as anybody told. */
    String action(Optional<String> owner, Optional<LocalDate> due, Optional<ActionPoint.Outcome> outcome) {
        return outcome.map(o -> action(owner, due) + " · " + outcome(o)).orElseGet(() -> action(owner, due));
    }

    /** "done (told on 11 June 2026)". */
    String outcome(ActionPoint.Outcome outcome) {
        return say(
                switch (outcome.state()) {
                    case DONE -> "outcome.done";
                    case GOING_ON -> "outcome.going";
                    case STUCK -> "outcome.stuck";
                },
                date(outcome.on()));
    }

    /** "31 December 2026". */
    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    /** "Ada, Bram and Chris". */
    String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return say("list.and", String.join(", ", items.subList(0, items.size() - 1)), items.getLast());
    }

    private static ResourceBundle bundle(Language language) {
        return BUNDLES.computeIfAbsent(
                language,
                l -> ResourceBundle.getBundle(
                        "messages",
                        l.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}

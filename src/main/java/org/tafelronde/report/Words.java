package org.tafelronde.report;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Theme;

/**
 * The report's own words, in the café's language: {@code report_nl.properties} and {@code report_en.properties}. For one report at a time: it
 * is not for two threads.
 */
final class Words {
    private final Language language;
    private final ResourceBundle bundle;

    /** To take a sentence apart takes longer than to say it, and some are said for every question. */
    private final Map<String, MessageFormat> sentences = new HashMap<>();

    private Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "report",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words in(Language language) {
        return new Words(language);
    }

    /**
     * @param with what goes in: strings and numbers
     * @throws java.util.MissingResourceException when nobody wrote the sentence
     */
    String say(String key, Object... with) {
        return sentences
                .computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), language.locale()))
                .format(with);
    }

    /** "dinsdag 12 mei 2026". */
    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(date);
    }

    /** What is known of a question besides its words, as far as its surroundings do not tell: "2 votes", "after: Public unrest". */
    List<String> about(Digest digest, Digest.Asked question, boolean withRound) {
        List<String> about = new ArrayList<>();
        if (question.votes() > 0) {
            about.add(say("question.votes", question.votes()));
        }
        if (withRound && question.round().isPresent()) {
            about.add(say("question.round", question.round().getAsInt()));
        }
        if (!question.prompt().isEmpty() && !question.prompt().equals("round")) {
            about.add(say("question.after", digest.intervention(question.prompt())));
        }
        return about;
    }

    /** By when, or that no day was agreed. */
    String due(Digest.Action action) {
        return action.due().map(this::day).orElseGet(() -> say("actions.nodate"));
    }

    /** "done (told on 11 June 2026)"; empty when nobody told. */
    Optional<String> outcome(Digest.Action action) {
        return action.outcome()
                .map(o -> say(
                        switch (o.state()) {
                            case DONE -> "outcome.done";
                            case GOING_ON -> "outcome.going";
                            case STUCK -> "outcome.stuck";
                        },
                        day(o.on())));
    }

    /** One that nobody has taken on, in a line. */
    String unowned(Digest.Action action) {
        return told(say("actions.line", action.text(), due(action)), action);
    }

    /** One that somebody does, in a line. */
    String owned(Digest.Action action, String owner) {
        return told(say("actions.owned", action.text(), owner, due(action)), action);
    }

    private String told(String line, Digest.Action action) {
        return outcome(action).map(o -> say("actions.told", line, o)).orElse(line);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    /** Which themes shared a table: "Inclusion + Joy in work; Privacy + Quality". Empty when each had its own. */
    Optional<String> joined(Digest digest) {
        if (digest.joined().isEmpty()) {
            return Optional.empty();
        }
        String tables = digest.joined().stream()
                .map(themes -> themes.stream().map(Theme::label).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining("; "));
        return Optional.of(say("joined", tables));
    }

    /** The heat map in words (F58): what whoever does not see it should know. */
    String picture(Digest digest) {
        String rows = digest.themes().stream()
                .map(theme -> theme.label() + ": "
                        + String.join(
                                ", ",
                                digest.row(theme).stream()
                                        .map(c -> String.valueOf(c.count()))
                                        .toList()))
                .collect(Collectors.joining("; "));
        return say("picture.alternative", digest.rounds().size(), rows);
    }

    /** "Of the 40 topics on the card: 12 touched, 9 thinly touched, 19 not touched." */
    String coverage(Digest digest) {
        int touched = digest.topics(Coverage.State.TOUCHED);
        int thin = digest.topics(Coverage.State.THIN);
        int untouched = digest.topics(Coverage.State.UNTOUCHED);
        return say("coverage.summary", touched + thin + untouched, touched, thin, untouched);
    }

    /** Where on the card a topic stands: "Inclusion · round 2". */
    String place(Coverage cell) {
        return say("coverage.place", cell.theme().label(), cell.round());
    }

    /** Why a question is taken to be about a topic. */
    String matchedOn(Coverage.Because because) {
        if (because.overruled()) {
            return say("coverage.ruled");
        }
        return say("coverage.on", String.join(", ", because.on()));
    }

    /** What comes after the first page, in order: keys of headings and ids of sections. */
    List<String> sections(Digest digest) {
        List<String> sections = new ArrayList<>(List.of("overview"));
        if (!digest.interventions().isEmpty()) {
            sections.add("interventions");
        }
        if (!digest.coverage().isEmpty()) {
            sections.add("coverage");
        }
        if (!digest.alike().isEmpty()) {
            sections.add("alike");
        }
        sections.add("matrix");
        if (!digest.debrief().isEmpty()) {
            sections.add("debrief");
        }
        if (!digest.actions().isEmpty()) {
            sections.add("actions");
        }
        if (!digest.appendix().isEmpty()) {
            sections.add("appendix");
        }
        sections.add("method");
        return sections;
    }

    /** How this report came about, a sentence each. */
    List<String> method(Digest digest) {
        List<String> method =
                new ArrayList<>(List.of(say("method.complete"), say("method.votes"), say("method.effect")));
        if (!digest.coverage().isEmpty()) {
            method.add(say("method.coverage"));
        }
        if (!digest.alike().isEmpty()) {
            method.add(say("method.alike"));
        }
        Digest.Overruled overruled = digest.overruled();
        if (!overruled.isNothing()) {
            method.add(say(
                    "method.overruled",
                    overruled.topics().size(),
                    overruled.groups().size()));
        }
        digest.review().ifPresent(r -> method.add(say("method.review", r.objections(), r.leftOut(), r.reworded())));
        method.addAll(List.of(say("method.names"), say("method.machine")));
        return method;
    }
}

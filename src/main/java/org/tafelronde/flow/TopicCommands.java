package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Shortened;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Placing;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Theme;

/** Which topics of the reference card the questions are about (F53): a look at it and why, and another topic by hand. */
final class TopicCommands {
    private static final int PAGE = 8;
    private static final int OFFERED = 6;
    private static final int LABEL = 60;
    /** "human dignity 2": a theme, and which page of it. */
    private static final Pattern PAGED = Pattern.compile("(?<theme>.+?)\\s+(?<page>\\d{1,6})");

    private static final Set<String> NONE = Set.of("none", "geen");
    /** What was asked at no table. */
    private static final String ELSEWHERE = "elsewhere";

    private final Hearing h;
    private final Turn t;
    private final Overrulings overrulings;

    TopicCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
        this.overrulings = new Overrulings(h, t);
    }

    /** {@code topics}, {@code topics THEME [PAGE]}, {@code topics NUMBER}, {@code topics NUMBER TOPIC}, {@code topics NUMBER none}. */
    Answer topics(CommandLine line) {
        return overrulings.run(() -> {
            if (card().topics().isEmpty()) {
                return h.whisper("topics.nocard");
            }
            Collection<Placing> all = Placing.all(
                            t.stores().harvests().of(t.session()), t.stores().linguist())
                    .values();
            if (line.word(0).isEmpty()) {
                return themes(all);
            }
            return line.number().isPresent()
                    ? question(line.number().getAsInt(), line.afterFirst(), all)
                    : theme(line, all);
        });
    }

    /** How many questions of each theme are on the card. */
    private Answer themes(Collection<Placing> all) {
        List<String> lines = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        for (String id : places()) {
            List<Placing> here = of(id, all);
            if (!here.isEmpty()) {
                long none = here.stream().filter(p -> p.is().isEmpty()).count();
                lines.add(h.voice().say("topics.theme", label(id), here.size(), none));
                buttons.add(press(label(id), "topics " + id));
            }
        }
        if (lines.isEmpty()) {
            return h.whisper("topics.empty");
        }
        return Answer.whisper(new Content(
                List.of(
                        new Part.Heading(h.voice().say("topics.heading")),
                        new Part.Bullets(lines),
                        new Part.Note(h.voice().say("topics.how"))),
                buttons));
    }

    /** Question by question, with what it is taken to be about and why. */
    private Answer theme(CommandLine line, Collection<Placing> all) {
        String asked = line.rest().strip();
        Matcher paged = PAGED.matcher(asked);
        boolean isPaged = place(asked).isEmpty() && paged.matches();
        Optional<String> id = place(isPaged ? paged.group("theme") : asked);
        if (id.isEmpty()) {
            return h.whisper("topics.notheme", Cleaning.name(asked), h.voice().list(places()));
        }
        OptionalInt wanted = isPaged ? OptionalInt.of(Integer.parseInt(paged.group("page"))) : OptionalInt.empty();
        Page<Placing> page = Page.of(of(id.get(), all), wanted, PAGE);
        if (page.items().isEmpty()) {
            return h.whisper("topics.empty");
        }
        List<Part.Numbered.Item> items = page.items().stream()
                .map(p -> new Part.Numbered.Item(p.question().number(), p.text() + "\n" + why(p)))
                .toList();
        List<Button> buttons = new ArrayList<>();
        page.items()
                .forEach(p -> buttons.add(press(
                        h.voice().say("topics.change", p.question().number()),
                        "topics " + p.question().number())));
        page.next().ifPresent(n -> buttons.add(press(h.voice().say("groups.more"), "topics " + id.get() + " " + n)));
        return Answer.whisper(new Content(
                List.of(new Part.Heading(h.voice().say("topics.of", label(id.get()))), new Part.Numbered(items)),
                buttons));
    }

    /** By its id, or by its label, of however many words. */
    private Optional<String> place(String typed) {
        String asked = typed.toLowerCase(Locale.ROOT);
        return places().stream()
                .filter(p ->
                        p.equals(asked) || label(p).toLowerCase(Locale.ROOT).equals(asked))
                .findFirst();
    }

    private Answer question(int number, String typed, Collection<Placing> all) {
        Optional<Placing> found =
                all.stream().filter(p -> p.question().number() == number).findFirst();
        if (found.isEmpty()) {
            return h.whisper("question.none", number);
        }
        if (typed.isBlank()) {
            return offer(found.get());
        }
        if (NONE.contains(typed.toLowerCase(Locale.ROOT))) {
            return say(found.get(), Optional.empty());
        }
        Optional<ReferenceCard.Topic> topic = card().topics().stream()
                .filter(x -> x.id().equalsIgnoreCase(typed) || x.topic().equalsIgnoreCase(typed))
                .findFirst();
        if (topic.isEmpty()) {
            return h.whisper(
                    "topics.notopic",
                    Shortened.withDots(LABEL, Cleaning.words(typed)),
                    h.voice()
                            .list(near(found.get()).stream()
                                    .map(ReferenceCard.Topic::id)
                                    .toList()));
        }
        return say(found.get(), topic);
    }

    /** What it is about and why, and what else it may be about. */
    private Answer offer(Placing p) {
        int number = p.question().number();
        List<ReferenceCard.Topic> near = near(p);
        List<Button> buttons = new ArrayList<>();
        near.stream()
                .limit(OFFERED)
                .forEach(x ->
                        buttons.add(press(Shortened.withDots(LABEL, x.topic()), "topics " + number + " " + x.id())));
        if (p.is().isPresent()) {
            buttons.add(press(h.voice().say("topics.none"), "topics " + number + " none"));
        }
        List<Part> parts = new ArrayList<>(List.of(
                new Part.Heading(h.voice().say("topics.question", number)),
                new Part.Quote(p.text()),
                new Part.Paragraph(why(p))));
        if (!near.isEmpty()) {
            parts.add(new Part.Note(h.voice()
                    .say(
                            "topics.choose",
                            number,
                            h.voice()
                                    .list(near.stream()
                                            .map(ReferenceCard.Topic::id)
                                            .toList()))));
        }
        return Answer.whisper(new Content(parts, buttons));
    }

    private Answer say(Placing p, Optional<ReferenceCard.Topic> is) {
        int number = p.question().number();
        Optional<String> id = is.map(ReferenceCard.Topic::id);
        if (p.is().equals(is)) {
            return h.whisper("topics.already", number, overrulings.topic(id));
        }
        return overrulings.keep(
                new Overruling.Ruling.About(p.question().id(), p.is().map(ReferenceCard.Topic::id), id),
                h.voice().say("topics.done", number, overrulings.topic(id)));
    }

    /** "How long · matched on: keep"; where the facilitator said otherwise, both. */
    private String why(Placing p) {
        Voice voice = h.voice();
        String suggested = p.suggested()
                .map(m -> voice.say("topics.why", m.topic().topic(), String.join(", ", m.on())))
                .orElseGet(() -> voice.say("topics.nothing"));
        return p.isOverruled()
                ? voice.say("topics.ruled", overrulings.topic(p.is().map(ReferenceCard.Topic::id)), suggested)
                : suggested;
    }

    /** The other topics of where it was asked, this round's first; of all themes when it was asked nowhere. */
    private List<ReferenceCard.Topic> near(Placing p) {
        Optional<String> theme = p.question().theme();
        OptionalInt round = p.question().round();
        List<ReferenceCard.Topic> near = new ArrayList<>(card().topics().stream()
                .filter(x -> theme.isEmpty() || x.theme().equals(theme.get()))
                .filter(x -> !p.is().equals(Optional.of(x)))
                .toList());
        near.sort((a, b) ->
                Boolean.compare(!round.equals(OptionalInt.of(a.round())), !round.equals(OptionalInt.of(b.round()))));
        return near;
    }

    private List<String> places() {
        List<String> places = new ArrayList<>(
                t.session().script().themes().stream().map(Theme::id).toList());
        places.add(ELSEWHERE);
        return places;
    }

    private List<Placing> of(String place, Collection<Placing> all) {
        return all.stream()
                .filter(p -> p.question().theme().orElse(ELSEWHERE).equals(place))
                .toList();
    }

    private String label(String place) {
        return place.equals(ELSEWHERE)
                ? h.voice().say("topics.elsewhere")
                : t.session().script().theme(place).label();
    }

    private ReferenceCard card() {
        return t.session().script().card();
    }

    private Button press(String label, String command) {
        return Button.plain(label, Action.of(t.session(), command));
    }
}

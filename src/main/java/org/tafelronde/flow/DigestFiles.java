package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;

/** The digest as a message and in all its formats, made anew from what is kept. */
final class DigestFiles {
    private static final String DRAFT = "draft/";
    private static final String PUBLISHED = "published";
    private static final Pattern TIME = Pattern.compile(PUBLISHED + "(?:-(\\d+))?/.*");

    private final Turn turn;
    private final Voice voice;
    private final Harvest harvest;
    private final LocalDate today;
    private final Digest digest;

    DigestFiles(Turn turn) {
        this.turn = turn;
        this.voice = turn.voice();
        this.harvest = turn.stores().harvests().of(turn.session());
        this.today =
                LocalDate.ofInstant(turn.cafeNow(), turn.session().setting().zone());
        // What is counted is enough for a message: who reads the questions for blind spots does so for the files. What
        // was overruled can only be counted beside what was suggested.
        Linguist reader = harvest.overrulings().isEmpty()
                ? (text, language) -> List.of()
                : turn.stores().linguist();
        this.digest = Digest.of(harvest, today, reader);
    }

    /** The script's, naming no participant. */
    String title() {
        return digest.title();
    }

    /**
     * The files as they are now, for the facilitator.
     *
     * @return a part of a message for each file; a picture is shown besides
     */
    List<Part> draft() {
        return put(DRAFT);
    }

    /** What management reads in one message (F52): purpose, when, how many, the top questions word for word, what is asked; and the files. */
    List<Part> published() {
        return published(PUBLISHED + "/");
    }

    /** The same once more. What lies on the shelf from before is left as it is, whether it arrived or not. */
    List<Part> publishedAnew() {
        int last = turn.stores().shelf().of(turn.session().setting().id()).stream()
                .mapToInt(DigestFiles::time)
                .max()
                .orElse(0);
        return published(PUBLISHED + "-" + (Math.max(last, 1) + 1) + "/");
    }

    static boolean isDraft(Shelf.Lying file) {
        return file.path().startsWith(DRAFT);
    }

    /** Whether management got it the first time, the second ...; 0: never. */
    static int time(Shelf.Lying file) {
        Matcher m = TIME.matcher(file.path());
        return m.matches()
                ? Optional.ofNullable(m.group(1)).map(Integer::parseInt).orElse(1)
                : 0;
    }

    private List<Part> published(String folder) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(voice.say("digest.heading", digest.title())));
        if (!digest.purpose().isBlank()) {
            parts.add(new Part.Paragraph(digest.purpose()));
        }
        parts.add(new Part.Note(voice.say(
                "digest.facts",
                day(),
                digest.people(),
                digest.questions(),
                digest.themes().size(),
                digest.rounds().size())));
        digest.top().forEach(top -> parts.addAll(top(top)));
        parts.add(new Part.Note(voice.say("digest.chosen")));
        Digest.Overruled overruled = digest.overruled();
        if (!overruled.isNothing()) {
            parts.add(new Part.Note(voice.say(
                    "digest.overruled",
                    overruled.topics().size(),
                    overruled.groups().size())));
        }
        digest.review()
                .ifPresent(r -> parts.add(
                        new Part.Note(voice.say("digest.review", r.objections(), r.leftOut(), r.reworded()))));
        if (!digest.asks().isBlank()) {
            parts.add(new Part.Heading(voice.say("digest.asks")));
            parts.add(new Part.Paragraph(digest.asks()));
        }
        if (!digest.actions().isEmpty()) {
            parts.add(new Part.Heading(voice.say("digest.actions")));
            parts.add(new Part.Bullets(digest.actions().stream()
                    .map(a -> voice.say("digest.action", a.text(), voice.action(a.owner(), a.due(), a.outcome())))
                    .toList()));
        }
        parts.addAll(put(folder));
        return parts;
    }

    private List<Part> top(Digest.Top top) {
        Part.Heading heading =
                new Part.Heading(voice.say("top.heading", top.theme().label()));
        if (top.questions().isEmpty()) {
            return List.of(heading, new Part.Paragraph(voice.say("top.empty")));
        }
        List<Part.Numbered.Item> items = new ArrayList<>();
        for (Digest.Asked question : top.questions()) {
            items.add(
                    new Part.Numbered.Item(items.size() + 1, voice.say("top.line", question.text(), question.votes())));
        }
        return List.of(heading, new Part.Numbered(items));
    }

    /** "Tuesday 12 May 2026". */
    private String day() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(voice.language().locale())
                .format(digest.date());
    }

    /**
     * @param folder on the shelf: a draft that is made again leaves what was published as it was
     */
    private List<Part> put(String folder) {
        List<Part> pictures = new ArrayList<>();
        List<Part> files = new ArrayList<>();
        for (Media.Medium file : turn.stores().digests().sketched(harvest, today)) {
            String medium = turn.stores().shelf().put(turn.session().setting().id(), folder + file.name(), file);
            if (file.type().startsWith("image/")) {
                pictures.add(new Part.Picture(medium, heatMap()));
            }
            files.add(new Part.File(medium, file.name()));
        }
        pictures.addAll(files);
        return pictures;
    }

    /** In words, for whoever does not see the picture (F58). */
    private String heatMap() {
        String counts = digest.themes().stream()
                .map(theme -> theme.label() + " "
                        + digest.row(theme).stream()
                                .map(c -> String.valueOf(c.count()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return voice.say("digest.picture", counts);
    }
}

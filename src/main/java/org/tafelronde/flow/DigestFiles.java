package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;

/** The digest in all its formats, made anew from what is kept and put on the shelf. */
final class DigestFiles {
    private DigestFiles() {}

    /**
     * @return a part of a message for each file; a picture is shown besides
     */
    static List<Part> put(Turn turn) {
        Harvest harvest = turn.stores().harvests().of(turn.session());
        LocalDate today =
                LocalDate.ofInstant(turn.cafeNow(), turn.session().setting().zone());
        List<Part> pictures = new ArrayList<>();
        List<Part> files = new ArrayList<>();
        // Within a turn: what takes seconds to draw would hold up whatever is due in other cafés.
        for (Media.Medium file : turn.stores().digests().light(harvest, today)) {
            String medium = turn.stores().shelf().put(turn.session().setting().id(), file.name(), file);
            if (file.type().startsWith("image/")) {
                pictures.add(new Part.Picture(medium, heatMap(turn.voice(), Digest.of(harvest))));
            }
            files.add(new Part.File(medium, file.name()));
        }
        pictures.addAll(files);
        return pictures;
    }

    /** In words, for whoever does not see the picture (F58). */
    private static String heatMap(Voice voice, Digest digest) {
        String counts = digest.themes().stream()
                .map(theme -> theme.label() + " "
                        + digest.row(theme).stream()
                                .map(c -> String.valueOf(c.count()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return voice.say("digest.picture", counts);
    }

    /** What management reads in one message (F52): purpose, when, how many, the top questions word for word, what is asked. */
    static List<Part> message(Turn turn) {
        Voice voice = turn.voice();
        Digest digest = Digest.of(turn.stores().harvests().of(turn.session()));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(voice.say("digest.heading", digest.title())));
        parts.add(new Part.Paragraph(digest.purpose()));
        int questions =
                digest.matrix().stream().mapToInt(c -> c.questions().size()).sum()
                        + digest.appendix().size();
        parts.add(new Part.Note(voice.say("digest.facts", digest.date().toString(), digest.people(), questions)));
        for (Digest.Top top : digest.top()) {
            if (!top.questions().isEmpty()) {
                parts.add(
                        new Part.Paragraph(voice.say("top.heading", top.theme().label())));
                parts.add(new Part.Bullets(
                        top.questions().stream().map(Digest.Asked::text).toList()));
            }
        }
        if (!digest.asks().isBlank()) {
            parts.add(new Part.Heading(voice.say("digest.asks")));
            parts.add(new Part.Paragraph(digest.asks()));
        }
        parts.addAll(put(turn));
        return parts;
    }
}

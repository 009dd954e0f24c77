package org.tafelronde.report;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Draws words with the fonts that we bring along, outline by outline. Java's own lettering asks the machine for its fonts: a bare server has
 * none and refuses, and two machines draw two pictures.
 */
final class Lettering {
    private static final Lettering REGULAR = new Lettering("fonts/OpenSans-Regular.ttf", "fonts/DejaVuSans.ttf");
    private static final Lettering BOLD = new Lettering("fonts/OpenSans-Bold.ttf", "fonts/DejaVuSans.ttf");
    private static final String ELLIPSIS = "…";

    /** The first that knows a character draws it. */
    private final List<Face> faces;

    private Lettering(String... files) {
        this.faces = Arrays.stream(files).map(Face::new).toList();
    }

    static Lettering regular() {
        return REGULAR;
    }

    static Lettering bold() {
        return BOLD;
    }

    /** One font, and what was read of it so far. A font's tables are read lazily from one stream: one reader at a time. */
    private static final class Face {
        private final TrueTypeFont font;
        private final CmapLookup letters;
        private final double em;
        private final ConcurrentMap<Integer, Drawn> drawn = new ConcurrentHashMap<>();

        private record Drawn(GeneralPath outline, double width) {}

        Face(String file) {
            try {
                this.font = new TTFParser().parse(new RandomAccessReadBuffer(Resources.bytes(file)));
                this.letters = font.getUnicodeCmapLookup();
                this.em = font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean knows(int letter) {
            return letters.getGlyphId(letter) != 0;
        }

        Drawn letter(int letter) {
            return drawn.computeIfAbsent(letter, this::read);
        }

        private synchronized Drawn read(int letter) {
            try {
                int glyph = letters.getGlyphId(letter);
                GlyphData data = font.getGlyph().getGlyph(glyph);
                GeneralPath outline = data == null ? new GeneralPath() : data.getPath();
                return new Drawn(outline, font.getAdvanceWidth(glyph));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> width(c, size)).sum();
    }

    private double width(int letter, double size) {
        Face face = face(letter);
        return face.letter(letter).width() * size / face.em;
    }

    private Face face(int letter) {
        return faces.stream().filter(f -> f.knows(letter)).findFirst().orElse(faces.getFirst());
    }

    /** With the line's left end at x and its foot at y. */
    void draw(Graphics2D g, String text, double size, double x, double y) {
        double at = x;
        for (int letter : text.codePoints().toArray()) {
            Face face = face(letter);
            double scale = size / face.em;
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
            g.fill(place.createTransformedShape(face.letter(letter).outline()));
            at += width(letter, size);
        }
    }

    void centred(Graphics2D g, String text, double size, double x, double y) {
        draw(g, text, size, x - width(text, size) / 2, y);
    }

    /** The text in at most so many lines of this width; what does not fit ends in an ellipsis. */
    List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean last = lines.size() == most - 1;
            if (last || line.isEmpty() || width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines.stream().map(l -> fitting(l, size, width)).toList();
    }

    private String fitting(String line, double size, double width) {
        if (width(line, size) <= width) {
            return line;
        }
        int end = line.length();
        while (end > 1 && width(line.substring(0, end) + ELLIPSIS, size) > width) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end).strip() + ELLIPSIS;
    }
}

package org.tafelronde.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.flow.Digests;

/** The digest in every format. */
@Singleton
final class Reports implements Digests {
    /** The type of what is still to be drawn. No platform is ever given one. */
    private static final String SKETCH = "application/x-tafelronde-sketch";

    /** The one to open first in front. A further format is a further line here. */
    private final List<Format> formats = List.of(
            new HtmlReport(),
            new PdfReport(),
            new MarkdownReport(),
            new CsvReport(),
            new JsonReport(),
            new MatrixPicture());

    private final Linguist linguist;

    Reports(Linguist linguist) {
        this.linguist = linguist;
    }

    @Override
    public List<Media.Medium> of(Harvest harvest, LocalDate today) {
        return all(harvest, today, Reports::written);
    }

    @Override
    public List<Media.Medium> sketched(Harvest harvest, LocalDate today) {
        return all(
                harvest,
                today,
                (format, digest) -> format instanceof Drawn drawn
                        ? new Media.Medium(drawn.file(), SKETCH, drawn.sketch(digest))
                        : written(format, digest));
    }

    private static Media.Medium written(Format format, Digest digest) {
        return new Media.Medium(format.file(), format.type(), format.write(digest));
    }

    private List<Media.Medium> all(Harvest harvest, LocalDate today, BiFunction<Format, Digest, Media.Medium> how) {
        Digest digest = Digest.of(harvest, today, linguist);
        // One after the other: beside each other they are no sooner done, and need more memory.
        return formats.stream().map(f -> how.apply(f, digest)).toList();
    }

    @Override
    public boolean isSketch(Media.Medium medium) {
        return medium.type().equals(SKETCH);
    }

    @Override
    public Media.Medium drawn(Media.Medium sketch) {
        Drawn format = formats.stream()
                .filter(f -> f.file().equals(sketch.name()))
                .filter(Drawn.class::isInstance)
                .map(Drawn.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody draws a " + sketch.name()));
        return new Media.Medium(format.file(), format.type(), format.draw(sketch.bytes()));
    }
}

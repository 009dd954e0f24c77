package org.tafelronde.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.flow.Digests;

/** The digest in every format. */
@Singleton
final class Reports implements Digests {
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
        return written(harvest, today, format -> true);
    }

    @Override
    public List<Media.Medium> light(Harvest harvest, LocalDate today) {
        return written(harvest, today, format -> !format.isDrawn());
    }

    private List<Media.Medium> written(Harvest harvest, LocalDate today, Predicate<Format> which) {
        Digest digest = Digest.of(harvest, today, linguist);
        return formats.stream()
                .filter(which)
                .map(f -> new Media.Medium(f.file(), f.type(), f.write(digest)))
                .toList();
    }
}

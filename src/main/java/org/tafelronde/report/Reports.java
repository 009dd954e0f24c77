package org.tafelronde.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.flow.Digests;

/** The digest in every format. */
@Singleton
final class Reports implements Digests {
    /** The one to open first in front. A further format is a further line here. */
    private final List<Format> formats =
            List.of(new HtmlReport(), new MarkdownReport(), new CsvReport(), new JsonReport());

    @Override
    public List<Media.Medium> of(Harvest harvest, LocalDate today) {
        Digest digest = Digest.of(harvest, today);
        return formats.stream()
                .map(f -> new Media.Medium(f.file(), f.type(), f.write(digest)))
                .toList();
    }
}

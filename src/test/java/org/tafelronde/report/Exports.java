package org.tafelronde.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tafelronde.chat.Media;
import org.tafelronde.testing.Documents;
import org.tafelronde.testing.HarvestFixture;

/** All exports of a café, to be read back. */
final class Exports {
    private final List<Media.Medium> all;
    private final Map<String, String> texts;

    private Exports(List<Media.Medium> all) {
        this.all = all;
        this.texts = all.stream()
                .collect(Collectors.toMap(Media.Medium::name, m -> new String(m.bytes(), StandardCharsets.UTF_8)));
    }

    static Exports of(HarvestFixture cafe) {
        return new Exports(new Reports(new org.tafelronde.language.LuceneLinguist())
                .of(cafe.harvest(), java.time.LocalDate.EPOCH));
    }

    static Exports of(List<Media.Medium> files) {
        return new Exports(files);
    }

    List<Media.Medium> all() {
        return all;
    }

    /** What a curious reader finds in a file, its metadata included. */
    static String everythingIn(Media.Medium file) {
        if (file.type().equals("application/pdf")) {
            return Papers.read(file.bytes()).everything();
        }
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    Papers papers() {
        return Papers.read(all.stream()
                .filter(m -> m.name().equals("digest.pdf"))
                .findFirst()
                .orElseThrow()
                .bytes());
    }

    String html() {
        return texts.get("digest.html");
    }

    Documents page() {
        return Documents.read(html());
    }

    String markdown() {
        return texts.get("digest.md");
    }

    String csv() {
        return texts.get("digest.csv");
    }

    /** Without the byte order mark, as a spreadsheet reads it. */
    List<NamedCsvRecord> records() {
        char between = csv().contains("theme;") ? ';' : ',';
        return CsvReader.builder().fieldSeparator(between).ofNamedCsvRecord(csv().substring(1)).stream()
                .toList();
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(texts.get("digest.json"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

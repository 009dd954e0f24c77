package org.tafelronde.store;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Tag;
import org.tafelronde.flow.Lists;

/** Lists of people as spreadsheets write them. */
@Singleton
final class CsvLists implements Lists {
    private static final Set<String> TITLES = Set.of("name", "naam");

    @Override
    public Map<String, Tag> read(String text) {
        Map<String, Tag> people = new LinkedHashMap<>();
        for (CsvRecord line : lines(text)) {
            String name = field(line, 0).orElse("");
            if (name.isEmpty() || (people.isEmpty() && TITLES.contains(name.toLowerCase(Locale.ROOT)))) {
                continue;
            }
            people.put(name, new Tag(field(line, 1), field(line, 2), field(line, 3), field(line, 4)));
        }
        if (people.size() > Limits.PEOPLE) {
            throw new IllegalArgumentException(people.size() + " > " + Limits.PEOPLE);
        }
        return people;
    }

    private static List<CsvRecord> lines(String text) {
        List<CsvRecord> lines = new ArrayList<>();
        try {
            CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .ofCsvRecord(text)
                    .forEach(lines::add);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        return lines;
    }

    /** The one of the three that the first line has. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static Optional<String> field(CsvRecord line, int i) {
        return i < line.getFieldCount()
                ? Optional.of(line.getField(i).strip()).filter(f -> !f.isEmpty())
                : Optional.empty();
    }
}

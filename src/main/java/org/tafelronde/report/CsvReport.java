package org.tafelronde.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Language;

/**
 * {@code digest.csv}, for spreadsheets: a record for each question, those of the appendix last. It begins with a byte order mark, from which
 * Excel knows that it is UTF-8, and no field is taken for a formula. In Dutch semicolons are between its fields: where a comma stands in numbers,
 * that is what a spreadsheet expects of a file that is opened by a double click.
 */
final class CsvReport implements Format {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What spreadsheets take a field for a formula by, in their wide forms too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    @Override
    public String file() {
        return "digest.csv";
    }

    @Override
    public String type() {
        return "text/csv";
    }

    @Override
    public byte[] write(Digest digest) {
        StringWriter out = new StringWriter();
        out.write(BYTE_ORDER_MARK);
        char between = digest.language() == Language.NL ? ';' : ',';
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(between).build(out)) {
            csv.writeRecord(
                    "theme", "round", "label", "question", "votes", "picked", "prompt", "topic", "group", "overruled");
            Sorted sorted = new Sorted(digest);
            for (Digest.Cell cell : digest.matrix()) {
                String round = String.valueOf(cell.round());
                cell.questions().forEach(q -> write(csv, cell.theme().label(), round, cell.label(), q, sorted));
            }
            digest.appendix().forEach(q -> write(csv, "", "", "", q, sorted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(CsvWriter csv, String theme, String round, String label, Digest.Asked q, Sorted sorted) {
        csv.writeRecord(List.of(
                harmless(theme),
                round,
                harmless(label),
                harmless(q.text()),
                String.valueOf(q.votes()),
                q.picked() ? "yes" : "no",
                q.prompt(),
                harmless(sorted.topic(q)),
                sorted.group(q),
                sorted.overruled(q)));
    }

    private static String harmless(String field) {
        String bare = field.stripLeading();
        boolean formula = !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
        return formula || !bare.equals(field) ? "'" + field : field;
    }
}

package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.Deflater;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.tafelronde.domain.harvest.Digest;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * {@code digest.pdf}: the page on paper, with bookmarks, and tagged so that it can be read aloud. Its fonts are in it. It knows no other day
 * than the café's, so that the same harvest gives the same bytes.
 */
final class PdfReport implements Drawn {
    private static final String STYLE = Resources.text("digest-pdf.css");
    private static final byte[] REGULAR = PaperFont.of("fonts/OpenSans-Regular.ttf");
    private static final byte[] BOLD = PaperFont.of("fonts/OpenSans-Bold.ttf");
    private static final byte[] SIGNS = PaperFont.of("fonts/DejaVuSans.ttf");

    /** Each question is on paper once in any case: nobody reads thousands twice. */
    private static final int MOST_TWICE = 10;

    static {
        XRLog.setLoggingEnabled(false);
        // Packed quickly: a long report takes a tenth less time, and is a tenth larger.
        System.setProperty(Filter.SYSPROP_DEFLATELEVEL, String.valueOf(Deflater.BEST_SPEED));
    }

    @Override
    public String file() {
        return "digest.pdf";
    }

    @Override
    public String type() {
        return "application/pdf";
    }

    /** The café's day on a line of its own, and then the page. */
    @Override
    public byte[] sketch(Digest digest) {
        return (digest.date() + "\n" + page(digest)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] draw(byte[] sketch) {
        String both = new String(sketch, StandardCharsets.UTF_8);
        int end = both.indexOf('\n');
        return drawn(LocalDate.parse(both.substring(0, end)), both.substring(end + 1));
    }

    private static byte[] drawn(LocalDate day, String page) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(read(page), null)
                // Nothing in it is fetched from anywhere.
                .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
                .useFont(() -> new ByteArrayInputStream(REGULAR), "Open Sans", 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(BOLD), "Open Sans", 700, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(SIGNS), "DejaVu Sans", 400, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                .withProducer("Tafelronde");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            dated(document, day);
            withoutMarksApart(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our pages are well-formed XML; the renderer's own way to read them takes longer. */
    private static Document read(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("a page that is no XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Each piece of tagged text has a mark with its number. Within its page they take little; as objects of their own, as they are made, they
     * are three quarters of all that a long report is made of.
     */
    private static void withoutMarksApart(PDDocument document) {
        for (PDPage page : document.getPages()) {
            COSDictionary marks = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
            if (marks != null) {
                marks.getValues().forEach(mark -> mark.setDirect(true));
            }
        }
    }

    private static void dated(PDDocument document, LocalDate date) {
        long midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(midnight);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(day);
        information.setModificationDate(day);
        document.setDocumentId(midnight);
    }

    /** As the page on the web, but for what paper asks: no links to click, no picture of what is a table already, lists that run on. */
    private static String page(Digest digest) {
        Words words = Words.in(digest.language());
        Html h = new Html();
        h.raw("<!DOCTYPE html>\n");
        h.in("html", with("lang", digest.language().code()), () -> {
            h.in("head", () -> {
                h.text("title", digest.title() + " · " + words.say("kind"));
                h.empty("meta", "name", "description", "content", digest.purpose());
                h.raw("<style>\n" + STYLE + "</style>\n");
                h.in("bookmarks", () -> bookmarks(h, digest, words));
            });
            h.in("body", () -> {
                new HtmlFirstPage(h, digest, words).write();
                HtmlMatrix matrix = new HtmlMatrix(h, digest, words, "");
                HtmlRest rest = new HtmlRest(h, digest, words);
                matrix.counts();
                rest.effects();
                new HtmlCoverage(h, digest, words, MOST_TWICE).write();
                matrix.listed();
                rest.write();
            });
        });
        return h.toString();
    }

    private static void bookmarks(Html h, Digest digest, Words words) {
        bookmark(h, words, "top");
        if (!digest.asks().isBlank()) {
            bookmark(h, words, "asks");
        }
        words.sections(digest).forEach(section -> {
            if (section.equals("matrix")) {
                h.in(
                        "bookmark",
                        with("name", words.say("matrix.heading"), "href", "#matrix"),
                        () -> digest.themes()
                                .forEach(t ->
                                        h.empty("bookmark", "name", t.label(), "href", "#" + HtmlMatrix.anchor(t))));
            } else {
                bookmark(h, words, section);
            }
        });
    }

    private static void bookmark(Html h, Words words, String section) {
        h.empty("bookmark", "name", words.say(section + ".heading"), "href", "#" + section);
    }
}

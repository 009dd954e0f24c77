package org.tafelronde.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.tafelronde.chat.Media;

/** Ways in which a file could tell on somebody after all. */
final class Leaks {
    /** A file with a name in it. */
    interface Leak extends UnaryOperator<Media.Medium> {}

    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private final String name;

    /**
     * @param name that gets out
     */
    Leaks(String name) {
        this.name = name;
    }

    /** The ways of this kind of file, each with what to call it. */
    Map<String, Leak> of(Media.Medium file) {
        Map<String, Leak> ways = new LinkedHashMap<>();
        ways.put("its name", f -> new Media.Medium(name + "-" + f.name(), f.type(), f.bytes()));
        switch (file.type()) {
            case "text/html" -> {
                ways.put("the page", text("</main>", "<p>" + name + "</p></main>"));
                ways.put("its head", text("<title>", "<meta name=\"author\" content=\"" + name + "\"/><title>"));
                ways.put("a comment", text("<body>", "<body><!-- " + name + " -->"));
            }
            case "application/pdf" -> {
                ways.put("a page", pdf(this::onPage));
                ways.put("its information", pdf(d -> d.getDocumentInformation().setAuthor(name)));
                ways.put("its XMP", pdf(this::inXmp));
                ways.put("a bookmark", pdf(this::asBookmark));
                ways.put("a note on it", pdf(this::asNote));
            }
            case "image/png" -> {
                ways.put("a chunk of text", png("tEXt", "tEXtEntry"));
                ways.put("a packed chunk of text", png("zTXt", "zTXtEntry"));
            }
            default -> ways.put("its words", text("\n", "\n" + name + "\n"));
        }
        return ways;
    }

    private static Leak text(String before, String with) {
        return f -> {
            String words = new String(f.bytes(), StandardCharsets.UTF_8);
            if (!words.contains(before)) {
                throw new AssertionError("no " + before + " in " + f.name());
            }
            return with(f, words.replace(before, with).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Media.Medium with(Media.Medium file, byte[] bytes) {
        return new Media.Medium(file.name(), file.type(), bytes);
    }

    private static Leak pdf(Change change) {
        return f -> {
            try (PDDocument document = Loader.loadPDF(f.bytes())) {
                change.to(document);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return with(f, out.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private void onPage(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        try (PDPageContentStream out =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            out.beginText();
            out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
            out.newLineAtOffset(20, 20);
            out.showText(name);
            out.endText();
        }
    }

    private void inXmp(PDDocument document) throws IOException {
        PDMetadata before = document.getDocumentCatalog().getMetadata();
        String xmp = new String(before.toByteArray(), StandardCharsets.UTF_8);
        String more = xmp.replaceFirst("</rdf:RDF>", "<!-- " + name + " --></rdf:RDF>");
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(document, new ByteArrayInputStream(more.getBytes(StandardCharsets.UTF_8))));
    }

    private void asBookmark(PDDocument document) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(name);
        document.getDocumentCatalog().getDocumentOutline().addLast(item);
    }

    private void asNote(PDDocument document) throws IOException {
        PDAnnotationText note = new PDAnnotationText();
        note.setContents(name);
        document.getPage(0).getAnnotations().add(note);
    }

    private Leak png(String chunk, String entry) {
        return f -> {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            ImageWriter writer = ImageIO.getImageWriter(reader);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
                reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(f.bytes())));
                IIOMetadata metadata = reader.getImageMetadata(0);
                String format = metadata.getNativeMetadataFormatName();
                IIOMetadataNode line = new IIOMetadataNode(entry);
                line.setAttribute("keyword", "Author");
                line.setAttribute(chunk.equals("tEXt") ? "value" : "text", name);
                line.setAttribute("compressionMethod", "deflate");
                IIOMetadataNode text = new IIOMetadataNode(chunk);
                text.appendChild(line);
                IIOMetadataNode root = new IIOMetadataNode(format);
                root.appendChild(text);
                metadata.mergeTree(format, root);
                writer.setOutput(to);
                writer.write(new IIOImage(reader.read(0), null, metadata));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                reader.dispose();
                writer.dispose();
            }
            return with(f, out.toByteArray());
        };
    }
}

package org.tafelronde.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF, to look things up in. */
final class Papers {
    private final byte[] bytes;

    private Papers(byte[] bytes) {
        this.bytes = bytes;
    }

    static Papers read(byte[] bytes) {
        return new Papers(bytes);
    }

    private interface Look<T> {
        T at(PDDocument document) throws IOException;
    }

    private <T> T look(Look<T> look) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return look.at(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return look(document -> new PDFTextStripper().getText(document));
    }

    /** @param page from 1 */
    String text(int page) {
        return look(document -> {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        });
    }

    int pages() {
        return look(PDDocument::getNumberOfPages);
    }

    PDDocumentInformation information() {
        return look(PDDocument::getDocumentInformation);
    }

    String metadata() {
        return look(document ->
                new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8));
    }

    String language() {
        return look(document -> document.getDocumentCatalog().getLanguage());
    }

    boolean tagged() {
        return look(document -> document.getDocumentCatalog().getMarkInfo().isMarked()
                && document.getDocumentCatalog().getStructureTreeRoot() != null);
    }

    /** How many things it is made of that stand for themselves, as a reader's program counts them. */
    int objects() {
        return look(document -> document.getDocument().getXrefTable().size());
    }

    /** Titles, those of the second level behind a dash. */
    List<String> bookmarks() {
        return look(document -> {
            List<String> titles = new ArrayList<>();
            bookmarks(document.getDocumentCatalog().getDocumentOutline(), "", titles);
            return titles;
        });
    }

    private static void bookmarks(PDOutlineNode node, String before, List<String> titles) {
        for (PDOutlineItem item : node.children()) {
            titles.add(before + item.getTitle());
            bookmarks(item, before + "- ", titles);
        }
    }

    /** Fonts that are not in the file. */
    List<String> strangers() {
        return look(document -> {
            List<String> names = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    if (!font.isEmbedded()) {
                        names.add(font.getName());
                    }
                }
            }
            return names;
        });
    }

    /** Text, metadata, bookmarks, and all objects with nothing packed. */
    String everything() {
        String plain = look(document -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toString(StandardCharsets.ISO_8859_1);
        });
        return String.join("\n", text(), information().getCOSObject().toString(), metadata(), plain) + bookmarks();
    }

    void draw(Path folder) {
        look(document -> {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                BufferedImage image = renderer.renderImageWithDPI(i, 70);
                ImageIO.write(
                        image,
                        "png",
                        folder.resolve("digest-" + (i + 1) + ".png").toFile());
            }
            return true;
        });
    }
}

package org.tafelronde.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Media;
import org.tafelronde.testing.Cast;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Looks for people wherever a file can hold something: its words, its name, and what is written about it inside. */
final class Traces {
    private static final Pattern PEOPLE = Pattern.compile("(?i:zebedeus|quuxenstein|telltale|zq@|test:u-|\\bu-uma\\b)|"
            + Arrays.stream(Cast.values())
                    .map(Cast::called)
                    .filter(name -> name.length() > 2)
                    .map(name -> "\\b" + name + "\\b")
                    .collect(Collectors.joining("|")));

    private Traces() {}

    static List<String> in(String text) {
        return PEOPLE.matcher(text).results().map(MatchResult::group).toList();
    }

    static List<String> in(Media.Medium file) {
        return in(file.name() + "\n" + everythingIn(file));
    }

    /** All that people can read of a message, on its buttons too, and the names of its files. */
    static List<String> in(Content message) {
        return in(message.plain() + message.buttons() + message.box());
    }

    private static String everythingIn(Media.Medium file) {
        return switch (file.type()) {
            case "application/pdf" -> Papers.read(file.bytes()).everything();
            case "image/png" -> aboutThePicture(file.bytes());
            default -> new String(file.bytes(), StandardCharsets.UTF_8);
        };
    }

    /** Its chunks of text, packed ones too, and whatever else stands there readably. */
    private static String aboutThePicture(byte[] png) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try {
            reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
            IIOMetadata metadata = reader.getImageMetadata(0);
            List<String> told = new ArrayList<>();
            tell(metadata.getAsTree(metadata.getNativeMetadataFormatName()), told);
            return new String(png, StandardCharsets.ISO_8859_1) + "\n" + String.join("\n", told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static void tell(Node node, List<String> told) {
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            told.add(attributes.item(i).getNodeValue());
        }
        if (node instanceof IIOMetadataNode here && here.getUserObject() instanceof byte[] bytes) {
            told.add(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            tell(child, told);
        }
    }
}

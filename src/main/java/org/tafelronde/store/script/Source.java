package org.tafelronde.store.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** A file's bytes as text: small enough, UTF-8, and readable. */
final class Source {
    /** The longest script so far has a tenth of it. */
    static final int MOST_BYTES = 1024 * 1024;

    private Source() {}

    /**
     * @return empty when there is a problem
     */
    static Optional<String> read(Path file, Problems problems) {
        if (!Files.exists(file)) {
            problems.add("there is no such file", "check the path, and the name of the file");
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            problems.add("this is a folder or a device", "name a script's file, ending in .yaml");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            // Not more than that, whatever the file system says about the size.
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                problems.add(
                        String.format(
                                Locale.ROOT,
                                "the file has %,d bytes; at most %,d are read",
                                Files.size(file),
                                MOST_BYTES),
                        "check that this is the right file, and keep pictures in files of their own");
                return Optional.empty();
            }
            return text(bytes, problems);
        } catch (IOException e) {
            problems.add("the file cannot be read", "check that it is there and that you may read it");
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] bytes, Problems problems) {
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CoderResult end = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(from, chars, true);
        String text = chars.flip().toString();
        if (end.isError()) {
            problems.add(
                    lineAt(text, text.length()),
                    "",
                    String.format(Locale.ROOT, "the file is not UTF-8: byte 0x%02X", bytes[from.position()]),
                    "save it again with the encoding UTF-8");
            return Optional.empty();
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            problems.add("the file is empty", "write a script in it; docs/script.md shows one");
            return Optional.empty();
        }
        return printable(text, problems) ? Optional.of(text) : Optional.empty();
    }

    private static boolean printable(String text, Problems problems) {
        boolean all = true;
        int line = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                line++;
            } else if (!StreamReader.isPrintable(c)) {
                problems.add(
                        line,
                        "",
                        String.format(Locale.ROOT, "there is a character that cannot be read: U+%04X", c),
                        "take it out");
                all = false;
            }
        }
        return all;
    }

    private static int lineAt(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}

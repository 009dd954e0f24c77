package org.tafelronde.cli;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tafelronde.domain.seating.Instance;

/** Instances and plans as JSON files. */
final class SeatingFiles {
    /** Ten times what a thousand people need. */
    private static final int LARGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SeatingFiles() {}

    /**
     * @throws Exit.Wrong with one line: which file, and what is wrong with it
     */
    static Instance read(Path file) {
        try {
            if (!(JSON.readValue(utf8(file), Object.class) instanceof Map<?, ?> parsed)) {
                throw new Exit.Wrong(
                        file + ": is no instance: {\"participants\": ..., \"tables\": ..., \"rounds\": ...}");
            }
            return Instance.of(parsed);
        } catch (IllegalArgumentException e) {
            throw new Exit.Wrong(file + ": " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new Exit.Wrong(file + place(e) + ": is no JSON: " + what(e));
        } catch (IOException e) {
            throw new Exit.Wrong(file + ": " + why(e));
        }
    }

    private static String utf8(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new Exit.Wrong(file + ": is a folder, not an instance file");
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new Exit.Wrong(file + ": is larger than " + LARGEST / 1_000_000
                    + " MB, which is no instance of people and tables");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (json.isBlank()) {
                throw new Exit.Wrong(file + ": is empty");
            }
            return json;
        } catch (CharacterCodingException e) {
            throw new Exit.Wrong(file + ": is not UTF-8; save it as UTF-8");
        }
    }

    private static String place(JsonProcessingException e) {
        boolean known = e instanceof JsonParseException && e.getLocation() != null;
        return known ? ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() : "";
    }

    /** Jackson's words, without those that are for programmers. */
    private static String what(JsonProcessingException e) {
        return switch (e) {
            case StreamConstraintsException limit -> "it is nested too deeply, or a number or name in it is too long";
            case MismatchedInputException more -> "something follows after its end";
            default -> e.getOriginalMessage().lines().findFirst().orElse("").replaceAll(": enable .*", "");
        };
    }

    static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException none -> "there is no such file or folder";
            case AccessDeniedException denied -> "it may not be opened";
            case FileSystemException other -> String.valueOf(other.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }

    /** A plan with a line for each table, so that people can read it and compare two. */
    static String text(Map<String, Object> plan) {
        JsonNode rounds = JSON.valueToTree(plan).path("rounds");
        List<String> all = new ArrayList<>();
        for (JsonNode round : rounds) {
            List<String> tables = new ArrayList<>();
            round.path("tables").forEach(table -> tables.add("    " + table));
            all.add("  {\"tables\": [\n" + String.join(",\n", tables) + "]}");
        }
        return "{\"rounds\": [\n" + String.join(",\n", all) + "]}\n";
    }
}

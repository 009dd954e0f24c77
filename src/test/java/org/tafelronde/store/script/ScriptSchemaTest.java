package org.tafelronde.store.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors and the loader know the same format. {@code -Dschema.write=true} writes the schema's file anew. */
class ScriptSchemaTest {
    private static final Path FILE = Path.of("seeds/script.schema.json");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SchemaOf.format());

    @TempDir
    Path folder;

    @Test
    void the_schemas_file_is_made_from_the_loaders_table() throws IOException {
        ObjectMapper json = new ObjectMapper();
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(FILE, json.writerWithDefaultPrettyPrinter().writeValueAsString(SchemaOf.format()) + "\n");
        }
        assertThat(json.readTree(FILE.toFile()))
                .as("write it anew: mvn -Dtest=ScriptSchemaTest -Dschema.write=true test")
                .isEqualTo(json.readTree(SchemaOf.format().toString()));
    }

    @Test
    void every_seed_fits_the_schema_and_leads_editors_to_it() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("seeds/scripts"))) {
            List<Path> seeds = files.filter(f -> f.toString().endsWith(".yaml")).toList();
            assertThat(seeds).hasSize(3);
            for (Path seed : seeds) {
                assertThat(Files.readAllLines(seed).getFirst())
                        .isEqualTo("# yaml-language-server: $schema=../script.schema.json");
                assertThat(schema.validate(YAML.readTree(seed.toFile())))
                        .as(seed.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_example_of_the_docs_is_a_good_script() throws IOException {
        assertThat(load(Example.read())).isInstanceOf(ScriptFile.Good.class);
        assertThat(schema.validate(YAML.readTree(Example.read()))).isEmpty();
    }

    @Test
    void the_example_of_the_docs_shows_every_key() throws IOException {
        Set<String> all = new TreeSet<>();
        keys(Format.SCRIPT, "", all);
        Set<String> shown = new TreeSet<>();
        keys(YAML.readTree(Example.read()), Format.SCRIPT, "", shown);

        // One of the kinds is enough for the key that they share.
        all.removeIf(key -> key.endsWith(").atLeast") && !key.contains("(talk)"));
        assertThat(shown).isEqualTo(all);
    }

    /** Every key of the example taken out, given a strange neighbour, or given a wrong value: the two must agree. */
    @Test
    void the_loader_and_the_schema_refuse_the_same() throws IOException {
        JsonNode example = YAML.readTree(Example.read());
        List<String> spoilt = new ArrayList<>();
        for (String at : objects(example, "")) {
            spoilt.add(spoil(example, at, o -> o.put("no-such-key", 1)));
            List<String> names = new ArrayList<>();
            ((ObjectNode) example.at(at)).fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = example.at(at).get(name);
                spoilt.add(spoil(example, at, o -> o.putNull(name)));
                spoilt.add(spoil(example, at, o -> o.putObject(name).put("no-such-key", 1)));
                if (value.isInt()) {
                    spoilt.add(spoil(example, at, o -> o.put(name, -1)));
                    spoilt.add(spoil(example, at, o -> o.put(name, "many")));
                } else if (value.isTextual()) {
                    spoilt.add(spoil(example, at, o -> o.put(name, 5)));
                    spoilt.add(spoil(example, at, o -> o.put(name, "")));
                    spoilt.add(spoil(example, at, o -> o.put(name, "o".repeat(3_000))));
                } else if (value.isArray()) {
                    spoilt.add(spoil(example, at, o -> o.putArray(name)));
                }
            }
            for (String name : required(example, at)) {
                spoilt.add(spoil(example, at, o -> o.remove(name)));
            }
        }
        assertThat(spoilt).hasSizeGreaterThan(300);
        for (String script : spoilt) {
            assertThat(load(script)).as(script).isInstanceOf(ScriptFile.Bad.class);
            assertThat(schema.validate(YAML.readTree(script))).as(script).isNotEmpty();
        }
    }

    private ScriptFile load(String script) throws IOException {
        Files.write(
                folder.resolve("empty-room.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0});
        String five = "-\tQ?\n".repeat(5) + "allergies\tQ?\n".repeat(5);
        Files.writeString(folder.resolve("example.examples.tsv"), five);
        return ScriptFile.read(Files.writeString(folder.resolve("example.yaml"), script));
    }

    private static String spoil(JsonNode example, String at, Consumer<ObjectNode> change) throws IOException {
        JsonNode copy = example.deepCopy();
        change.accept((ObjectNode) copy.at(at));
        return YAML.writeValueAsString(copy);
    }

    /** The paths of all mappings. */
    private static List<String> objects(JsonNode node, String at) {
        List<String> all = new ArrayList<>();
        if (node.isObject()) {
            all.add(at);
            node.fieldNames().forEachRemaining(name -> all.addAll(objects(node.get(name), at + "/" + name)));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                all.addAll(objects(node.get(i), at + "/" + i));
            }
        }
        return all;
    }

    /** The keys that cannot be left out there, by the loader's table. */
    private static List<String> required(JsonNode example, String at) {
        Shape shape = Format.SCRIPT;
        JsonNode node = example;
        for (String part : at.isEmpty() ? new String[0] : at.substring(1).split("/")) {
            node = node.isArray() ? node.get(Integer.parseInt(part)) : node.get(part);
            shape = within(shape, part);
            if (shape instanceof Shape.Kinds kinds) {
                shape = kind(kinds, node);
            }
        }
        return shape instanceof Shape.Fields fields
                ? fields.fields().stream()
                        .filter(Shape.Field::required)
                        .map(Shape.Field::name)
                        .toList()
                : List.of();
    }

    private static Shape kind(Shape.Kinds kinds, JsonNode step) {
        return Objects.requireNonNull(kinds.kinds().get(step.get("kind").asText()));
    }

    private static Shape within(Shape shape, String part) {
        return switch (shape) {
            case Shape.Many many -> many.of();
            case Shape.ById byId -> byId.of();
            case Shape.Fields fields ->
                fields.fields().stream()
                        .filter(f -> f.name().equals(part))
                        .map(Shape.Field::shape)
                        .findFirst()
                        .orElseThrow();
            default -> throw new IllegalArgumentException("nothing is within " + shape);
        };
    }

    private static void keys(Shape shape, String at, Set<String> keys) {
        switch (shape) {
            case Shape.Many many -> keys(many.of(), at, keys);
            case Shape.ById byId -> keys(byId.of(), at, keys);
            case Shape.Kinds kinds ->
                kinds.kinds().forEach((kind, fields) -> keys(fields, at + "(" + kind + ")", keys));
            case Shape.Fields fields ->
                fields.fields().forEach(f -> {
                    keys.add(at + "." + f.name());
                    keys(f.shape(), at + "." + f.name(), keys);
                });
            default -> {}
        }
    }

    private static void keys(JsonNode node, Shape shape, String at, Set<String> keys) {
        switch (shape) {
            case Shape.Many many -> node.forEach(item -> keys(item, many.of(), at, keys));
            case Shape.ById byId -> node.forEach(item -> keys(item, byId.of(), at, keys));
            case Shape.Kinds kinds -> {
                String kind = node.get("kind").asText();
                keys(node, kind(kinds, node), at + "(" + kind + ")", keys);
            }
            case Shape.Fields fields ->
                fields.fields().stream().filter(f -> node.has(f.name())).forEach(f -> {
                    keys.add(at + "." + f.name());
                    keys(node.get(f.name()), f.shape(), at + "." + f.name(), keys);
                });
            default -> {}
        }
    }

    /** The script in {@code docs/script.md}. */
    static final class Example {
        private Example() {}

        static String read() throws IOException {
            String page = Files.readString(Path.of("docs/script.md"));
            int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
            return page.substring(begin, page.indexOf("```", begin));
        }
    }
}

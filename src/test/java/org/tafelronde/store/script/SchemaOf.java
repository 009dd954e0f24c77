package org.tafelronde.store.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.tafelronde.domain.script.Ids;

/** The format's table as a JSON Schema, for editors. */
final class SchemaOf {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "^" + Ids.FORM + "$";

    private final ObjectNode defs = JSON.objectNode();

    private SchemaOf() {}

    static ObjectNode format() {
        SchemaOf schema = new SchemaOf();
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "A script of Tafelronde");
        root.put("description", "The written plan of a World Café. See docs/script.md.");
        root.setAll(schema.of(Format.SCRIPT));
        root.set("$defs", schema.defs);
        return root;
    }

    private ObjectNode of(Shape shape) {
        ObjectNode node = JSON.objectNode();
        switch (shape) {
            case Shape.Text text ->
                node.put("type", "string").put("pattern", "\\S").put("maxLength", text.most());
            case Shape.Id id -> node.put("type", "string").put("pattern", ID).put("maxLength", Ids.LONGEST);
            case Shape.Whole whole ->
                node.put("type", "integer").put("minimum", whole.least()).put("maximum", whole.most());
            case Shape.Flag flag -> node.put("type", "boolean");
            case Shape.TimeOfDay time -> node.put("type", "string").put("pattern", "^" + Values.TIME + "$");
            case Shape.Choice choice -> words(node.put("type", "string"), "enum", choice.words());
            case Shape.FileName file -> node.put("type", "string").put("pattern", "^" + file.form() + "$");
            case Shape.Many many -> {
                node.put("type", "array").put("minItems", many.least()).put("maxItems", many.most());
                node.set("items", of(many.of()));
            }
            case Shape.ById byId -> {
                node.put("type", "object");
                node.set("propertyNames", of(new Shape.Id()));
                node.set("additionalProperties", of(byId.of()));
            }
            case Shape.Fields fields -> fields(node, fields);
            case Shape.Kinds kinds ->
                kinds.kinds().forEach((kind, fields) -> {
                    defs.set(kind, of(fields));
                    node.withArray("oneOf").addObject().put("$ref", "#/$defs/" + kind);
                });
        }
        return node;
    }

    private void fields(ObjectNode node, Shape.Fields fields) {
        node.put("type", "object").put("additionalProperties", false);
        words(
                node,
                "required",
                fields.fields().stream()
                        .filter(Shape.Field::required)
                        .map(Shape.Field::name)
                        .toList());
        ObjectNode properties = node.putObject("properties");
        fields.fields().forEach(f -> properties.set(f.name(), of(f.shape()).put("description", f.help())));
    }

    private static void words(ObjectNode node, String key, Collection<String> words) {
        words.forEach(w -> node.withArray(key).add(w));
    }
}

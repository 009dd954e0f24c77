package org.tafelronde.store.script;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What a place in the file is, before anybody asks what it should be. */
final class Nodes {
    private Nodes() {}

    static int line(Node node) {
        return Yaml.line(node.getStartMark());
    }

    static String is(Node node) {
        return switch (node) {
            case MappingNode mapping -> "is a group of keys";
            case SequenceNode list -> "is a list";
            default -> "is a single value";
        };
    }

    /** It has the right form. */
    static Optional<Item> right(Node node, Object value, String where) {
        return Optional.of(new Item(value, line(node), where));
    }
}

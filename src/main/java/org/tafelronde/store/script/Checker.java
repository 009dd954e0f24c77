package org.tafelronde.store.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Compares a tree with the form it must have, place by place. Goes on after a problem, to find them all. */
final class Checker {
    private final Problems problems;
    private final Values values;

    Checker(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    /**
     * @return empty when the place as a whole has not the right form
     */
    Optional<Item> check(Node node, Shape shape, String where) {
        return switch (shape) {
            case Shape.Text text -> values.text(node, text, where);
            case Shape.Id id -> values.id(node, where);
            case Shape.Whole whole -> values.whole(node, whole, where);
            case Shape.Flag flag -> values.flag(node, where);
            case Shape.TimeOfDay time -> values.time(node, where);
            case Shape.Choice choice -> values.choice(node, choice, where);
            case Shape.FileName file -> values.fileName(node, file, where);
            case Shape.Many many -> many(node, many, where);
            case Shape.ById byId -> byId(node, byId, where);
            case Shape.Fields fields -> fields(node, fields, where);
            case Shape.Kinds kinds -> kinds(node, kinds, where);
        };
    }

    private Optional<Item> many(Node node, Shape.Many many, String where) {
        if (!(node instanceof SequenceNode list)) {
            return problems.wrong(
                    node, where, Nodes.is(node) + ", where a list is expected", "begin each part of it with a dash");
        }
        int n = list.getValue().size();
        if (n < many.least()) {
            return problems.wrong(node, where, "is an empty list", "write at least " + many.least() + " in it");
        }
        if (n > many.most()) {
            return problems.wrong(node, where, "has " + n + " parts", "write at most " + many.most());
        }
        List<Item> items = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (int i = 0; i < n; i++) {
            String place = "[" + i + "]";
            check(list.getValue().get(i), many.of(), where + place)
                    .ifPresentOrElse(items::add, () -> broken.add(place));
        }
        return Optional.of(new Item(items, Nodes.line(node), where, broken));
    }

    private Optional<Item> byId(Node node, Shape.ById byId, String where) {
        return keys(node, where).flatMap(keys -> {
            Map<String, Item> items = new LinkedHashMap<>();
            Set<String> broken = new HashSet<>();
            keys.forEach((key, tuple) -> {
                String there = dot(where, Wording.key(key));
                if (values.isId(key, Nodes.line(tuple.getKeyNode()), there)) {
                    check(tuple.getValueNode(), byId.of(), there)
                            .ifPresentOrElse(item -> items.put(key, item), () -> broken.add(key));
                }
            });
            return Optional.of(new Item(items, Nodes.line(node), where, broken));
        });
    }

    private Optional<Item> kinds(Node node, Shape.Kinds kinds, String where) {
        if (!(node instanceof MappingNode mapping)) {
            return problems.wrong(
                    node, where, Nodes.is(node) + ", where a step is expected", "write kind, id, title and minutes");
        }
        Optional<NodeTuple> kind = mapping.getValue().stream()
                .filter(t -> t.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("kind"))
                .findFirst();
        List<String> known = List.copyOf(kinds.kinds().keySet());
        if (kind.isEmpty()) {
            return problems.wrong(
                    node, where, "the key \"kind\" is missing", "add kind: with one of " + Wording.list(known));
        }
        return values.choice(kind.get().getValueNode(), new Shape.Choice(known), dot(where, "kind"))
                .flatMap(k -> fields(
                        node, java.util.Objects.requireNonNull(kinds.kinds().get(k.text())), where));
    }

    private Optional<Item> fields(Node node, Shape.Fields fields, String where) {
        return keys(node, where).flatMap(keys -> {
            keys.forEach((key, tuple) -> {
                if (!fields.names().contains(key)) {
                    problems.add(
                            Nodes.line(tuple.getKeyNode()),
                            dot(where, Wording.key(key)),
                            "this key is not known here",
                            Wording.meant(key, fields.names()));
                }
            });
            Map<String, Item> items = new LinkedHashMap<>();
            Set<String> broken = new HashSet<>();
            for (Shape.Field field : fields.fields()) {
                NodeTuple tuple = keys.get(field.name());
                if (tuple != null) {
                    check(tuple.getValueNode(), field.shape(), dot(where, field.name()))
                            .ifPresentOrElse(item -> items.put(field.name(), item), () -> broken.add(field.name()));
                } else if (field.required()) {
                    problems.add(
                            Nodes.line(node),
                            where,
                            "the key \"" + field.name() + "\" is missing",
                            "add " + field.name() + ": " + field.help());
                }
            }
            return Optional.of(new Item(items, Nodes.line(node), where, broken));
        });
    }

    /** The entries by key, the first of each. */
    private Optional<Map<String, NodeTuple>> keys(Node node, String where) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    Nodes.line(node),
                    where,
                    Nodes.is(node) + ", where keys are expected",
                    "write \"key: value\" lines, indented");
            return Optional.empty();
        }
        Map<String, NodeTuple> keys = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = Nodes.line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(line, where, "a list stands where a key is expected", "write a word and a colon");
                continue;
            }
            Integer first = lines.putIfAbsent(key.getValue(), line);
            if (first == null) {
                keys.put(key.getValue(), tuple);
            } else {
                problems.add(
                        line,
                        dot(where, Wording.key(key.getValue())),
                        "this key is there already, in line " + first,
                        "take one of the two out");
            }
        }
        return Optional.of(keys);
    }

    private static String dot(String where, String key) {
        return where.isEmpty() ? key : where + "." + key;
    }
}

package org.tafelronde.store.script;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.domain.script.Ids;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Compares a tree with the form it must have, place by place. Goes on after a problem, to find them all. */
final class Checker {
    static final String TIME = "([01][0-9]|2[0-3]):([0-5][0-9])";
    /** Below the folder, never above it. */
    static final String PICTURE = "(?!.*[.][.])[A-Za-z0-9_-][A-Za-z0-9._/-]*[.](png|jpg|jpeg)";

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?");
    private static final Pattern CLOCK = Pattern.compile(TIME);

    private final Problems problems;

    Checker(Problems problems) {
        this.problems = problems;
    }

    /**
     * @return empty when the place as a whole has not the right form
     */
    Optional<Item> check(Node node, Shape shape, String where) {
        return switch (shape) {
            case Shape.Text text -> text(node, text, where);
            case Shape.Id id -> id(node, where);
            case Shape.Whole whole -> whole(node, whole, where);
            case Shape.Flag flag -> flag(node, where);
            case Shape.TimeOfDay time -> time(node, where);
            case Shape.Choice choice -> choice(node, choice, where);
            case Shape.PictureFile picture -> picture(node, where);
            case Shape.Many many -> many(node, many, where);
            case Shape.ById byId -> byId(node, byId, where);
            case Shape.Fields fields -> fields(node, fields, where);
            case Shape.Kinds kinds -> kinds(node, kinds, where);
        };
    }

    private Optional<Item> text(Node node, Shape.Text text, String where) {
        return words(node, "a text", where).flatMap(said -> {
            if (said.length() > text.most()) {
                return wrong(
                        node,
                        where,
                        "has " + said.length() + " characters; at most " + text.most() + " fit here",
                        "make it shorter");
            }
            if (said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
                return wrong(node, where, "holds a control character", "take it out");
            }
            return right(node, said, where);
        });
    }

    private Optional<Item> id(Node node, String where) {
        return words(node, "a name", where)
                .flatMap(said -> id(said, line(node), where) ? right(node, said, where) : Optional.empty());
    }

    private boolean id(String said, int line, String where) {
        // The length first: the pattern on a very long text would use up the stack.
        boolean good = said.length() <= Ids.LONGEST && said.matches(Ids.FORM);
        if (!good) {
            problems.add(
                    line,
                    where,
                    Wording.quoted(said) + " is not a name",
                    "use lower case letters, digits and dashes between them, at most " + Ids.LONGEST);
        }
        return good;
    }

    private Optional<Item> whole(Node node, Shape.Whole whole, String where) {
        String range = "write a whole number from " + whole.least() + " to " + whole.most();
        Optional<String> said = scalar(node, where, "a whole number", range);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (!said.get().matches("[0-9]{1,9}") || !((ScalarNode) node).isPlain()) {
            return wrong(node, where, Wording.quoted(said.get()) + " is not a whole number", range);
        }
        int n = Integer.parseInt(said.get());
        if (n < whole.least() || n > whole.most()) {
            String much = n < whole.least() ? " is too few " : " is too many ";
            return wrong(node, where, n + much + whole.of(), range);
        }
        return right(node, n, where);
    }

    private Optional<Item> flag(Node node, String where) {
        return scalar(node, where, "true or false", "write true or false").flatMap(said -> {
            boolean good = ((ScalarNode) node).isPlain() && said.matches("true|false");
            return good
                    ? right(node, said.equals("true"), where)
                    : wrong(node, where, Wording.quoted(said) + " is neither true nor false", "write true or false");
        });
    }

    private Optional<Item> time(Node node, String where) {
        String form = "write hours and minutes, as in \"09:30\"";
        return scalar(node, where, "a time", form).flatMap(said -> {
            Matcher clock = CLOCK.matcher(said);
            return clock.matches()
                    ? right(
                            node,
                            LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))),
                            where)
                    : wrong(node, where, Wording.quoted(said) + " is not a time", form);
        });
    }

    private Optional<Item> choice(Node node, Shape.Choice choice, String where) {
        String form = "write one of " + Wording.list(choice.words());
        return scalar(node, where, "one word", form)
                .flatMap(said -> choice.words().contains(said)
                        ? right(node, said, where)
                        : wrong(
                                node,
                                where,
                                Wording.quoted(said) + " is not known here",
                                Wording.meant(said, choice.words())));
    }

    private Optional<Item> picture(Node node, String where) {
        return words(node, "the name of a file", where)
                .flatMap(said -> said.matches(PICTURE)
                        ? right(node, said, where)
                        : wrong(
                                node,
                                where,
                                Wording.quoted(said) + " cannot be the picture's file",
                                "name a file in the script's folder that ends in .png, .jpg or .jpeg,"
                                        + " in letters, digits, dashes and dots"));
    }

    private Optional<Item> many(Node node, Shape.Many many, String where) {
        if (!(node instanceof SequenceNode list)) {
            return wrong(node, where, is(node) + ", where a list is expected", "begin each part of it with a dash");
        }
        int n = list.getValue().size();
        if (n < many.least()) {
            return wrong(node, where, "is an empty list", "write at least " + many.least() + " in it");
        }
        if (n > many.most()) {
            return wrong(node, where, "has " + n + " parts", "write at most " + many.most());
        }
        List<Item> items = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (int i = 0; i < n; i++) {
            String place = "[" + i + "]";
            check(list.getValue().get(i), many.of(), where + place)
                    .ifPresentOrElse(items::add, () -> broken.add(place));
        }
        return Optional.of(new Item(items, line(node), where, broken));
    }

    private Optional<Item> byId(Node node, Shape.ById byId, String where) {
        return keys(node, where).flatMap(keys -> {
            Map<String, Item> items = new LinkedHashMap<>();
            Set<String> broken = new HashSet<>();
            keys.forEach((key, tuple) -> {
                String there = dot(where, Wording.key(key));
                if (id(key, line(tuple.getKeyNode()), there)) {
                    check(tuple.getValueNode(), byId.of(), there)
                            .ifPresentOrElse(item -> items.put(key, item), () -> broken.add(key));
                }
            });
            return Optional.of(new Item(items, line(node), where, broken));
        });
    }

    private Optional<Item> kinds(Node node, Shape.Kinds kinds, String where) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, where, is(node) + ", where a step is expected", "write kind, id, title and minutes");
        }
        Optional<NodeTuple> kind = mapping.getValue().stream()
                .filter(t -> t.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("kind"))
                .findFirst();
        List<String> known = List.copyOf(kinds.kinds().keySet());
        if (kind.isEmpty()) {
            return wrong(node, where, "the key \"kind\" is missing", "add kind: with one of " + Wording.list(known));
        }
        return choice(kind.get().getValueNode(), new Shape.Choice(known), dot(where, "kind"))
                .flatMap(k -> fields(
                        node, java.util.Objects.requireNonNull(kinds.kinds().get(k.text())), where));
    }

    private Optional<Item> fields(Node node, Shape.Fields fields, String where) {
        return keys(node, where).flatMap(keys -> {
            keys.forEach((key, tuple) -> {
                if (!fields.names().contains(key)) {
                    problems.add(
                            line(tuple.getKeyNode()),
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
                            line(node),
                            where,
                            "the key \"" + field.name() + "\" is missing",
                            "add " + field.name() + ": " + field.help());
                }
            }
            return Optional.of(new Item(items, line(node), where, broken));
        });
    }

    /** The entries by key, the first of each. */
    private Optional<Map<String, NodeTuple>> keys(Node node, String where) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    line(node), where, is(node) + ", where keys are expected", "write \"key: value\" lines, indented");
            return Optional.empty();
        }
        Map<String, NodeTuple> keys = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
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

    /** A text that is not empty, and not a number that happens to stand where a text is expected. */
    private Optional<String> words(Node node, String expected, String where) {
        return scalar(node, where, expected, "write " + expected).flatMap(said -> {
            if (said.isBlank()) {
                problems.add(line(node), where, "is empty", "write " + expected);
                return Optional.empty();
            }
            boolean plain = ((ScalarNode) node).isPlain();
            if (plain && (NUMBER.matcher(said).matches() || said.matches("true|false"))) {
                problems.add(
                        line(node), where, said + " is not " + expected, "put it between quotes: \"" + said + "\"");
                return Optional.empty();
            }
            return Optional.of(said);
        });
    }

    private Optional<String> scalar(Node node, String where, String expected, String mend) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(line(node), where, is(node) + ", where " + expected + " is expected", mend);
            return Optional.empty();
        }
        String said = scalar.getValue().strip();
        if (scalar.isPlain() && said.matches("|~|null")) {
            problems.add(line(node), where, "is empty", mend);
            return Optional.empty();
        }
        return Optional.of(said);
    }

    private static String is(Node node) {
        return switch (node) {
            case MappingNode mapping -> "is a group of keys";
            case SequenceNode list -> "is a list";
            default -> "is a single value";
        };
    }

    private static Optional<Item> right(Node node, Object value, String where) {
        return Optional.of(new Item(value, line(node), where));
    }

    private Optional<Item> wrong(Node node, String where, String what, String mend) {
        problems.add(line(node), where, what, mend);
        return Optional.empty();
    }

    private static int line(Node node) {
        return Yaml.line(node.getStartMark());
    }

    static String dot(String where, String key) {
        return where.isEmpty() ? key : where + "." + key;
    }
}

package org.tafelronde.store.script;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.domain.script.Ids;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Looks at single values: texts, numbers, times, words. */
final class Values {
    static final String TIME = "([01][0-9]|2[0-3]):([0-5][0-9])";

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?");
    private static final Pattern CLOCK = Pattern.compile(TIME);

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    Optional<Item> text(Node node, Shape.Text text, String where) {
        return words(node, "a text", where).flatMap(said -> {
            if (said.length() > text.most()) {
                return problems.wrong(
                        node,
                        where,
                        "has " + said.length() + " characters; at most " + text.most() + " fit here",
                        "make it shorter");
            }
            if (said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
                return problems.wrong(node, where, "holds a control character", "take it out");
            }
            return Nodes.right(node, said, where);
        });
    }

    Optional<Item> id(Node node, String where) {
        return words(node, "a name", where)
                .flatMap(said ->
                        isId(said, Nodes.line(node), where) ? Nodes.right(node, said, where) : Optional.empty());
    }

    boolean isId(String said, int line, String where) {
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

    Optional<Item> whole(Node node, Shape.Whole whole, String where) {
        String range = "write a whole number from " + whole.least() + " to " + whole.most();
        Optional<String> said = scalar(node, where, "a whole number", range);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (!said.get().matches("[0-9]{1,9}") || !((ScalarNode) node).isPlain()) {
            return problems.wrong(node, where, Wording.quoted(said.get()) + " is not a whole number", range);
        }
        int n = Integer.parseInt(said.get());
        if (n < whole.least() || n > whole.most()) {
            String much = n < whole.least() ? " is too few " : " is too many ";
            return problems.wrong(node, where, n + much + whole.of(), range);
        }
        return Nodes.right(node, n, where);
    }

    Optional<Item> flag(Node node, String where) {
        return scalar(node, where, "true or false", "write true or false").flatMap(said -> {
            boolean good = ((ScalarNode) node).isPlain() && said.matches("true|false");
            return good
                    ? Nodes.right(node, said.equals("true"), where)
                    : problems.wrong(
                            node, where, Wording.quoted(said) + " is neither true nor false", "write true or false");
        });
    }

    Optional<Item> time(Node node, String where) {
        String form = "write hours and minutes, as in \"09:30\"";
        return scalar(node, where, "a time", form).flatMap(said -> {
            Matcher clock = CLOCK.matcher(said);
            return clock.matches()
                    ? Nodes.right(
                            node,
                            LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))),
                            where)
                    : problems.wrong(node, where, Wording.quoted(said) + " is not a time", form);
        });
    }

    Optional<Item> choice(Node node, Shape.Choice choice, String where) {
        String form = "write one of " + Wording.list(choice.words());
        return scalar(node, where, "one word", form)
                .flatMap(said -> choice.words().contains(said)
                        ? Nodes.right(node, said, where)
                        : problems.wrong(
                                node,
                                where,
                                Wording.quoted(said) + " is not known here",
                                Wording.meant(said, choice.words())));
    }

    Optional<Item> fileName(Node node, Shape.FileName file, String where) {
        return words(node, "the name of a file", where)
                .flatMap(said -> said.matches(file.form())
                        ? Nodes.right(node, said, where)
                        : problems.wrong(
                                node,
                                where,
                                Wording.quoted(said) + " cannot be the file of " + file.of(),
                                "name a file in the script's folder that ends in " + file.endings()
                                        + ", in letters, digits, dashes and dots"));
    }

    /** A text that is not empty, and not a number that happens to stand where a text is expected. */
    private Optional<String> words(Node node, String expected, String where) {
        return scalar(node, where, expected, "write " + expected).flatMap(said -> {
            if (said.isBlank()) {
                problems.add(Nodes.line(node), where, "is empty", "write " + expected);
                return Optional.empty();
            }
            boolean plain = ((ScalarNode) node).isPlain();
            if (plain && (NUMBER.matcher(said).matches() || said.matches("true|false"))) {
                problems.add(
                        Nodes.line(node),
                        where,
                        said + " is not " + expected,
                        "put it between quotes: \"" + said + "\"");
                return Optional.empty();
            }
            return Optional.of(said);
        });
    }

    private Optional<String> scalar(Node node, String where, String expected, String mend) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(Nodes.line(node), where, Nodes.is(node) + ", where " + expected + " is expected", mend);
            return Optional.empty();
        }
        String said = scalar.getValue().strip();
        if (scalar.isPlain() && said.matches("|~|null")) {
            problems.add(Nodes.line(node), where, "is empty", mend);
            return Optional.empty();
        }
        return Optional.of(said);
    }
}

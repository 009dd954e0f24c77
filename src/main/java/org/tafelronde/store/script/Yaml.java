package org.tafelronde.store.script;

import java.io.StringReader;
import java.util.Optional;
import org.tafelronde.chat.Shortened;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Text as a tree whose nodes know their lines. A script needs little of YAML: one document, plain data. Aliases (with
 * which a small file grows to gigabytes) and tags (which name Java classes) are refused while nothing is built yet.
 */
final class Yaml {
    /** A script is at most 6 deep. */
    private static final int DEEPEST = 20;

    private final String text;
    private final Problems problems;

    private Yaml(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /**
     * @return empty when there is a problem
     */
    static Optional<Node> tree(String text, Problems problems) {
        return new Yaml(text, problems).tree();
    }

    private Optional<Node> tree() {
        try {
            if (!simple()) {
                return Optional.empty();
            }
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                problems.add("the file holds only comments", "write a script in it; docs/script.md shows one");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            broken(e);
        } catch (YAMLException e) {
            problems.add("this is not YAML", "look at docs/script.md for an example");
        }
        return Optional.empty();
    }

    private static org.yaml.snakeyaml.Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        return new org.yaml.snakeyaml.Yaml(options);
    }

    private boolean simple() {
        boolean simple = true;
        int documents = 0;
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                problems.add(
                        line(event.getStartMark()),
                        "",
                        "a second document begins here",
                        "keep one script in a file, and take out the line ---");
                return false;
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                problems.add(
                        line(event.getStartMark()),
                        "",
                        "lists and keys are more than " + DEEPEST + " deep",
                        "check the brackets and the indentation");
                return false;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            simple &= plain(event);
        }
        return simple;
    }

    private boolean plain(Event event) {
        int line = line(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            problems.add(line, "", "*" + alias.getAnchor() + " is an alias", "write the text out again");
            return false;
        }
        boolean plain = true;
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            problems.add(
                    line,
                    "",
                    "&" + node.getAnchor() + " is an anchor",
                    "take it out, or put the text between quotes when it begins with &");
            plain = false;
        }
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        // "!" alone says "this is text" of a text between quotes.
        if (tag != null && !tag.equals("!")) {
            problems.add(
                    line,
                    "",
                    Wording.quoted(tag) + " is a tag",
                    "take it out, or put the text between quotes when it begins with !");
            plain = false;
        }
        return plain;
    }

    private void broken(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        int line = mark == null ? 1 : line(mark);
        if (tabs()) {
            return;
        }
        String said = e.getProblem() == null ? "" : e.getProblem();
        String also = e.getContextMark() != null && line(e.getContextMark()) != line
                ? " (it began in line " + line(e.getContextMark()) + ")"
                : "";
        problems.add(line, "", "this is not YAML: " + flat(said) + also, mend(said));
    }

    /** Tabs are what breaks a file most often, and the parser stops at the first. */
    private boolean tabs() {
        String[] lines = text.split("\n", -1);
        boolean any = false;
        for (int i = 0; i < lines.length; i++) {
            String indentation = lines[i].substring(
                    0, lines[i].length() - lines[i].stripLeading().length());
            if (indentation.indexOf('\t') >= 0 && !lines[i].isBlank()) {
                problems.add(i + 1, "", "there is a tab before the text", "indent with spaces");
                any = true;
            }
        }
        return any;
    }

    private static String mend(String said) {
        if (said.contains("mapping values are not allowed")) {
            return "put a text that holds a colon between quotes, and check the indentation";
        }
        if (said.endsWith("but got ?")) {
            return "put texts between brackets, and with a question mark at their end, between quotes";
        }
        if (said.contains("cannot start any token")) {
            return "put a text that begins with this sign between quotes";
        }
        if (said.contains("could not find expected ':'") || said.contains("expected <block end>")) {
            return "check the indentation, the colon after the key, and the quotes";
        }
        return "check the quotes, the brackets and the indentation here and just above";
    }

    private static String flat(String said) {
        String one = said.replaceAll("\\s+", " ").strip();
        return Shortened.withDots(120, one);
    }

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}

package org.tafelronde.store.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.script.ScriptProblem;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong in one file, as it is found. */
final class Problems {
    /** Nobody reads more; a file full of rubbish must not fill the screen. */
    static final int SHOWN = 100;

    private final String file;
    private final List<ScriptProblem> found = new ArrayList<>();
    /** In files that the script names. */
    private final List<ScriptProblem> elsewhere = new ArrayList<>();

    private int more;

    Problems(String file) {
        this.file = file;
    }

    /** About the file as a whole. */
    void add(String what, String mend) {
        add(1, "", what, mend);
    }

    void add(Item at, String what, String mend) {
        add(at.line(), at.where(), what, mend);
    }

    void add(int line, String where, String what, String mend) {
        if (found.size() + elsewhere.size() < SHOWN) {
            found.add(new ScriptProblem(file, line, where, what, mend));
        } else {
            more++;
        }
    }

    /** Those of another file. */
    void addAll(Problems others) {
        for (ScriptProblem problem : others.list()) {
            if (found.size() + elsewhere.size() < SHOWN) {
                elsewhere.add(problem);
            } else {
                more++;
            }
        }
    }

    /** It has not the right form, so there is nothing to go on with. */
    Optional<Item> wrong(Node node, String where, String what, String mend) {
        add(Nodes.line(node), where, what, mend);
        return Optional.empty();
    }

    boolean none() {
        return found.isEmpty() && elsewhere.isEmpty();
    }

    /** By line; those of other files after its own. */
    List<ScriptProblem> list() {
        List<ScriptProblem> all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(ScriptProblem::line));
        all.addAll(elsewhere);
        if (more > 0) {
            all.add(new ScriptProblem(
                    file, all.getLast().line(), "", more + " more problems are not shown", "mend these first"));
        }
        return all;
    }
}

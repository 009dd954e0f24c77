package org.tafelronde.cli;

import java.util.ArrayList;
import java.util.List;
import org.tafelronde.domain.seating.Bounds;
import org.tafelronde.domain.seating.Costs;
import org.tafelronde.domain.seating.Plan;

/** How good a plan is, in the one line that convinces a facilitator. */
final class Verdict {
    private Verdict() {}

    static String on(Plan plan) {
        Costs costs = plan.costs();
        Bounds bounds = plan.bounds();
        List<String> parts = new ArrayList<>();
        parts.add(repeats(plan));
        add(
                parts,
                costs.revisits(),
                bounds.revisits(),
                "time somebody comes back to a theme",
                "times somebody comes back to a theme");
        add(
                parts,
                costs.sameOrganisation(),
                bounds.sameOrganisation(),
                "pair of colleagues at a table",
                "pairs of colleagues at a table");
        add(
                parts,
                costs.apart(),
                0,
                "meeting of two who should be kept apart",
                "meetings of two who should be kept apart");
        add(
                parts,
                costs.hostingTwice(),
                bounds.hostingTwice(),
                "time somebody hosts once more",
                "times somebody hosts once more");
        return String.join("; ", parts);
    }

    private static String repeats(Plan plan) {
        int repeats = plan.costs().repeats();
        int tables = plan.rotation().round(1).tables().size();
        if (repeats == 0) {
            return "0 repeated meetings";
        }
        String count = counted(repeats, "repeated meeting", "repeated meetings");
        return plan.provenBest()
                ? count + "; with " + counted(tables, "table", "tables") + " fewer is impossible"
                : count + "; the proven bound is " + plan.bounds().repeats();
    }

    private static void add(List<String> parts, int count, int bound, String one, String more) {
        if (count > 0) {
            String impossible =
                    count == bound ? " (fewer is impossible)" : bound > 0 ? " (at least " + bound + ")" : "";
            parts.add(counted(count, one, more) + impossible);
        }
    }

    private static String counted(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}

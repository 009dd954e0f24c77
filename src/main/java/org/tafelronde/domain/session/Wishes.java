package org.tafelronde.domain.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.SeatingProblem;
import org.tafelronde.domain.seating.TableSpec;

/** What is wished of single people in the seating: who stays at a table, who is kept apart, and what did not come true. */
public final class Wishes {
    private Wishes() {}

    /** Whoever is to stay with a theme, at which of its tables: the least taken one. */
    static Map<String, String> stays(Session s, List<TableSpec> tables) {
        Map<String, String> at = new TreeMap<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Participant p : s.roster().present()) {
            Optional<String> theme = theme(s, p);
            Optional<String> table = tables.stream()
                    .filter(t -> theme.filter(t.themes()::contains).isPresent())
                    .map(TableSpec::id)
                    .min(java.util.Comparator.comparing(t -> taken.getOrDefault(t, 0)));
            // Who came when a round had begun already has no seat in it, and cannot have stayed.
            if (table.isPresent() && isThereAllAlong(p)) {
                at.put(p.id(), table.get());
                taken.merge(table.get(), 1, Integer::sum);
            }
        }
        return at;
    }

    private static boolean isThereAllAlong(Participant p) {
        return p.presence() instanceof Participant.Presence.Present present
                && present.fromRound() <= 1
                && present.missed().isEmpty();
    }

    /** By its id or by what people call it. */
    private static Optional<String> theme(Session s, Participant p) {
        return p.stays()
                .flatMap(typed -> s.script().themes().stream()
                        .filter(t -> t.id().equalsIgnoreCase(typed) || t.label().equalsIgnoreCase(typed))
                        .map(Theme::id)
                        .findFirst());
    }

    /** Sets of people who should not meet. */
    static List<Set<String>> apart(Session s) {
        Map<String, Set<String>> groups = new TreeMap<>();
        s.roster()
                .present()
                .forEach(p -> p.apart()
                        .ifPresent(word -> groups.computeIfAbsent(
                                        word.toLowerCase(java.util.Locale.ROOT), any -> new TreeSet<>())
                                .add(p.id())));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    static SeatingProblem withoutStays(SeatingProblem p) {
        return new SeatingProblem(p.people(), p.tables(), p.rounds(), p.hostRounds(), Map.of(), p.apart(), p.seed());
    }

    static SeatingProblem without(SeatingProblem p) {
        return new SeatingProblem(p.people(), p.tables(), p.rounds(), p.hostRounds(), Map.of(), List.of(), p.seed());
    }

    /** Names of people whose wish the plan could not follow, in alphabetical order; empty before people are seated. */
    public static List<String> unmet(Session s) {
        if (s.floor().isEmpty()) {
            return List.of();
        }
        Floor floor = s.floor().get();
        Set<String> who = new LinkedHashSet<>();
        for (Participant p : s.roster().present()) {
            Optional<String> theme =
                    p.stays().isPresent() ? Optional.of(theme(s, p).orElse("")) : Optional.empty();
            boolean elsewhere = theme.isPresent()
                    && floor.rotation().rounds().stream()
                            .flatMap(r -> r.tableOf(p.id()).stream())
                            .anyMatch(t -> !floor.table(t.table()).themes().contains(theme.get()));
            if (elsewhere) {
                who.add(p.name());
            }
        }
        for (Set<String> group : apart(s)) {
            floor.rotation().rounds().stream()
                    .flatMap(r -> r.tables().stream())
                    .map(t -> t.members().stream().filter(group::contains).toList())
                    .filter(together -> together.size() > 1)
                    .forEach(together -> together.forEach(
                            id -> s.roster().find(id).map(Participant::name).ifPresent(who::add)));
        }
        List<String> names = new ArrayList<>(who);
        names.sort(java.util.Comparator.naturalOrder());
        return names;
    }
}

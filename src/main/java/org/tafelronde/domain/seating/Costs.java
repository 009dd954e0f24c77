package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is not ideal about a rotation, in the order of its weight.
 *
 * @param hostingTwice hosts beyond their first time
 * @param revisits times that somebody comes back to a theme
 * @param apart times that two people meet who should not
 * @param repeats meetings of two people beyond their first
 * @param sameOrganisation pairs of one organisation at a table
 */
public record Costs(int hostingTwice, int revisits, int apart, int repeats, int sameOrganisation) {

    /** Counted from the plan itself, whoever made it. */
    static Costs of(SeatingProblem problem, Rotation rotation) {
        Map<String, Seater> people = new HashMap<>();
        problem.people().forEach(p -> people.put(p.id(), p));
        Map<Set<String>, Integer> meetings = new HashMap<>();
        int apart = 0;
        int sameOrganisation = 0;
        for (Seating seating : rotation.rounds()) {
            for (TableSeating table : seating.tables()) {
                List<String> members = table.members();
                for (int i = 0; i < members.size(); i++) {
                    for (int j = i + 1; j < members.size(); j++) {
                        Set<String> pair = Set.of(members.get(i), members.get(j));
                        meetings.merge(pair, 1, Integer::sum);
                        apart += problem.apart().stream().anyMatch(a -> a.containsAll(pair)) ? 1 : 0;
                        Optional<String> organisation = organisation(people, members.get(i));
                        sameOrganisation +=
                                organisation.isPresent() && organisation.equals(organisation(people, members.get(j)))
                                        ? 1
                                        : 0;
                    }
                }
            }
        }
        int repeats = meetings.values().stream().mapToInt(n -> n - 1).sum();
        return new Costs(
                hostingTwice(problem, rotation), revisits(problem, rotation), apart, repeats, sameOrganisation);
    }

    private static Optional<String> organisation(Map<String, Seater> people, String who) {
        return Optional.ofNullable(people.get(who)).flatMap(Seater::organisation);
    }

    private static int hostingTwice(SeatingProblem problem, Rotation rotation) {
        Map<String, Integer> times = new HashMap<>();
        for (int r = 0; r < rotation.rounds().size(); r++) {
            for (TableSeating table : rotation.rounds().get(r).tables()) {
                boolean goesOn = r % problem.term() != 0
                        && rotation.rounds().get(r - 1).tables().stream()
                                .anyMatch(t -> t.table().equals(table.table())
                                        && t.host().equals(table.host()));
                if (!goesOn) {
                    times.merge(table.host(), 1, Integer::sum);
                }
            }
        }
        return times.values().stream().mapToInt(n -> n - 1).sum();
    }

    private static int revisits(SeatingProblem problem, Rotation rotation) {
        List<Map<String, String>> themes = new ArrayList<>();
        for (Seating seating : rotation.rounds()) {
            Map<String, String> themeOf = new HashMap<>();
            seating.tables().forEach(t -> t.members().forEach(m -> themeOf.put(m, t.theme())));
            themes.add(themeOf);
        }
        int revisits = 0;
        for (Seater p : problem.people()) {
            if (problem.fixed().containsKey(p.id())) {
                continue;
            }
            Set<String> seen = new HashSet<>();
            Optional<String> before = Optional.empty();
            for (Map<String, String> themeOf : themes) {
                Optional<String> theme = Optional.ofNullable(themeOf.get(p.id()));
                if (theme.isPresent() && !seen.add(theme.get()) && !theme.equals(before)) {
                    revisits++;
                }
                before = theme;
            }
        }
        return revisits;
    }
}

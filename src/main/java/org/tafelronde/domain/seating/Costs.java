package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.BitSet;
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
        Map<String, Integer> numbers = new HashMap<>();
        List<Optional<String>> organisations = new ArrayList<>();
        for (Seater p : problem.people()) {
            numbers.put(p.id(), organisations.size());
            organisations.add(p.organisation());
        }
        // Those of before a repair too, who have left.
        for (Seating seating : rotation.rounds()) {
            for (TableSeating table : seating.tables()) {
                for (String member : table.members()) {
                    if (numbers.putIfAbsent(member, organisations.size()) == null) {
                        organisations.add(Optional.empty());
                    }
                }
            }
        }
        BitSet kept = apart(problem, numbers);
        byte[] meetings = new byte[numbers.size() * numbers.size()];
        int apart = 0;
        int repeats = 0;
        int sameOrganisation = 0;
        for (Seating seating : rotation.rounds()) {
            for (TableSeating table : seating.tables()) {
                int[] members =
                        table.members().stream().mapToInt(numbers::get).sorted().toArray();
                for (int i = 0; i < members.length; i++) {
                    Optional<String> organisation = organisations.get(members[i]);
                    for (int j = i + 1; j < members.length; j++) {
                        int pair = members[i] * numbers.size() + members[j];
                        repeats += meetings[pair]++ > 0 ? 1 : 0;
                        apart += kept.get(pair) ? 1 : 0;
                        boolean colleagues =
                                organisation.isPresent() && organisation.equals(organisations.get(members[j]));
                        sameOrganisation += colleagues ? 1 : 0;
                    }
                }
            }
        }
        return new Costs(
                hostingTwice(problem, rotation), revisits(problem, rotation), apart, repeats, sameOrganisation);
    }

    private static BitSet apart(SeatingProblem problem, Map<String, Integer> numbers) {
        BitSet pairs = new BitSet();
        for (Set<String> set : problem.apart()) {
            int[] all = set.stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .sorted()
                    .toArray();
            for (int i = 0; i < all.length; i++) {
                for (int j = i + 1; j < all.length; j++) {
                    pairs.set(all[i] * numbers.size() + all[j]);
                }
            }
        }
        return pairs;
    }

    static int hostingTwice(SeatingProblem problem, Rotation rotation) {
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

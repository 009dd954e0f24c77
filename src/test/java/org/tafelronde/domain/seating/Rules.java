package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of a seating, written down a second time, without a word of the code that is tested. */
final class Rules {
    private final SeatingProblem problem;
    private final List<Seating> rounds;
    private final Map<String, Seater> people = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    private Rules(SeatingProblem problem, Rotation rotation) {
        this.problem = problem;
        this.rounds = rotation.rounds();
        problem.people().forEach(p -> people.put(p.id(), p));
    }

    /** Everything that is wrong; empty when nothing is. */
    static List<String> broken(SeatingProblem problem, Rotation rotation) {
        return broken(problem, rotation, 1);
    }

    /**
     * @param from the first round that is looked at
     */
    static List<String> broken(SeatingProblem problem, Rotation rotation, int from) {
        Rules rules = new Rules(problem, rotation);
        if (rotation.rounds().size() != problem.rounds()) {
            rules.broken.add("rounds: " + rotation.rounds().size());
        }
        for (int r = from; r <= rotation.rounds().size(); r++) {
            rules.room(r);
            if (r > 1) {
                rules.handover(r);
                rules.themes(r);
            }
        }
        rules.hostingTwice();
        return rules.broken;
    }

    private void room(int r) {
        Set<String> wanted = problem.tables().stream().map(TableSpec::id).collect(Collectors.toSet());
        List<TableSeating> tables = rounds.get(r - 1).tables();
        List<String> listed = tables.stream().map(TableSeating::table).toList();
        if (listed.size() != wanted.size() || !wanted.equals(new HashSet<>(listed))) {
            broken.add("H1 round " + r + ": tables " + listed);
        }
        Set<String> seated = new HashSet<>();
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        for (TableSeating t : tables) {
            smallest = Math.min(smallest, t.members().size());
            largest = Math.max(largest, t.members().size());
            for (String m : t.members()) {
                if (!seated.add(m)) {
                    broken.add("H2 round " + r + ": " + m + " sits twice");
                }
                String fixed = problem.fixed().get(m);
                if (fixed != null && !fixed.equals(t.table())) {
                    broken.add("H8 round " + r + ": " + m + " at " + t.table());
                }
            }
            if (!t.members().contains(t.host()) || problem.fixed().containsKey(t.host())) {
                broken.add("H4 round " + r + ": " + t.host() + " hosts " + t.table());
            }
            String theme = problem.tables().stream()
                    .filter(s -> s.id().equals(t.table()))
                    .map(TableSpec::theme)
                    .findFirst()
                    .orElse("?");
            if (!theme.equals(t.theme())) {
                broken.add("H1 round " + r + ": " + t.table() + " is about " + t.theme());
            }
        }
        Set<String> present = people.values().stream()
                .filter(p -> p.present(r))
                .map(Seater::id)
                .collect(Collectors.toSet());
        if (!present.equals(seated)) {
            broken.add("H2 round " + r + ": present " + present.size() + ", seated " + seated.size());
        }
        if (smallest == 0 || largest - smallest > 1) {
            broken.add("H3 round " + r + ": sizes " + smallest + " to " + largest);
        }
    }

    private void handover(int r) {
        if (problem.hostRounds() < 2) {
            return;
        }
        for (TableSeating before : rounds.get(r - 2).tables()) {
            String host = before.host();
            if (!people.containsKey(host) || !people.get(host).present(r)) {
                continue;
            }
            String sits = table(r, host);
            if (!sits.equals(before.table())) {
                broken.add("H5 round " + r + ": " + host + " left " + before.table() + " for " + sits);
            }
            boolean hostsAgain = rounds.get(r - 1).tables().stream()
                    .anyMatch(t -> t.table().equals(before.table()) && t.host().equals(host));
            boolean relay = problem.hostRounds() == 2;
            if (relay && hostsAgain && problem.people().size() > 1) {
                broken.add("H5 round " + r + ": " + host + " hosts " + before.table() + " again");
            }
        }
    }

    private void themes(int r) {
        if (problem.tables().stream().map(TableSpec::theme).distinct().count() == 1) {
            return;
        }
        for (Seater p : problem.people()) {
            if (problem.fixed().containsKey(p.id()) || !p.present(r) || !p.present(r - 1)) {
                continue;
            }
            String before = table(r - 1, p.id());
            String now = table(r, p.id());
            if (before.equals(now) && now.equals("nowhere")) {
                continue;
            }
            boolean handsOver = problem.hostRounds() > 1 && before.equals(now) && isHost(r - 1, p.id());
            if (!handsOver && theme(before).equals(theme(now))) {
                broken.add("H6 round " + r + ": " + p.id() + " stays with " + theme(now));
            }
        }
    }

    private boolean isHost(int r, String who) {
        return rounds.get(r - 1).tables().stream().anyMatch(t -> t.host().equals(who));
    }

    private String table(int r, String who) {
        return rounds.get(r - 1).tables().stream()
                .filter(t -> t.members().contains(who))
                .map(TableSeating::table)
                .findFirst()
                .orElse("nowhere");
    }

    private String theme(String table) {
        return problem.tables().stream()
                .filter(t -> t.id().equals(table))
                .map(TableSpec::theme)
                .findFirst()
                .orElse("nowhere");
    }

    private void hostingTwice() {
        if (problem.hostRounds() != 2) {
            return;
        }
        Map<String, Integer> times = new HashMap<>();
        rounds.forEach(s -> s.tables().forEach(t -> times.merge(t.host(), 1, Integer::sum)));
        int again = times.values().stream().mapToInt(n -> n - 1).sum();
        long able = problem.people().stream()
                .filter(p -> !problem.fixed().containsKey(p.id()))
                .filter(p -> java.util.stream.IntStream.rangeClosed(1, problem.rounds())
                        .allMatch(p::present))
                .count();
        long unavoidable = Math.max(0, (long) problem.tables().size() * problem.rounds() - able);
        if (again > unavoidable) {
            broken.add("H7 " + again + " hosts again, " + unavoidable + " unavoidable");
        }
    }
}

package org.tafelronde.domain.seating;

/** Goes through every plan of a tiny café that keeps the rules, and keeps the least that any of them costs. */
final class EveryPlan {
    private static final int NOBODY = -1;

    private final SeatingProblem problem;
    private final int people;
    private final int tables;
    private final int[][] seat;
    private final int[][] host;
    private final String[] theme;
    private final int mostRevisits;
    private final int mostHostingTwice;

    private int repeats = Integer.MAX_VALUE;
    private int revisits = Integer.MAX_VALUE;
    private int hostingTwice = Integer.MAX_VALUE;

    private EveryPlan(SeatingProblem problem, int mostRevisits, int mostHostingTwice) {
        this.problem = problem;
        this.people = problem.people().size();
        this.tables = problem.tables().size();
        this.seat = new int[problem.rounds()][people];
        this.host = new int[problem.rounds()][tables];
        this.theme = problem.tables().stream().map(TableSpec::theme).toArray(String[]::new);
        this.mostRevisits = mostRevisits;
        this.mostHostingTwice = mostHostingTwice;
    }

    /** What no plan is below: hosting twice and coming back, each for itself, and repeats of plans with the least of both. */
    static Costs least(SeatingProblem problem) {
        EveryPlan any = new EveryPlan(problem, Integer.MAX_VALUE, Integer.MAX_VALUE);
        any.sit(0, 0, new int[any.tables]);
        EveryPlan best = new EveryPlan(problem, any.revisits, any.hostingTwice);
        best.sit(0, 0, new int[best.tables]);
        return new Costs(any.hostingTwice, any.revisits, 0, best.repeats, 0);
    }

    private void sit(int round, int who, int[] sizes) {
        if (who == people) {
            for (int size : sizes) {
                if (size < people / tables) {
                    return;
                }
            }
            host(round, 0);
            return;
        }
        for (int t = 0; t < tables; t++) {
            if (sizes[t] < (people + tables - 1) / tables && maySit(round, who, t)) {
                seat[round][who] = t;
                sizes[t]++;
                sit(round, who + 1, sizes);
                sizes[t]--;
            }
        }
    }

    private boolean maySit(int round, int who, int table) {
        String fixed = problem.fixed().get(problem.people().get(who).id());
        if (fixed != null) {
            return problem.tables().get(table).id().equals(fixed);
        }
        if (round == 0) {
            // Of plans that differ in the names of people only, one: they sit in their order.
            return who == 0 || !problem.fixed().isEmpty() || seat[0][who - 1] <= table;
        }
        int before = seat[round - 1][who];
        return host[round - 1][before] == who ? before == table : !theme[before].equals(theme[table]);
    }

    private void host(int round, int table) {
        if (table == tables) {
            if (round + 1 == problem.rounds()) {
                count();
            } else {
                sit(round + 1, 0, new int[tables]);
            }
            return;
        }
        for (int p = 0; p < people; p++) {
            boolean again = round > 0 && host[round - 1][table] == p;
            boolean fixed = problem.fixed().containsKey(problem.people().get(p).id());
            if (seat[round][p] == table && !again && !fixed) {
                host[round][table] = p;
                host(round, table + 1);
            }
        }
        host[round][table] = NOBODY;
    }

    private void count() {
        int twice = 0;
        int back = 0;
        for (int p = 0; p < people; p++) {
            int times = 0;
            for (int r = 0; r < problem.rounds(); r++) {
                times += host[r][seat[r][p]] == p ? 1 : 0;
                back += comesBack(r, p) ? 1 : 0;
            }
            twice += Math.max(0, times - 1);
        }
        hostingTwice = Math.min(hostingTwice, twice);
        revisits = Math.min(revisits, back);
        if (twice <= mostHostingTwice && back <= mostRevisits) {
            repeats = Math.min(repeats, repeats());
        }
    }

    private boolean comesBack(int round, int who) {
        String now = theme[seat[round][who]];
        boolean before = false;
        for (int r = 0; r < round; r++) {
            before |= theme[seat[r][who]].equals(now);
        }
        boolean fixed = problem.fixed().containsKey(problem.people().get(who).id());
        return before && !fixed && !theme[seat[round - 1][who]].equals(now);
    }

    private int repeats() {
        int all = 0;
        for (int a = 0; a < people; a++) {
            for (int b = 0; b < a; b++) {
                int times = 0;
                for (int[] round : seat) {
                    times += round[a] == round[b] ? 1 : 0;
                }
                all += Math.max(0, times - 1);
            }
        }
        return all;
    }
}

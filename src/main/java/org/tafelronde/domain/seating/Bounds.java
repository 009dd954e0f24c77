package org.tafelronde.domain.seating;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What no plan that keeps the rules can be below, with these people and tables. A plan that reaches a bound is the best there is.
 *
 * <p>Most of them count pigeons: when {@code n} people who sat together go to {@code k} tables, some meet again, and least when they
 * spread evenly ({@link #forced}).
 *
 * @param hostingTwice there are so many terms to host, and so many people who may
 * @param revisits a theme has so many seats over all rounds; nobody has more than one visit to give, and a host stays once
 * @param repeats see {@link #repeats(SeatingProblem, boolean)}
 * @param sameOrganisation people of an organisation spread evenly over the tables, in every round
 * @param sameRole likewise
 * @param rooms likewise, of meeting rooms
 */
public record Bounds(int hostingTwice, int revisits, int repeats, int sameOrganisation, int sameRole, int rooms) {

    public static Bounds of(SeatingProblem problem) {
        int revisits = revisits(problem);
        return new Bounds(
                hostingTwice(problem),
                revisits,
                repeats(problem, once(problem)),
                alike(problem, Seater::organisation),
                alike(problem, Seater::role),
                alike(problem, Seater::room));
    }

    /** Whether a plan exists, as far as we know, in which nobody comes back to a theme. */
    private static boolean once(SeatingProblem problem) {
        return problem.themes() >= problem.rounds() && revisits(problem) == 0;
    }

    /** All ways of a café with two or three tables, when it is one. */
    static Optional<SmallCafe> smallCafe(SeatingProblem problem) {
        return SmallCafe.of(problem, hostingTwice(problem), once(problem));
    }

    /** Below this no plan's cost can be; a search that is there may stop. */
    int weighted() {
        return hostingTwice * Weights.HOSTING_TWICE
                + revisits * Weights.REVISIT
                + repeats * Weights.REPEAT
                + sameOrganisation * Weights.SAME_ORGANISATION
                + sameRole * Weights.SAME_ROLE
                + rooms * Weights.TWO_ROOMS;
    }

    /** Pairs that sit together when so many people spread over so many tables as evenly as can be. */
    static int forced(int people, int tables) {
        if (people <= 0 || tables <= 0) {
            return 0;
        }
        int each = people / tables;
        int more = people % tables;
        return more * pairs(each + 1) + (tables - more) * pairs(each);
    }

    private static int pairs(int people) {
        return people * (people - 1) / 2;
    }

    private static int hostingTwice(SeatingProblem problem) {
        int able = (int) problem.people().stream()
                .filter(p -> !problem.fixed().containsKey(p.id()))
                .count();
        return Math.max(0, problem.tables().size() * problem.terms() - able);
    }

    private static boolean everybodyStays(SeatingProblem problem) {
        return problem.people().stream().allMatch(p -> p.presentInAll(problem.rounds()));
    }

    private static int revisits(SeatingProblem problem) {
        int tables = problem.tables().size();
        int travellers = problem.people().size() - problem.fixed().size();
        Map<String, Integer> tablesOf = new HashMap<>();
        problem.tables().forEach(t -> tablesOf.merge(t.theme(), 1, Integer::sum));
        if (tablesOf.size() == 1 || !everybodyStays(problem) || !problem.fixed().isEmpty()) {
            return 0;
        }
        int stays = problem.rounds() - 1;
        int inAll = travellers * (problem.rounds() - tablesOf.size()) - tables * stays;
        int byTheme = 0;
        for (int n : tablesOf.values()) {
            // At least so many seats: the theme's tables may be the smaller ones.
            int small = travellers / tables;
            int large = travellers % tables;
            int seats = n * small + Math.max(0, large - (tables - n));
            byTheme += Math.max(0, problem.rounds() * seats - travellers - n * stays);
        }
        return Math.max(0, Math.max(inAll, byTheme));
    }

    /**
     * Meetings beyond the first that no plan avoids; the most of three ways to count.
     *
     * <p>All together: in every round the tables hold so many pairs, and there are only so many pairs of people.
     *
     * <p>By the themes: a table's travellers must all go to the tables of other themes, and so must, two rounds on, everybody who sat
     * there, its host too, if nobody comes back to a theme. Whoever met in one of these two rounds and sits together again is a repeat;
     * the smallest union of both is the larger of them, as those of the round before may all be among the others. The host adds nothing:
     * everybody who sat with them has gone.
     *
     * <p>By trying: see {@link SmallCafe} and {@link FourTables}.
     *
     * @param once whether nobody is to come back to a theme
     */
    private static int repeats(SeatingProblem problem, boolean once) {
        int together = Math.max(0, pairsAtTables(problem) - pairsOfPeople(problem));
        if (!everybodyStays(problem)) {
            return together;
        }
        int small = smallCafe(problem).map(SmallCafe::fewestRepeats).orElse(0);
        int tried = Math.max(small, FourTables.fewestRepeats(problem));
        return Math.max(Math.max(together, byThemes(problem, once)), tried);
    }

    private static int pairsAtTables(SeatingProblem problem) {
        int pairs = 0;
        for (int r = 1; r <= problem.rounds(); r++) {
            int round = r;
            int present = (int)
                    problem.people().stream().filter(p -> p.present(round)).count();
            pairs += forced(present, problem.tables().size());
        }
        return pairs;
    }

    private static int pairsOfPeople(SeatingProblem problem) {
        if (everybodyStays(problem)) {
            return pairs(problem.people().size());
        }
        int pairs = 0;
        for (int i = 0; i < problem.people().size(); i++) {
            for (int j = i + 1; j < problem.people().size(); j++) {
                for (int r = 1; r <= problem.rounds(); r++) {
                    if (problem.people().get(i).present(r)
                            && problem.people().get(j).present(r)) {
                        pairs++;
                        break;
                    }
                }
            }
        }
        return pairs;
    }

    private static int byThemes(SeatingProblem problem, boolean once) {
        int tables = problem.tables().size();
        if (problem.rounds() < 2) {
            return 0;
        }
        int small = problem.people().size() / tables;
        int large = problem.people().size() % tables;
        int next = 0;
        int later = 0;
        int[] moreNext = new int[tables];
        int[] moreLater = new int[tables];
        int staying = 0;
        for (int t = 0; t < tables; t++) {
            TableSpec spec = problem.tables().get(t);
            int fixed = (int)
                    problem.fixed().values().stream().filter(spec.id()::equals).count();
            int elsewhere = (int) problem.tables().stream()
                    .filter(o -> !o.theme().equals(spec.theme()))
                    .count();
            // All tables of one theme: nobody can go to another, so any table will do.
            elsewhere = elsewhere == 0 ? tables : elsewhere;
            int host = problem.hostRounds() > 1 ? 1 : 0;
            // A host of two rounds has gone by then; one of more may still be there.
            int hostLater = problem.hostRounds() > 2 ? 1 : 0;
            int goNext = small - host - fixed;
            int goLater = small - hostLater - fixed;
            next += forced(goNext, elsewhere);
            moreNext[t] = forced(goNext + 1, elsewhere) - forced(goNext, elsewhere);
            later += forced(goLater, elsewhere);
            moreLater[t] = forced(goLater + 1, elsewhere) - forced(goLater, elsewhere);
            // Those who are fixed at a table meet each other again in every round, and the host who stays with them.
            staying += (pairs(fixed) + host * fixed) * (problem.rounds() - 1);
        }
        next += leastSum(moreNext, large);
        later = once && problem.themes() > 1 ? later + leastSum(moreLater, large) : 0;
        return staying + next + (problem.rounds() - 2) * Math.max(next, later);
    }

    /** The larger tables are those where one more does the least harm. */
    private static int leastSum(int[] all, int count) {
        int[] sorted = all.clone();
        Arrays.sort(sorted);
        return Arrays.stream(sorted, 0, count).sum();
    }

    private static int alike(SeatingProblem problem, Function<Seater, Optional<String>> what) {
        int pairs = 0;
        for (int r = 1; r <= problem.rounds(); r++) {
            Map<String, Integer> present = new HashMap<>();
            for (Seater p : problem.people()) {
                if (p.present(r)) {
                    what.apply(p).ifPresent(o -> present.merge(o, 1, Integer::sum));
                }
            }
            for (int n : present.values()) {
                pairs += forced(n, problem.tables().size());
            }
        }
        return pairs;
    }
}

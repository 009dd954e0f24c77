package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Problems to seat, made up from a few numbers. */
final class Crowd {
    private Crowd() {}

    static List<String> themes(int count) {
        return List.of("privacy", "quality", "inclusion", "joy", "safety", "trust")
                .subList(0, count);
    }

    static List<String> numberedThemes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "theme" + i).toList();
    }

    static List<Seater> people(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> Seater.of(name(i))).toList();
    }

    static String name(int i) {
        return "p%03d".formatted(i);
    }

    /** As a café is made: the recommended tables, hosts for two rounds. */
    static SeatingProblem cafe(int people, int themes, int rounds) {
        return problem(
                people(people), TableCount.recommended(people, themes(themes)).tables(), rounds);
    }

    static SeatingProblem problem(List<Seater> people, List<TableSpec> tables, int rounds) {
        return new SeatingProblem(people, tables, rounds, 2, Map.of(), List.of(), 7);
    }

    static List<Seater> inOrganisations(int count, int organisations) {
        return people(count).stream()
                .map(p -> belonging(p, "org" + Integer.parseInt(p.id().substring(1)) % organisations))
                .toList();
    }

    static Seater belonging(Seater p, String organisation) {
        return new Seater(p.id(), Optional.of(organisation), p.role(), p.fromRound(), p.untilRound(), p.missed());
    }

    static Seater inRole(Seater p, String role) {
        return new Seater(p.id(), p.organisation(), Optional.of(role), p.fromRound(), p.untilRound(), p.missed());
    }

    static Seater room(Seater p, int heads) {
        return new Seater(p.id(), p.organisation(), p.role(), p.fromRound(), p.untilRound(), p.missed(), heads);
    }

    static Seater from(Seater p, int round) {
        return new Seater(p.id(), p.organisation(), p.role(), round, p.untilRound(), p.missed());
    }

    static Seater until(Seater p, int round) {
        return new Seater(p.id(), p.organisation(), p.role(), p.fromRound(), round, p.missed());
    }

    static Seater missing(Seater p, int round) {
        return new Seater(p.id(), p.organisation(), p.role(), p.fromRound(), p.untilRound(), Set.of(round));
    }

    static SeatingProblem with(SeatingProblem problem, List<Seater> people) {
        return new SeatingProblem(
                people,
                problem.tables(),
                problem.rounds(),
                problem.hostRounds(),
                problem.fixed(),
                problem.apart(),
                problem.seed());
    }

    static SeatingProblem changing(SeatingProblem problem, String who, UnaryOperator<Seater> change) {
        return with(
                problem,
                problem.people().stream()
                        .map(p -> p.id().equals(who) ? change.apply(p) : p)
                        .toList());
    }

    static SeatingProblem without(SeatingProblem problem, String who) {
        return with(
                problem,
                problem.people().stream().filter(p -> !p.id().equals(who)).toList());
    }

    static SeatingProblem and(SeatingProblem problem, Seater newcomer) {
        List<Seater> all = new ArrayList<>(problem.people());
        all.add(newcomer);
        return with(problem, all);
    }

    /** Comings and goings of any kind after the frozen rounds. */
    static SeatingProblem changed(SeatingProblem problem, int frozen, Random chance) {
        SeatingProblem changed = problem;
        for (int leavers = chance.nextInt(4); leavers > 0; leavers--) {
            Seater leaver = changed.people().get(chance.nextInt(changed.people().size()));
            changed =
                    frozen == 0 ? without(changed, leaver.id()) : changing(changed, leaver.id(), p -> until(p, frozen));
        }
        for (int late = chance.nextInt(3); late > 0; late--) {
            changed = and(changed, from(Seater.of("late" + late), frozen + 1));
        }
        if (chance.nextInt(3) == 0) {
            String away = changed.people().getFirst().id();
            changed = changing(changed, away, p -> p.untilRound() > frozen ? missing(p, frozen + 1) : p);
        }
        return changed;
    }
}

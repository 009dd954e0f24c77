package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Cafés of every kind that there may be, made up by chance: the same number gives the same one. */
enum Kinds {
    PLAIN,
    /** Some themes have a table more than others. */
    UNEVEN_THEMES,
    FIVE_ROUNDS,
    SIX_THEMES,
    TWO_THEMES,
    FIXED_PEOPLE,
    KEPT_APART,
    /** One organisation sends a third of the people, others one. */
    UNEVEN_ORGANISATIONS,
    ORGANISATIONS_AND_ROLES,
    COMING_AND_GOING,
    LARGE_TABLES,
    ALL_AT_ONCE;

    SeatingProblem cafe(int people, long number) {
        Random chance = new Random(number * 31 + ordinal());
        int themes = themes(chance);
        int rounds = this == FIVE_ROUNDS ? 5 : 2 + chance.nextInt(Math.min(3, Math.max(1, themes - 1)));
        int tables = tables(people, themes, chance);
        List<TableSpec> specs = TableCount.of(tables, Crowd.themes(themes)).tables();
        return new SeatingProblem(
                people(people, rounds, chance),
                specs,
                rounds,
                2,
                fixed(people, specs, chance),
                apart(people, tables, chance),
                number);
    }

    private int themes(Random chance) {
        return switch (this) {
            case SIX_THEMES -> 6;
            case TWO_THEMES -> 2;
            case UNEVEN_THEMES, ALL_AT_ONCE -> 4 + chance.nextInt(3);
            default -> 3 + chance.nextInt(4);
        };
    }

    private int tables(int people, int themes, Random chance) {
        return switch (this) {
            case UNEVEN_THEMES, ALL_AT_ONCE -> {
                int tables = Math.max(1, people / (4 + chance.nextInt(2)));
                // Every theme can be left, and nobody need come back to one.
                yield tables > themes && tables < 2 * themes - themes / 2 ? themes : tables;
            }
            case LARGE_TABLES -> Math.min(themes, Math.max(1, people / 3));
            default ->
                TableCount.recommended(people, Crowd.themes(themes)).tables().size();
        };
    }

    private List<Seater> people(int people, int rounds, Random chance) {
        List<Seater> all = new ArrayList<>();
        int organisations = 2 + chance.nextInt(Math.max(2, people / 5));
        for (int i = 1; i <= people; i++) {
            boolean organised = this == UNEVEN_ORGANISATIONS || this == ORGANISATIONS_AND_ROLES || this == ALL_AT_ONCE;
            Optional<String> organisation = !organised || chance.nextInt(8) == 0
                    ? Optional.empty()
                    : Optional.of("org" + (chance.nextInt(3) == 0 ? 0 : chance.nextInt(organisations)));
            Optional<String> role = this == ORGANISATIONS_AND_ROLES || this == ALL_AT_ONCE
                    ? Optional.of("role" + chance.nextInt(4))
                    : Optional.empty();
            Seater p = new Seater(Crowd.name(i), organisation, role, 1, Integer.MAX_VALUE, Set.of());
            // Not those who are fixed or kept apart.
            if ((this == COMING_AND_GOING || this == ALL_AT_ONCE) && i > people / 2) {
                p = switch (chance.nextInt(12)) {
                    case 0 -> Crowd.from(p, 2);
                    case 1 -> Crowd.until(p, rounds - 1);
                    case 2 -> Crowd.missing(p, 1 + chance.nextInt(rounds));
                    default -> p;
                };
            }
            all.add(p);
        }
        return all;
    }

    private Map<String, String> fixed(int people, List<TableSpec> tables, Random chance) {
        Map<String, String> fixed = new HashMap<>();
        // With two tables everybody goes to and fro, and there is no room for one more who stays.
        boolean room = tables.size() > 2 && people >= 4 * tables.size();
        if ((this == FIXED_PEOPLE || this == ALL_AT_ONCE) && room) {
            for (int i = 1; i <= Math.min(tables.size(), 1 + chance.nextInt(3)); i++) {
                fixed.put(Crowd.name(i), tables.get((i * 2) % tables.size()).id());
            }
        }
        return fixed;
    }

    private List<Set<String>> apart(int people, int tables, Random chance) {
        List<Set<String>> apart = new ArrayList<>();
        if ((this == KEPT_APART || this == ALL_AT_ONCE) && people >= 10 && tables >= 3) {
            for (int i = 0; i < 1 + people / 20; i++) {
                int first = 4 + chance.nextInt(people / 2 - 4);
                apart.add(Set.of(Crowd.name(first), Crowd.name(first + 1)));
            }
            apart.add(Set.of(Crowd.name(4), Crowd.name(6), Crowd.name(8)));
        }
        return apart;
    }
}

package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it stands in an instance file, and a plan as it stands in a plan file: parsed already, or still to be printed, so that
 * this package needs no library for it.
 *
 * @param themesByRound at a single table the theme changes with the rounds; empty otherwise
 */
public record Instance(SeatingProblem problem, List<String> themesByRound) {
    public Instance {
        themesByRound = List.copyOf(themesByRound);
    }

    /**
     * @param parsed the file's object: texts, numbers, lists and maps
     * @throws IllegalArgumentException with one line, when something is missing or of another kind
     */
    public static Instance of(Map<?, ?> parsed) {
        List<Seater> people = each(parsed, "participants", Instance::seater);
        List<TableSpec> tables = each(parsed, "tables", t -> new TableSpec(text(t, "id"), List.of(text(t, "value"))));
        Map<String, String> fixed = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map(parsed.get("fixed"), "fixed").entrySet()) {
            fixed.put(entry.getKey().toString(), String.valueOf(entry.getValue()));
        }
        List<Set<String>> apart = new ArrayList<>();
        for (Object set : list(parsed.get("keep_apart"), "keep_apart")) {
            Set<String> names = new HashSet<>();
            list(set, "keep_apart").forEach(name -> names.add(String.valueOf(name)));
            apart.add(names);
        }
        int rounds = number(parsed, "rounds", Optional.empty());
        List<String> byRound = list(parsed.get("values_by_round"), "values_by_round").stream()
                .map(String::valueOf)
                .toList();
        int hostRounds = number(parsed, "chair_rounds", Optional.of(2));
        int seed = number(parsed, "seed", Optional.of(1));
        SeatingProblem problem = new SeatingProblem(people, tables, rounds, hostRounds, fixed, apart, seed);
        if (people.size() < 3) {
            throw new IllegalArgumentException("a rotation needs at least 3 people, not " + people.size());
        }
        if (!byRound.isEmpty() && byRound.size() < rounds) {
            throw new IllegalArgumentException(
                    "values_by_round has " + byRound.size() + " values for " + rounds + " rounds");
        }
        return new Instance(problem, byRound);
    }

    public Instance seeded(long seed) {
        SeatingProblem p = problem;
        return new Instance(
                new SeatingProblem(p.people(), p.tables(), p.rounds(), p.hostRounds(), p.fixed(), p.apart(), seed),
                themesByRound);
    }

    /** A plan file's object: {@code {"rounds":[{"tables":[{"table","value","chair","members"}]}]}}. */
    public Map<String, Object> planFile(Rotation rotation) {
        List<Object> rounds = new ArrayList<>();
        for (int r = 0; r < rotation.rounds().size(); r++) {
            List<Object> tables = new ArrayList<>();
            for (TableSeating t : rotation.rounds().get(r).tables()) {
                Map<String, Object> table = new LinkedHashMap<>();
                table.put("table", t.table());
                table.put("value", themesByRound.isEmpty() ? t.theme() : themesByRound.get(r));
                table.put("chair", t.host());
                table.put("members", t.members());
                tables.add(table);
            }
            rounds.add(Map.of("tables", tables));
        }
        return Map.of("rounds", rounds);
    }

    private static Seater seater(Map<?, ?> p) {
        Set<Integer> missed = new HashSet<>();
        for (Object round : list(p.get("absent_rounds"), "absent_rounds")) {
            missed.add(number(round, "absent_rounds"));
        }
        return new Seater(
                text(p, "id"),
                Optional.ofNullable(p.get("organisation")).map(Objects::toString),
                Optional.ofNullable(p.get("role")).map(Objects::toString),
                number(p, "from_round", Optional.of(1)),
                number(p, "until_round", Optional.of(Integer.MAX_VALUE)),
                missed);
    }

    private static <T> List<T> each(Map<?, ?> from, String name, Function<Map<?, ?>, T> made) {
        if (!from.containsKey(name)) {
            throw new IllegalArgumentException("the instance has no " + name);
        }
        List<T> all = new ArrayList<>();
        for (Object item : list(from.get(name), name)) {
            all.add(made.apply(map(item, name)));
        }
        return all;
    }

    private static String text(Map<?, ?> from, String name) {
        if (from.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("something has no " + name + ": " + from);
    }

    private static int number(Map<?, ?> from, String name, Optional<Integer> otherwise) {
        Object value = from.get(name);
        if (value == null) {
            return otherwise.orElseThrow(() -> new IllegalArgumentException("the instance has no " + name));
        }
        return number(value, name);
    }

    private static int number(@Nullable Object value, String name) {
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + " is a whole number, not " + value);
    }

    private static List<?> list(@Nullable Object value, String name) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(name + " is a list, not " + value);
    }

    private static Map<?, ?> map(@Nullable Object value, String name) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(name + " is an object, not " + value);
    }
}

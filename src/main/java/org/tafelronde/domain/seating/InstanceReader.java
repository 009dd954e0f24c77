package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a problem of an instance file's object. It reads {@code participants} ({@code id}, {@code organisation}, {@code role},
 * {@code from_round}, {@code until_round}, {@code absent_rounds}, {@code heads}), {@code tables} ({@code id}, {@code value}), {@code rounds},
 * {@code chair_rounds}, {@code fixed}, {@code keep_apart}, {@code values_by_round} and {@code seed}, and passes over other keys.
 */
final class InstanceReader {
    private static final int FEWEST_PEOPLE = 3;
    private static final int MOST_HEADS = 1_000;
    private static final int SHOWN = 60;

    private final Map<?, ?> parsed;

    InstanceReader(Map<?, ?> parsed) {
        this.parsed = parsed;
    }

    Instance read() {
        List<Seater> people = new ArrayList<>();
        for (Map<?, ?> p : objects("participants")) {
            people.add(seater(p, "participant " + (people.size() + 1)));
        }
        List<String> byRound = texts(parsed.get("values_by_round"), "values_by_round");
        List<TableSpec> tables = new ArrayList<>();
        for (Map<?, ?> t : objects("tables")) {
            tables.add(table(t, "table " + (tables.size() + 1), byRound));
        }
        require(
                people.size() >= FEWEST_PEOPLE,
                "a rotation needs at least " + FEWEST_PEOPLE + " people, not " + people.size());
        int rounds = (int) number(parsed, "rounds", Optional.empty());
        require(
                byRound.isEmpty() || byRound.size() >= rounds,
                "values_by_round has " + byRound.size() + " values for " + rounds + " rounds");
        SeatingProblem problem = new SeatingProblem(
                people,
                tables,
                rounds,
                (int) number(parsed, "chair_rounds", Optional.of(2L)),
                fixed(),
                apart(people.stream().map(Seater::id).collect(Collectors.toSet())),
                whole(parsed.get("seed"), "seed", Optional.of(1L)));
        return new Instance(problem, byRound);
    }

    private static Seater seater(Map<?, ?> p, String which) {
        Set<Integer> missed = new HashSet<>();
        for (Object round : list(p.get("absent_rounds"), "absent_rounds")) {
            missed.add((int) round(round, "absent_rounds"));
        }
        return new Seater(
                text(p, "id", which),
                tag(p.get("organisation"), "organisation"),
                tag(p.get("role"), "role"),
                (int) number(p, "from_round", Optional.of(1L)),
                (int) number(p, "until_round", Optional.of((long) Integer.MAX_VALUE)),
                missed,
                heads(p));
    }

    private static int heads(Map<?, ?> p) {
        long heads = number(p, "heads", Optional.of(1L));
        require(heads >= 1 && heads <= MOST_HEADS, "heads is a number from 1 to " + MOST_HEADS + ", not " + heads);
        return (int) heads;
    }

    /** Where the theme changes with the rounds, a table has all of them: nobody need go to another for it. */
    private static TableSpec table(Map<?, ?> t, String which, List<String> byRound) {
        String theme = text(t, "value", which);
        return new TableSpec(
                text(t, "id", which),
                byRound.isEmpty() ? List.of(theme) : byRound.stream().distinct().toList());
    }

    private Map<String, String> fixed() {
        Map<String, String> fixed = new LinkedHashMap<>();
        map(parsed.get("fixed"), "fixed")
                .forEach((who, table) -> fixed.put(String.valueOf(who), String.valueOf(table)));
        return fixed;
    }

    private List<Set<String>> apart(Set<String> people) {
        List<Set<String>> apart = new ArrayList<>();
        for (Object item : list(parsed.get("keep_apart"), "keep_apart")) {
            List<String> names = texts(item, "keep_apart");
            for (String name : names) {
                require(people.contains(name), "keep_apart names somebody unknown: " + shown(name));
            }
            require(Set.copyOf(names).size() >= 2, "keep_apart needs at least two people, not " + shown(names));
            apart.add(Set.copyOf(names));
        }
        return apart;
    }

    private List<Map<?, ?>> objects(String name) {
        require(parsed.get(name) != null, "the instance has no " + name);
        List<Map<?, ?>> all = new ArrayList<>();
        for (Object item : list(parsed.get(name), name)) {
            require(item instanceof Map, name + " lists objects, not " + shown(item));
            all.add(map(item, name));
        }
        return all;
    }

    private static String text(Map<?, ?> from, String name, String which) {
        Object value = from.get(name);
        require(value != null, which + " has no " + name);
        require(
                value instanceof String text && !text.isBlank(),
                which + ": " + name + " is a text, not " + shown(value));
        return String.valueOf(value);
    }

    private static List<String> texts(@Nullable Object value, String name) {
        List<String> all = new ArrayList<>();
        for (Object item : list(value, name)) {
            require(item instanceof String, name + " lists texts, not " + shown(item));
            all.add(String.valueOf(item));
        }
        return all;
    }

    /** An organisation or a role; an empty one is none. */
    private static Optional<String> tag(@Nullable Object value, String name) {
        require(!(value instanceof Map || value instanceof List), name + " is a text, not " + shown(value));
        return Optional.ofNullable(value).map(Object::toString).filter(tag -> !tag.isBlank());
    }

    private static long number(Map<?, ?> from, String name, Optional<Long> otherwise) {
        return round(whole(from.get(name), name, otherwise), name);
    }

    private static long round(@Nullable Object value, String name) {
        long number = whole(value, name, Optional.empty());
        require(Math.abs(number) <= Integer.MAX_VALUE, name + " cannot be " + number);
        return number;
    }

    private static long whole(@Nullable Object value, String name, Optional<Long> otherwise) {
        if (value == null) {
            return otherwise.orElseThrow(() -> new IllegalArgumentException("the instance has no " + name));
        }
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw new IllegalArgumentException(name + " is a whole number, not " + shown(value));
    }

    private static List<?> list(@Nullable Object value, String name) {
        require(value == null || value instanceof List, name + " is a list, not " + shown(value));
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value, String name) {
        require(value == null || value instanceof Map, name + " is an object, not " + shown(value));
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String shown(@Nullable Object value) {
        String text = value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value);
        text = text.replaceAll("\\s+", " ");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

package org.tafelronde.rehearsal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tafelronde.chat.Person;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/** The virtual people of a rehearsal, by number. In a company of eight and more one is late, and one leaves early. */
final class Company {
    private static final int LARGE = 8;
    private static final int CROWD = 24;
    private static final int NOBODY = -1;

    private final int size;
    private final Function<Person, Player> maker;
    private final Map<Integer, Player> players = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    Company(int size, Function<Person, Player> maker) {
        this.size = size;
        this.maker = maker;
    }

    int size() {
        return size;
    }

    /** Whether all have an account. */
    boolean complete() {
        return players.size() == size;
    }

    /** Who came in before the program was away is who they were. */
    void knowAgain(Session session, Lines lines) {
        Map<String, String> known = new HashMap<>();
        for (Participant p : session.roster().all()) {
            known.put(p.name(), p.id());
        }
        for (int i = 0; i < size; i++) {
            String id = known.get(lines.name(i));
            if (id != null) {
                is(i, Person.ofKey(id));
            }
        }
    }

    /** The one of this number, who gets an account if there was none. */
    Player with(int number, Function<Integer, Person> account) {
        Player known = players.get(number);
        return known != null ? known : is(number, account.apply(number));
    }

    private Player is(int number, Person person) {
        numbers.put(person.key(), number);
        return players.computeIfAbsent(number, n -> maker.apply(person));
    }

    Player player(int number) {
        return Objects.requireNonNull(players.get(number), "everybody is in before anybody is seated");
    }

    /** Empty for real people, and for the facilitator. */
    Optional<Integer> number(Person person) {
        return Optional.ofNullable(numbers.get(person.key()));
    }

    /** The virtual ones among them, in order. */
    List<Integer> among(Collection<String> people) {
        return people.stream()
                .flatMap(who -> Optional.ofNullable(numbers.get(who)).stream())
                .sorted()
                .toList();
    }

    /** Comes in the first round only. */
    boolean late(int number) {
        return number == latecomer();
    }

    int latecomer() {
        return size >= LARGE ? size - 1 : NOBODY;
    }

    /**
     * In which round somebody leaves. In a small company it is the last one, so that the seating can be looked at whole; in a
     * large company the tables must do without them for the rest of the café.
     */
    int leavesIn(int rounds) {
        return size < CROWD ? rounds : Math.min(2, rounds);
    }

    boolean leaves(int number) {
        return number == leaver();
    }

    int leaver() {
        return size >= LARGE ? size - 2 : NOBODY;
    }
}

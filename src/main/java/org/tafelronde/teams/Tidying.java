package org.tafelronde.teams;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** Which of the {@link Notes} can go: those of people and of places that are in no café any more. What is known of a team stays. */
final class Tidying {
    private static final Set<String> OF_A_PERSON = Set.of("account", "chat", "last");
    private static final Set<String> OF_A_PLACE = Set.of("closed", "topic", "thread", "title");
    private static final Set<String> OF_A_CAFE = Set.of("cafe", "threads");
    /** Whose an account is. */
    private static final String ACCOUNT_OF = "person";

    private static final String ROOM = "room";
    private static final String SERVICE = "service";
    private static final String CHAT = "chat";

    private final Predicate<Person> isInACafe;
    private final Predicate<Place> isOfACafe;

    Tidying(Predicate<Person> isInACafe, Predicate<Place> isOfACafe) {
        this.isInACafe = isInACafe;
        this.isOfACafe = isOfACafe;
    }

    /**
     * @param value of a note
     * @param fresh names that stay this time; none is fresh afterwards
     * @return names that are forgotten
     */
    Set<String> of(Notes notes, UnaryOperator<String> value, Set<String> fresh) {
        List<String> names = notes.names();
        Set<String> gone = new HashSet<>();
        names.stream().filter(n -> !fresh.contains(n) && isOver(n, value)).forEach(gone::add);
        List<String> stay = names.stream().filter(n -> !gone.contains(n)).toList();
        names.stream()
                .filter(n -> !fresh.contains(n) && isLeftOver(n, stay, value))
                .forEach(gone::add);
        fresh.clear();
        notes.forget(gone);
        return gone;
    }

    private boolean isOver(String name, UnaryOperator<String> value) {
        String kind = kind(name);
        if (OF_A_PERSON.contains(kind)) {
            return !isInACafe.test(new Person(Platform.TEAMS, of(name)));
        }
        if (OF_A_PLACE.contains(kind)) {
            return !isOfACafe.test(new Place(Platform.TEAMS, of(name)));
        }
        if (kind.equals(ACCOUNT_OF)) {
            return !isInACafe.test(new Person(Platform.TEAMS, value.apply(name)));
        }
        return kind.equals(ROOM) && !isOfACafe.test(new Place(Platform.TEAMS, value.apply(name)));
    }

    /** A café goes with the last of its rooms, and the address of a chat with the chat. */
    private static boolean isLeftOver(String name, List<String> stay, UnaryOperator<String> value) {
        String kind = kind(name);
        if (OF_A_CAFE.contains(kind)) {
            return stay.stream()
                    .filter(n -> kind(n).equals(ROOM))
                    .noneMatch(n -> (of(n) + "-").startsWith(of(name) + "-"));
        }
        return kind.equals(SERVICE)
                && !of(name).isEmpty()
                && !TeamsId.isOfATeam(of(name))
                && stay.stream()
                        .filter(n -> kind(n).equals(CHAT))
                        .noneMatch(n -> value.apply(n).equals(of(name)));
    }

    private static String kind(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static String of(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }
}

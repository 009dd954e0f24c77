package org.tafelronde.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tafelronde.chat.Incoming;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/** Finds the person whom somebody means by what they typed. */
final class People {
    private People() {}

    /** What came of looking. */
    sealed interface Found {
        record One(Participant who) implements Found {}

        record None() implements Found {}

        record Several(List<String> names) implements Found {
            public Several {
                names = List.copyOf(names);
            }
        }
    }

    /**
     * Whom somebody chose from the platform's list they mean, however many are called the same.
     *
     * @param typed as in {@link #named(Session, String)}
     */
    static Found named(Session session, String typed, Incoming.Mentioned mentioned) {
        return Optional.ofNullable(mentioned.people().get(typed.strip()))
                .map(person -> session.roster()
                        .find(person.key())
                        .<Found>map(Found.One::new)
                        .orElseGet(Found.None::new))
                .orElseGet(() -> named(session, typed));
    }

    /**
     * @param typed "@Bram", "bram de vries", the beginning of a name, or a person's key
     */
    static Found named(Session session, String typed) {
        String asked = typed.strip().replaceFirst("^@", "").strip();
        Optional<Participant> byKey = session.roster().find(asked);
        if (byKey.isPresent()) {
            return new Found.One(byKey.get());
        }
        String folded = fold(asked);
        if (folded.isEmpty()) {
            return new Found.None();
        }
        List<Participant> exact = session.roster().all().stream()
                .filter(p -> fold(p.name()).equals(folded))
                .toList();
        List<Participant> alike = exact.isEmpty()
                ? session.roster().all().stream()
                        .filter(p -> fold(p.name()).startsWith(folded))
                        .toList()
                : exact;
        if (alike.isEmpty()) {
            return new Found.None();
        }
        return alike.size() == 1
                ? new Found.One(alike.getFirst())
                : new Found.Several(alike.stream().map(Participant::name).toList());
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}

package org.tafelronde.domain.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.script.Language;

/**
 * Somebody who may sit at the tables.
 *
 * @param id the key of the person on their platform
 * @param name what to call them; never in an export
 * @param language that they chose for what the bot says to them; empty: the café's
 * @param organisation as in {@link Tag}, and so are {@code role}, {@code apart} and {@code stays}
 * @param sharedBy how many people of a meeting room share this seat; empty: it is somebody's own (F66)
 */
public record Participant(
        String id,
        String name,
        Optional<Language> language,
        Optional<String> organisation,
        Optional<String> role,
        Optional<String> apart,
        Optional<String> stays,
        Optional<Integer> sharedBy,
        Presence presence) {

    /** Whether somebody is there. Rounds count from 1. */
    public sealed interface Presence {
        /** On the roster, and not checked in. */
        record Expected() implements Presence {}

        /**
         * Checked in.
         *
         * @param fromRound the first round in which they have a seat
         * @param missed rounds after it in which they were away
         */
        record Present(int fromRound, Set<Integer> missed) implements Presence {
            public Present {
                missed = Set.copyOf(missed);
            }

            static Present from(int round) {
                return new Present(round, Set.of());
            }
        }

        /**
         * Was there and left.
         *
         * @param untilRound the last round in which they had a seat; less than {@code fromRound} when there was none
         */
        record Gone(int fromRound, int untilRound, Set<Integer> missed) implements Presence {
            public Gone {
                missed = Set.copyOf(missed);
            }

            /** Back again, with a seat from this round on. */
            Present back(int round) {
                if (untilRound < fromRound) {
                    return Present.from(round);
                }
                Set<Integer> all = new HashSet<>(missed);
                for (int r = untilRound + 1; r < round; r++) {
                    all.add(r);
                }
                return new Present(fromRound, all);
            }
        }
    }

    public static Participant expected(String id, String name) {
        return of(id, name, Optional.empty(), Tag.NONE, Optional.empty(), new Presence.Expected());
    }

    /** Somebody, with what is known of them. */
    public static Participant of(
            String id,
            String name,
            Optional<Language> language,
            Tag tag,
            Optional<Integer> sharedBy,
            Presence presence) {
        return new Participant(
                id, name, language, tag.organisation(), tag.role(), tag.apart(), tag.stays(), sharedBy, presence);
    }

    public Participant as(Presence other) {
        return of(id, name, language, tag(), sharedBy, other);
    }

    public Participant called(String other) {
        return of(id, other, language, tag(), sharedBy, presence);
    }

    public Participant speaking(Language other) {
        return of(id, name, Optional.of(other), tag(), sharedBy, presence);
    }

    Participant tagged(Tag other) {
        return of(id, name, language, other, sharedBy, presence);
    }

    /**
     * The same, for a meeting room.
     *
     * @param people who share the seat; 1: it is somebody's own
     */
    Participant sharing(int people) {
        return of(id, name, language, tag(), Optional.of(people).filter(n -> n > 1), presence);
    }

    /** How many people it stands for. */
    public int heads() {
        return sharedBy.orElse(1);
    }

    Tag tag() {
        return new Tag(organisation, role, apart, stays);
    }

    /** Is there, or was. */
    boolean tookPart() {
        return !(presence instanceof Presence.Expected);
    }

    public boolean isPresent() {
        return presence instanceof Presence.Present;
    }
}

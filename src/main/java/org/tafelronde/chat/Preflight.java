package org.tafelronde.chat;

import java.time.Duration;
import java.util.List;

/** What stands in the way of a café on a platform. It never waits: what is not known yet is asked of the platform meanwhile. */
public interface Preflight {
    Platform platform();

    /**
     * @param people who are to take part, all on this platform
     * @return empty when everything is known and nothing is in the way
     */
    List<Obstacle> before(List<Person> people);

    /** How long the platform's own limits make it last to make places for so many tables; zero: not worth a word. */
    default Duration preparing(int tables) {
        return Duration.ZERO;
    }

    /** One thing that is in the way. */
    sealed interface Obstacle {
        /** It is being asked: ask again in a moment. */
        record Unasked() implements Obstacle {}

        /** The platform does not answer. */
        record Silent() implements Obstacle {}

        /** The platform does not know the bot (any more). */
        record NotInstalled() implements Obstacle {}

        /**
         * The bot may not do all that it must.
         *
         * @param rights as the platform calls them
         */
        record Lacks(List<String> rights) implements Obstacle {
            public Lacks {
                rights = List.copyOf(rights);
            }
        }

        /** The bot may make no channels: the café is held in threads. */
        record NoChannels() implements Obstacle {}

        /** The bot hears only those who mention it. */
        record Deaf() implements Obstacle {}

        /** People to whom the bot cannot write alone. */
        record Unreachable(List<Person> people) implements Obstacle {
            public Unreachable {
                people = List.copyOf(people);
            }
        }

        /** Guests of a single place, who cannot go to a second table. */
        record Confined(List<Person> guests) implements Obstacle {
            public Confined {
                guests = List.copyOf(guests);
            }
        }
    }
}

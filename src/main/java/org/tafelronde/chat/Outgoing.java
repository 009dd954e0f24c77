package org.tafelronde.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something to be done on a platform. */
public sealed interface Outgoing {

    /** Where. */
    default Platform platform() {
        return switch (this) {
            case OpenPlace open -> open.platform();
            case Invite invite -> invite.place().platform();
            case InviteAll all -> all.place().platform();
            case Post post -> post.place().platform();
            case Direct direct -> direct.to().platform();
            case Edit edit -> edit.message().place().platform();
            case React react -> react.message().place().platform();
            case Topic topic -> topic.place().platform();
            case Archive archive -> archive.place().platform();
            case Remove remove -> remove.place().platform();
        };
    }

    /**
     * A new place. Done again for the same delivery (or found by its name) it makes no second one.
     *
     * @param name lower case letters, digits and dashes, unique on the platform: {@code cafe-k7f-privacy}
     * @param title for people: "Privacy"
     * @param invited who is in it from the start; the first of them owns it
     * @param beside where it goes when the bot may make no place of its own: for a table the plenary; for the plenary the place where the
     *     café was begun, as the platform calls it
     */
    record OpenPlace(
            Platform platform, String name, String title, Kind kind, List<Person> invited, Optional<Place> beside)
            implements Outgoing {
        public OpenPlace {
            invited = List.copyOf(invited);
        }

        /** A place of its own, or none. */
        public OpenPlace(Platform platform, String name, String title, Kind kind, List<Person> invited) {
            this(platform, name, title, kind, invited, Optional.empty());
        }

        public OpenPlace beside(Optional<Place> other) {
            return new OpenPlace(platform, name, title, kind, invited, other);
        }
    }

    /** What a place is for. */
    enum Kind {
        PLENARY,
        TABLE,
        MANAGEMENT
    }

    /** More people may come in; who is in already stays. */
    record Invite(Place place, List<Person> people) implements Outgoing {
        public Invite {
            people = List.copyOf(people);
        }
    }

    /**
     * Everybody who is in another place may come in as well; bots and deactivated accounts may not.
     *
     * @param from by the platform's own id: a place that people made, or a group of people that the platform can be asked for
     */
    record InviteAll(Place place, Place from) implements Outgoing {}

    /**
     * A message.
     *
     * @param thread the message that it answers; empty: a message of its own, under which people can answer
     */
    record Post(Place place, Optional<MessageRef> thread, Content content, boolean pinned) implements Outgoing {}

    /** A message to one person alone. */
    record Direct(Person to, Content content) implements Outgoing {}

    /** Other words for a message of ours. */
    record Edit(MessageRef message, Content content) implements Outgoing {}

    /** A sign of having heard, under somebody's message. */
    record React(MessageRef message, Reaction reaction) implements Outgoing {}

    enum Reaction {
        HEARD,
        WITHDRAWN
    }

    /**
     * What stands above a place, with the time left in it where there is one.
     *
     * @param over the café is over: nothing begins here any more
     */
    record Topic(Place place, String text, Optional<Countdown> countdown, boolean over) implements Outgoing {

        /** While the café is to come or goes on. */
        public Topic(Place place, String text, Optional<Countdown> countdown) {
            this(place, text, countdown, false);
        }
    }

    /**
     * @param endsAt in real time, of the server's clock
     * @param left how much café time is left when it stands still; empty while it runs
     * @param speed café seconds per real second: 1, more in a rehearsal
     */
    record Countdown(Instant endsAt, Optional<Duration> left, double speed) {}

    /** Closes a place for writing; it can still be read. */
    record Archive(Place place) implements Outgoing {}

    /** Takes a place away with everything that was said in it; a platform that cannot do that archives it. */
    record Remove(Place place) implements Outgoing {}
}

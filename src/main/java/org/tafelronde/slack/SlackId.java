package org.tafelronde.slack;

import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/**
 * What Slack calls a channel or a person, with the workspace that it is in: {@code T024BE7LD/C024BE91L}. Where no channels may be made, a
 * thread is a place too: {@code T024BE7LD/C024BE91L/1778579000.000100}.
 *
 * @param thread the message under which everything of this place stands; empty: the place is a whole channel
 */
record SlackId(String team, String id, Optional<String> thread) {

    SlackId(String team, String id) {
        this(team, id, Optional.empty());
    }

    static SlackId of(Place place) {
        return read(place.id());
    }

    static SlackId of(Person person) {
        return read(person.id());
    }

    private static SlackId read(String all) {
        String[] parts = all.split("/", -1);
        boolean complete = parts.length == 2 || parts.length == 3;
        for (String part : parts) {
            complete &= !part.isEmpty();
        }
        if (!complete) {
            throw new SlackSaysNo("no_such_id", new Failure(Failure.Kind.NO_PLACE, all));
        }
        return new SlackId(parts[0], parts[1], parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }

    /** The workspace that these people are in. */
    static Optional<String> teamOf(List<Person> people) {
        return people.stream()
                .map(Person::id)
                .filter(id -> id.indexOf('/') > 0)
                .map(id -> of(new Person(Platform.SLACK, id)).team())
                .findFirst();
    }

    boolean isThread() {
        return thread.isPresent();
    }

    /** A channel of several people, and no thread in it. */
    boolean isChannel() {
        return thread.isEmpty() && (id.startsWith("C") || id.startsWith("G"));
    }

    /** The thread under a message of this channel. */
    SlackId under(String ts) {
        return new SlackId(team, id, Optional.of(ts));
    }

    Place place() {
        return new Place(
                Platform.SLACK, team + "/" + id + thread.map(ts -> "/" + ts).orElse(""));
    }

    Person person() {
        return new Person(Platform.SLACK, team + "/" + id);
    }

    MessageRef message(String ts) {
        return new MessageRef(place(), ts);
    }
}

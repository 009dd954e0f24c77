package org.tafelronde.slack;

import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** What Slack calls a channel or a person, with the workspace that it is in: {@code T024BE7LD/C024BE91L}. */
record SlackId(String team, String id) {

    static SlackId of(Place place) {
        return read(place.id());
    }

    static SlackId of(Person person) {
        return read(person.id());
    }

    private static SlackId read(String both) {
        int slash = both.indexOf('/');
        if (slash < 1 || slash == both.length() - 1) {
            throw new SlackSaysNo("no_such_id", "\"" + both + "\" is nothing in Slack");
        }
        return new SlackId(both.substring(0, slash), both.substring(slash + 1));
    }

    /** The workspace that these people are in. */
    static Optional<String> teamOf(List<Person> people) {
        return people.stream()
                .map(Person::id)
                .filter(id -> id.indexOf('/') > 0)
                .map(id -> of(new Person(Platform.SLACK, id)).team())
                .findFirst();
    }

    Place place() {
        return new Place(Platform.SLACK, team + "/" + id);
    }

    Person person() {
        return new Person(Platform.SLACK, team + "/" + id);
    }

    MessageRef message(String ts) {
        return new MessageRef(place(), ts);
    }
}

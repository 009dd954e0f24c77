package org.tafelronde.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.webchat.WebMessage;

/**
 * A message of the web chat.
 *
 * @param thread empty when it answers nothing
 * @param author empty for the bot
 */
@MappedEntity("web_message")
record WebMessageRow(
        @Id String id,
        long seq,
        String place,
        String thread,
        String author,
        String authorName,
        long at,
        String content,
        boolean edited,
        boolean deleted,
        boolean pinned,
        int replies,
        String reactions) {

    static WebMessageRow of(WebMessage m) {
        return new WebMessageRow(
                m.id(),
                m.seq(),
                m.ref().place().id(),
                m.thread().orElse(""),
                m.author().person().map(Person::id).orElse(""),
                m.author().name(),
                Millis.of(m.at()),
                Json.write(m.content(), Content.class),
                m.edited(),
                m.deleted(),
                m.pinned(),
                m.replies(),
                m.reactions().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    WebMessage message() {
        Optional<Person> person =
                author.isEmpty() ? Optional.empty() : Optional.of(new Person(Platform.WEBCHAT, author));
        return new WebMessage(
                new MessageRef(new Place(Platform.WEBCHAT, place), id),
                seq,
                thread.isEmpty() ? Optional.empty() : Optional.of(thread),
                new WebMessage.Author(person, authorName),
                Millis.instant(at),
                Json.read(content, Content.class),
                edited,
                deleted,
                pinned,
                replies,
                signs());
    }

    private List<Outgoing.Reaction> signs() {
        return reactions.isEmpty()
                ? List.of()
                : Arrays.stream(reactions.split(" "))
                        .map(Outgoing.Reaction::valueOf)
                        .toList();
    }
}

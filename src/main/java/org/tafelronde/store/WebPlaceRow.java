package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.webchat.Board;
import org.tafelronde.webchat.WebPlace;

/**
 * A place of the web chat.
 *
 * @param topic as JSON; empty: nothing stands above it
 * @param opened the number then, by which places are sorted
 */
@MappedEntity("web_place")
record WebPlaceRow(
        @Id String id,
        String name,
        String kind,
        String cafe,
        String title,
        String topic,
        boolean archived,
        String invite,
        String owner,
        long opened) {

    static WebPlaceRow of(Board.Room r, long opened) {
        return new WebPlaceRow(
                r.id(),
                r.name(),
                r.kind().name(),
                r.cafe().orElse(""),
                r.title(),
                topic(r),
                r.archived(),
                r.invite().orElse(""),
                r.owner().orElse(""),
                opened);
    }

    static String topic(Board.Room r) {
        return r.topic().map(t -> Json.write(t, WebPlace.Topic.class)).orElse("");
    }

    Board.Room room() {
        return new Board.Room(
                id,
                name,
                WebPlace.Kind.valueOf(kind),
                given(cafe),
                title,
                topic(topic),
                archived,
                given(invite),
                given(owner));
    }

    private static Optional<WebPlace.Topic> topic(String json) {
        return given(json).map(j -> Json.read(j, WebPlace.Topic.class));
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** As one of its members sees it. */
    @Introspected
    record Seen(
            String id,
            String kind,
            String cafe,
            String title,
            String topic,
            boolean archived,
            String invite,
            String owner,
            int memberCount,
            int unread,
            long newest) {
        WebPlace place(String member, List<Member> members) {
            return new WebPlace(
                    new Place(Platform.WEBCHAT, id),
                    given(cafe),
                    WebPlace.Kind.valueOf(kind),
                    title,
                    WebPlaceRow.topic(topic),
                    archived,
                    given(invite),
                    owner.equals(member),
                    members,
                    memberCount,
                    unread,
                    newest);
        }
    }
}

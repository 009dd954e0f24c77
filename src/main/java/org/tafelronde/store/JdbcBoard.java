package org.tafelronde.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.webchat.Board;
import org.tafelronde.webchat.Change;
import org.tafelronde.webchat.WebMessage;
import org.tafelronde.webchat.WebPerson;
import org.tafelronde.webchat.WebPlace;

/** The web chat's board, in the same database as everything else. */
@Singleton
final class JdbcBoard implements Board {
    private static final int EVERYBODY = Integer.MAX_VALUE;

    private final WebPersonRows people;
    private final WebPlaceRows places;
    private final WebMessageRows messages;
    private final WebNewsRows news;
    private final JdbcTransactions transactions;

    JdbcBoard(
            WebPersonRows people,
            WebPlaceRows places,
            WebMessageRows messages,
            WebNewsRows news,
            JdbcTransactions transactions) {
        this.people = people;
        this.places = places;
        this.messages = messages;
        this.news = news;
        this.transactions = transactions;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return transactions.inOne(work);
    }

    @Override
    public long next() {
        // The row stays ours until the transaction ends: that is the queue of writers.
        news.count();
        return news.last();
    }

    @Override
    public long last() {
        return news.last();
    }

    @Override
    public void add(WebPerson person) {
        people.save(WebPersonRow.of(person));
    }

    @Override
    public void change(WebPerson person) {
        people.update(WebPersonRow.of(person));
    }

    @Override
    public Optional<WebPerson> person(String id) {
        return people.findById(id).map(WebPersonRow::person);
    }

    @Override
    public Set<String> known(Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : new HashSet<>(people.known(ids));
    }

    @Override
    public void forget(String person, String nameInstead) {
        messages.nameAuthor(person, nameInstead);
        news.forgetUnheardBy(person);
        people.deleteById(person);
    }

    @Override
    public void add(Room room) {
        places.save(WebPlaceRow.of(room, news.last()));
    }

    @Override
    public void change(Room room) {
        places.change(room.id(), room.title(), WebPlaceRow.topic(room), room.archived());
    }

    @Override
    public Optional<Room> room(String id) {
        return places.findById(id).map(WebPlaceRow::room);
    }

    @Override
    public Optional<Room> roomNamed(String name) {
        return places.named(name).map(WebPlaceRow::room);
    }

    @Override
    public Optional<Room> roomFor(String invite) {
        return places.invitedBy(invite).map(WebPlaceRow::room);
    }

    @Override
    public void remove(String room) {
        news.forgetUnheardIn(room);
        news.forgetChanges(room);
        places.deleteById(room);
    }

    @Override
    public void join(String room, Collection<String> ids) {
        ids.forEach(id -> places.join(room, id));
    }

    @Override
    public void part(String room, String person) {
        places.part(room, person);
    }

    @Override
    public boolean isIn(String room, String person) {
        return places.isIn(room, person) > 0;
    }

    @Override
    public List<Member> members(String room) {
        return places.in(List.of(room), EVERYBODY).stream()
                .map(WebPlaceRows.Sitting::member)
                .toList();
    }

    @Override
    public void read(String room, String person, long seq) {
        transactions.inOne(() -> places.read(room, person, seq));
    }

    @Override
    public List<WebPlace> places(String person, Set<String> only) {
        return transactions.reading(() -> {
            List<WebPlaceRow.Seen> seen = only.isEmpty() ? places.seen(person) : places.seen(person, only);
            List<WebPlaceRows.Sitting> sitting = only.isEmpty()
                    ? places.around(person, WebPlace.MEMBERS_SHOWN)
                    : places.in(only, WebPlace.MEMBERS_SHOWN);
            Map<String, List<Member>> members = sitting.stream()
                    .collect(Collectors.groupingBy(
                            WebPlaceRows.Sitting::place,
                            Collectors.mapping(WebPlaceRows.Sitting::member, Collectors.toList())));
            return seen.stream()
                    .map(p -> p.place(person, members.getOrDefault(p.id(), List.of())))
                    .toList();
        });
    }

    @Override
    public void add(WebMessage message) {
        messages.save(WebMessageRow.of(message));
    }

    @Override
    public void change(WebMessage message) {
        messages.update(WebMessageRow.of(message));
    }

    @Override
    public Optional<WebMessage> message(String id) {
        return messages.findById(id).map(WebMessageRow::message);
    }

    @Override
    public List<WebMessage> messages(String room, long after, int limit) {
        return read(messages.after(room, after, limit));
    }

    @Override
    public List<WebMessage> roots(String room, long before, int limit) {
        return read(messages.rootsBefore(room, before, limit)).reversed();
    }

    @Override
    public List<WebMessage> replies(String root, int limit) {
        return read(messages.replies(root, limit));
    }

    private static List<WebMessage> read(List<WebMessageRow> rows) {
        return rows.stream().map(WebMessageRow::message).toList();
    }

    @Override
    public void show(String room, String medium) {
        places.show(room, medium);
    }

    @Override
    public boolean maySee(String person, String medium) {
        return places.maySee(person, medium) > 0;
    }

    @Override
    public Optional<MessageRef> done(String key) {
        return news.done(key).map(d -> new MessageRef(place(d.place()), d.message()));
    }

    @Override
    public void did(String key, MessageRef what) {
        news.did(key, what.place().id(), what.id());
    }

    @Override
    public void changed(long seq, String room) {
        news.note(seq, room, "", "");
    }

    @Override
    public void changed(long seq, WebMessage message) {
        news.note(seq, message.ref().place().id(), message.id(), "");
    }

    @Override
    public void gone(long seq, String room, String person) {
        news.note(seq, room, "", person);
    }

    @Override
    public List<Change> changes(long after, int limit) {
        return transactions.reading(() -> changes(news.after(after, limit)));
    }

    @Override
    public List<Change> changes(String person, long after, int limit) {
        return transactions.reading(() -> changes(news.after(person, after, limit)));
    }

    private List<Change> changes(List<WebNewsRows.Note> notes) {
        Set<String> ids = notes.stream()
                .map(WebNewsRows.Note::message)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        Map<String, WebMessage> said = ids.isEmpty()
                ? Map.of()
                : messages.these(ids).stream()
                        .map(WebMessageRow::message)
                        .collect(Collectors.toMap(WebMessage::id, Function.identity()));
        return notes.stream().map(note -> change(note, said)).toList();
    }

    /** A message that went with its place between two reads is told as a change of a place that is not there: nobody's. */
    private static Change change(WebNewsRows.Note note, Map<String, WebMessage> said) {
        WebMessage message = said.get(note.message());
        if (message != null) {
            return new Change.Message(note.seq(), message);
        }
        return note.gone().isEmpty()
                ? new Change.Room(note.seq(), place(note.place()))
                : new Change.Gone(note.seq(), place(note.place()), new Person(Platform.WEBCHAT, note.gone()));
    }

    @Override
    public void keep(Incoming unheard) {
        news.keep(
                unheard.key(),
                unheard.in().id(),
                unheard.by().person().id(),
                unheard.getClass().getSimpleName(),
                json(unheard, unheard.getClass()));
    }

    private static <T extends Incoming> String json(Incoming what, Class<T> type) {
        return Json.write(type.cast(what), type);
    }

    @Override
    public void heard(Collection<String> keys) {
        news.heard(keys);
    }

    @Override
    public List<Incoming> unheard() {
        return news.unheard().stream().map(JdbcBoard::incoming).toList();
    }

    private static Incoming incoming(WebNewsRows.Unheard row) {
        Class<?> type = Stream.of(Incoming.class.getPermittedSubclasses())
                .filter(t -> t.getSimpleName().equals(row.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody knows how to hear a " + row.kind()));
        return (Incoming) Json.read(row.json(), type);
    }

    private static Place place(String id) {
        return new Place(Platform.WEBCHAT, id);
    }
}

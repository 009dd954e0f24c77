package org.tafelronde.webchat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** A board that ends with the test. */
public final class MemoryBoard implements Board {
    private record Seat(String room, String person) {}

    private record Note(long seq, String room, Optional<String> message, Optional<String> gone) {}

    private record Shown(String room, String medium) {}

    /** Everything, so that a transaction that fails can put it back. */
    private record State(
            long number,
            Map<String, WebPerson> people,
            Map<String, Room> rooms,
            Map<Seat, Long> seats,
            Map<String, WebMessage> messages,
            Map<String, MessageRef> done,
            TreeMap<Long, Note> notes,
            Map<String, Incoming> unheard,
            Set<Shown> shown) {
        State copy(long n) {
            return new State(
                    n,
                    new LinkedHashMap<>(people),
                    new LinkedHashMap<>(rooms),
                    new LinkedHashMap<>(seats),
                    new LinkedHashMap<>(messages),
                    new LinkedHashMap<>(done),
                    new TreeMap<>(notes),
                    new LinkedHashMap<>(unheard),
                    new LinkedHashSet<>(shown));
        }
    }

    private State now = new State(
            0,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new TreeMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashSet<>());

    private long number;

    @Override
    public synchronized <T> T inOne(Supplier<T> work) {
        State before = now.copy(number);
        try {
            return work.get();
        } catch (RuntimeException e) {
            now = before;
            number = before.number();
            throw e;
        }
    }

    @Override
    public synchronized long next() {
        return ++number;
    }

    @Override
    public synchronized long last() {
        return number;
    }

    @Override
    public synchronized void add(WebPerson person) {
        now.people().put(person.person().id(), person);
    }

    @Override
    public synchronized void change(WebPerson person) {
        now.people().replace(person.person().id(), person);
    }

    @Override
    public synchronized Optional<WebPerson> person(String id) {
        return Optional.ofNullable(now.people().get(id));
    }

    @Override
    public synchronized Set<String> known(Collection<String> people) {
        return people.stream().filter(now.people()::containsKey).collect(Collectors.toSet());
    }

    @Override
    public synchronized void forget(String person, String nameInstead) {
        now.people().remove(person);
        now.seats().keySet().removeIf(s -> s.person().equals(person));
        now.unheard().values().removeIf(i -> i.by().person().id().equals(person));
        now.messages()
                .replaceAll((id, m) ->
                        m.author().person().filter(p -> p.id().equals(person)).isPresent()
                                ? new WebMessage(
                                        m.ref(),
                                        m.seq(),
                                        m.thread(),
                                        new WebMessage.Author(m.author().person(), nameInstead),
                                        m.at(),
                                        m.content(),
                                        m.edited(),
                                        m.deleted(),
                                        m.pinned(),
                                        m.replies(),
                                        m.reactions())
                                : m);
    }

    @Override
    public synchronized void add(Room room) {
        now.rooms().put(room.id(), room);
    }

    @Override
    public synchronized void change(Room room) {
        now.rooms().replace(room.id(), room);
    }

    @Override
    public synchronized Optional<Room> room(String id) {
        return Optional.ofNullable(now.rooms().get(id));
    }

    @Override
    public synchronized Optional<Room> roomNamed(String name) {
        return now.rooms().values().stream().filter(r -> r.name().equals(name)).findFirst();
    }

    @Override
    public synchronized Optional<Room> roomFor(String invite) {
        return now.rooms().values().stream()
                .filter(r -> r.invite().filter(invite::equals).isPresent())
                .findFirst();
    }

    @Override
    public synchronized void remove(String room) {
        now.rooms().remove(room);
        now.seats().keySet().removeIf(s -> s.room().equals(room));
        now.messages().values().removeIf(in(room));
        now.notes().values().removeIf(n -> n.room().equals(room));
        now.unheard().values().removeIf(i -> i.in().id().equals(room));
        now.shown().removeIf(s -> s.room().equals(room));
    }

    private static Predicate<WebMessage> in(String room) {
        return m -> m.ref().place().id().equals(room);
    }

    @Override
    public synchronized void join(String room, Collection<String> people) {
        people.forEach(p -> now.seats().putIfAbsent(new Seat(room, p), 0L));
    }

    @Override
    public synchronized void part(String room, String person) {
        now.seats().remove(new Seat(room, person));
    }

    @Override
    public synchronized boolean isIn(String room, String person) {
        return now.seats().containsKey(new Seat(room, person));
    }

    @Override
    public synchronized List<Member> members(String room) {
        return now.seats().keySet().stream()
                .filter(s -> s.room().equals(room))
                .map(s -> now.people().get(s.person()))
                .map(p -> new Member(p.person(), p.name(), true))
                .sorted(Comparator.comparing(Member::name)
                        .thenComparing(m -> m.person().id()))
                .toList();
    }

    @Override
    public synchronized void read(String room, String person, long seq) {
        now.seats().computeIfPresent(new Seat(room, person), (s, before) -> Math.max(before, seq));
    }

    @Override
    public synchronized List<WebPlace> places(String person, Set<String> only) {
        List<WebPlace> direct = new ArrayList<>();
        List<WebPlace> others = new ArrayList<>();
        for (Room r : now.rooms().values()) {
            Long read = now.seats().get(new Seat(r.id(), person));
            if (read != null && (only.isEmpty() || only.contains(r.id()))) {
                (r.kind() == WebPlace.Kind.DIRECT ? direct : others).add(seen(r, person, read));
            }
        }
        direct.addAll(others);
        return direct;
    }

    private WebPlace seen(Room r, String person, long read) {
        List<WebMessage> all =
                now.messages().values().stream().filter(in(r.id())).toList();
        List<Member> members = members(r.id());
        return new WebPlace(
                new Place(Platform.WEBCHAT, r.id()),
                r.cafe(),
                r.kind(),
                r.title(),
                r.topic(),
                r.archived(),
                r.invite(),
                r.owner().filter(person::equals).isPresent(),
                members.stream().limit(WebPlace.MEMBERS_SHOWN).toList(),
                members.size(),
                (int) all.stream()
                        .filter(m -> m.seq() > read && !m.deleted())
                        .filter(m -> !m.author().is(new Person(Platform.WEBCHAT, person)))
                        .count(),
                all.stream().mapToLong(WebMessage::seq).max().orElse(0));
    }

    @Override
    public synchronized void add(WebMessage message) {
        now.messages().put(message.id(), message);
    }

    @Override
    public synchronized void change(WebMessage message) {
        now.messages().replace(message.id(), message);
    }

    @Override
    public synchronized Optional<WebMessage> message(String id) {
        return Optional.ofNullable(now.messages().get(id));
    }

    @Override
    public synchronized List<WebMessage> messages(String room, long after, int limit) {
        return now.messages().values().stream()
                .filter(in(room))
                .filter(m -> m.seq() > after)
                .sorted(Comparator.comparing(WebMessage::seq))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<WebMessage> roots(String room, long before, int limit) {
        List<WebMessage> newestFirst = now.messages().values().stream()
                .filter(in(room))
                .filter(m -> m.seq() < before && m.thread().isEmpty())
                .sorted(Comparator.comparing(WebMessage::seq).reversed())
                .limit(limit)
                .toList();
        return newestFirst.reversed();
    }

    @Override
    public synchronized List<WebMessage> replies(String root, int limit) {
        return now.messages().values().stream()
                .filter(m -> m.thread().filter(root::equals).isPresent())
                .sorted(Comparator.comparing(WebMessage::seq))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void show(String room, String medium) {
        now.shown().add(new Shown(room, medium));
    }

    @Override
    public synchronized boolean maySee(String person, String medium) {
        return now.shown().stream().anyMatch(s -> s.medium().equals(medium) && isIn(s.room(), person));
    }

    @Override
    public synchronized Optional<MessageRef> done(String key) {
        return Optional.ofNullable(now.done().get(key));
    }

    @Override
    public synchronized void did(String key, MessageRef what) {
        now.done().put(key, what);
    }

    @Override
    public synchronized void changed(long seq, String room) {
        now.notes().put(seq, new Note(seq, room, Optional.empty(), Optional.empty()));
    }

    @Override
    public synchronized void changed(long seq, WebMessage message) {
        String room = message.ref().place().id();
        now.notes().put(seq, new Note(seq, room, Optional.of(message.id()), Optional.empty()));
    }

    @Override
    public synchronized void gone(long seq, String room, String person) {
        now.notes().put(seq, new Note(seq, room, Optional.empty(), Optional.of(person)));
    }

    @Override
    public synchronized List<Change> changes(long after, int limit) {
        return now.notes().tailMap(after, false).values().stream()
                .limit(limit)
                .map(this::change)
                .toList();
    }

    @Override
    public synchronized List<Change> changes(String person, long after, int limit) {
        return now.notes().tailMap(after, false).values().stream()
                .filter(n ->
                        n.gone().isPresent() ? n.gone().filter(person::equals).isPresent() : isIn(n.room(), person))
                .limit(limit)
                .map(this::change)
                .toList();
    }

    private Change change(Note n) {
        Place place = new Place(Platform.WEBCHAT, n.room());
        return n.message()
                .flatMap(this::message)
                .<Change>map(m -> new Change.Message(n.seq(), m))
                .or(() -> n.gone().map(g -> new Change.Gone(n.seq(), place, new Person(Platform.WEBCHAT, g))))
                .orElseGet(() -> new Change.Room(n.seq(), place));
    }

    @Override
    public synchronized void keep(Incoming unheard) {
        now.unheard().put(unheard.key(), unheard);
    }

    @Override
    public synchronized void heard(Collection<String> keys) {
        now.unheard().keySet().removeAll(keys);
    }

    @Override
    public synchronized List<Incoming> unheard() {
        return List.copyOf(now.unheard().values());
    }
}

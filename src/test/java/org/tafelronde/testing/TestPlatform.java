package org.tafelronde.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.NeverKnown;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;

/**
 * A chat platform in memory that does as it is told, trouble included. It says a thing as often as it is asked to: only so can a test see
 * that something is said twice.
 */
public class TestPlatform implements ChatPlatform {

    /** What goes wrong. */
    public enum Trouble {
        /** "Too many": three seconds of patience are asked. */
        TOO_MANY,
        /** A definite no. */
        NO,
        /** The line breaks before it arrives. */
        BROKEN_BEFORE,
        /** It arrives, and the line breaks before we hear so. */
        BROKEN_AFTER,
        /** Our process dies before it arrives. */
        KILLED_BEFORE,
        /** Our process dies just after it arrived. */
        KILLED_AFTER,
        /** It is there, but somebody was not let in. */
        IN_PART
    }

    /** The process is gone. Nothing in the house may catch this. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed");
        }
    }

    /**
     * A message as people see it.
     *
     * @param delivery that brought it
     * @param at when it came
     * @param changed when it got the words that it has
     */
    public record Message(
            String delivery,
            MessageRef ref,
            Optional<MessageRef> thread,
            Content content,
            boolean pinned,
            Instant at,
            Instant changed) {
        private Message saying(Content other, Instant now) {
            return new Message(delivery, ref, thread, other, pinned, at, now);
        }

        public String text() {
            return content.plain();
        }
    }

    /** A place as people see it. */
    public static final class Room {
        final Outgoing.OpenPlace opened;
        final Place place;
        final Set<Person> members = new LinkedHashSet<>();
        final List<Message> messages = new ArrayList<>();
        final List<Outgoing.Topic> topics = new ArrayList<>();
        boolean archived;
        boolean removed;

        private Room(Outgoing.OpenPlace opened, Place place) {
            this.opened = opened;
            this.place = place;
            members.addAll(opened.invited());
        }

        public String name() {
            return opened.name();
        }

        public String title() {
            return opened.title();
        }

        public Outgoing.Kind kind() {
            return opened.kind();
        }

        public Set<Person> members() {
            return members;
        }

        public boolean archived() {
            return archived;
        }

        public boolean removed() {
            return removed;
        }

        public Place place() {
            return place;
        }

        public String topic() {
            return topics.isEmpty() ? "" : topics.getLast().text();
        }

        public List<Message> messages() {
            return messages;
        }
    }

    private record Awaited(Predicate<Outgoing> which, Deque<Trouble> troubles) {}

    private final InstantSource clock;
    private Predicate<Outgoing> spared = what -> false;
    private Instant sparedUntil = Instant.EPOCH;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<Person, List<Message>> directs = new HashMap<>();
    private final Map<MessageRef, List<Outgoing.Reaction>> reactions = new HashMap<>();
    private final Map<String, SendResult.Sent> arrived = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final List<Awaited> awaited = new ArrayList<>();
    private final List<Runnable> justBeforeAnswer = new ArrayList<>();
    private final Set<Place> gone = new HashSet<>();
    /** Where the café is while no places are made. */
    private Optional<Place> hall = Optional.empty();

    private boolean remembers = true;
    private boolean neverAsked;
    private boolean makesPlaces = true;
    private int count;

    public TestPlatform(InstantSource clock) {
        this.clock = clock;
    }

    // What a story asks for

    /** The next such things meet these troubles, one after the other; after that all is well. */
    public void meets(Predicate<Outgoing> which, Trouble... troubles) {
        awaited.add(new Awaited(which, new ArrayDeque<>(List.of(troubles))));
    }

    /** It cannot be asked whether something arrived. */
    public void canNeverBeAsked() {
        neverAsked = true;
    }

    public void remembersNothing() {
        remembers = false;
    }

    /** The bot may make none: the café is held where it was begun, and its tables are threads there. */
    public void makesNoPlaces() {
        makesPlaces = false;
    }

    /** Once, between a message's arrival and our hearing of it. */
    public void justBeforeTheNextAnswer(Runnable what) {
        justBeforeAnswer.add(what);
    }

    /** A place that people made for themselves. */
    public Place peopleMade(String name, Person... members) {
        Outgoing.OpenPlace made =
                new Outgoing.OpenPlace(platform(), name, name, Outgoing.Kind.PLENARY, List.of(members));
        Place place = new Place(platform(), "c" + ++count);
        rooms.put(place.id(), new Room(made, place));
        return place;
    }

    /** Somebody archives it: nothing can be said there any more. */
    public void peopleArchive(Place place) {
        gone.add(place);
    }

    // What a story sees

    public Optional<Room> room(Place place) {
        return Optional.ofNullable(rooms.get(place.id()));
    }

    public List<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    public List<Message> directs(Person person) {
        return directs.getOrDefault(person, List.of());
    }

    public List<Outgoing.Reaction> reactions(MessageRef message) {
        return reactions.getOrDefault(message, List.of());
    }

    /** The ids of all deliveries in the order in which they were said, as often as they were said. */
    public List<String> said() {
        return List.copyOf(said);
    }

    // A platform

    /** Wants to be spared such things for so long, and takes one thing at a time. */
    public void wantsToBeSpared(Predicate<Outgoing> what, Duration time) {
        spared = what;
        sparedUntil = clock.instant().plus(time);
    }

    @Override
    public Duration patience(Outgoing what) {
        boolean now = spared.test(what) && clock.instant().isBefore(sparedUntil);
        return now ? Duration.between(clock.instant(), sparedUntil) : Duration.ZERO;
    }

    @Override
    public Platform platform() {
        return Cast.PLATFORM;
    }

    @Override
    public SendResult send(String deliveryId, Outgoing what) {
        if (isGone(what)) {
            return new SendResult.Never(new Failure(Failure.Kind.ARCHIVED));
        }
        Optional<Trouble> trouble = trouble(what);
        switch (trouble.orElse(null)) {
            case null -> {}
            case TOO_MANY -> {
                return new SendResult.Later(Duration.ofSeconds(3), new Failure(Failure.Kind.PATIENCE, "too many"));
            }
            case NO -> {
                return new SendResult.Never(new Failure(Failure.Kind.NOT_ALLOWED, "not_allowed"));
            }
            case BROKEN_BEFORE -> throw new UnknownOutcome("the line broke", new java.io.IOException());
            case KILLED_BEFORE -> throw new Killed();
            case BROKEN_AFTER, KILLED_AFTER, IN_PART -> {}
        }
        Optional<Failure> but =
                trouble.filter(Trouble.IN_PART::equals).map(t -> new Failure(Failure.Kind.NOT_LET_IN, "Bram"));
        SendResult.Sent sent = new SendResult.Sent(done(deliveryId, what), but);
        said.add(deliveryId);
        arrived.put(deliveryId, sent);
        List<Runnable> now = List.copyOf(justBeforeAnswer);
        justBeforeAnswer.clear();
        now.forEach(Runnable::run);
        if (trouble.equals(Optional.of(Trouble.BROKEN_AFTER))) {
            throw new UnknownOutcome("the line broke", new java.io.IOException());
        }
        if (trouble.equals(Optional.of(Trouble.KILLED_AFTER))) {
            throw new Killed();
        }
        return sent;
    }

    private boolean isGone(Outgoing what) {
        return switch (what) {
            case Outgoing.Post post -> gone.contains(post.place());
            case Outgoing.Invite invite -> gone.contains(invite.place());
            case Outgoing.Topic topic -> gone.contains(topic.place());
            default -> false;
        };
    }

    private Optional<Trouble> trouble(Outgoing what) {
        return awaited.stream()
                .filter(a -> !a.troubles().isEmpty() && a.which().test(what))
                .findFirst()
                .map(a -> a.troubles().removeFirst());
    }

    private MessageRef done(String id, Outgoing what) {
        return switch (what) {
            case Outgoing.OpenPlace open -> {
                Room room = rooms.values().stream()
                        .filter(r -> r.name().equals(open.name()))
                        .findFirst()
                        .orElseGet(() -> new Room(open, place(open)));
                rooms.put(room.place.id(), room);
                yield new MessageRef(room.place, "");
            }
            case Outgoing.Invite invite -> {
                of(invite.place()).members.addAll(invite.people());
                yield new MessageRef(invite.place(), "");
            }
            case Outgoing.InviteAll all -> {
                of(all.place()).members.addAll(of(all.from()).members);
                yield new MessageRef(all.place(), "");
            }
            case Outgoing.Post post -> {
                Room room = of(post.place());
                if (room.archived || room.removed) {
                    throw new AssertionError(
                            "said in a place that is closed: " + post.content().plain());
                }
                MessageRef ref = new MessageRef(post.place(), "m" + ++count);
                Instant now = clock.instant();
                room.messages.add(new Message(id, ref, post.thread(), post.content(), post.pinned(), now, now));
                yield ref;
            }
            case Outgoing.Direct direct -> {
                MessageRef ref = new MessageRef(alone(direct.to()), "m" + ++count);
                directs.computeIfAbsent(direct.to(), p -> new ArrayList<>())
                        .add(new Message(
                                id, ref, Optional.empty(), direct.content(), false, clock.instant(), clock.instant()));
                yield ref;
            }
            case Outgoing.Edit edit -> {
                java.util.stream.Stream.concat(rooms.values().stream().map(r -> r.messages), directs.values().stream())
                        .forEach(all -> all.replaceAll(
                                m -> m.ref().equals(edit.message()) ? m.saying(edit.content(), clock.instant()) : m));
                yield edit.message();
            }
            case Outgoing.React react -> {
                reactions
                        .computeIfAbsent(react.message(), m -> new ArrayList<>())
                        .add(react.reaction());
                yield react.message();
            }
            case Outgoing.Topic topic -> {
                of(topic.place()).topics.add(topic);
                yield new MessageRef(topic.place(), "");
            }
            case Outgoing.Archive archive -> {
                of(archive.place()).archived = true;
                yield new MessageRef(archive.place(), "");
            }
            case Outgoing.Remove remove -> {
                of(remove.place()).removed = true;
                yield new MessageRef(remove.place(), "");
            }
        };
    }

    private Place place(Outgoing.OpenPlace open) {
        if (makesPlaces) {
            return new Place(platform(), "c" + ++count);
        }
        if (open.kind() == Outgoing.Kind.PLENARY) {
            hall = open.beside();
            return hall.orElseThrow();
        }
        return new MessageRef(hall.orElseThrow(), "m" + ++count).thread();
    }

    private Room of(Place place) {
        return room(place).orElseThrow(() -> new AssertionError("there is no place " + place));
    }

    /** Where somebody is alone with the bot. */
    public static Place alone(Person person) {
        return new Place(person.platform(), "d-" + person.id());
    }

    @Override
    public Optional<SendResult.Sent> lookUp(String deliveryId, Outgoing what) {
        if (neverAsked) {
            throw new NeverKnown("this platform can never be asked");
        }
        if (!remembers) {
            throw new UnknownOutcome("this platform cannot be asked", new java.io.IOException());
        }
        return Optional.ofNullable(arrived.get(deliveryId));
    }

    @Override
    public List<Member> members(Place place) {
        return of(place).members.stream().map(p -> new Member(p, p.id(), true)).toList();
    }
}

package org.tafelronde.webchat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;

/**
 * Where the web chat keeps its people, places and messages. Ids are the web chat's own; there is no checking here of who may do what.
 *
 * <p>Who writes calls {@link #next()} first: until its transaction ends all other writers wait there, so that looking and then writing
 * is safe, and changes become visible in the order of their numbers.
 */
public interface Board {
    /**
     * One transaction.
     *
     * @throws RuntimeException what the work threw; then nothing of it is kept
     */
    <T> T inOne(Supplier<T> work);

    /** The next number. Only inside {@link #inOne}. */
    long next();

    /** The newest number that others can see. */
    long last();

    // People

    void add(WebPerson person);

    void change(WebPerson person);

    Optional<WebPerson> person(String id);

    /** Those of the ids that somebody has. */
    Set<String> known(Collection<String> people);

    /** Takes a person out of all places, and their name from what they said. */
    void forget(String person, String nameInstead);

    // Places

    /**
     * A place by itself.
     *
     * @param name unique
     * @param invite unique where there is one
     * @param owner the person for whom it was opened
     */
    record Room(
            String id,
            String name,
            WebPlace.Kind kind,
            Optional<String> cafe,
            String title,
            Optional<WebPlace.Topic> topic,
            boolean archived,
            Optional<String> invite,
            Optional<String> owner) {
        Room under(WebPlace.Topic above) {
            return new Room(id, name, kind, cafe, title, Optional.of(above), archived, invite, owner);
        }

        Room closed() {
            return new Room(id, name, kind, cafe, title, topic, true, invite, owner);
        }
    }

    void add(Room room);

    void change(Room room);

    Optional<Room> room(String id);

    Optional<Room> roomNamed(String name);

    Optional<Room> roomFor(String invite);

    /** Takes a place away with its members, its messages, and its changes so far. */
    void remove(String room);

    // Who is where

    /** Puts people into a place; who is in already stays as they are. */
    void join(String room, Collection<String> people);

    void part(String room, String person);

    boolean isIn(String room, String person);

    /** Everybody in a place, by name. */
    List<Member> members(String room);

    /** They have read everything up to this number. */
    void read(String room, String person, long seq);

    /**
     * Places as one of their members sees them: the oldest café last, the direct place first.
     *
     * @param only these; empty: all that the person is in
     */
    List<WebPlace> places(String person, Set<String> only);

    // Messages

    void add(WebMessage message);

    void change(WebMessage message);

    Optional<WebMessage> message(String id);

    /** The oldest messages after a number, answers too, oldest first. */
    List<WebMessage> messages(String room, long after, int limit);

    /** The newest messages before a number that answer nothing, oldest first. */
    List<WebMessage> roots(String room, long before, int limit);

    /** The answers under a message, oldest first. */
    List<WebMessage> replies(String root, int limit);

    // Pictures and files

    /** Everybody in a place may look at this medium. */
    void show(String room, String medium);

    boolean maySee(String person, String medium);

    // What happened

    /** What came of the thing with this key; empty when it was not done. */
    Optional<MessageRef> done(String key);

    void did(String key, MessageRef what);

    void changed(long seq, String room);

    void changed(long seq, WebMessage message);

    void gone(long seq, String room, String person);

    /** The oldest changes after a number, each message as it is now. */
    List<Change> changes(long after, int limit);

    /** Those of them that this person may see. */
    List<Change> changes(String person, long after, int limit);

    // What the bot has yet to hear

    void keep(Incoming unheard);

    void heard(Collection<String> keys);

    /** Oldest first. */
    List<Incoming> unheard();
}

package org.tafelronde.webchat;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;

/**
 * The web chat. People come in through its methods, whether a browser or a rehearsal moves them; the bot speaks through
 * {@link ChatPlatform}. Safe for use by many threads.
 *
 * <p>Keys make doing a thing twice harmless: the same person with the same key gets the same answer, and it happened once.
 */
@Singleton
public final class WebChat implements ChatPlatform, AutoCloseable {
    public WebChat(Board board, Provider<Door> door, InstantSource clock) {}

    @Override
    public Platform platform() {
        return Platform.WEBCHAT;
    }

    /** Somebody new, with a direct place of their own. */
    public Person register(String name, String language, boolean mayBegin) {
        throw new UnsupportedOperationException();
    }

    public Optional<WebPerson> person(String id) {
        throw new UnsupportedOperationException();
    }

    public WebPerson rename(Person person, String name, String language) {
        throw new UnsupportedOperationException();
    }

    /** From now on they may begin a café. */
    public void allowToBegin(Person person) {
        throw new UnsupportedOperationException();
    }

    /** Takes a person away: their direct place, and their name under what they said. */
    public void forget(Person person) {
        throw new UnsupportedOperationException();
    }

    /** What an invitation is for; empty when it is none, or the café is archived. */
    public Optional<String> invitedTo(String inviteToken) {
        throw new UnsupportedOperationException();
    }

    /**
     * Comes into the plenary that the invitation is for; who is in already stays in.
     *
     * @return empty when it is no invitation, or its café is archived
     */
    public Optional<Place> enter(Person person, String inviteToken) {
        throw new UnsupportedOperationException();
    }

    public void leave(Person person, Place place) {
        throw new UnsupportedOperationException();
    }

    public List<WebPlace> places(Person person) {
        throw new UnsupportedOperationException();
    }

    /** All messages of a place, answers too, that are newer than {@code afterSeq}; at most 500, oldest first. */
    public List<WebMessage> messages(Person person, String placeId, long afterSeq) {
        throw new UnsupportedOperationException();
    }

    /** Words in a place; {@code "/cafe ..."} is a command that nobody else sees. */
    public Spoken say(Person person, String placeId, Optional<String> thread, String text, String key) {
        throw new UnsupportedOperationException();
    }

    public Spoken edit(Person person, String messageId, String text, String key) {
        throw new UnsupportedOperationException();
    }

    public Answer delete(Person person, String messageId, String key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Presses a button, or sends in a form.
     *
     * @param message the one that the button stands under; empty for a whisper's button and for a form
     */
    public Answer press(
            Person person,
            String placeId,
            Optional<String> message,
            String action,
            Map<String, String> values,
            String key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells what changes where this person is, in order, from now on. The listener is called by one thread for everybody: it must not
     * wait.
     */
    public AutoCloseable watch(Person person, Consumer<Change> listener) {
        throw new UnsupportedOperationException();
    }

    /** Tells everything that changes, in order, from now on. */
    public AutoCloseable watch(Consumer<Change> listener) {
        throw new UnsupportedOperationException();
    }

    /** Hears what was kept and not heard when the process ended. To be called once, when the Door can hear. */
    public void hearWhatWasMissed() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SendResult send(String deliveryId, Outgoing what) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SendResult.Sent> lookUp(String deliveryId, Outgoing what) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Member> members(Place place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

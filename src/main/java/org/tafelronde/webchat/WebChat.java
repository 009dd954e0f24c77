package org.tafelronde.webchat;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.tafelronde.chat.UnknownOutcome;

/**
 * The web chat. People come in through its methods, whether a browser or a rehearsal moves them; the bot speaks through
 * {@link ChatPlatform}. Safe for use by many threads.
 *
 * <p>Keys make doing a thing twice harmless: the same person with the same key gets the same answer, and it happened once.
 */
@Singleton
public final class WebChat implements ChatPlatform, AutoCloseable {
    /** Answers at most in one thread, messages at most at once. */
    static final int MOST = 500;

    private final Board board;
    private final Ear ear;
    private final News news;
    private final Reception reception;
    private final Talk talk;
    private final BotVoice bot;

    /**
     * @param door asked for when the first person does something: what is behind it may need this web chat
     */
    public WebChat(Board board, Provider<Door> door, InstantSource clock) {
        this.board = board;
        this.ear = new Ear(board, door);
        this.news = new News(board, ear::tidy);
        Pen pen = new Pen(board, ear, news::nudge);
        this.reception = new Reception(board, ear, pen);
        this.talk = new Talk(board, ear, clock, pen);
        this.bot = new BotVoice(board, pen, clock);
        news.start();
    }

    @Override
    public Platform platform() {
        return Platform.WEBCHAT;
    }

    /** Somebody new, with a direct place of their own. */
    public Person register(String name, String language, boolean mayBegin) {
        return reception.register(name, language, mayBegin);
    }

    public Optional<WebPerson> person(String id) {
        return board.person(id);
    }

    public WebPerson rename(Person person, String name, String language) {
        return reception.rename(person, name, language);
    }

    /** From now on they may begin a café. */
    public void allowToBegin(Person person) {
        reception.allowToBegin(person);
    }

    /** Takes a person away: their direct place, and their name under what they said. */
    public void forget(Person person) {
        reception.forget(person);
    }

    /** The title of what an invitation is for; empty when it is none, or the café is archived. */
    public Optional<String> invitedTo(String inviteToken) {
        return reception.invitedTo(inviteToken).map(Board.Room::title);
    }

    /**
     * Comes into the plenary that the invitation is for; who is in already stays in.
     *
     * @return empty when it is no invitation, or its café is archived
     */
    public Optional<Place> enter(Person person, String inviteToken) {
        return reception.enter(person, inviteToken);
    }

    /** Leaves a place; a direct place cannot be left. */
    public void leave(Person person, Place place) {
        reception.leave(person, place);
    }

    /** Where this person is: their direct place first, then from old to new. */
    public List<WebPlace> places(Person person) {
        return board.places(person.id(), Set.of());
    }

    /** All messages of a place, answers too, that are newer than {@code afterSeq}; at most 500, oldest first. */
    public List<WebMessage> messages(Person person, String placeId, long afterSeq) {
        inside(person, placeId);
        return board.messages(placeId, afterSeq, MOST);
    }

    /** The newest messages before a number that answer nothing, oldest first. */
    List<WebMessage> roots(Person person, String placeId, long before, int limit) {
        inside(person, placeId);
        return board.roots(placeId, before, limit);
    }

    /** A message and the answers under it. */
    public List<WebMessage> thread(Person person, String placeId, String root) {
        inside(person, placeId);
        WebMessage message = board.message(root)
                .filter(m -> m.ref().place().id().equals(placeId))
                .orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_MESSAGE));
        List<WebMessage> all = new ArrayList<>(List.of(message));
        all.addAll(board.replies(root, MOST));
        return all;
    }

    List<WebPlace> places(Person person, Set<String> only) {
        return board.places(person.id(), only);
    }

    void read(Person person, String placeId, long seq) {
        inside(person, placeId);
        board.read(placeId, person.id(), seq);
    }

    boolean maySee(Person person, String medium) {
        return board.maySee(person.id(), medium);
    }

    /** Whatever is numbered up to here has been written. */
    public long cursor() {
        return board.last();
    }

    News news() {
        return news;
    }

    private void inside(Person person, String placeId) {
        if (!board.isIn(placeId, person.id())) {
            throw new Refused(Refused.Reason.NO_SUCH_PLACE);
        }
    }

    /** Words in a place; {@code "/cafe ..."} is a command that nobody else sees. */
    public Spoken say(Person person, String placeId, Optional<String> thread, String text, String key) {
        return talk.say(person, placeId, thread, text, key);
    }

    public Spoken edit(Person person, String messageId, String text, String key) {
        return talk.edit(person, messageId, text, key);
    }

    public Answer delete(Person person, String messageId, String key) {
        return talk.delete(person, messageId, key);
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
        return talk.press(person, placeId, message, action, values, key);
    }

    /**
     * Tells what changes where this person is, in order, from now on. The listener is called by one thread for everybody: it must not
     * wait.
     */
    public AutoCloseable watch(Person person, Consumer<Change> listener) {
        return news.watch(person, listener);
    }

    /** Tells everything that changes, in order, from now on. */
    public AutoCloseable watch(Consumer<Change> listener) {
        return news.watch(listener);
    }

    /** Whether something changed after this number: who watches was told of it, or is soon. */
    public boolean changedAfter(long seq) {
        return !board.changes(seq, 1).isEmpty();
    }

    /** Hears what was kept and not heard when the process ended. To be called once, when the Door can hear. */
    public void hearWhatWasMissed() {
        ear.hearWhatWasMissed();
    }

    @Override
    public SendResult send(String deliveryId, Outgoing what) {
        try {
            return bot.send(deliveryId, what);
        } catch (RuntimeException e) {
            // The database may have kept it and lost the way back; lookUp tells.
            throw new UnknownOutcome("the web chat's board: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<SendResult.Sent> lookUp(String deliveryId, Outgoing what) {
        try {
            return bot.lookUp(deliveryId);
        } catch (RuntimeException e) {
            throw new UnknownOutcome("the web chat's board: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Member> members(Place place) {
        return board.members(place.id());
    }

    @Override
    @PreDestroy
    public void close() {
        news.close();
    }
}

package org.tafelronde.webchat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;

/**
 * A message, as it is now.
 *
 * @param seq its place in the order of all messages; it stays the same when the message changes
 * @param thread the id of the message that it answers
 * @param content empty when the message was deleted: nothing of it is kept
 * @param replies how many answers stand under it
 */
public record WebMessage(
        MessageRef ref,
        long seq,
        Optional<String> thread,
        Author author,
        Instant at,
        Content content,
        boolean edited,
        boolean deleted,
        boolean pinned,
        int replies,
        List<Outgoing.Reaction> reactions) {

    /**
     * Who wrote it.
     *
     * @param person empty: the bot
     * @param name what they were called then
     */
    public record Author(Optional<Person> person, String name) {
        static final Author BOT = new Author(Optional.empty(), "Tafelronde");

        public boolean bot() {
            return person.isEmpty();
        }

        public boolean is(Person somebody) {
            return person.filter(somebody::equals).isPresent();
        }
    }

    public WebMessage {
        reactions = List.copyOf(reactions);
    }

    /** A new message. */
    static WebMessage said(
            MessageRef ref, long seq, Optional<String> thread, Author author, Instant at, Content content) {
        return new WebMessage(ref, seq, thread, author, at, content, false, false, false, 0, List.of());
    }

    public String id() {
        return ref.id();
    }

    /** In other words. That the bot brings its own messages up to date is nothing to remark on. */
    WebMessage saying(Content other) {
        boolean remarkable = !author.bot();
        return new WebMessage(ref, seq, thread, author, at, other, remarkable, deleted, pinned, replies, reactions);
    }

    WebMessage takenBack() {
        Content nothing = new Content(List.of(), List.of());
        return new WebMessage(ref, seq, thread, author, at, nothing, edited, true, false, replies, List.of());
    }

    WebMessage pinned(boolean now) {
        return new WebMessage(ref, seq, thread, author, at, content, edited, deleted, now, replies, reactions);
    }

    WebMessage answered() {
        return new WebMessage(ref, seq, thread, author, at, content, edited, deleted, pinned, replies + 1, reactions);
    }

    WebMessage with(Outgoing.Reaction reaction) {
        List<Outgoing.Reaction> all = new ArrayList<>(reactions);
        all.remove(reaction);
        all.add(reaction);
        return new WebMessage(ref, seq, thread, author, at, content, edited, deleted, pinned, replies, all);
    }
}

package org.tafelronde.webchat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Speaker;
import org.tafelronde.secret.Tokens;

/** What people say, change, take back and press: kept first, then heard. */
final class Talk {
    private static final Pattern COMMAND =
            Pattern.compile("/caf[eé](?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Board board;
    private final Ear ear;
    private final InstantSource clock;
    private final Pen pen;

    Talk(Board board, Ear ear, InstantSource clock, Pen pen) {
        this.board = board;
        this.ear = ear;
        this.clock = clock;
        this.pen = pen;
    }

    private record Kept(WebMessage message, Incoming heard) {}

    Spoken say(Person person, String place, Optional<String> thread, String text, String clientKey) {
        String key = key(person, "say", clientKey);
        String words = Clean.text(text);
        Matcher command = COMMAND.matcher(words);
        if (command.matches()) {
            WebPerson who = inside(person, place);
            String line = Optional.ofNullable(command.group(1)).orElse("").strip();
            Answer answer = ear.hear(new Incoming.Command(key, who.speaking(), place(place), line));
            return new Spoken(Optional.empty(), answer);
        }
        Kept kept = pen.write(n -> keep(person, place, thread, words, key, n));
        return new Spoken(Optional.of(kept.message()), ear.hearKept(kept.heard()));
    }

    private Kept keep(Person person, String place, Optional<String> thread, String words, String key, long n) {
        WebPerson who = inside(person, place);
        Optional<MessageRef> before = board.done(key);
        if (before.isPresent()) {
            WebMessage message = message(before.get().id());
            return new Kept(message, said(key, who, message, words));
        }
        open(place);
        Optional<WebMessage> root = thread.map(id -> rootOf(id, place));
        WebMessage message = WebMessage.said(
                new MessageRef(place(place), Tokens.next()),
                n,
                root.map(WebMessage::id),
                new WebMessage.Author(Optional.of(person), who.name()),
                clock.instant(),
                Content.text(words));
        Incoming heard = said(key, who, message, words);
        board.add(message);
        board.did(key, message.ref());
        board.keep(heard);
        board.changed(n, message);
        root.ifPresent(r -> {
            WebMessage answered = r.answered();
            board.change(answered);
            board.changed(board.next(), answered);
        });
        // Who writes has seen what stands above.
        board.read(place, person.id(), n);
        return new Kept(message, heard);
    }

    private static Incoming said(String key, WebPerson who, WebMessage message, String words) {
        Speaker by = who.speaking();
        MessageRef ref = message.ref();
        return message.thread()
                .<Incoming>map(root -> new Incoming.Reply(key, by, new MessageRef(ref.place(), root), ref, words))
                .orElseGet(() -> new Incoming.Said(key, by, ref, words));
    }

    Spoken edit(Person person, String id, String text, String clientKey) {
        String key = key(person, "edit", clientKey);
        String words = Clean.text(text);
        Kept kept = pen.write(n -> {
            WebMessage message = own(person, id);
            WebPerson who = inside(person, message.ref().place().id());
            Incoming heard = new Incoming.Edited(key, who.speaking(), message.ref(), words);
            if (board.done(key).isPresent()) {
                return new Kept(message, heard);
            }
            open(message.ref().place().id());
            if (message.deleted()) {
                throw new Refused(Refused.Reason.NO_SUCH_MESSAGE);
            }
            WebMessage other = message.saying(Content.text(words));
            board.change(other);
            board.did(key, other.ref());
            board.keep(heard);
            board.changed(n, other);
            return new Kept(other, heard);
        });
        return new Spoken(Optional.of(kept.message()), ear.hearKept(kept.heard()));
    }

    Answer delete(Person person, String id, String clientKey) {
        String key = key(person, "delete", clientKey);
        Kept kept = pen.write(n -> {
            WebMessage message = own(person, id);
            WebPerson who = inside(person, message.ref().place().id());
            Incoming heard = new Incoming.Deleted(key, who.speaking(), message.ref());
            if (board.done(key).isPresent() || message.deleted()) {
                return new Kept(message, heard);
            }
            open(message.ref().place().id());
            WebMessage gone = message.takenBack();
            board.change(gone);
            board.did(key, gone.ref());
            board.keep(heard);
            board.changed(n, gone);
            return new Kept(gone, heard);
        });
        return ear.hearKept(kept.heard());
    }

    /** A button of an archived place can still be pressed: it writes nothing there. */
    Answer press(
            Person person,
            String place,
            Optional<String> message,
            String action,
            Map<String, String> values,
            String clientKey) {
        String key = key(person, "press", clientKey);
        String what = Clean.action(action);
        Map<String, String> filledIn = Clean.values(values);
        WebPerson who = inside(person, place);
        message.ifPresent(id -> messageIn(id, place));
        return ear.hear(new Incoming.Pressed(key, who.speaking(), place(place), what, filledIn));
    }

    private WebPerson inside(Person person, String place) {
        WebPerson who = board.person(person.id()).orElseThrow(() -> new Refused(Refused.Reason.NO_PASS));
        if (!board.isIn(place, person.id())) {
            throw new Refused(Refused.Reason.NO_SUCH_PLACE);
        }
        return who;
    }

    private void open(String place) {
        if (board.room(place).filter(room -> !room.archived()).isEmpty()) {
            throw new Refused(Refused.Reason.ARCHIVED);
        }
    }

    private WebMessage own(Person person, String id) {
        WebMessage message = message(id);
        if (!board.isIn(message.ref().place().id(), person.id())) {
            throw new Refused(Refused.Reason.NO_SUCH_MESSAGE);
        }
        if (!message.author().is(person)) {
            throw new Refused(Refused.Reason.NOT_YOURS);
        }
        return message;
    }

    private WebMessage message(String id) {
        return board.message(id).orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_MESSAGE));
    }

    private WebMessage messageIn(String id, String place) {
        WebMessage message = message(id);
        if (!message.ref().place().id().equals(place)) {
            throw new Refused(Refused.Reason.NO_SUCH_MESSAGE);
        }
        return message;
    }

    /** Threads are one deep: an answer to an answer stands under the same message. */
    private WebMessage rootOf(String id, String place) {
        WebMessage message = messageIn(id, place);
        return message.thread().map(this::message).orElse(message);
    }

    private static String key(Person person, String what, String clientKey) {
        return person.id() + "/" + what + "/" + Clean.key(clientKey);
    }

    private static Place place(String id) {
        return new Place(Platform.WEBCHAT, id);
    }
}

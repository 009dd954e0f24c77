package org.tafelronde.webchat;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Failure.Kind;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.secret.Tokens;

/** Does what the bot asks, once for each delivery. */
final class BotVoice {
    private final Board board;
    private final Pen pen;
    private final InstantSource clock;

    BotVoice(Board board, Pen pen, InstantSource clock) {
        this.board = board;
        this.pen = pen;
        this.clock = clock;
    }

    SendResult send(String deliveryId, Outgoing what) {
        String key = key(deliveryId);
        return pen.write(n -> {
            Optional<MessageRef> before = board.done(key);
            if (before.isPresent()) {
                return new SendResult.Sent(before.get());
            }
            SendResult result = does(what, n);
            if (result instanceof SendResult.Sent sent) {
                board.did(key, sent.ref());
            }
            return result;
        });
    }

    Optional<SendResult.Sent> lookUp(String deliveryId) {
        return board.done(key(deliveryId)).map(SendResult.Sent::new);
    }

    private static String key(String deliveryId) {
        return "delivery/" + deliveryId;
    }

    private SendResult does(Outgoing what, long n) {
        return switch (what) {
            case Outgoing.OpenPlace open -> opens(open, n);
            case Outgoing.Invite invite -> in(invite.place(), room -> invites(room, invite.people(), n));
            case Outgoing.InviteAll all ->
                in(
                        all.place(),
                        room -> invites(room, people(board.members(all.from().id())), n));
            case Outgoing.Post post -> in(post.place(), room -> posts(room, post, n));
            case Outgoing.Direct direct -> says(direct, n);
            case Outgoing.Edit edit -> on(edit.message(), m -> edits(m, edit.content(), n));
            case Outgoing.React react -> on(react.message(), m -> changes(m.with(react.reaction()), n));
            case Outgoing.Topic topic ->
                in(
                        topic.place(),
                        room -> changes(
                                room.under(new WebPlace.Topic(topic.text(), topic.countdown(), topic.over())), n));
            case Outgoing.Archive archive -> in(archive.place(), room -> changes(room.closed(), n));
            case Outgoing.Remove remove -> in(remove.place(), this::removes);
        };
    }

    private interface InRoom {
        SendResult does(Board.Room room);
    }

    private interface OnMessage {
        SendResult does(WebMessage message);
    }

    private static SendResult no(Kind kind, String what) {
        return new SendResult.Never(new Failure(kind, what));
    }

    private SendResult in(Place place, InRoom work) {
        return board.room(place.id()).map(work::does).orElseGet(() -> no(Kind.NO_PLACE, place.id()));
    }

    private SendResult on(MessageRef ref, OnMessage work) {
        return board.message(ref.id())
                .filter(m -> m.ref().equals(ref))
                .map(work::does)
                .orElseGet(() -> no(Kind.NO_MESSAGE, ref.id()));
    }

    private SendResult opens(Outgoing.OpenPlace open, long n) {
        Optional<Board.Room> before = board.roomNamed(open.name());
        Board.Room room = before.orElseGet(() -> added(open));
        return invites(room, open.invited(), n);
    }

    private Board.Room added(Outgoing.OpenPlace open) {
        boolean plenary = open.kind() == Outgoing.Kind.PLENARY;
        Board.Room room = new Board.Room(
                Tokens.next(),
                open.name(),
                WebPlace.Kind.of(open.kind()),
                Optional.of(cafe(open.name())),
                open.title(),
                Optional.empty(),
                false,
                plenary ? Optional.of(Tokens.next()) : Optional.empty(),
                open.invited().stream().findFirst().map(Person::id));
        board.add(room);
        return room;
    }

    /** {@code cafe-k7f-privacy} is one of the places of {@code k7f}. */
    private static String cafe(String name) {
        String[] words = name.split("-");
        return words.length > 1 ? words[1] : name;
    }

    private SendResult invites(Board.Room room, Collection<Person> people, long n) {
        List<String> ids = people.stream()
                .filter(p -> p.platform().equals(Platform.WEBCHAT))
                .map(Person::id)
                .toList();
        board.join(room.id(), board.known(ids));
        board.changed(n, room.id());
        return sent(room);
    }

    private static List<Person> people(List<Member> members) {
        return members.stream().filter(Member::human).map(Member::person).toList();
    }

    private SendResult posts(Board.Room room, Outgoing.Post post, long n) {
        if (room.archived()) {
            return no(Kind.ARCHIVED, room.title());
        }
        Optional<WebMessage> root = post.thread()
                .flatMap(ref -> board.message(ref.id()))
                .filter(m -> m.ref().place().id().equals(room.id()));
        if (post.thread().isPresent() && root.isEmpty()) {
            return no(Kind.NO_MESSAGE, room.title());
        }
        // Threads are one deep.
        Optional<WebMessage> top =
                root.map(r -> r.thread().flatMap(board::message).orElse(r));
        WebMessage message = writes(room.id(), top.map(WebMessage::id), post.content(), post.pinned(), n);
        top.ifPresent(t -> changes(t.answered(), board.next()));
        return new SendResult.Sent(message.ref());
    }

    private SendResult says(Outgoing.Direct direct, long n) {
        return board.person(direct.to().id())
                .<SendResult>map(
                        p -> new SendResult.Sent(writes(p.direct().id(), Optional.empty(), direct.content(), false, n)
                                .ref()))
                .orElseGet(() -> no(Kind.NO_PERSON, direct.to().id()));
    }

    private WebMessage writes(String room, Optional<String> thread, Content content, boolean pinned, long n) {
        WebMessage message = WebMessage.said(
                        new MessageRef(new Place(Platform.WEBCHAT, room), Tokens.next()),
                        n,
                        thread,
                        WebMessage.Author.BOT,
                        clock.instant(),
                        content)
                .pinned(pinned);
        board.add(message);
        Pictures.in(content).forEach(medium -> board.show(room, medium));
        board.changed(n, message);
        return message;
    }

    private SendResult edits(WebMessage message, Content content, long n) {
        if (!message.author().bot()) {
            return no(Kind.NOT_OURS, message.id());
        }
        Pictures.in(content).forEach(medium -> board.show(message.ref().place().id(), medium));
        return changes(message.saying(content), n);
    }

    private SendResult changes(WebMessage message, long n) {
        board.change(message);
        board.changed(n, message);
        return new SendResult.Sent(message.ref());
    }

    private SendResult changes(Board.Room room, long n) {
        board.change(room);
        board.changed(n, room.id());
        return sent(room);
    }

    private SendResult removes(Board.Room room) {
        List<String> members =
                board.members(room.id()).stream().map(m -> m.person().id()).toList();
        board.remove(room.id());
        members.forEach(m -> board.gone(board.next(), room.id(), m));
        return sent(room);
    }

    private static SendResult sent(Board.Room room) {
        return new SendResult.Sent(new MessageRef(new Place(Platform.WEBCHAT, room.id()), ""));
    }
}

package org.tafelronde.webchat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.secret.Tokens;

/** People come, go, and say what to call them. */
final class Reception {
    private static final String NOBODY = "...";

    private final Board board;
    private final Ear ear;
    private final Pen pen;

    Reception(Board board, Ear ear, Pen pen) {
        this.board = board;
        this.ear = ear;
        this.pen = pen;
    }

    Person register(String name, String language, boolean mayBegin) {
        String called = Clean.name(name);
        Person person = new Person(Platform.WEBCHAT, Tokens.next());
        Board.Room direct = new Board.Room(
                Tokens.next(),
                "direct-" + person.id(),
                WebPlace.Kind.DIRECT,
                Optional.empty(),
                WebMessage.Author.BOT.name(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(person.id()));
        pen.write(n -> {
            board.add(new WebPerson(person, called, Clean.language(language), mayBegin, place(direct.id())));
            board.add(direct);
            board.join(direct.id(), List.of(person.id()));
            board.changed(n, direct.id());
            return true;
        });
        return person;
    }

    WebPerson rename(Person person, String name, String language) {
        String called = Clean.name(name);
        return pen.write(n -> {
            WebPerson before = known(person);
            WebPerson after = before.called(called, Clean.language(language));
            if (!after.equals(before)) {
                board.change(after);
                board.places(person.id(), Set.of())
                        .forEach(p -> board.changed(board.next(), p.place().id()));
            }
            return after;
        });
    }

    void allowToBegin(Person person) {
        pen.write(n -> {
            board.change(known(person).allowedToBegin());
            return true;
        });
    }

    void forget(Person person) {
        pen.write(n -> {
            WebPerson gone = known(person);
            List<WebPlace> places = board.places(person.id(), Set.of());
            board.forget(person.id(), NOBODY);
            board.remove(gone.direct().id());
            places.forEach(p -> {
                board.gone(board.next(), p.place().id(), person.id());
                if (p.kind() != WebPlace.Kind.DIRECT) {
                    board.changed(board.next(), p.place().id());
                }
            });
            return true;
        });
    }

    Optional<Board.Room> invitedTo(String token) {
        return board.roomFor(token).filter(room -> !room.archived());
    }

    Optional<Place> enter(Person person, String token) {
        Optional<Entered> entered = pen.write(n -> {
            WebPerson who = known(person);
            return invitedTo(token).map(room -> new Entered(place(room.id()), comesIn(who, room, n)));
        });
        entered.flatMap(Entered::heard).ifPresent(ear::hearKept);
        return entered.map(Entered::place);
    }

    private record Entered(Place place, Optional<Incoming> heard) {}

    private Optional<Incoming> comesIn(WebPerson who, Board.Room room, long n) {
        if (board.isIn(room.id(), who.person().id())) {
            return Optional.empty();
        }
        board.join(room.id(), List.of(who.person().id()));
        board.changed(n, room.id());
        Incoming arrived = new Incoming.Arrived(who.person().id() + "/arrived/" + n, who.speaking(), place(room.id()));
        board.keep(arrived);
        return Optional.of(arrived);
    }

    /** A direct place cannot be left: it would be nowhere to find again. */
    void leave(Person person, Place place) {
        Optional<Incoming> left = pen.write(n -> {
            WebPerson who = known(person);
            if (who.direct().equals(place) || !board.isIn(place.id(), person.id())) {
                return Optional.<Incoming>empty();
            }
            board.part(place.id(), person.id());
            board.gone(n, place.id(), person.id());
            board.changed(board.next(), place.id());
            Incoming leaving = new Incoming.Left(person.id() + "/left/" + n, who.speaking(), place);
            board.keep(leaving);
            return Optional.of(leaving);
        });
        left.ifPresent(ear::hearKept);
    }

    private WebPerson known(Person person) {
        return board.person(person.id()).orElseThrow(() -> new Refused(Refused.Reason.NO_PASS));
    }

    private static Place place(String id) {
        return new Place(Platform.WEBCHAT, id);
    }
}

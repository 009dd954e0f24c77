package org.tafelronde.webchat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.ChatPlatformContract;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;

class WebChatPlatformTest extends ChatPlatformContract {
    private final MemoryBoard board = new MemoryBoard();
    private final WebChat web =
            new WebChat(board, () -> what -> Answer.SILENT, () -> Instant.parse("2026-11-24T13:00:00Z"));
    private int keys;

    @AfterEach
    void close() {
        web.close();
    }

    @Override
    protected ChatPlatform platform() {
        return web;
    }

    @Override
    protected Person somebody(String name) {
        return web.register(name, "nl", false);
    }

    @Override
    protected List<Seen> seen(Place place) {
        return board.messages(place.id(), 0, 100).stream()
                .map(m -> new Seen(
                        m.ref(),
                        m.thread(),
                        m.content().plain(),
                        m.content().buttons().stream().map(Button::label).toList(),
                        m.pinned(),
                        m.reactions()))
                .toList();
    }

    @Override
    protected List<Seen> toldAlone(Person person) {
        return seen(web.person(person.id()).orElseThrow().direct());
    }

    @Override
    protected String topic(Place place) {
        return board.room(place.id()).orElseThrow().topic().orElseThrow().text();
    }

    @Override
    protected MessageRef says(Person person, Place place, String text) {
        return web.say(person, place.id(), Optional.empty(), text, "key-" + keys++)
                .message()
                .orElseThrow()
                .ref();
    }

    @Override
    protected boolean canBeRead(Place place) {
        Person member = web.members(place).getFirst().person();
        return !web.messages(member, place.id(), 0).isEmpty()
                && board.places(member.id(), Set.of(place.id())).getFirst().archived();
    }

    @Override
    protected boolean canBeWritten(Person person, Place place) {
        try {
            says(person, place, "hello?");
            return true;
        } catch (Refused e) {
            return false;
        }
    }
}

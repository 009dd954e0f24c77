package org.tafelronde.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.time.Stopwatch;
import org.tafelronde.time.Timings;
import org.tafelronde.webchat.Spoken;
import org.tafelronde.webchat.WebChat;
import org.tafelronde.webchat.WebMessage;

/**
 * A virtual person: does what a person does in a browser, by the same methods. Every act has a key that is the same in every run, so that
 * after a crash it can be done again without a second effect.
 */
final class Player {
    private final WebChat chat;
    private final Person person;
    private final String session;
    private final Timings replies;
    private final Watcher watcher;
    private final BooleanSupplier picking;

    /**
     * @param picking whether people choose among the questions, or have chosen
     */
    Player(WebChat chat, Person person, String session, Timings replies, Watcher watcher, BooleanSupplier picking) {
        this.chat = chat;
        this.person = person;
        this.session = session;
        this.replies = replies;
        this.watcher = watcher;
        this.picking = picking;
    }

    Person person() {
        return person;
    }

    /**
     * Asks a question under a prompt.
     *
     * @return the message's id
     */
    String ask(Place place, String root, String question, String key) {
        Stopwatch watch = Stopwatch.start();
        Spoken spoken = chat.say(person, place.id(), Optional.of(root), question, key(key));
        replies.add(watch.elapsed());
        // What is not kept, because the café is over, is answered with words; what is kept, with a tick that comes
        // later.
        if (spoken.answer().whispers().isEmpty()) {
            watcher.acknowledged(question);
        }
        return spoken.message().orElseThrow().id();
    }

    /** Says something beside the thread, or a command. */
    Answer say(Place place, String text, String key) {
        return chat.say(person, place.id(), Optional.empty(), text, key(key)).answer();
    }

    void edit(String message, String text, String key) {
        chat.edit(person, message, text, key(key));
        // From the pick on nothing is changed any more, and people are told so.
        if (!picking.getAsBoolean()) {
            watcher.acknowledged(text);
        }
    }

    void takeBack(String message, String key) {
        chat.delete(person, message, key(key));
    }

    /** Presses the button whose command begins so; nothing when the message has none. */
    Optional<Answer> press(WebMessage message, String command, String key) {
        return action(message.content(), command)
                .map(action -> chat.press(
                        person, message.ref().place().id(), Optional.of(message.id()), action, Map.of(), key(key)));
    }

    Answer send(Place place, Form form, Map<String, String> values, String key) {
        return chat.press(person, place.id(), Optional.empty(), form.action(), values, key(key));
    }

    private String key(String key) {
        return session + "/" + key;
    }

    /** A button's action is a session and a command. */
    static Optional<String> action(Content content, String command) {
        return actions(content)
                .filter(a -> (command(a) + " ").startsWith(command + " "))
                .findFirst();
    }

    /** What the buttons of a message say when they are pressed. */
    static List<String> commands(Content content) {
        return actions(content).map(Player::command).toList();
    }

    private static Stream<String> actions(Content content) {
        return content.buttons().stream().filter(Button.Press.class::isInstance).map(b -> ((Button.Press) b).action());
    }

    private static String command(String action) {
        return action.substring(action.indexOf(' ') + 1);
    }
}

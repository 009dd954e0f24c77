package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;

/**
 * What somebody alone sees at once: under the card that they pressed, else where they wrote ({@link Targeted}) or where the bot and they are
 * alone. It is a hint that promises nothing, and is said beside the acknowledgement, which does not wait for it.
 */
final class Whispers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);
    private static final int MOST_REMEMBERED = 5_000;
    /** More does not fit under a card. */
    private static final int FITS_UNDER_A_CARD = 150;

    private static final String MESSAGE = "application/vnd.microsoft.activity.message";
    private static final String NOTHING_TO_SAY = "OK";

    private final Connector connector;
    private final Cards cards;
    private final Targeted targeted;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> said = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }));

    Whispers(Connector connector, Cards cards, Targeted targeted) {
        this.connector = connector;
        this.cards = cards;
        this.targeted = targeted;
    }

    /**
     * To somebody who wrote.
     *
     * @param key of what was heard: brought again by Teams, it is not answered again
     * @param there where they wrote
     */
    void alone(String key, Person who, Targeted.Spot there, Place about, Answer answer) {
        if (!said.add(key)) {
            return;
        }
        answer.whispers().forEach(content -> beside(who, there, content));
        answer.form().ifPresent(form -> beside(() -> say(who, there, card(form, about))));
    }

    /** The answer to a press, which is the answer to its request. */
    JsonNode underCard(String key, Person who, Targeted.Spot there, Place about, Answer answer) {
        if (answer.form().isPresent()) {
            return result(Cards.CARD).set("value", Forms.card(answer.form().get(), about));
        }
        if (said.add(key)) {
            answer.whispers().stream().filter(Whispers::isMuch).forEach(content -> beside(who, there, content));
        }
        String words =
                answer.whispers().stream().map(Content::plain).map(Spoken::here).collect(Collectors.joining("\n\n"));
        return result(MESSAGE).put("value", words.isBlank() ? NOTHING_TO_SAY : words);
    }

    private static ObjectNode result(String type) {
        return Json.object().put("statusCode", 200).put("type", type);
    }

    private static boolean isMuch(Content content) {
        return !content.buttons().isEmpty() || content.plain().length() > FITS_UNDER_A_CARD;
    }

    private static ObjectNode card(Form form, Place about) {
        return Cards.message(Forms.card(form, about), Forms.plain(form));
    }

    private void beside(Person who, Targeted.Spot there, Content content) {
        beside(() -> cards.messages(content).forEach(message -> say(who, there, message)));
    }

    private void say(Person who, Targeted.Spot there, ObjectNode message) {
        if (targeted.say(who, there, message)) {
            return;
        }
        String chat = connector.chatWith(who.id());
        connector.say(TeamsId.alone(chat), chat, message);
    }

    private void beside(Runnable work) {
        beside.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("a hint did not get through: {}", e.toString());
            }
        });
    }

    @Override
    public void close() {
        beside.shutdown();
    }
}

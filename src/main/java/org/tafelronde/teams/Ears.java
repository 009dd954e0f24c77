package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Speaker;

/** What people do in Teams. When {@link #hear} returns, all that follows from it is committed. */
final class Ears {
    private final Connector connector;
    private final Known known;
    private final Provider<Door> door;
    private final Whispers whispers;
    private final CommandMenu menu;
    private final Changes changes;

    Ears(Connector connector, Known known, Provider<Door> door, Whispers whispers, CommandMenu menu) {
        this.connector = connector;
        this.known = known;
        this.door = door;
        this.whispers = whispers;
        this.menu = menu;
        this.changes = new Changes(connector, known, door);
    }

    /**
     * Where something happened.
     *
     * @param place a channel, a chat, or a thread that is a place
     * @param root the message under which it happened
     * @param conversation in which it can be answered
     */
    private record Where(TeamsId place, Optional<String> root, String conversation) {
        Targeted.Spot spot() {
            return new Targeted.Spot(place, conversation);
        }
    }

    /**
     * @return what Teams wants to be answered; empty for what needs no answer
     */
    Optional<JsonNode> hear(JsonNode activity) {
        Where where = where(activity);
        known.service(where.place(), activity.path("serviceUrl").asText());
        Json.text(activity.path("channelData").path("team").path("aadGroupId"))
                .ifPresent(group -> known.group(where.place().team(), group));
        String type = activity.path("type").asText();
        Optional<Speaker> who = speaker(activity, where);
        changes.hear(activity, where.place(), who);
        return who.isEmpty() ? Optional.empty() : hear(type, activity, where, who.get());
    }

    private Optional<JsonNode> hear(String type, JsonNode activity, Where where, Speaker who) {
        switch (type) {
            case "message" -> written(activity, where, who);
            case "messageUpdate" -> edited(activity, where, who);
            case "messageDelete" ->
                door.get().hear(new Incoming.Deleted(key("deleted", activity), who, message(activity, where)));
            case "invoke" -> {
                return invoked(activity, where, who);
            }
            default -> {
                // Teams tells many things, and new ones from time to time.
            }
        }
        return Optional.empty();
    }

    private Where where(JsonNode activity) {
        String conversation = activity.path("conversation").path("id").asText("none");
        Optional<String> team =
                Json.text(activity.path("channelData").path("team").path("id"));
        if (team.isEmpty()) {
            return new Where(TeamsId.alone(conversation), Optional.empty(), conversation);
        }
        TeamsId channel = TeamsId.channel(team.get(), conversation);
        Optional<String> root = TeamsId.rootOf(conversation);
        return new Where(root.map(channel::under).filter(known::isRoom).orElse(channel), root, conversation);
    }

    static String key(String what, JsonNode activity) {
        return what + "/" + activity.path("conversation").path("id").asText() + "/"
                + activity.path("id").asText();
    }

    private static MessageRef message(JsonNode activity, Where where) {
        return where.place().message(where.root(), activity.path("id").asText());
    }

    /** Bots and connectors are nobody in the directory. */
    private Optional<Speaker> speaker(JsonNode activity, Where where) {
        JsonNode from = activity.path("from");
        if (from.path("role").asText().equals("bot") || from.path("id").asText().startsWith("28:")) {
            return Optional.empty();
        }
        return Json.text(from.path("aadObjectId")).map(id -> {
            Json.text(from.path("id")).ifPresent(account -> known.account(id, account));
            boolean personal = activity.path("conversation")
                    .path("conversationType")
                    .asText()
                    .equals("personal");
            if (personal) {
                known.chat(id, where.place().channel());
            }
            return new Speaker(
                    new Person(Platform.TEAMS, id),
                    Json.text(from.path("name")).orElse(id),
                    Json.text(activity.path("locale")).orElse(""),
                    true);
        });
    }

    private void written(JsonNode activity, Where where, Speaker who) {
        if (Forms.action(activity.path("value")).isPresent()) {
            String key = key("submit", activity);
            Place about =
                    Forms.place(activity.path("value")).orElse(where.place().place());
            whispers.alone(key, who.person(), where.spot(), about, pressed(key, activity.path("value"), about, who));
            return;
        }
        String key = key("message", activity);
        Incoming what = said(key, activity, where, who);
        if (what instanceof Incoming.Command && !where.place().isAlone()) {
            known.lastOf(who.person().id(), where.place());
        }
        whispers.alone(
                key,
                who.person(),
                where.spot(),
                where.place().place(),
                door.get().hear(what));
    }

    private Incoming said(String key, JsonNode activity, Where where, Speaker who) {
        TeamsId place = where.place();
        MessageRef message = message(activity, where);
        Optional<String> mentioned = Words.afterMention(activity);
        String words = mentioned.orElseGet(() -> Words.plain(activity));
        Optional<MessageRef> root = root(activity, where);
        // Without the consent to read, people must mention the bot in an answer too.
        boolean answers = root.isPresent() && !isCommand(words);
        if (isForUsAlone(activity) || (mentioned.isPresent() && !answers)) {
            Incoming.Mentioned named = Words.mentioned(activity, account -> connector.person(place, account));
            return new Incoming.Command(key, who, place.place(), words, named);
        }
        return root.<Incoming>map(r -> new Incoming.Reply(key, who, r, message, words))
                .orElseGet(() -> new Incoming.Said(key, who, message, words));
    }

    /** Under which message it stands; the house knows whether that is a prompt, or the first message of a place that is a thread. */
    private Optional<MessageRef> root(JsonNode activity, Where where) {
        TeamsId channel = TeamsId.channel(where.place().team(), where.place().channel());
        return where.root()
                .filter(r -> !r.equals(activity.path("id").asText()))
                .map(r -> channel.message(Optional.empty(), r));
    }

    /** Written with a slash, in a message that nobody else sees: no answer at a table. */
    private static boolean isForUsAlone(JsonNode activity) {
        return activity.path("recipient").path("isTargeted").asBoolean();
    }

    /** "Where do we begin?" is a question, and "where" a command. */
    private boolean isCommand(String words) {
        String first = words.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
        boolean known = Stream.of("nl", "en")
                .flatMap(language -> menu.commands(language).stream())
                .anyMatch(entry -> entry.word().equals(first));
        return first.isEmpty() || (known && !words.strip().endsWith("?"));
    }

    private void edited(JsonNode activity, Where where, Speaker who) {
        String key = key("edited", activity) + "/"
                + Json.text(activity.path("timestamp"))
                        .orElseGet(() ->
                                String.valueOf(activity.path("text").asText().hashCode()));
        String words = Words.afterMention(activity).orElseGet(() -> Words.plain(activity));
        Answer answer = door.get().hear(new Incoming.Edited(key, who, message(activity, where), words));
        whispers.alone(key, who.person(), where.spot(), where.place().place(), answer);
    }

    private Optional<JsonNode> invoked(JsonNode activity, Where where, Speaker who) {
        if (!activity.path("name").asText().equals("adaptiveCard/action")) {
            return Optional.empty();
        }
        JsonNode data = activity.path("value").path("action").path("data");
        if (Forms.action(data).isEmpty()) {
            return Optional.empty();
        }
        String key = key("invoke", activity);
        Place about = Forms.place(data).orElse(where.place().place());
        return Optional.of(whispers.underCard(key, who.person(), where.spot(), about, pressed(key, data, about, who)));
    }

    private Answer pressed(String key, JsonNode data, Place about, Speaker who) {
        return door.get()
                .hear(new Incoming.Pressed(key, who, about, Forms.action(data).orElseThrow(), Forms.values(data)));
    }
}

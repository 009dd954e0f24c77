package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;

/** What people write in Teams, as they see it. Mentions are told by what stands beside the text, and by nothing else. */
final class Words {
    private Words() {}

    static String plain(JsonNode activity) {
        String text = activity.path("text").asText("");
        for (JsonNode entity : activity.path("entities")) {
            String mention = entity.path("text").asText("");
            if (isMention(entity) && !mention.isEmpty()) {
                String name = entity.path("mentioned").path("name").asText("");
                text = text.replace(mention, name.isEmpty() ? "" : "@" + name);
            }
        }
        return text.replace('\u00a0', ' ').strip();
    }

    /** What stands after a mention of the bot at the beginning; empty when it does not begin so. */
    static Optional<String> afterMention(JsonNode activity) {
        String bot = activity.path("recipient").path("id").asText("");
        String text = activity.path("text").asText("").strip();
        for (JsonNode entity : activity.path("entities")) {
            String mention = entity.path("text").asText("");
            boolean ours = isMention(entity)
                    && !bot.isEmpty()
                    && bot.equals(entity.path("mentioned").path("id").asText());
            if (ours && !mention.isEmpty() && text.startsWith(mention)) {
                return Optional.of(plain(
                                activity.deepCopy() instanceof com.fasterxml.jackson.databind.node.ObjectNode rest
                                        ? rest.put("text", text.substring(mention.length()))
                                        : activity)
                        .replaceFirst("^[:,]\\s*", ""));
            }
        }
        return Optional.empty();
    }

    /**
     * The people in it, by how {@link #plain} shows them.
     *
     * @param personOf somebody's id in the directory, by what Teams calls them beside a mention
     */
    static Incoming.Mentioned mentioned(JsonNode activity, Function<String, Optional<String>> personOf) {
        String bot = activity.path("recipient").path("id").asText("");
        Map<String, Person> people = new HashMap<>();
        for (JsonNode entity : activity.path("entities")) {
            JsonNode who = entity.path("mentioned");
            String name = who.path("name").asText("");
            String account = who.path("id").asText("");
            if (isMention(entity) && !name.isEmpty() && !account.equals(bot)) {
                Json.text(who.path("aadObjectId"))
                        .or(() -> personOf.apply(account))
                        .ifPresent(id -> people.put("@" + name, new Person(Platform.TEAMS, id)));
            }
        }
        return new Incoming.Mentioned(Map.of(), people);
    }

    private static boolean isMention(JsonNode entity) {
        return "mention".equals(entity.path("type").asText());
    }
}

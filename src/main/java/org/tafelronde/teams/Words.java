package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

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

    private static boolean isMention(JsonNode entity) {
        return "mention".equals(entity.path("type").asText());
    }
}

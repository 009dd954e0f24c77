package org.tafelronde.teams;

import java.util.Optional;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/**
 * What Teams calls a place.
 *
 * @param team its thread's id; "-": no team, but a chat with one person
 * @param channel or chat
 * @param thread the message under which everything of this place stands; empty: the place is a whole channel or chat
 */
record TeamsId(String team, String channel, Optional<String> thread) {
    static final String NO_TEAM = "-";
    private static final String MESSAGE = ";messageid=";

    static TeamsId of(Place place) {
        int slash = place.id().indexOf('/');
        if (slash < 1 || slash == place.id().length() - 1) {
            throw TeamsSaysNo.atOnce(Failure.Kind.NO_PLACE, place.id());
        }
        String team = place.id().substring(0, slash);
        String there = place.id().substring(slash + 1);
        int under = team.equals(NO_TEAM) ? -1 : there.indexOf('/');
        return under < 1 || under == there.length() - 1
                ? new TeamsId(team, there, Optional.empty())
                : new TeamsId(team, there.substring(0, under), Optional.of(there.substring(under + 1)));
    }

    static TeamsId alone(String chat) {
        return new TeamsId(NO_TEAM, chat, Optional.empty());
    }

    static TeamsId channel(String team, String channel) {
        return new TeamsId(team, channelOf(channel), Optional.empty());
    }

    /** {@code 19:abc@thread.tacv2} of {@code 19:abc@thread.tacv2;messageid=1}. */
    static String channelOf(String conversation) {
        int at = conversation.indexOf(MESSAGE);
        return at < 0 ? conversation : conversation.substring(0, at);
    }

    static Optional<String> rootOf(String conversation) {
        int at = conversation.indexOf(MESSAGE);
        return at < 0 ? Optional.empty() : Optional.of(conversation.substring(at + MESSAGE.length()));
    }

    /** Whether a conversation's id is that of a team or its channel, and not of a chat. */
    static boolean isOfATeam(String conversation) {
        return conversation.contains("@thread.tacv2") || conversation.contains("@thread.skype");
    }

    boolean isAlone() {
        return team.equals(NO_TEAM);
    }

    TeamsId under(String root) {
        return new TeamsId(team, channel, Optional.of(root));
    }

    Place place() {
        return new Place(
                Platform.TEAMS, team + "/" + channel + thread.map(t -> "/" + t).orElse(""));
    }

    /** Of the place itself. */
    String conversation() {
        return channel + thread.map(t -> MESSAGE + t).orElse("");
    }

    /** In which a message of this place stands, by the first part of its id. */
    String conversationOf(String messageId) {
        if (isAlone() || thread.isPresent()) {
            return conversation();
        }
        int slash = messageId.indexOf('/');
        return channel + MESSAGE + (slash < 0 ? messageId : messageId.substring(0, slash));
    }

    static String activityOf(String messageId) {
        return messageId.substring(messageId.indexOf('/') + 1);
    }

    /**
     * A message of this place; an answer in a channel is called by the message that it answers, too: {@code ROOT/ID}.
     *
     * @param root what it stands under; in a place that is a thread or a chat, everything stands alike
     */
    MessageRef message(Optional<String> root, String id) {
        boolean flat = isAlone()
                || thread.isPresent()
                || root.filter(r -> !r.equals(id)).isEmpty();
        return new MessageRef(place(), flat ? id : root.orElseThrow() + "/" + id);
    }
}

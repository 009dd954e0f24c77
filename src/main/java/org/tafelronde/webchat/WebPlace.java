package org.tafelronde.webchat;

import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;

/**
 * A place as one of its members sees it.
 *
 * @param cafe what groups the places of one café; empty for a direct place
 * @param invite the token with which others can enter; only a plenary has one
 * @param owned whether it was opened for this very member, who runs the café then
 * @param members at most {@link #MEMBERS_SHOWN} of them
 * @param unread how many messages of others this member has not read
 * @param last the newest message's number; 0 when there is none
 */
public record WebPlace(
        Place place,
        Optional<String> cafe,
        Kind kind,
        String title,
        Optional<Topic> topic,
        boolean archived,
        Optional<String> invite,
        boolean owned,
        List<Member> members,
        int memberCount,
        int unread,
        long last) {
    public static final int MEMBERS_SHOWN = 50;

    /** What a place is for. */
    public enum Kind {
        PLENARY,
        TABLE,
        MANAGEMENT,
        /** One person and the bot. */
        DIRECT;

        static Kind of(Outgoing.Kind kind) {
            return switch (kind) {
                case PLENARY -> PLENARY;
                case TABLE -> TABLE;
                case MANAGEMENT -> MANAGEMENT;
            };
        }
    }

    /**
     * What stands above a place.
     *
     * @param over the café is over
     */
    public record Topic(String text, Optional<Outgoing.Countdown> countdown, boolean over) {}

    public WebPlace {
        members = List.copyOf(members);
    }
}

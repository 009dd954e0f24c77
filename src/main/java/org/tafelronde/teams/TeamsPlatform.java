package org.tafelronde.teams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.NeverKnown;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;

/** Teams, seen from inside. */
final class TeamsPlatform implements ChatPlatform {
    /** Few: after these the most urgent of all that may go are chosen anew. */
    static final int AT_ONCE = 4;

    private final Connector connector;
    private final Rooms rooms;
    private final Posts posts;
    private final Known known;

    TeamsPlatform(Connector connector, Rooms rooms, Posts posts, Known known) {
        this.connector = connector;
        this.rooms = rooms;
        this.posts = posts;
        this.known = known;
    }

    @Override
    public Platform platform() {
        return Platform.TEAMS;
    }

    @Override
    public SendResult send(String deliveryId, Outgoing what) {
        try {
            return new SendResult.Sent(done(deliveryId, what));
        } catch (TeamsSaysNo e) {
            return new SendResult.Never(e.failure());
        } catch (TeamsAsksPatience e) {
            return new SendResult.Later(e.after(), new Failure(Failure.Kind.PATIENCE, String.valueOf(e.getMessage())));
        }
    }

    private MessageRef done(String deliveryId, Outgoing what) {
        return switch (what) {
            case Outgoing.OpenPlace open -> at(rooms.open(open));
            case Outgoing.Invite invite -> {
                rooms.invite(invite.place());
                yield at(invite.place());
            }
            // Everybody in the team is in its channels.
            case Outgoing.InviteAll all -> at(all.place());
            case Outgoing.Post post -> posts.post(deliveryId, post);
            case Outgoing.Direct direct -> posts.direct(deliveryId, direct);
            case Outgoing.Edit edit -> {
                posts.edit(edit.message(), edit.content());
                yield edit.message();
            }
            case Outgoing.React react -> {
                posts.react(react);
                yield react.message();
            }
            case Outgoing.Topic topic -> {
                posts.topic(topic);
                yield at(topic.place());
            }
            case Outgoing.Archive archive -> {
                rooms.archive(archive.place());
                yield at(archive.place());
            }
            case Outgoing.Remove remove -> {
                rooms.remove(remove.place());
                yield at(remove.place());
            }
        };
    }

    private static MessageRef at(Place place) {
        return new MessageRef(place, "");
    }

    /**
     * Teams cannot be asked. A prompt that stands there twice harms less than a table without one, and so does a word to one person; an
     * answer in a thread is not said again. Everything else has no second effect.
     */
    @Override
    public Optional<SendResult.Sent> lookUp(String deliveryId, Outgoing what) {
        if (what instanceof Outgoing.Post post && post.thread().isPresent()) {
            throw new NeverKnown("Teams cannot be asked what was said");
        }
        return Optional.empty();
    }

    @Override
    public Duration patience(Outgoing what) {
        try {
            return switch (what) {
                case Outgoing.OpenPlace open -> rooms.patience(open);
                case Outgoing.Invite invite -> Duration.ZERO;
                case Outgoing.InviteAll all -> Duration.ZERO;
                case Outgoing.Post post -> untilSaid(post.place(), post.thread().map(MessageRef::id));
                case Outgoing.Direct direct ->
                    connector
                            .pace()
                            .untilSaid(known.chat(direct.to().id())
                                    .orElse(direct.to().id()));
                case Outgoing.Edit edit ->
                    untilSaid(edit.message().place(), Optional.of(edit.message().id()));
                case Outgoing.React react ->
                    untilSaid(
                            react.message().place(), Optional.of(react.message().id()));
                case Outgoing.Topic topic -> untilSaid(topic.place(), known.topic(TeamsId.of(topic.place())));
                case Outgoing.Archive archive -> connector.pace().untilChannel();
                case Outgoing.Remove remove -> connector.pace().untilChannel();
            };
        } catch (TeamsSaysNo e) {
            // Sending it says what is wrong.
            return Duration.ZERO;
        }
    }

    private Duration untilSaid(Place place, Optional<String> message) {
        TeamsId room = TeamsId.of(place);
        return connector.pace().untilSaid(message.map(room::conversationOf).orElseGet(room::conversation));
    }

    /** A call is a journey: alone, each would wait for the one before, and use a third of what Teams bears. */
    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public boolean together() {
        return true;
    }

    /**
     * @throws UnknownOutcome when Teams cannot be asked now
     */
    @Override
    public List<Member> members(Place place) {
        return rooms.members(place);
    }
}

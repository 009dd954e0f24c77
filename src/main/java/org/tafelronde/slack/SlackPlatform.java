package org.tafelronde.slack;

import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Failure.Kind;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;

/** Slack, seen from inside. */
final class SlackPlatform implements ChatPlatform {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPlatform.class);
    private static final Duration UNREACHABLE = Duration.ofSeconds(5);
    private static final Duration LOCKED_OUT = Duration.ofSeconds(30);

    private final Workspaces workspaces;
    private final Line line;
    private final Rooms rooms;
    private final Threads threads;
    private final Posts posts;
    private final Chores chores;
    /** The workspaces that do not take our token now. */
    private final Set<String> lockedOut = ConcurrentHashMap.newKeySet();

    SlackPlatform(Workspaces workspaces, Line line, Rooms rooms, Threads threads, Posts posts, Chores chores) {
        this.workspaces = workspaces;
        this.line = line;
        this.rooms = rooms;
        this.threads = threads;
        this.posts = posts;
        this.chores = chores;
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public SendResult send(String deliveryId, Outgoing what) {
        chores.work();
        try {
            Workspace in = workspace(what);
            SendResult.Sent sent = done(in, deliveryId, what);
            lockedOut.remove(in.team());
            return sent;
        } catch (SlackSaysNo e) {
            return e.isLockedOut() ? lockedOut(what, e) : new SendResult.Never(e.failure());
        } catch (SlackAsksPatience e) {
            return new SendResult.Later(e.after(), new Failure(Kind.PATIENCE, String.valueOf(e.getMessage())));
        }
    }

    /**
     * The facilitator cannot be told, as nobody in that workspace can; the administrator reads it here and in the health. What is to be
     * said waits for a new installation, as long as it is of use.
     */
    private SendResult lockedOut(Outgoing what, SlackSaysNo why) {
        String team = team(what).orElse("");
        workspaces.doubted(team);
        if (lockedOut.add(team)) {
            LOG.warn("{}; until then all that is to be said in workspace {} waits", why.getMessage(), team);
        }
        return new SendResult.Later(LOCKED_OUT, why.failure());
    }

    private SendResult.Sent opened(Workspace in, String delivery, Outgoing.OpenPlace open) {
        Rooms.Room room = rooms.open(in, delivery, open);
        if (room.fresh()) {
            posts.isFresh(room.id());
        }
        return new SendResult.Sent(room.id().message(""), room.refused());
    }

    private SendResult.Sent done(Workspace in, String deliveryId, Outgoing what) {
        return switch (what) {
            case Outgoing.OpenPlace open -> opened(in, deliveryId, open);
            case Outgoing.Invite invite -> {
                invite(in, SlackId.of(invite.place()), invite.people());
                yield sent(at(invite.place()));
            }
            case Outgoing.InviteAll all -> {
                rooms.inviteAll(in, channel(all.place()), channel(all.from()));
                yield sent(at(all.place()));
            }
            case Outgoing.Post post -> sent(posts.post(in, deliveryId, post));
            case Outgoing.Direct direct -> sent(posts.direct(in, deliveryId, direct));
            case Outgoing.Edit edit -> {
                posts.edit(in, edit);
                yield sent(edit.message());
            }
            case Outgoing.React react -> {
                niceties(() -> posts.react(in, react));
                yield sent(react.message());
            }
            case Outgoing.Topic topic -> {
                niceties(() -> topic(in, deliveryId, topic));
                yield sent(at(topic.place()));
            }
            case Outgoing.Archive archive -> {
                close(in, SlackId.of(archive.place()));
                yield sent(at(archive.place()));
            }
            // Slack lets no app take a channel away.
            case Outgoing.Remove remove -> {
                close(in, SlackId.of(remove.place()));
                yield sent(at(remove.place()));
            }
        };
    }

    private static SendResult.Sent sent(MessageRef where) {
        return new SendResult.Sent(where);
    }

    /** Everybody in a channel is in its threads. */
    private void invite(Workspace in, SlackId place, List<Person> people) {
        if (!place.isThread()) {
            rooms.invite(in, place.id(), people);
        }
    }

    private void topic(Workspace in, String delivery, Outgoing.Topic topic) {
        SlackId place = SlackId.of(topic.place());
        if (place.isThread()) {
            threads.topic(in, place, topic);
        } else {
            posts.topic(in, delivery, topic);
        }
    }

    private void close(Workspace in, SlackId place) {
        if (place.isThread()) {
            threads.close(in, place);
        } else {
            rooms.archive(in, place.id());
        }
    }

    /** Over a closed channel nobody misses them. */
    private static void niceties(Runnable work) {
        try {
            work.run();
        } catch (SlackSaysNo e) {
            if (!e.code().equals("is_archived")) {
                throw e;
            }
        }
    }

    private static String channel(Place place) {
        return SlackId.of(place).id();
    }

    private static MessageRef at(Place place) {
        return new MessageRef(place, "");
    }

    /** Nothing was asked of Slack before we know by which token: when it cannot be reached for that, nothing is in doubt. */
    private Workspace workspace(Outgoing what) {
        try {
            return team(what)
                    .map(workspaces::of)
                    .orElseGet(workspaces::only)
                    .orElseThrow(() ->
                            new SlackSaysNo("not_installed", new Failure(Kind.LOCKED_OUT, "Slack: not_installed")));
        } catch (UnknownOutcome e) {
            throw new SlackAsksPatience("auth.test", UNREACHABLE);
        }
    }

    private static Optional<String> team(Outgoing what) {
        return switch (what) {
            case Outgoing.OpenPlace open -> SlackId.teamOf(open.invited());
            case Outgoing.Invite invite ->
                Optional.of(SlackId.of(invite.place()).team());
            case Outgoing.InviteAll all -> Optional.of(SlackId.of(all.place()).team());
            case Outgoing.Post post -> Optional.of(SlackId.of(post.place()).team());
            case Outgoing.Direct direct -> Optional.of(SlackId.of(direct.to()).team());
            case Outgoing.Edit edit ->
                Optional.of(SlackId.of(edit.message().place()).team());
            case Outgoing.React react ->
                Optional.of(SlackId.of(react.message().place()).team());
            case Outgoing.Topic topic -> Optional.of(SlackId.of(topic.place()).team());
            case Outgoing.Archive archive ->
                Optional.of(SlackId.of(archive.place()).team());
            case Outgoing.Remove remove ->
                Optional.of(SlackId.of(remove.place()).team());
        };
    }

    /** Only what would be read twice is looked for: everything else is simply done again. */
    @Override
    public Optional<SendResult.Sent> lookUp(String deliveryId, Outgoing what) {
        try {
            return switch (what) {
                case Outgoing.Post post ->
                    posts.find(
                                    workspace(what),
                                    deliveryId,
                                    SlackId.of(post.place()),
                                    post.thread(),
                                    post.content(),
                                    post.pinned())
                            .map(SendResult.Sent::new);
                case Outgoing.Direct direct -> {
                    Workspace in = workspace(what);
                    String user = SlackId.of(direct.to()).id();
                    ConversationsOpenResponse with =
                            line.ask(in, "conversations.open", c -> c.conversationsOpen(r -> r.users(List.of(user))));
                    yield posts.find(
                                    in,
                                    deliveryId,
                                    new SlackId(in.team(), with.getChannel().getId()),
                                    Optional.empty(),
                                    direct.content(),
                                    false)
                            .map(SendResult.Sent::new);
                }
                case Outgoing.OpenPlace open ->
                    threads.find(workspace(open), deliveryId, open).map(room -> new SendResult.Sent(room.message("")));
                case Outgoing.Invite invite -> Optional.empty();
                case Outgoing.InviteAll all -> Optional.empty();
                case Outgoing.Edit edit -> Optional.empty();
                case Outgoing.React react -> Optional.empty();
                case Outgoing.Topic topic -> Optional.empty();
                case Outgoing.Archive archive -> Optional.empty();
                case Outgoing.Remove remove -> Optional.empty();
            };
        } catch (SlackSaysNo e) {
            return cannotSay(e);
        } catch (SlackAsksPatience e) {
            return cannotSay(e);
        }
    }

    /** It cannot be read there (any more): so nobody can tell whether it was said. */
    private static Optional<SendResult.Sent> cannotSay(RuntimeException e) {
        throw new UnknownOutcome(String.valueOf(e.getMessage()), e);
    }

    @Override
    public Duration patience(Outgoing what) {
        try {
            return team(what).map(team -> patience(team, what)).orElse(Duration.ZERO);
        } catch (SlackSaysNo e) {
            // Sending it says what is wrong.
            return Duration.ZERO;
        }
    }

    private Duration patience(String team, Outgoing what) {
        Pace pace = line.pace();
        return switch (what) {
            case Outgoing.OpenPlace open ->
                threads.isFor(open)
                        ? pace.until(team, Pace.POST, channel(open.beside().orElseThrow()))
                        : pace.until(team, "conversations.create", "");
            case Outgoing.Invite invite -> pace.until(team, "conversations.invite", "");
            case Outgoing.InviteAll all -> pace.until(team, "conversations.invite", "");
            case Outgoing.Post post ->
                longer(posts.patience(post.content()), pace.until(team, Pace.POST, channel(post.place())));
            case Outgoing.Direct direct ->
                longer(
                        posts.patience(direct.content()),
                        pace.until(team, Pace.POST, SlackId.of(direct.to()).id()));
            case Outgoing.Edit edit -> pace.until(team, "chat.update", "");
            case Outgoing.React react -> pace.until(team, "reactions.add", "");
            case Outgoing.Topic topic ->
                !SlackId.of(topic.place()).isThread() && posts.hasNoTopic(SlackId.of(topic.place()))
                        ? pace.until(team, Pace.POST, channel(topic.place()))
                        : pace.until(team, "chat.update", "");
            case Outgoing.Archive archive -> pace.until(team, "conversations.archive", "");
            case Outgoing.Remove remove -> pace.until(team, "conversations.archive", "");
        };
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** One at a time: after each the most urgent of all that may go is chosen anew. */
    @Override
    public int atOnce() {
        return 1;
    }

    /**
     * @throws UnknownOutcome when Slack cannot be asked now
     */
    @Override
    public List<Member> members(Place place) {
        SlackId id = SlackId.of(place);
        Workspace in = workspaces
                .of(id.team())
                .orElseThrow(
                        () -> new SlackSaysNo("not_installed", new Failure(Kind.LOCKED_OUT, "Slack: not_installed")));
        return rooms.members(in, id.id());
    }
}

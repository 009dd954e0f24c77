package org.tafelronde.slack;

import com.slack.api.methods.response.conversations.ConversationsCreateResponse;
import com.slack.api.methods.response.conversations.ConversationsInviteResponse;
import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.UnknownOutcome;

/** Channels: made once, found again by their name, and left to their people. Where none may be made, {@link Threads} say what is left. */
final class Rooms {
    /** So many people Slack lets in with one call. */
    static final int AT_ONCE = 100;

    private static final String USER_GROUP = "S";
    private static final int PAGE = 999;
    private static final int MOST_PAGES = 50;
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_NAME = 80;
    /** It is as we want it. */
    private static final Set<String> DONE = Set.of("already_in_channel", "cant_invite_self");

    private final Line line;
    private final Line quick;
    private final Folk folk;
    private final Threads threads;

    /** Which channels the bot made. */
    private final Remembered<SlackId, Boolean> ours = new Remembered<>(MOST_REMEMBERED);

    Rooms(Line line, Line quick, Folk folk, Threads threads) {
        this.line = line;
        this.quick = quick;
        this.folk = folk;
        this.threads = threads;
    }

    /**
     * A channel of ours, or what stands for one.
     *
     * @param fresh nothing was ever said in it by this café
     * @param refused who was not let in; empty: everybody was
     */
    record Room(SlackId id, boolean fresh, Optional<Failure> refused) {
        /** In a channel of people's own, where the bot lets nobody in. */
        private static Room beside(SlackId id) {
            return new Room(id, true, Optional.empty());
        }
    }

    /** Who cannot be let in does not keep the others out. */
    Room open(Workspace in, String delivery, Outgoing.OpenPlace open) {
        if (threads.isFor(open)) {
            return Room.beside(threads.table(in, delivery, open, "restricted_action"));
        }
        String name = open.name().length() > LONGEST_NAME ? open.name().substring(0, LONGEST_NAME) : open.name();
        // The digest is for management alone; a café is for everybody who wants to come.
        boolean secret = open.kind() == Outgoing.Kind.MANAGEMENT;
        ConversationsCreateResponse made = line.answer(
                in,
                "conversations.create",
                "",
                c -> c.conversationsCreate(r -> r.name(name).isPrivate(secret)));
        String error = String.valueOf(made.getError());
        if (!made.isOk() && Threads.isForbidden(error)) {
            return Room.beside(without(in, delivery, open, error));
        }
        if (!made.isOk() && !"name_taken".equals(error)) {
            throw SlackSaysNo.of("conversations.create", error);
        }
        String channel = made.isOk() ? made.getChannel().getId() : ours(in, name);
        SlackId id = new SlackId(in.team(), channel);
        ours.put(id, true);
        Map<String, String> refused = letIn(in, channel, users(in, open.invited()));
        return new Room(id, made.isOk(), told(in, refused));
    }

    /** What stands for a channel where none may be made. The digest is for management alone, and never for a thread that others read. */
    private SlackId without(Workspace in, String delivery, Outgoing.OpenPlace open, String error) {
        return switch (open.kind()) {
            case PLENARY -> threads.hall(in, open, error);
            case TABLE -> threads.table(in, delivery, open, error);
            case MANAGEMENT -> throw Threads.mayNot(error, Failure.Kind.NO_CHANNEL_FOR_DIGEST);
        };
    }

    /** The channel of that name, when we made it and it is open. */
    private String ours(Workspace in, String name) {
        return open(in, c -> name.equals(c.getName()))
                .filter(c -> in.bot().equals(c.getCreator()))
                .map(Conversation::getId)
                .orElseThrow(() -> SlackSaysNo.of("conversations.create", "name_taken"));
    }

    /** The first channel of this kind that is open. */
    private Optional<Conversation> open(Workspace in, Predicate<Conversation> which) {
        String cursor = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            String from = cursor;
            ConversationsListResponse page = line.ask(
                    in,
                    "conversations.list",
                    c -> c.conversationsList(r -> r.limit(PAGE)
                            .cursor(from)
                            .excludeArchived(true)
                            .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))));
            Optional<Conversation> found =
                    page.getChannels().stream().filter(which).findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = Delivered.next(page.getResponseMetadata());
            if (cursor.isEmpty()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Whether the bot made it: what is said in other people's channels is not for its ears. When Slack cannot say so now, it is. */
    boolean isOurs(Workspace in, String channel) {
        try {
            return isOursForSure(quick, in, channel);
        } catch (SlackSaysNo e) {
            return false;
        } catch (SlackAsksPatience | UnknownOutcome e) {
            return true;
        }
    }

    private boolean isOursForSure(Line by, Workspace in, String channel) {
        return ours.get(
                new SlackId(in.team(), channel),
                () -> in.bot()
                        .equals(by.ask(in, "conversations.info", c -> c.conversationsInfo(r -> r.channel(channel)))
                                .getChannel()
                                .getCreator()));
    }

    void invite(Workspace in, String channel, List<Person> people) {
        Map<String, String> refused = letIn(in, channel, users(in, people));
        told(in, refused).ifPresent(why -> {
            throw new SlackSaysNo(refused.values().iterator().next(), why);
        });
    }

    private Optional<Failure> told(Workspace in, Map<String, String> refused) {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        String who = refused.keySet().stream().map(u -> folk.name(in, u)).collect(Collectors.joining(", "));
        String codes = refused.values().stream().distinct().collect(Collectors.joining(", "));
        return Optional.of(new Failure(Failure.Kind.NOT_LET_IN, who + "; Slack: " + codes + ", conversations.invite"));
    }

    /** Whoever is in another channel, or in a user group; people alone. */
    void inviteAll(Workspace in, String channel, String from) {
        List<Member> members = from.startsWith(USER_GROUP) ? group(in, from) : members(in, from);
        invite(
                in,
                channel,
                members.stream().filter(Member::human).map(Member::person).toList());
    }

    private static List<String> users(Workspace in, List<Person> people) {
        return people.stream()
                .filter(p -> p.platform().equals(Platform.SLACK))
                .map(SlackId::of)
                .filter(id -> id.team().equals(in.team()))
                .map(SlackId::id)
                .distinct()
                .toList();
    }

    /**
     * @return who is not in, and why
     */
    private Map<String, String> letIn(Workspace in, String channel, List<String> users) {
        Map<String, String> refused = new java.util.LinkedHashMap<>();
        for (int i = 0; i < users.size(); i += AT_ONCE) {
            Set<String> left = new LinkedHashSet<>(users.subList(i, Math.min(users.size(), i + AT_ONCE)));
            // With force the fitting ones are in after the first call. Where that is not known, they are left for a
            // second.
            boolean done = false;
            while (!done && !left.isEmpty()) {
                done = letIn(in, channel, left, refused);
            }
        }
        return refused;
    }

    private boolean letIn(Workspace in, String channel, Set<String> left, Map<String, String> refused) {
        List<String> now = new ArrayList<>(left);
        ConversationsInviteResponse answer = line.answer(
                in,
                "conversations.invite",
                "",
                c -> c.conversationsInvite(r -> r.channel(channel).users(now).force(true)));
        List<ConversationsInviteResponse.Error> errors =
                Optional.ofNullable(answer.getErrors()).orElse(List.of());
        if (!answer.isOk() && errors.isEmpty()) {
            String code = String.valueOf(answer.getError());
            if (now.size() == 1 && DONE.contains(code)) {
                return true;
            }
            throw SlackSaysNo.of("conversations.invite", code);
        }
        for (ConversationsInviteResponse.Error e : errors) {
            if (e.getUser() != null && left.remove(e.getUser()) && !DONE.contains(e.getError())) {
                refused.put(e.getUser(), e.getError());
            }
        }
        return answer.isOk() || left.size() == now.size();
    }

    /**
     * The bot is out of it from then on: whatever it wants to read or say there comes before. A channel that people made goes on without
     * the café.
     */
    void archive(Workspace in, String channel) {
        if (!mayArchive(in, channel)) {
            return;
        }
        var answer = line.answer(in, "conversations.archive", "", c -> c.conversationsArchive(r -> r.channel(channel)));
        if (!answer.isOk() && !"already_archived".equals(answer.getError())) {
            throw SlackSaysNo.of("conversations.archive", String.valueOf(answer.getError()));
        }
    }

    /** A channel that we do not see any more we are not in any more: it is closed, or no business of ours. */
    private boolean mayArchive(Workspace in, String channel) {
        try {
            return isOursForSure(line, in, channel);
        } catch (SlackSaysNo e) {
            if (e.code().equals("is_archived")) {
                return false;
            }
            throw e;
        }
    }

    private List<Member> group(Workspace in, String group) {
        List<String> users = line.ask(in, "usergroups.users.list", c -> c.usergroupsUsersList(r -> r.usergroup(group)))
                .getUsers();
        return known(in, users);
    }

    private List<Member> known(Workspace in, List<String> users) {
        folk.getToKnow(in, users);
        return users.stream().map(user -> folk.member(in, user)).toList();
    }

    List<Member> members(Workspace in, String channel) {
        List<String> users = new ArrayList<>();
        String cursor = "";
        do {
            String from = cursor;
            ConversationsMembersResponse page = line.ask(
                    in,
                    "conversations.members",
                    c -> c.conversationsMembers(
                            r -> r.channel(channel).limit(PAGE).cursor(from)));
            users.addAll(page.getMembers());
            cursor = Delivered.next(page.getResponseMetadata());
        } while (!cursor.isEmpty());
        return known(in, users);
    }
}

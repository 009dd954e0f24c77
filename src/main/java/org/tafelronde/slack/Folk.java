package org.tafelronde.slack;

import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Speaker;
import org.tafelronde.chat.UnknownOutcome;

/** Who people are: asked of Slack once an hour at most. */
final class Folk {
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration FRESH = Duration.ofHours(1);
    /** More strangers than this are not asked for one by one: Slack answers a hundred such questions a minute. */
    private static final int FEW = 30;

    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 20;

    private static final String INFO = "users.info";

    private final Line line;
    private final Line slow;
    private final InstantSource clock;
    private final Remembered<SlackId, Known> known = new Remembered<>(MOST_REMEMBERED);

    /**
     * @param guest let in to some channels only, or from another organisation
     * @param confined let in to one channel only
     */
    private record Known(String name, String language, boolean human, boolean guest, boolean confined, Instant since) {
        Speaker speaks(SlackId id) {
            return new Speaker(id.person(), name, language, !guest, confined);
        }
    }

    /**
     * @param line for what Slack waits for
     * @param slow for what it does not
     */
    Folk(Line line, Line slow, InstantSource clock) {
        this.line = line;
        this.slow = slow;
        this.clock = clock;
    }

    /**
     * When Slack does not say who it is, the name is what it told us with what they did; they may not begin a café then, as they may be a
     * guest.
     */
    Speaker speaker(Workspace in, String user, String otherwise) {
        SlackId id = new SlackId(in.team(), user);
        return found(in, id)
                .map(k -> k.speaks(id))
                .orElseGet(() -> new Speaker(id.person(), otherwise.isBlank() ? user : otherwise, "", false, false));
    }

    /**
     * @throws SlackAsksPatience or {@link UnknownOutcome} when Slack does not say now who it is
     */
    Speaker speakerForSure(Workspace in, String user) {
        SlackId id = new SlackId(in.team(), user);
        return known(in, id).speaks(id);
    }

    /**
     * Neither a bot (this one is one too) nor a deactivated account.
     *
     * @throws SlackAsksPatience or {@link UnknownOutcome} when Slack does not say now who it is
     */
    boolean isHumanForSure(Workspace in, String user) {
        return !in.bot().equals(user) && known(in, new SlackId(in.team(), user)).human();
    }

    String name(Workspace in, String user) {
        return found(in, new SlackId(in.team(), user)).map(Known::name).orElse(user);
    }

    Member member(Workspace in, String user) {
        SlackId id = new SlackId(in.team(), user);
        Known k = known(in, id);
        return new Member(id.person(), k.name(), k.human());
    }

    /** Whom we do not know yet among so many, found with few questions where that is possible. */
    void getToKnow(Workspace in, Collection<String> users) {
        Set<String> strangers = users.stream()
                .filter(u -> fresh(new SlackId(in.team(), u)).isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        String cursor = "";
        for (int i = 0; i < MOST_PAGES && strangers.size() > FEW; i++) {
            String from = cursor;
            UsersListResponse page = slow.ask(
                    in,
                    "users.list",
                    c -> c.usersList(r -> r.limit(PAGE).cursor(from).includeLocale(true)));
            page.getMembers().stream().filter(u -> strangers.remove(u.getId())).forEach(u -> met(in, u));
            cursor = Delivered.next(page.getResponseMetadata());
            if (cursor.isEmpty()) {
                return;
            }
        }
    }

    private Optional<Known> found(Workspace in, SlackId id) {
        try {
            return Optional.of(known(in, id));
        } catch (SlackSaysNo | SlackAsksPatience | UnknownOutcome e) {
            return Optional.empty();
        }
    }

    private Optional<Known> fresh(SlackId id) {
        return known.get(id).filter(k -> k.since().plus(FRESH).isAfter(clock.instant()));
    }

    private Known known(Workspace in, SlackId id) {
        return fresh(id).orElseGet(() -> asked(in, id));
    }

    private Known asked(Workspace in, SlackId id) {
        try {
            Duration wait = line.pace().until(in.team(), INFO, "");
            if (!wait.isZero()) {
                throw new SlackAsksPatience(INFO, wait);
            }
            return met(
                    in,
                    line.ask(in, INFO, c -> c.usersInfo(r -> r.user(id.id()).includeLocale(true)))
                            .getUser());
        } catch (SlackAsksPatience | UnknownOutcome e) {
            // What was true an hour ago is better than nothing.
            return known.get(id).orElseThrow(() -> e);
        }
    }

    private Known met(Workspace in, User user) {
        Known now = new Known(
                name(user),
                Optional.ofNullable(user.getLocale()).orElse(""),
                !user.isBot() && !user.isDeleted(),
                user.isRestricted() || user.isUltraRestricted() || user.isStranger(),
                user.isUltraRestricted(),
                clock.instant());
        known.put(new SlackId(in.team(), user.getId()), now);
        return now;
    }

    private static String name(User user) {
        Optional<User.Profile> profile = Optional.ofNullable(user.getProfile());
        return profile.map(User.Profile::getDisplayName)
                .filter(n -> !n.isBlank())
                .or(() -> profile.map(User.Profile::getRealName).filter(n -> !n.isBlank()))
                .or(() -> Optional.ofNullable(user.getName()))
                .orElse(user.getId());
    }
}

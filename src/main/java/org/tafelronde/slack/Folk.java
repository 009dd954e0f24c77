package org.tafelronde.slack;

import com.slack.api.model.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Speaker;
import org.tafelronde.chat.UnknownOutcome;

/** Who people are: asked of Slack once an hour at most. */
final class Folk {
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration FRESH = Duration.ofHours(1);

    private final Line line;
    private final InstantSource clock;
    private final Remembered<SlackId, Known> known = new Remembered<>(MOST_REMEMBERED);

    /**
     * @param guest let in to some channels only, or from another organisation
     */
    private record Known(String name, String language, boolean human, boolean guest, Instant since) {}

    Folk(Line line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
    }

    /**
     * When Slack does not say who it is, the name is what it told us with what they did; they may not begin a café then, as they may be a
     * guest.
     */
    Speaker speaker(Workspace in, String user, String otherwise) {
        SlackId id = new SlackId(in.team(), user);
        return found(in, id)
                .map(k -> new Speaker(id.person(), k.name(), k.language(), !k.guest()))
                .orElseGet(() -> new Speaker(id.person(), otherwise.isBlank() ? user : otherwise, "", false));
    }

    /**
     * @throws SlackAsksPatience or {@link UnknownOutcome} when Slack does not say now who it is
     */
    Speaker speakerForSure(Workspace in, String user) {
        SlackId id = new SlackId(in.team(), user);
        Known k = known(in, id);
        return new Speaker(id.person(), k.name(), k.language(), !k.guest());
    }

    String name(Workspace in, String user) {
        return found(in, new SlackId(in.team(), user)).map(Known::name).orElse(user);
    }

    Member member(Workspace in, String user) {
        SlackId id = new SlackId(in.team(), user);
        Known k = known(in, id);
        return new Member(id.person(), k.name(), k.human());
    }

    private Optional<Known> found(Workspace in, SlackId id) {
        try {
            return Optional.of(known(in, id));
        } catch (SlackSaysNo | SlackAsksPatience | UnknownOutcome e) {
            return Optional.empty();
        }
    }

    private Known known(Workspace in, SlackId id) {
        Optional<Known> before = known.get(id);
        if (before.isPresent() && before.get().since().plus(FRESH).isAfter(clock.instant())) {
            return before.get();
        }
        try {
            User user = line.ask(
                            in,
                            "users.info",
                            c -> c.usersInfo(r -> r.user(id.id()).includeLocale(true)))
                    .getUser();
            Known now = new Known(
                    name(user),
                    Optional.ofNullable(user.getLocale()).orElse(""),
                    !user.isBot() && !user.isDeleted(),
                    user.isRestricted() || user.isUltraRestricted() || user.isStranger(),
                    clock.instant());
            known.put(id, now);
            return now;
        } catch (SlackAsksPatience | UnknownOutcome e) {
            // What was true an hour ago is better than nothing.
            return before.orElseThrow(() -> e);
        }
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

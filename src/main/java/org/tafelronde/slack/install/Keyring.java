package org.tafelronde.slack.install;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.secret.Vault;

/**
 * The tokens of the workspaces that installed the bot over the web: locked where they are kept, made anew before they end, thrown away when
 * the workspace has taken them back.
 */
@Singleton
public final class Keyring {
    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

    /** Slack's tokens that end live for twelve hours. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Installations installations;
    private final Vault vault;
    private final SlackWeb web;
    private final Setup setup;
    private final InstantSource clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Keyring(Installations installations, Vault vault, SlackWeb web, Setup setup, InstantSource clock) {
        this.installations = installations;
        this.vault = vault;
        this.web = web;
        this.setup = setup;
        this.clock = clock;
    }

    /** Tokens that cannot be read are told at once, not when a café needs them. */
    void tellWhatIsLocked() {
        if (setup.botToken().isEmpty() && setup.app().isPresent()) {
            locked();
        }
    }

    /**
     * What lets the bot speak in a workspace.
     *
     * @param bot the bot's user id there
     */
    public record Key(String team, String token, String bot) {
        @Override
        public String toString() {
            return "key of " + team;
        }
    }

    /** Both tokens of an installation. */
    private record Tokens(String access, String refresh) {
        static Tokens read(String both) {
            int end = both.indexOf('\n');
            return new Tokens(both.substring(0, end), both.substring(end + 1));
        }

        String written() {
            return access + "\n" + refresh;
        }
    }

    /** Empty for a workspace that has not installed the bot, has taken it away, or whose tokens cannot be read. */
    public Optional<Key> of(String team) {
        return installations.of(team).flatMap(this::current);
    }

    /** The ids of the workspaces that have the bot, the oldest first. */
    public List<String> teams() {
        return installations.all().stream().map(Installation::team).toList();
    }

    /** The workspaces whose tokens cannot be read with this server's secret. */
    List<String> locked() {
        return installations.all().stream()
                .filter(i -> unlocked(i).isEmpty())
                .map(Installation::team)
                .toList();
    }

    private Optional<Key> current(Installation kept) {
        return unlocked(kept).flatMap(tokens -> isDue(kept) ? renewed(kept.team()) : Optional.of(key(kept, tokens)));
    }

    private boolean isDue(Installation kept) {
        return kept.endsAt()
                .filter(end -> end.isBefore(clock.instant().plus(AHEAD)))
                .isPresent();
    }

    private static Key key(Installation kept, Tokens tokens) {
        return new Key(kept.team(), tokens.access(), kept.bot());
    }

    private Optional<Tokens> unlocked(Installation kept) {
        try {
            return Optional.of(Tokens.read(vault.unlock(about(kept.team()), kept.locked())));
        } catch (Vault.Unreadable e) {
            once(
                    kept.team(),
                    "the tokens of Slack workspace " + kept.team() + " cannot be read: TAFELRONDE_SECRET is another one"
                            + " now; set the former one again, or install the bot there again at /slack/install");
            return Optional.empty();
        }
    }

    private Optional<Key> renewed(String team) {
        renewing.lock();
        try {
            Optional<Installation> kept = installations.of(team);
            Optional<Tokens> tokens = kept.flatMap(this::unlocked);
            if (kept.isEmpty() || tokens.isEmpty()) {
                return Optional.empty();
            }
            return isDue(kept.get()) ? renewed(kept.get(), tokens.get()) : tokens.map(t -> key(kept.get(), t));
        } finally {
            renewing.unlock();
        }
    }

    private Optional<Key> renewed(Installation kept, Tokens old) {
        Optional<Setup.App> app = setup.app();
        if (app.isEmpty() || old.refresh().isEmpty()) {
            return Optional.of(key(kept, old));
        }
        SlackWeb.Said<OAuthV2AccessResponse> said = web.ask(
                "",
                c -> c.oauthV2Access(r -> r.clientId(app.get().id())
                        .clientSecret(app.get().secret())
                        .grantType("refresh_token")
                        .refreshToken(old.refresh())));
        return switch (said) {
            case SlackWeb.Said.Yes<OAuthV2AccessResponse> yes -> {
                Tokens fresh = tokens(yes.answer());
                Installation now = kept.with(locked(kept.team(), fresh), endsAt(yes.answer()));
                yield installations.replace(kept, now) ? Optional.of(key(now, fresh)) : asOthersLeftIt(kept.team());
            }
            // Another server may have been first: its tokens are as good.
            case SlackWeb.Said.No<OAuthV2AccessResponse> no -> {
                Optional<Installation> others =
                        installations.of(kept.team()).filter(i -> !i.locked().equals(kept.locked()));
                if (others.isPresent()) {
                    yield others.flatMap(i -> unlocked(i).map(t -> key(i, t)));
                }
                once(
                        kept.team(),
                        "the token of Slack workspace " + kept.team() + " cannot be made anew (" + no.code()
                                + "); install the bot there again at /slack/install");
                yield Optional.of(key(kept, old));
            }
            // The old one may still do; it is tried again with the next message.
            case SlackWeb.Said.Silence<OAuthV2AccessResponse> silence -> Optional.of(key(kept, old));
        };
    }

    private Optional<Key> asOthersLeftIt(String team) {
        return installations.of(team).flatMap(i -> unlocked(i).map(t -> key(i, t)));
    }

    /** A workspace has agreed. */
    Installation keep(OAuthV2AccessResponse answer) {
        String team = answer.getTeam().getId();
        Installation installation = new Installation(
                team,
                Optional.ofNullable(answer.getTeam().getName()).orElse(team),
                answer.getBotUserId(),
                Arrays.stream(said(answer.getScope()).split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.toSet()),
                locked(team, tokens(answer)),
                endsAt(answer),
                clock.instant());
        installations.keep(installation);
        told.remove(team);
        return installation;
    }

    /**
     * A workspace has taken the bot away, as Slack tells. It may tell it late, when the bot is there again: so the token is tried, and is
     * thrown away only when it is worth nothing.
     */
    public void gone(String team) {
        Optional<Key> key = of(team);
        if (key.isEmpty() || web.ask(key.get().token(), c -> c.authTest(r -> r)) instanceof SlackWeb.Said.No) {
            installations.forget(team);
        }
    }

    private String locked(String team, Tokens tokens) {
        return vault.lock(about(team), tokens.written());
    }

    private static String about(String team) {
        return "slack " + team;
    }

    private static Tokens tokens(OAuthV2AccessResponse answer) {
        return new Tokens(answer.getAccessToken(), said(answer.getRefreshToken()));
    }

    private Optional<Instant> endsAt(OAuthV2AccessResponse answer) {
        return Optional.ofNullable(answer.getExpiresIn())
                .filter(seconds -> seconds > 0)
                .map(seconds -> clock.instant().plusSeconds(seconds));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void once(String team, String line) {
        if (told.add(team)) {
            LOG.error("{}", line);
        }
    }
}

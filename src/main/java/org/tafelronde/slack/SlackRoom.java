package org.tafelronde.slack;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Panel;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.slack.install.Keyring;
import org.tafelronde.slack.install.Setup;
import org.tafelronde.slack.install.SlackIsWanted;

/** Puts this room together when something is set for Slack; otherwise nothing of it is there. */
@Factory
@Requires(condition = SlackIsWanted.class)
final class SlackRoom {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRoom.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** While Slack waits to be told that we heard: it does not wait longer than three seconds. */
    private static final Duration IN_A_HURRY = Duration.ofMillis(1_200);

    private static final String QUICK = "quick";

    @Singleton
    Pace pace(InstantSource clock) {
        return new Pace(clock);
    }

    @Bean(preDestroy = "close")
    @Primary
    @Singleton
    Line line(Setup setup, Pace pace) {
        setup.check();
        return new Line(setup.apiUrl(), PATIENCE, pace);
    }

    @Bean(preDestroy = "close")
    @Named(QUICK)
    @Singleton
    Line quick(Setup setup, Pace pace) {
        setup.check();
        return new Line(setup.apiUrl(), IN_A_HURRY, pace);
    }

    @Singleton
    Workspaces workspaces(@Named(QUICK) Line line, Setup setup, Keyring keyring) {
        return setup.botToken()
                .<Workspaces>map(token -> new OneWorkspace(line, token))
                .orElseGet(() -> new InstalledWorkspaces(keyring));
    }

    @Singleton
    Folk folk(@Named(QUICK) Line quick, Line line, InstantSource clock) {
        return new Folk(quick, line, clock);
    }

    @Singleton
    Threads threads(Line line, @Named(QUICK) Line quick, Doubts doubts, Pins pins) {
        return new Threads(line, quick, new Delivered(line), doubts, pins);
    }

    @Singleton
    Rooms rooms(Line line, @Named(QUICK) Line quick, Folk folk, Threads threads) {
        return new Rooms(line, quick, folk, threads);
    }

    @Singleton
    Files files(Line line, Provider<Media> media) {
        return new Files(line, media);
    }

    @Singleton
    Pins pins(Line line) {
        return new Pins(line);
    }

    @Singleton
    Doubts doubts(InstantSource clock) {
        return new Doubts(clock);
    }

    @Singleton
    Canvases canvases(Line line, Files files) {
        return new Canvases(line, files);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Homes homes(Line line, Workspaces workspaces, Folk folk, Provider<Panel> panel, InstantSource clock) {
        return new Homes(line, workspaces, folk, panel, clock);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Chores chores(Pins pins, Doubts doubts, Canvases canvases, Homes homes, Workspaces workspaces, Provider<App> app) {
        return new Chores(pins, doubts, canvases, homes).start(() -> getsReady(workspaces, app));
    }

    /** Who comes first need not wait until all is loaded; and whoever started it reads whether Slack knows it. */
    private static void getsReady(Workspaces workspaces, Provider<App> app) {
        try {
            app.get();
            LOG.info(
                    "on Slack in {}",
                    workspaces
                            .only()
                            .map(Workspace::toString)
                            .orElse("the workspaces that install it (/slack/install)"));
        } catch (SlackSaysNo | SlackAsksPatience | UnknownOutcome e) {
            LOG.warn("not on Slack yet: {}", e.getMessage());
        }
    }

    @Singleton
    Posts posts(Line line, Files files, Pins pins, Canvases canvases, Doubts doubts) {
        return new Posts(line, new Delivered(line), files, pins, canvases, doubts);
    }

    @Singleton
    SlackPlatform platform(Workspaces workspaces, Line line, Rooms rooms, Threads threads, Posts posts, Chores chores) {
        return new SlackPlatform(workspaces, line, rooms, threads, posts, chores);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Whispers whispers(Line line, Files files) {
        return new Whispers(line, files);
    }

    @Singleton
    Ears ears(Workspaces workspaces, Rooms rooms, Threads threads, Folk folk, Provider<Door> door, Whispers whispers) {
        return new Ears(workspaces, rooms, threads, folk, door, whispers);
    }

    @Singleton
    Hands hands(Workspaces workspaces, Folk folk, Provider<Door> door, Whispers whispers, Homes homes) {
        return new Hands(workspaces, folk, door, whispers, homes);
    }

    @Singleton
    Signs signs(
            @Named(QUICK) Line quick,
            Workspaces workspaces,
            Rooms rooms,
            Threads threads,
            Folk folk,
            Provider<Door> door,
            Whispers whispers) {
        return new Signs(workspaces, rooms, threads, folk, quick, door, whispers);
    }

    @Singleton
    App app(Setup setup, Line line, Ears ears, Hands hands, Signs signs) {
        return app(setup.signingSecret().orElse(""), line, ears, hands, signs);
    }

    /** All that is heard, whichever way it comes. Who it is from, {@link Workspaces} says: Bolt would ask Slack each time. */
    static App app(String signingSecret, Line line, Ears ears, Hands hands, Signs signs) {
        AppConfig config = AppConfig.builder()
                .slack(line.slack())
                .signingSecret(signingSecret)
                .allEventsApiAutoAckEnabled(true)
                .build();
        App app = new App(config, line.slack(), checks(signingSecret));
        ears.listen(app);
        hands.reachOut(app);
        signs.watch(app);
        return app;
    }

    /** Over a socket that we opened ourselves nothing is signed; without a secret nothing comes over HTTP. */
    private static List<Middleware> checks(String secret) {
        return secret.isEmpty()
                ? List.of()
                : List.of(
                        new SSLCheck(""),
                        new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(secret))));
    }
}

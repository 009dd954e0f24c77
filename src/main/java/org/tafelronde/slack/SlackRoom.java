package org.tafelronde.slack;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Media;
import org.tafelronde.slack.install.Keyring;
import org.tafelronde.slack.install.Setup;
import org.tafelronde.slack.install.SlackIsWanted;

/** Puts this room together when something is set for Slack; otherwise nothing of it is there. */
@Factory
@Requires(condition = SlackIsWanted.class)
final class SlackRoom {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Singleton
    SlackSettings settings(Setup setup) {
        setup.check();
        return new SlackSettings(
                setup.botToken().orElse(""), setup.signingSecret().orElse(""), setup.apiUrl());
    }

    @Bean(preDestroy = "close")
    @Singleton
    Line line(SlackSettings settings, InstantSource clock) {
        return new Line(settings.url(), PATIENCE, new Pace(clock));
    }

    @Singleton
    Workspaces workspaces(Line line, Setup setup, Keyring keyring) {
        return setup.botToken()
                .<Workspaces>map(token -> new OneWorkspace(line, token))
                .orElseGet(() -> new InstalledWorkspaces(keyring));
    }

    @Singleton
    Folk folk(Line line, InstantSource clock) {
        return new Folk(line, clock);
    }

    @Singleton
    Rooms rooms(Line line, Folk folk) {
        return new Rooms(line, folk);
    }

    @Singleton
    Files files(Line line, Provider<Media> media) {
        return new Files(line, media);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Pins pins(Line line) {
        return new Pins(line).start();
    }

    @Singleton
    SlackPlatform platform(Workspaces workspaces, Line line, Rooms rooms, Files files, Pins pins) {
        return new SlackPlatform(workspaces, line, rooms, new Posts(line, new Delivered(line), files, pins), pins);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Whispers whispers(Line line, Files files) {
        return new Whispers(line, files);
    }

    /** All that is heard, whichever way it comes. Who it is from, {@link Workspaces} says: Bolt would ask Slack each time. */
    @Singleton
    App app(
            SlackSettings settings,
            Line line,
            Workspaces workspaces,
            Rooms rooms,
            Folk folk,
            Provider<Door> door,
            Whispers whispers) {
        AppConfig config = AppConfig.builder()
                .slack(line.slack())
                .signingSecret(settings.signingSecret())
                .allEventsApiAutoAckEnabled(true)
                .build();
        SlackSignature.Verifier verifier =
                new SlackSignature.Verifier(new SlackSignature.Generator(settings.signingSecret()));
        App app = new App(config, line.slack(), List.of(new SSLCheck(""), new RequestVerification(verifier)));
        new Ears(workspaces, rooms, folk, door, whispers).listen(app);
        new Hands(workspaces, folk, door, whispers).reachOut(app);
        return app;
    }
}

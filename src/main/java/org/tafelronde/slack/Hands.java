package org.tafelronde.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Speaker;

/** What people do with their hands in Slack: commands, buttons, forms, shortcuts, the app's own page. */
final class Hands {
    static final String COMMAND = "/cafe";
    static final String SHORTCUT = "save_as_question";
    static final String PRESS = "press:";
    static final String GO = "goto:";

    private static final String HOME = "home";
    static final String QUESTION = "question: ";

    private final Workspaces workspaces;
    private final Folk folk;
    private final Provider<Door> door;
    private final Whispers whispers;
    private final Homes homes;

    Hands(Workspaces workspaces, Folk folk, Provider<Door> door, Whispers whispers, Homes homes) {
        this.workspaces = workspaces;
        this.folk = folk;
        this.door = door;
        this.whispers = whispers;
        this.homes = homes;
    }

    void reachOut(App app) {
        app.command(COMMAND, (r, c) -> in(r.getPayload().getTeamId(), c, w -> commanded(w, c, r.getPayload())));
        app.blockAction(
                Pattern.compile(Pattern.quote(PRESS) + ".*"),
                (r, c) -> in(r.getPayload().getTeam().getId(), c, w -> pressed(w, c, r.getPayload())));
        app.blockAction(Pattern.compile(Pattern.quote(GO) + ".*"), (r, c) -> c.ack());
        // Choosing in a form says nothing yet.
        app.blockAction(Pattern.compile(Pattern.quote(Forms.FIELD) + ".*"), (r, c) -> c.ack());
        app.viewSubmission(
                Forms.CALLBACK, (r, c) -> in(r.getPayload().getTeam().getId(), c, w -> sentIn(w, c, r.getPayload())));
        app.messageShortcut(
                SHORTCUT, (r, c) -> in(r.getPayload().getTeam().getId(), c, w -> saved(w, c, r.getPayload())));
        app.event(AppHomeOpenedEvent.class, (p, c) -> in(p.getTeamId(), c, w -> opened(w, c, p.getEvent())));
    }

    private Response in(String team, Context context, Function<Workspace, Response> work) {
        return workspaces.of(team).map(work).orElseGet(context::ack);
    }

    /** What stands there, is shown beside the acknowledgement. */
    private Response opened(Workspace w, Context context, AppHomeOpenedEvent e) {
        if (HOME.equals(e.getTab())) {
            homes.opened(w, e.getUser(), e.getView() == null);
        }
        return context.ack();
    }

    private Response commanded(Workspace w, Context context, SlashCommandPayload p) {
        String text = Words.plain(orEmpty(p.getText()), user -> folk.name(w, user));
        Speaker who = folk.speaker(w, p.getUserId(), orEmpty(p.getUserName()));
        Place place = new SlackId(w.team(), p.getChannelId()).place();
        Incoming.Mentioned named = Words.mentioned(orEmpty(p.getText()), w.team(), user -> folk.name(w, user));
        Answer answer = door.get().hear(new Incoming.Command("command/" + p.getTriggerId(), who, place, text, named));
        homes.did(w, p.getUserId());
        return whispers.atOnce(w, context, p.getTriggerId(), p.getResponseUrl(), p.getUserId(), place, answer);
    }

    private Response pressed(Workspace w, Context context, BlockActionPayload p) {
        String user = p.getUser().getId();
        Place place = place(w, p);
        Speaker who = folk.speaker(w, user, orEmpty(p.getUser().getName()));
        String action = orEmpty(p.getActions().getFirst().getValue());
        Answer answer =
                door.get().hear(new Incoming.Pressed("press/" + p.getTriggerId(), who, place, action, Map.of()));
        String view = p.getView() == null ? "" : orEmpty(p.getView().getType());
        if (view.equals(HOME)) {
            homes.opened(w, user, false);
        } else {
            homes.did(w, user);
        }
        if (view.equals("modal")) {
            whispers.inView(w, p.getView().getId(), place, user, answer);
        } else {
            whispers.afterwards(w, p.getTriggerId(), p.getResponseUrl(), thread(p), user, place, answer);
        }
        return context.ack();
    }

    /** Whoever is in a thread reads the answer there. */
    private static Optional<String> thread(BlockActionPayload p) {
        return Optional.ofNullable(p.getContainer()).map(BlockActionPayload.Container::getThreadTs);
    }

    /** Where it was pressed; on a page of the bot's own nobody else is. */
    private static Place place(Workspace w, BlockActionPayload p) {
        Optional<String> channel = Optional.ofNullable(p.getChannel())
                .map(BlockActionPayload.Channel::getId)
                .or(() -> Optional.ofNullable(p.getContainer()).map(BlockActionPayload.Container::getChannelId));
        return channel.map(c -> new SlackId(w.team(), c).place())
                .or(() -> Optional.ofNullable(p.getView()).flatMap(v -> Forms.place(v.getPrivateMetadata())))
                .orElseGet(() -> alone(w, p.getUser().getId()));
    }

    private static Place alone(Workspace w, String user) {
        return new SlackId(w.team(), user).place();
    }

    private Response sentIn(Workspace w, Context context, ViewSubmissionPayload p) {
        String user = p.getUser().getId();
        String kept = p.getView().getPrivateMetadata();
        Place place = Forms.place(kept).orElseGet(() -> alone(w, user));
        Speaker who = folk.speaker(w, user, orEmpty(p.getUser().getName()));
        // The same view sent in again is the same answer: Slack shows it again when our answer was late.
        String key = "view/" + p.getView().getId() + "/" + p.getView().getHash();
        Answer answer = door.get()
                .hear(new Incoming.Pressed(
                        key,
                        who,
                        place,
                        Forms.action(kept),
                        Forms.values(p.getView().getState(), w.team())));
        homes.did(w, user);
        return whispers.afterForm(w, context, place, user, answer);
    }

    /** Whoever saves somebody's words as a question asks it. */
    private Response saved(Workspace w, Context context, MessageShortcutPayload p) {
        String user = p.getUser().getId();
        SlackId place = new SlackId(w.team(), p.getChannel().getId());
        Speaker who = folk.speaker(w, user, orEmpty(p.getUser().getName()));
        MessageRef message = place.message(p.getMessage().getTs());
        String text = QUESTION + Words.plain(orEmpty(p.getMessage().getText()), u -> folk.name(w, u));
        Answer answer = door.get().hear(new Incoming.Said("save/" + p.getTriggerId(), who, message, text));
        whispers.afterwards(w, p.getTriggerId(), p.getResponseUrl(), Optional.empty(), user, place.place(), answer);
        return context.ack();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package org.tafelronde.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Place;

/**
 * What somebody alone sees at once. It is a hint that promises nothing: where it does not get through, nothing is lost. Whatever needs a
 * call of its own is said beside the acknowledgement, which does not wait for it.
 */
final class Whispers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);
    private static final int MOST_REMEMBERED = 5_000;

    private final Line line;
    private final Files files;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
    private final Remembered<String, Boolean> said = new Remembered<>(MOST_REMEMBERED);

    private final AtomicLong whispered = new AtomicLong();

    Whispers(Line line, Files files) {
        this.line = line;
        this.files = files;
    }

    /** In the answer to a command itself; a form while its trigger lives. */
    Response atOnce(Workspace w, Context context, String trigger, String url, String user, Place place, Answer answer) {
        answer.form().ifPresent(form -> beside(() -> open(w, trigger, form, place)));
        List<Blocks.Message> messages = messages(answer);
        bringFiles(w, user, answer);
        if (messages.isEmpty()) {
            return context.ack();
        }
        if (messages.size() > 1) {
            beside(() -> messages.stream()
                    .skip(1)
                    .forEach(m -> line.respond(url, ephemeral(m).toString())));
        }
        return context.ack(ephemeral(messages.getFirst()));
    }

    /** After a button or a shortcut, whose answer Slack does not show. */
    void afterwards(
            Workspace w,
            String trigger,
            @Nullable String url,
            Optional<String> thread,
            String user,
            Place place,
            Answer answer) {
        answer.form().ifPresent(form -> beside(() -> open(w, trigger, form, place)));
        bringFiles(w, user, answer);
        List<Blocks.Message> messages = messages(answer);
        if (url != null && !url.isBlank()) {
            beside(() -> messages.forEach(m -> {
                JsonObject whisper = ephemeral(m);
                thread.ifPresent(ts -> whisper.addProperty("thread_ts", ts));
                line.respond(url, whisper.toString());
            }));
        } else if (!messages.isEmpty()) {
            beside(() -> open(w, trigger, Forms.page(all(answer), place)));
        }
    }

    /** In the form's own window. */
    Response afterForm(Workspace w, Context context, Place place, String user, Answer answer) {
        bringFiles(w, user, answer);
        Optional<JsonObject> view = next(place, answer);
        if (view.isEmpty()) {
            return context.ack();
        }
        JsonObject update = new JsonObject();
        update.addProperty("response_action", "update");
        update.add("view", view.get());
        return context.ack(update);
    }

    /** A button in the form's window was pressed. */
    void inView(Workspace w, String view, Place place, String user, Answer answer) {
        bringFiles(w, user, answer);
        next(place, answer)
                .ifPresent(v -> beside(() -> line.ask(
                        w,
                        "views.update",
                        c -> c.viewsUpdate(r -> r.viewId(view).viewAsString(v.toString())))));
    }

    private static Optional<JsonObject> next(Place place, Answer answer) {
        return answer.form()
                .map(f -> Forms.view(f, place))
                .or(() -> answer.whispers().isEmpty() ? Optional.empty() : Optional.of(Forms.page(all(answer), place)));
    }

    /**
     * In the channel, to one person. Words open no form: a button under them does.
     *
     * @param key of what was heard: brought again by Slack, it is not answered again
     */
    void inChannel(Workspace w, String key, String channel, String user, Optional<String> thread, Answer answer) {
        if (said.get(key).isPresent()) {
            return;
        }
        said.put(key, true);
        List<Content> all = new ArrayList<>(answer.whispers());
        answer.form().map(Whispers::behindButton).ifPresent(all::add);
        bringFiles(w, user, answer);
        List<Blocks.Message> messages =
                all.stream().flatMap(c -> Blocks.of(c).stream()).toList();
        if (!messages.isEmpty()) {
            beside(() -> messages.forEach(m -> say(w, channel, user, thread.orElse(null), m)));
        }
    }

    private void say(Workspace w, String channel, String user, @Nullable String thread, Blocks.Message m) {
        String blocks = m.blocks().toString();
        if (channel.startsWith("D")) {
            line.ask(
                    w,
                    Pace.POST,
                    channel,
                    c -> c.chatPostMessage(r ->
                            r.channel(channel).threadTs(thread).text(m.text()).blocksAsString(blocks)));
        } else {
            line.ask(
                    w,
                    "chat.postEphemeral",
                    c -> c.chatPostEphemeral(r -> r.channel(channel)
                            .user(user)
                            .threadTs(thread)
                            .text(m.text())
                            .blocksAsString(blocks)));
        }
    }

    private static Content behindButton(Form form) {
        String intro = form.intro().isBlank() ? form.title() : form.intro();
        return Content.text(intro).with(Button.primary(form.title(), form.action()));
    }

    private void open(Workspace w, String trigger, Form form, Place place) {
        open(w, trigger, Forms.view(form, place));
    }

    private void open(Workspace w, String trigger, JsonObject view) {
        line.ask(w, "views.open", c -> c.viewsOpen(r -> r.triggerId(trigger).viewAsString(view.toString())));
    }

    /** Nobody but this person may see them, and a whisper can hold none: they go where the bot and the person are alone. */
    private void bringFiles(Workspace w, String user, Answer answer) {
        for (Content content : answer.whispers()) {
            if (Files.hasAny(content)) {
                beside(() -> {
                    String alone = line.ask(
                                    w, "conversations.open", c -> c.conversationsOpen(r -> r.users(List.of(user))))
                            .getChannel()
                            .getId();
                    files.share(w, alone, Optional.empty(), "whisper/" + whispered.incrementAndGet(), content);
                });
            }
        }
    }

    private static List<Blocks.Message> messages(Answer answer) {
        return answer.whispers().stream().flatMap(c -> Blocks.of(c).stream()).toList();
    }

    private static Content all(Answer answer) {
        List<Content.Part> parts = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        answer.whispers().forEach(c -> {
            parts.addAll(c.parts());
            buttons.addAll(c.buttons());
        });
        return new Content(parts, buttons);
    }

    private static JsonObject ephemeral(Blocks.Message message) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_type", "ephemeral");
        answer.addProperty("replace_original", false);
        answer.addProperty("text", message.text());
        answer.add("blocks", message.blocks());
        return answer;
    }

    private void beside(Runnable work) {
        beside.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("a hint did not get through: {}", e.toString());
            }
        });
    }

    @Override
    public void close() {
        beside.shutdown();
    }
}

package org.tafelronde.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The fake Slack as a world: what people do in it is told to the bot, some of it twice. */
final class FakeWorld implements World {
    private final FakeSlack slack = FakeSlack.at(Clock.systemUTC()).limited();
    private final ExecutorService post = Executors.newSingleThreadExecutor();
    private final List<Signed> bot = new CopyOnWriteArrayList<>();
    private int events;

    FakeSlack slack() {
        return slack;
    }

    @Override
    public String url() {
        return slack.url();
    }

    @Override
    public String token() {
        return FakeSlack.TOKEN;
    }

    @Override
    public String secret() {
        return FakeSlack.SECRET;
    }

    @Override
    public String team() {
        return FakeSlack.TEAM;
    }

    @Override
    public String bot() {
        return FakeSlack.BOT;
    }

    @Override
    public void tells(URI endpoint) {
        Signed signed = new Signed(endpoint, secret());
        bot.clear();
        bot.add(signed);
        slack.workspace().tells(event -> {
            JsonObject envelope = envelope(event);
            post.execute(() -> signed.event(envelope));
        });
    }

    private synchronized JsonObject envelope(JsonObject event) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", "event_callback");
        envelope.addProperty("team_id", FakeSlack.TEAM);
        envelope.addProperty("api_app_id", "A0TAFEL");
        envelope.addProperty("event_id", "Ev" + ++events);
        envelope.addProperty("event_time", 1778580000);
        envelope.add("event", event);
        return envelope;
    }

    @Override
    public String person(String name) {
        return slack.workspace().person(name);
    }

    @Override
    public Map<String, String> channels() {
        return slack.workspace().channels().stream()
                .filter(c -> !c.direct)
                .collect(Collectors.toMap(c -> c.name, c -> c.id));
    }

    @Override
    public Set<String> members(String channel) {
        return Set.copyOf(slack.workspace().channel(channel).members);
    }

    @Override
    public List<JsonObject> messages(String channel) {
        return slack.workspace().messages(channel);
    }

    @Override
    public String alone(String user) {
        return slack.workspace().directOf(user).id;
    }

    /** Slack was not sure that the bot heard: it tells every message twice. */
    @Override
    public String says(String user, String channel, Optional<String> thread, String text) {
        String ts = slack.workspace().says(user, channel, thread, text);
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", user);
        event.addProperty("text", text);
        event.addProperty("ts", ts);
        event.addProperty("event_ts", ts);
        event.addProperty("channel", channel);
        event.addProperty("channel_type", channel.startsWith("D") ? "im" : "channel");
        thread.ifPresent(t -> {
            event.addProperty("thread_ts", t);
            event.addProperty("parent_user_id", author(channel, t));
        });
        JsonObject envelope = envelope(event);
        bot.forEach(b -> {
            b.event(envelope);
            b.event(envelope);
        });
        return ts;
    }

    private String author(String channel, String ts) {
        return messages(channel).stream()
                .filter(m -> m.get("ts").getAsString().equals(ts))
                .findFirst()
                .orElseThrow()
                .get("user")
                .getAsString();
    }

    @Override
    public String responseUrl() {
        return slack.responseUrl("r" + System.nanoTime());
    }

    @Override
    public void close() {
        post.shutdownNow();
        slack.close();
    }
}

package org.tafelronde.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is in the fake Slack, and what each method does to it. Synchronized on itself by who calls it. */
final class FakeWorkspace {
    /** What can be seen of a public channel from outside. */
    private static final Set<String> LOOKING = Set.of("conversations.info", "conversations.members");

    private final InstantSource clock;
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Set<String> forbidden = new LinkedHashSet<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> fileNames = new LinkedHashMap<>();
    private long lastMicros;
    private int ids;
    private boolean revoked;
    private boolean mayCreate = true;
    private Optional<String> noCanvas = Optional.empty();
    private Consumer<JsonObject> listener = event -> {};

    record User(String id, String name, boolean bot, boolean deleted, boolean guest, String locale) {}

    /** A user group with this id. */
    synchronized void group(String id, List<String> members) {
        groups.put(id, List.copyOf(members));
    }

    /** Another app. */
    synchronized String robot(String name) {
        String id = "U" + next();
        users.put(id, new User(id, name, true, false, false, "en-US"));
        return id;
    }

    /** Somebody who was here once. */
    synchronized String former(String name) {
        String id = "U" + next();
        users.put(id, new User(id, name, false, true, false, "en-GB"));
        return id;
    }

    static final class Channel {
        final String id;
        final String name;
        final String creator;
        final boolean secret;
        final boolean direct;
        final Set<String> members = new LinkedHashSet<>();
        final TreeMap<String, JsonObject> messages = new TreeMap<>();
        final Set<String> pins = new LinkedHashSet<>();
        String topic = "";
        String canvas = "";
        boolean archived;

        Channel(String id, String name, String creator, boolean secret, boolean direct) {
            this.id = id;
            this.name = name;
            this.creator = creator;
            this.secret = secret;
            this.direct = direct;
        }
    }

    FakeWorkspace(InstantSource clock) {
        this.clock = clock;
        users.put(FakeSlack.BOT, new User(FakeSlack.BOT, "Tafelronde", true, false, false, "en-US"));
    }

    // People

    synchronized String person(String name) {
        return person(name, false, "en-GB");
    }

    synchronized String person(String name, boolean guest, String locale) {
        String id = "U" + next();
        users.put(id, new User(id, name, false, false, guest, locale));
        return id;
    }

    /** Somebody with this id. */
    synchronized void knows(String id, String name) {
        users.put(id, new User(id, name, false, false, false, "nl-NL"));
    }

    synchronized void knowsRobot(String id, String name) {
        users.put(id, new User(id, name, true, false, false, "en-US"));
    }

    /** A channel with this id that the bot made. */
    synchronized void has(String id, String name) {
        Channel channel = new Channel(id, name, FakeSlack.BOT, false, false);
        channel.members.add(FakeSlack.BOT);
        channels.put(id, channel);
    }

    /** A channel with this id that somebody made, with the bot in it. */
    synchronized void has(String id, String name, String creator) {
        Channel channel = new Channel(id, name, creator, false, false);
        channel.members.addAll(List.of(creator, FakeSlack.BOT));
        channels.put(id, channel);
    }

    synchronized Channel channel(String id) {
        return Optional.ofNullable(channels.get(id)).orElseThrow(() -> new AssertionError("no channel " + id));
    }

    synchronized Optional<Channel> named(String name) {
        return channels.values().stream().filter(c -> c.name.equals(name)).findFirst();
    }

    synchronized Collection<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** A channel that people made. */
    synchronized Channel made(String name, String creator) {
        Channel channel = new Channel("C" + next(), name, creator, false, false);
        channel.members.add(creator);
        channels.put(channel.id, channel);
        return channel;
    }

    synchronized Channel directOf(String user) {
        return channels.values().stream()
                .filter(c -> c.direct && c.members.contains(user))
                .findFirst()
                .orElseGet(() -> {
                    Channel im = new Channel("D" + next(), "", FakeSlack.BOT, true, true);
                    im.members.addAll(List.of(FakeSlack.BOT, user));
                    channels.put(im.id, im);
                    return im;
                });
    }

    synchronized List<JsonObject> messages(String channel) {
        return channel(channel).messages.values().stream()
                .map(JsonObject::deepCopy)
                .toList();
    }

    /** A person writes. */
    synchronized String says(String user, String channel, Optional<String> thread, String text) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("user", user);
        message.addProperty("text", text);
        thread.ifPresent(t -> message.addProperty("thread_ts", t));
        return put(channel(channel), message);
    }

    /** Somebody who may takes all messages away. */
    synchronized void takesAway(String channel) {
        channel(channel).messages.clear();
    }

    synchronized byte[] file(String id) {
        return files.get(id);
    }

    synchronized void uploaded(String id, byte[] body) {
        files.put(id, body);
    }

    synchronized void revoke() {
        revoked = true;
    }

    synchronized void installedAgain() {
        revoked = false;
    }

    synchronized boolean isRevoked() {
        return revoked;
    }

    /** No channel gets a canvas from now on. */
    synchronized void forbidsCanvases(String why) {
        noCanvas = Optional.of(why);
    }

    synchronized void forbidsCreation() {
        mayCreate = false;
    }

    /** Somebody invites the bot, or an administrator throws it out. */
    synchronized void bot(String channel, boolean in) {
        if (in) {
            channel(channel).members.add(FakeSlack.BOT);
        } else {
            channel(channel).members.remove(FakeSlack.BOT);
        }
    }

    // Methods

    /** The token may not do this. */
    synchronized void lacksScopeFor(String method) {
        forbidden.add(method);
    }

    JsonObject does(FakeSlack.Call call) {
        if (forbidden.contains(call.method())) {
            return no("missing_scope");
        }
        return switch (call.method()) {
            case "auth.test" -> authTest();
            case "conversations.create" -> create(call);
            case "conversations.list" -> list(call);
            case "conversations.info" -> in(call, c -> ok("channel", shown(c)));
            case "conversations.invite" -> inOpen(call, c -> invite(c, call));
            case "conversations.members" -> in(call, this::members);
            case "conversations.open" -> open(call);
            case "conversations.history" -> in(call, c -> history(c, call, Optional.empty()));
            case "conversations.replies" -> in(call, c -> replies(c, call));
            case "conversations.setTopic" ->
                inOpen(call, c -> {
                    c.topic = call.of("topic");
                    return ok();
                });
            case "conversations.canvases.create" -> canvas(call);
            case "conversations.archive" -> inOpen(call, this::archive);
            case "chat.postMessage" -> post(call);
            case "chat.postEphemeral" -> inOpen(call, c -> ok());
            case "chat.update" -> inOpen(call, c -> update(c, call));
            case "chat.delete" -> inOpen(call, c -> delete(c, call));
            case "reactions.add" -> inOpen(call, c -> react(c, call, true));
            case "reactions.remove" -> inOpen(call, c -> react(c, call, false));
            case "pins.add" -> inOpen(call, c -> pin(c, call));
            case "pins.remove" -> inOpen(call, c -> c.pins.remove(call.of("timestamp")) ? ok() : no("no_pin"));
            case "users.info" -> userInfo(call);
            case "users.list" -> userList(call);
            case "usergroups.users.list" -> group(call);
            case "views.open", "views.update", "views.publish" -> view(call);
            case "files.getUploadURLExternal" -> uploadUrl(call);
            case "files.completeUploadExternal" -> complete(call);
            default -> no("unknown_method");
        };
    }

    private interface InChannel {
        JsonObject does(Channel channel);
    }

    private JsonObject in(FakeSlack.Call call, InChannel work) {
        Channel channel = channels.get(call.of("channel"));
        if (channel == null) {
            return no("channel_not_found");
        }
        return channel.members.contains(FakeSlack.BOT) || (!channel.secret && LOOKING.contains(call.method()))
                ? work.does(channel)
                : no(channel.archived ? "is_archived" : "not_in_channel");
    }

    private JsonObject inOpen(FakeSlack.Call call, InChannel work) {
        Channel channel = channels.get(call.of("channel"));
        if (channel != null && channel.archived) {
            return no(call.method().equals("conversations.archive") ? "already_archived" : "is_archived");
        }
        return in(call, work);
    }

    private JsonObject authTest() {
        JsonObject me = ok();
        me.addProperty("team_id", FakeSlack.TEAM);
        me.addProperty("team", "Cafe");
        me.addProperty("url", "https://cafe.slack.com/");
        me.addProperty("user", "tafelronde");
        me.addProperty("user_id", FakeSlack.BOT);
        me.addProperty("bot_id", "B0BOT");
        return me;
    }

    private JsonObject create(FakeSlack.Call call) {
        String name = call.of("name");
        if (!mayCreate) {
            return no("restricted_action");
        }
        if (!name.matches("[a-z0-9_-]{1,80}")) {
            return no("invalid_name_specials");
        }
        if (named(name).isPresent()) {
            return no("name_taken");
        }
        boolean secret = call.of("is_private").matches("1|true");
        Channel channel = new Channel((secret ? "G" : "C") + next(), name, FakeSlack.BOT, secret, false);
        channel.members.add(FakeSlack.BOT);
        channels.put(channel.id, channel);
        return ok("channel", shown(channel));
    }

    private JsonObject list(FakeSlack.Call call) {
        int from = call.of("cursor").isEmpty() ? 0 : Integer.parseInt(call.of("cursor"));
        List<Channel> all = channels.values().stream()
                .filter(c -> !c.direct)
                .filter(c -> !c.secret || c.members.contains(FakeSlack.BOT))
                .filter(c -> !call.of("exclude_archived").matches("1|true") || !c.archived)
                .toList();
        int to = Math.min(all.size(), from + 100);
        JsonArray page = new JsonArray();
        all.subList(from, to).forEach(c -> page.add(shown(c)));
        return paged(ok("channels", page), to < all.size() ? "" + to : "");
    }

    private static JsonObject shown(Channel c) {
        JsonObject shown = new JsonObject();
        shown.addProperty("id", c.id);
        shown.addProperty("name", c.name);
        shown.addProperty("creator", c.creator);
        shown.addProperty("is_archived", c.archived);
        shown.addProperty("is_private", c.secret);
        shown.addProperty("is_im", c.direct);
        shown.addProperty("is_member", c.members.contains(FakeSlack.BOT));
        return shown;
    }

    private JsonObject invite(Channel c, FakeSlack.Call call) {
        List<String> wanted = Arrays.asList(call.of("users").split(","));
        if (wanted.size() > 100) {
            return no("too_many_users");
        }
        JsonArray errors = new JsonArray();
        List<String> fit = new ArrayList<>();
        for (String user : wanted) {
            if (!users.containsKey(user)) {
                errors.add(error(user, "user_not_found"));
            } else if (user.equals(FakeSlack.BOT)) {
                errors.add(error(user, "cant_invite_self"));
            } else if (c.members.contains(user)) {
                errors.add(error(user, "already_in_channel"));
            } else {
                fit.add(user);
            }
        }
        boolean force = call.of("force").matches("1|true");
        if (force || errors.isEmpty()) {
            c.members.addAll(fit);
            fit.forEach(user -> listener.accept(joined(user, c)));
        }
        JsonObject answer = errors.isEmpty() || (force && !fit.isEmpty())
                ? ok("channel", shown(c))
                : no(errors.get(0).getAsJsonObject().get("error").getAsString());
        if (!errors.isEmpty()) {
            answer.add("errors", errors);
        }
        return answer;
    }

    private static JsonObject joined(String user, Channel c) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "member_joined_channel");
        event.addProperty("user", user);
        event.addProperty("channel", c.id);
        event.addProperty("channel_type", c.secret ? "G" : "C");
        event.addProperty("team", FakeSlack.TEAM);
        return event;
    }

    private static JsonObject error(String user, String why) {
        JsonObject error = new JsonObject();
        error.addProperty("user", user);
        error.addProperty("ok", false);
        error.addProperty("error", why);
        return error;
    }

    private JsonObject members(Channel c) {
        JsonArray members = new JsonArray();
        c.members.forEach(members::add);
        return paged(ok("members", members), "");
    }

    private JsonObject open(FakeSlack.Call call) {
        String user = call.of("users");
        return users.containsKey(user) ? ok("channel", shown(directOf(user))) : no("user_not_found");
    }

    private JsonObject history(Channel c, FakeSlack.Call call, Optional<String> thread) {
        int most = call.of("limit").isEmpty() ? 100 : Integer.parseInt(call.of("limit"));
        String from = call.of("cursor");
        // A channel is told from its end, a thread from its beginning.
        List<JsonObject> all = thread.isPresent()
                ? c.messages.values().stream()
                        .filter(m -> inThread(m, thread.get()))
                        .filter(m -> from.isEmpty() || ts(m).compareTo(from) > 0)
                        .toList()
                : c.messages.descendingMap().values().stream()
                        .filter(m -> !m.has("thread_ts") || m.has("thread_broadcast"))
                        .filter(m -> from.isEmpty() || ts(m).compareTo(from) < 0)
                        .toList();
        JsonArray page = new JsonArray();
        all.stream().limit(most).map(m -> told(c, m, call)).forEach(page::add);
        boolean more = all.size() > most;
        JsonObject answer = paged(ok("messages", page), more ? ts(all.get(most - 1)) : "");
        answer.addProperty("has_more", more);
        return answer;
    }

    private static JsonObject told(Channel c, JsonObject message, FakeSlack.Call call) {
        JsonObject told = message.deepCopy();
        if (c.pins.contains(ts(message))) {
            JsonArray channels = new JsonArray();
            channels.add(c.id);
            told.add("pinned_to", channels);
        }
        if (message.has("reactions")) {
            JsonArray reactions = new JsonArray();
            message.getAsJsonArray("reactions").forEach(name -> {
                JsonObject reaction = new JsonObject();
                reaction.add("name", name);
                reaction.addProperty("count", 1);
                reactions.add(reaction);
            });
            told.add("reactions", reactions);
        }
        if (!call.of("include_all_metadata").matches("1|true")) {
            told.remove("metadata");
        }
        return told;
    }

    private static boolean inThread(JsonObject m, String thread) {
        return ts(m).equals(thread)
                || (m.has("thread_ts") && m.get("thread_ts").getAsString().equals(thread));
    }

    private JsonObject replies(Channel c, FakeSlack.Call call) {
        return c.messages.containsKey(call.of("ts"))
                ? history(c, call, Optional.of(call.of("ts")))
                : no("thread_not_found");
    }

    private JsonObject archive(Channel c) {
        c.archived = true;
        c.members.remove(FakeSlack.BOT);
        return ok();
    }

    private JsonObject post(FakeSlack.Call call) {
        String to = call.of("channel");
        Channel c = users.containsKey(to) ? directOf(to) : channels.get(to);
        if (c == null) {
            return no("channel_not_found");
        }
        if (c.archived) {
            return no("is_archived");
        }
        if (!c.members.contains(FakeSlack.BOT)) {
            return no("not_in_channel");
        }
        if (!call.of("thread_ts").isEmpty() && !c.messages.containsKey(call.of("thread_ts"))) {
            return no("thread_not_found");
        }
        Optional<JsonObject> wrong = wrong(call, 40_000);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("user", FakeSlack.BOT);
        message.addProperty("bot_id", "B0BOT");
        message.addProperty("text", call.of("text"));
        if (!call.of("thread_ts").isEmpty()) {
            message.addProperty("thread_ts", call.of("thread_ts"));
        }
        given(message, call, "blocks");
        given(message, call, "metadata");
        String ts = put(c, message);
        JsonObject answer = ok("message", message);
        answer.addProperty("channel", c.id);
        answer.addProperty("ts", ts);
        return answer;
    }

    private static void given(JsonObject message, FakeSlack.Call call, String name) {
        if (!call.of(name).isEmpty()) {
            message.add(name, JsonParser.parseString(call.of(name)));
        }
    }

    /** What Slack's limits on blocks and text refuse. */
    static Optional<JsonObject> wrong(FakeSlack.Call call, int longest) {
        if (call.of("text").isEmpty() && call.of("blocks").isEmpty()) {
            return Optional.of(no("no_text"));
        }
        if (call.of("text").length() > longest) {
            return Optional.of(no("msg_too_long"));
        }
        if (call.of("blocks").isEmpty()) {
            return Optional.empty();
        }
        JsonArray blocks = JsonParser.parseString(call.of("blocks")).getAsJsonArray();
        return FakeBlocks.problem(blocks, 50).map(p -> {
            JsonObject no = no("invalid_blocks");
            no.addProperty("detail", p);
            return no;
        });
    }

    private JsonObject update(Channel c, FakeSlack.Call call) {
        JsonObject message = c.messages.get(call.of("ts"));
        if (message == null) {
            return no("message_not_found");
        }
        if (!message.get("user").getAsString().equals(FakeSlack.BOT)) {
            return no("cant_update_message");
        }
        Optional<JsonObject> wrong = wrong(call, 4_000);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        message.addProperty("text", call.of("text"));
        message.remove("blocks");
        given(message, call, "blocks");
        given(message, call, "metadata");
        JsonObject answer = ok();
        answer.addProperty("channel", c.id);
        answer.addProperty("ts", call.of("ts"));
        return answer;
    }

    private JsonObject delete(Channel c, FakeSlack.Call call) {
        if (c.messages.remove(call.of("ts")) == null) {
            return no("message_not_found");
        }
        return ok();
    }

    private JsonObject react(Channel c, FakeSlack.Call call, boolean add) {
        JsonObject message = c.messages.get(call.of("timestamp"));
        if (message == null) {
            return no("message_not_found");
        }
        JsonArray reactions = message.has("reactions") ? message.getAsJsonArray("reactions") : new JsonArray();
        message.add("reactions", reactions);
        JsonElement name = JsonParser.parseString("\"" + call.of("name") + "\"");
        if (add && reactions.contains(name)) {
            return no("already_reacted");
        }
        if (!add && !reactions.contains(name)) {
            return no("no_reaction");
        }
        if (add) {
            reactions.add(name);
        } else {
            reactions.remove(name);
        }
        return ok();
    }

    private JsonObject pin(Channel c, FakeSlack.Call call) {
        if (!c.messages.containsKey(call.of("timestamp"))) {
            return no("message_not_found");
        }
        return c.pins.add(call.of("timestamp")) ? ok() : no("already_pinned");
    }

    private JsonObject userInfo(FakeSlack.Call call) {
        User user = users.get(call.of("user"));
        return user == null ? no("user_not_found") : ok("user", shown(user));
    }

    private JsonObject userList(FakeSlack.Call call) {
        int from = call.of("cursor").isEmpty() ? 0 : Integer.parseInt(call.of("cursor"));
        int to = Math.min(users.size(), from + Math.min(200, Integer.parseInt(call.of("limit"))));
        JsonArray page = new JsonArray();
        List.copyOf(users.values()).subList(from, to).forEach(u -> page.add(shown(u)));
        return paged(ok("members", page), to < users.size() ? "" + to : "");
    }

    private JsonObject group(FakeSlack.Call call) {
        List<String> members = groups.get(call.of("usergroup"));
        if (members == null) {
            return no("no_such_subteam");
        }
        JsonArray all = new JsonArray();
        members.forEach(all::add);
        return ok("users", all);
    }

    private static JsonObject shown(User user) {
        JsonObject profile = new JsonObject();
        profile.addProperty("display_name", user.name());
        profile.addProperty("real_name", user.name());
        JsonObject shown = new JsonObject();
        shown.addProperty("id", user.id());
        shown.addProperty("team_id", FakeSlack.TEAM);
        shown.addProperty("name", user.name().toLowerCase(java.util.Locale.ROOT));
        shown.addProperty("deleted", user.deleted());
        shown.addProperty("is_bot", user.bot());
        shown.addProperty("is_restricted", user.guest());
        shown.addProperty("locale", user.locale());
        shown.add("profile", profile);
        return shown;
    }

    private static JsonObject view(FakeSlack.Call call) {
        JsonObject view = JsonParser.parseString(call.of("view")).getAsJsonObject();
        Optional<String> problem = FakeBlocks.viewProblem(view);
        if (problem.isPresent()) {
            JsonObject no = no("invalid_arguments");
            no.addProperty("detail", problem.get());
            return no;
        }
        return ok("view", view);
    }

    private JsonObject uploadUrl(FakeSlack.Call call) {
        if (call.of("filename").isEmpty() || call.of("length").isEmpty()) {
            return no("invalid_arguments");
        }
        if (call.of("alt_txt").length() > 1_000) {
            return no("alt_txt_too_large");
        }
        String id = "F" + next();
        fileNames.put(id, call.of("filename"));
        JsonObject answer = ok();
        answer.addProperty("file_id", id);
        answer.addProperty("upload_url", "UPLOAD/" + id);
        return answer;
    }

    /** One for each channel; where the workspace has none, or the bot may make none, it says why. */
    private JsonObject canvas(FakeSlack.Call call) {
        Channel c = channels.get(call.of("channel_id"));
        if (c == null || !c.members.contains(FakeSlack.BOT)) {
            return no("channel_not_found");
        }
        if (noCanvas.isPresent()) {
            return no(noCanvas.get());
        }
        if (!c.canvas.isEmpty()) {
            return no("channel_canvas_already_exists");
        }
        JsonObject document =
                JsonParser.parseString(call.of("document_content")).getAsJsonObject();
        if (!document.get("type").getAsString().equals("markdown")) {
            return no("invalid_arguments");
        }
        c.canvas = document.get("markdown").getAsString();
        JsonObject answer = ok();
        answer.addProperty("canvas_id", "F" + next());
        return answer;
    }

    private JsonObject complete(FakeSlack.Call call) {
        Channel c = channels.get(call.of("channel_id"));
        if (c == null) {
            return no("channel_not_found");
        }
        JsonArray shared = new JsonArray();
        for (JsonElement one : JsonParser.parseString(call.of("files")).getAsJsonArray()) {
            String id = one.getAsJsonObject().get("id").getAsString();
            if (!files.containsKey(id)) {
                return no("file_not_found");
            }
            JsonObject file = new JsonObject();
            file.addProperty("id", id);
            file.addProperty("name", fileNames.get(id));
            shared.add(file);
        }
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("subtype", "file_share");
        message.addProperty("user", FakeSlack.BOT);
        message.addProperty("text", call.of("initial_comment"));
        message.add("files", shared);
        if (!call.of("thread_ts").isEmpty()) {
            message.addProperty("thread_ts", call.of("thread_ts"));
        }
        put(c, message);
        return ok("files", shared.deepCopy());
    }

    // Helpers

    private String put(Channel c, JsonObject message) {
        String ts = ts();
        message.addProperty("ts", ts);
        c.messages.put(ts, message);
        return ts;
    }

    private String ts() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        lastMicros = Math.max(lastMicros + 1, micros);
        return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    private static String ts(JsonObject message) {
        return message.get("ts").getAsString();
    }

    private String next() {
        return "%05d".formatted(++ids);
    }

    private static JsonObject paged(JsonObject answer, String cursor) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("next_cursor", cursor);
        answer.add("response_metadata", metadata);
        return answer;
    }

    private static JsonObject ok() {
        JsonObject ok = new JsonObject();
        ok.addProperty("ok", true);
        return ok;
    }

    private static JsonObject ok(String name, JsonElement value) {
        JsonObject ok = ok();
        ok.add(name, value);
        return ok;
    }

    static JsonObject no(String error) {
        JsonObject no = new JsonObject();
        no.addProperty("ok", false);
        no.addProperty("error", error);
        return no;
    }

    /** Hears of people who are let in. */
    synchronized void tells(Consumer<JsonObject> other) {
        listener = other;
    }
}

package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Teams on loopback, as its documentation tells it: the connector, Graph's channels, the tokens both want, and the keys by which Teams
 * signs. It holds one team, and everything can go wrong when a test asks for it.
 */
final class FakeTeams implements AutoCloseable {
    static final String APP = "0c0ffee0-0000-4000-8000-000000000001";
    static final String SECRET = "the-app-secret-of-the-test";
    static final String TENANT = "7e4a4700-0000-4000-8000-000000000002";
    static final String TEAM = "19:team@thread.tacv2";
    static final String GROUP = "96009600-0000-4000-8000-000000000003";
    private static final int MOST_BYTES = 28_000;
    private static final int HANGS_UP = 0;

    /** A channel, or the chat of the bot and one person. */
    static final class Channel {
        final String id;
        final String name;
        boolean archived;
        final List<Message> messages = new ArrayList<>();
        /** What one person alone sees among them, by that person. */
        final Map<String, List<Message>> targeted = new LinkedHashMap<>();

        Channel(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    static final class Message {
        final String id;
        final Optional<String> root;
        final String by;
        JsonNode activity;
        final List<String> reactions = new ArrayList<>();

        Message(String id, Optional<String> root, String by, JsonNode activity) {
            this.id = id;
            this.root = root;
            this.by = by;
            this.activity = activity;
        }
    }

    /** What becomes of a call in bad weather. */
    enum Trouble {
        NONE,
        TOO_MANY,
        BUSY,
        BAD_GATEWAY,
        TIMED_OUT_AFTERWARDS,
        DROPPED_BEFORE,
        DROPPED_AFTERWARDS
    }

    /** One call that reached it. */
    record Call(String method, String path, JsonNode body) {}

    /** What becomes of the next call whose method and path begin so. */
    private record Fault(String of, int status, String code, boolean afterwards) {}

    private record Answer(int status, JsonNode body) {}

    private final HttpServer server;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, String> chats = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final SigningKey key = SigningKey.fresh();
    private List<String> endorsements = List.of("msteams");
    private Function<Call, Trouble> weather = call -> Trouble.NONE;
    private Optional<FakeTeamsLimits> limits = Optional.empty();
    private Duration journey = Duration.ZERO;
    private boolean consented = true;
    private List<String> grants =
            Arrays.stream(Consent.values()).map(Consent::id).toList();
    private Optional<Integer> noToken = Optional.empty();
    private boolean installed = true;
    private Optional<Integer> noTargeted = Optional.empty();
    private int tokens;
    private int last = 1_000;

    FakeTeams() {
        channels.put(TEAM, new Channel(TEAM, ""));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    String service() {
        return url("/connector/");
    }

    SigningKey key() {
        return key;
    }

    TeamsSettings settings() {
        return settings(false);
    }

    TeamsSettings settings(boolean targeted) {
        return TeamsSettings.of(
                new TeamsSettings.Said(
                        APP, SECRET, TENANT, url("/openid"), url("/token"), url("/graph"), "", "" + targeted),
                true);
    }

    /** Nobody let the bot make channels. */
    synchronized void withoutConsent() {
        consented = false;
    }

    /** What the owner of the team consented to, as Graph tells it. */
    synchronized void grants(List<String> permissions) {
        grants = permissions;
    }

    /** No token is given, for this reason of the directory's. */
    synchronized void givesNoToken(int reason) {
        noToken = Optional.of(reason);
    }

    /** Its owner took the app away from the team, or put it back. */
    synchronized void installed(boolean so) {
        installed = so;
    }

    /** It has no messages that one person alone sees, and says so in this way. */
    synchronized void takesNoTargeted(int status) {
        noTargeted = Optional.of(status);
    }

    /** Somebody made one. */
    synchronized void channel(String id) {
        channels.put(id, new Channel(id, id));
    }

    /** Somebody deletes a channel. */
    synchronized void deletes(String channel) {
        channels.remove(channel);
    }

    /** For which channels the key may sign. */
    synchronized void endorsed(List<String> channels) {
        endorsements = channels;
    }

    synchronized void next(String call, int status, String code) {
        faults.add(new Fault(call, status, code, false));
    }

    /** It happened, and we are not told. */
    synchronized void nextAfterwards(String call, int status) {
        faults.add(new Fault(call, status, "Trouble", true));
    }

    /** What becomes of each call of the connector. */
    synchronized void weather(Function<Call, Trouble> now) {
        weather = now;
    }

    /** It bears no more than Teams does. */
    synchronized void limited(InstantSource clock) {
        limits = Optional.of(new FakeTeamsLimits(clock));
    }

    /** How often it was asked for too much. */
    synchronized int refused() {
        return limits.map(FakeTeamsLimits::refused).orElse(0);
    }

    /** So long each call takes. */
    synchronized void farAway(Duration each) {
        journey = each;
    }

    synchronized List<Call> calls(String methodAndPath) {
        return calls.stream()
                .filter(c -> (c.method() + " " + c.path()).startsWith(methodAndPath))
                .toList();
    }

    synchronized int tokens() {
        return tokens;
    }

    /**
     * @return their id in the directory
     */
    synchronized String person(String name) {
        String id = "aaaaaaaa-0000-4000-8000-" + String.format("%012d", ++last);
        people.put(id, name);
        return id;
    }

    synchronized String name(String person) {
        return people.getOrDefault(person, "");
    }

    static String account(String person) {
        return "29:" + person;
    }

    synchronized Optional<Channel> channelOf(String conversation) {
        return Optional.ofNullable(channels.get(TeamsId.channelOf(conversation)));
    }

    synchronized Map<String, Channel> channels() {
        return new LinkedHashMap<>(channels);
    }

    synchronized List<Message> messages(String channel) {
        return channelOf(channel).map(c -> List.copyOf(c.messages)).orElse(List.of());
    }

    /** What this person alone sees there. */
    synchronized List<Message> targeted(String person, String channel) {
        return channelOf(channel)
                .map(c -> List.copyOf(c.targeted.getOrDefault(account(person), List.of())))
                .orElse(List.of());
    }

    synchronized String chatOf(String person) {
        return chats.computeIfAbsent(person, p -> {
            String id = "a:chat-" + p;
            channels.put(id, new Channel(id, "chat"));
            return id;
        });
    }

    /** Somebody writes. */
    synchronized String says(String person, String conversation, String text) {
        String id = nextId();
        channelOf(conversation)
                .orElseThrow()
                .messages
                .add(new Message(
                        id,
                        TeamsId.rootOf(conversation),
                        person,
                        Json.typed("message").put("text", text)));
        return id;
    }

    private String nextId() {
        return String.valueOf(1_778_580_000_000L + ++last);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            travels();
            String authorization = Optional.ofNullable(
                            exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("");
            Answer answer =
                    answer(exchange.getRequestMethod(), pathAndQuery(exchange.getRequestURI()), authorization, body);
            if (answer.status() == HANGS_UP) {
                return;
            }
            byte[] bytes = Json.bytes(answer.body());
            if (answer.status() == 429) {
                exchange.getResponseHeaders().set("Retry-After", "3");
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } finally {
            exchange.close();
        }
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private void travels() {
        Duration each;
        synchronized (this) {
            each = journey;
        }
        LockSupport.parkNanos(each.toNanos());
    }

    private synchronized Answer answer(String method, String path, String authorization, byte[] bytes) {
        JsonNode body = Json.read(bytes).orElseGet(Json::object);
        calls.add(new Call(method, path, body));
        Optional<Fault> fault = faults.stream()
                .filter(f -> (method + " " + path).startsWith(f.of()))
                .findFirst();
        fault.ifPresent(faults::remove);
        if (fault.isPresent() && !fault.get().afterwards()) {
            return no(fault.get().status(), fault.get().code());
        }
        Answer answer = path.startsWith("/connector")
                ? inThisWeather(method, path, authorization, bytes, body)
                : does(method, path, authorization, bytes, body);
        return fault.map(f -> no(f.status(), f.code())).orElse(answer);
    }

    private Answer inThisWeather(String method, String path, String authorization, byte[] bytes, JsonNode body) {
        Trouble trouble = weather.apply(new Call(method, path, body));
        Supplier<Answer> happens = () -> does(method, path, authorization, bytes, body);
        return switch (trouble) {
            case NONE -> happens.get();
            case TOO_MANY -> no(429, "TooManyRequests");
            case BUSY -> no(412, "PreconditionFailed");
            case BAD_GATEWAY -> no(502, "BadGateway");
            case TIMED_OUT_AFTERWARDS -> {
                happens.get();
                yield no(504, "GatewayTimeout");
            }
            case DROPPED_BEFORE -> no(HANGS_UP, "");
            case DROPPED_AFTERWARDS -> {
                happens.get();
                yield no(HANGS_UP, "");
            }
        };
    }

    private static Answer no(int status, String code) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", "for the test");
        return new Answer(status, body);
    }

    private static Answer yes(JsonNode body) {
        return new Answer(200, body);
    }

    private Answer does(String method, String path, String authorization, byte[] bytes, JsonNode body) {
        String[] parts = path.split("\\?", 2);
        boolean targeted = parts.length == 2 && parts[1].contains("isTargetedActivity=true");
        List<String> steps = Arrays.stream(parts[0].substring(1).split("/"))
                .map(s -> URLDecoder.decode(s, StandardCharsets.UTF_8))
                .toList();
        return switch (steps.getFirst()) {
            case "openid" ->
                yes(Json.object().put("issuer", "https://api.botframework.com").put("jwks_uri", url("/keys")));
            case "keys" -> yes(Json.object().set("keys", Json.array().add(key.published(endorsements))));
            case "token" -> token(new String(bytes, StandardCharsets.UTF_8));
            case "connector" ->
                authorization.equals("Bearer token-for-botframework")
                        ? connector(method, steps.subList(2, steps.size()), bytes.length, targeted, body)
                        : no(401, "Unauthorized");
            case "graph" ->
                authorization.equals("Bearer token-for-graph")
                        ? graph(method, steps.subList(3, steps.size()), body)
                        : no(401, "InvalidAuthenticationToken");
            default -> no(404, "NotFound");
        };
    }

    private Answer token(String form) {
        if (noToken.isPresent()) {
            ObjectNode no = Json.object().put("error", "invalid_client");
            no.put("error_description", "AADSTS" + noToken.get() + ": for the test");
            no.putArray("error_codes").add(noToken.get());
            return new Answer(401, no);
        }
        if (!form.contains("client_secret=" + SECRET) || !form.contains("client_id=" + APP)) {
            return new Answer(401, Json.object().put("error", "invalid_client"));
        }
        tokens++;
        String token = form.contains("graph.microsoft.com") ? "token-for-graph" : "token-for-botframework";
        return yes(Json.object().put("access_token", token).put("expires_in", 3_600));
    }

    private Answer graph(String method, List<String> steps, JsonNode body) {
        if (!consented) {
            return no(403, "Forbidden");
        }
        if (!steps.getFirst().equals(GROUP)) {
            return no(404, "NotFound");
        }
        if (steps.getLast().equals("permissionGrants")) {
            return granted();
        }
        if (method.equals("POST") && steps.size() == 2) {
            String name = body.path("displayName").asText();
            boolean taken = channels.values().stream().anyMatch(c -> c.name.equals(name));
            if (taken || name.length() > 50 || !name.matches("[^~#%&*{}+/\\\\:<>?|'\",]+")) {
                return no(400, "BadRequest");
            }
            String id = "19:channel-" + ++last + "@thread.tacv2";
            channels.put(id, new Channel(id, name));
            return new Answer(201, Json.object().put("id", id).put("displayName", name));
        }
        Optional<Channel> channel = channelOf(steps.get(2));
        if (channel.isEmpty()) {
            return no(404, "NotFound");
        }
        if (method.equals("DELETE")) {
            channels.remove(channel.get().id);
        } else if (steps.getLast().equals("archive")) {
            channel.get().archived = true;
        }
        return yes(Json.object());
    }

    private Answer granted() {
        ArrayNode all = Json.array();
        grants.forEach(p -> all.addObject()
                .put("clientAppId", APP)
                .put("permissionType", "Application")
                .put("permission", p));
        // What others may do there is not what we may.
        Arrays.stream(Consent.values())
                .forEach(c -> all.addObject().put("clientAppId", "another-app").put("permission", c.id()));
        return yes(Json.object().set("value", all));
    }

    /**
     * @param steps after {@code /v3}
     */
    private Answer connector(String method, List<String> steps, int size, boolean targeted, JsonNode body) {
        if (size > MOST_BYTES) {
            return no(413, "MessageSizeTooBig");
        }
        if (steps.getFirst().equals("teams")) {
            return steps.size() == 2
                    ? yes(Json.object().put("aadGroupId", GROUP).put("name", "Neighbours"))
                    : conversations();
        }
        if (steps.size() == 1
                && limits.filter(l -> l.isTooMuch(channelIn(body))).isPresent()) {
            return no(429, "TooManyRequests");
        }
        if (steps.size() == 1) {
            return body.path("isGroup").asBoolean() ? thread(body) : chat(body);
        }
        if (steps.get(2).equals("pagedmembers")) {
            return members();
        }
        if (steps.get(2).equals("members")) {
            return member(steps.get(3));
        }
        if (limits.filter(l -> l.isTooMuch(steps.get(1))).isPresent()) {
            return no(429, "TooManyRequests");
        }
        Optional<Channel> channel = channelOf(steps.get(1));
        if (channel.isEmpty()) {
            return no(404, "ConversationNotFound");
        }
        // Who has spoken to it can still be written to alone.
        if (!installed && channel.get().id.startsWith("19:")) {
            return no(403, "BotNotInConversationRoster");
        }
        if (channel.get().archived) {
            return no(403, "MessageWritesBlocked");
        }
        Optional<String> root = TeamsId.rootOf(steps.get(1));
        if (root.isPresent() && message(channel.get(), root.get()).isEmpty()) {
            return no(404, "ConversationNotFound");
        }
        if (targeted) {
            return target(channel.get(), root, body);
        }
        return steps.size() == 3 ? say(channel.get(), root, body) : change(method, channel.get(), steps, body);
    }

    private Answer conversations() {
        ArrayNode all = Json.array();
        channels.values().stream()
                .filter(c -> !c.name.equals("chat"))
                .forEach(c -> all.addObject().put("id", c.id).put("name", c.name));
        return yes(Json.object().set("conversations", all));
    }

    private Answer members() {
        ArrayNode all = Json.array();
        people.forEach((id, name) -> all.addObject()
                .put("id", account(id))
                .put("aadObjectId", id)
                .put("name", name)
                .put("userRole", "user"));
        return yes(Json.object().set("members", all));
    }

    private Answer member(String account) {
        return people.keySet().stream()
                .filter(id -> account(id).equals(account))
                .findFirst()
                .map(id -> yes(Json.object().put("id", account).put("aadObjectId", id)))
                .orElseGet(() -> no(404, "MemberNotFoundInConversation"));
    }

    private static String channelIn(JsonNode body) {
        return body.path("channelData").path("channel").path("id").asText();
    }

    private Answer thread(JsonNode body) {
        if (!installed) {
            return no(403, "BotNotInConversationRoster");
        }
        Optional<Channel> channel = channelOf(channelIn(body));
        if (channel.isEmpty()) {
            return no(404, "ConversationNotFound");
        }
        if (channel.get().archived) {
            return no(403, "MessageWritesBlocked");
        }
        String id = nextId();
        channel.get().messages.add(new Message(id, Optional.empty(), "bot", body.path("activity")));
        return new Answer(
                201,
                Json.object().put("id", channel.get().id + ";messageid=" + id).put("activityId", id));
    }

    private Answer chat(JsonNode body) {
        String id = body.path("members").path(0).path("id").asText().replaceFirst("^29:", "");
        return people.containsKey(id)
                ? yes(Json.object().put("id", chatOf(id)))
                : no(403, "BotNotInConversationRoster");
    }

    private Answer say(Channel channel, Optional<String> root, JsonNode body) {
        String id = nextId();
        channel.messages.add(new Message(id, root, "bot", body));
        return new Answer(201, Json.object().put("id", id));
    }

    /** Only in a channel, and to somebody who is there. */
    private Answer target(Channel channel, Optional<String> root, JsonNode body) {
        if (noTargeted.isPresent()) {
            return no(noTargeted.get(), "Bad argument");
        }
        String to = body.path("recipient").path("id").asText();
        if (!channel.id.startsWith("19:")
                || people.keySet().stream().noneMatch(p -> account(p).equals(to))) {
            return no(400, "Bad argument");
        }
        String id = nextId();
        channel.targeted.computeIfAbsent(to, t -> new ArrayList<>()).add(new Message(id, root, "bot", body));
        return new Answer(201, Json.object().put("id", id));
    }

    private static Optional<Message> message(Channel channel, String id) {
        return channel.messages.stream().filter(m -> m.id.equals(id)).findFirst();
    }

    private static Answer change(String method, Channel channel, List<String> steps, JsonNode body) {
        Optional<Message> message = message(channel, steps.get(3));
        if (message.isEmpty()) {
            return no(404, "ActivityNotFoundInConversation");
        }
        if (steps.size() == 6) {
            if (!message.get().reactions.contains(steps.get(5))) {
                message.get().reactions.add(steps.get(5));
            }
        } else if (method.equals("PUT")) {
            if (!message.get().by.equals("bot")) {
                return no(403, "Forbidden");
            }
            message.get().activity = body;
        }
        return yes(Json.object().put("id", steps.get(3)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

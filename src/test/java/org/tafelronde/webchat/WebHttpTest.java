package org.tafelronde.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.secret.Seal;

/** The contract between the server and its page. */
class WebHttpTest {
    private static WebServer server;
    private static FakeDoor door;
    private static WebChat web;
    private static int cafes;

    private WebServer.Browser ada;
    private Person adaPerson;

    @BeforeAll
    static void start() {
        server = new WebServer(Map.of());
        door = server.bean(FakeDoor.class);
        web = server.bean(WebChat.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void ada() {
        door.answers(what -> Answer.SILENT);
        ada = server.browser().named("Ada");
        adaPerson = person(ada);
    }

    private static Person person(WebServer.Browser browser) {
        return new Person(Platform.WEBCHAT, browser.me().path("id").asText());
    }

    private static SendResult.Sent sent(Outgoing what) {
        return (SendResult.Sent) web.send("delivery-" + cafes++, what);
    }

    private static Place plenary(Person... people) {
        String name = "cafe-c" + cafes++;
        return sent(new Outgoing.OpenPlace(
                        Platform.WEBCHAT, name, "Smart from the start", Outgoing.Kind.PLENARY, List.of(people)))
                .ref()
                .place();
    }

    private static MessageRef post(Place place, Content content) {
        return sent(new Outgoing.Post(place, Optional.empty(), content, false)).ref();
    }

    private static WebServer.Reply say(WebServer.Browser browser, Place place, String key, String text) {
        return browser.post("/web/places/" + place.id() + "/messages", Map.of("key", key, "text", text));
    }

    private static JsonNode place(WebServer.Browser browser, Place place) {
        for (JsonNode p : browser.me().path("places")) {
            if (p.path("id").asText().equals(place.id())) {
                return p;
            }
        }
        throw new AssertionError("not in " + place);
    }

    @Test
    void without_a_pass_nothing_but_the_start_is_shown() {
        WebServer.Browser nobody = server.browser();

        assertThat(nobody.get("/web/start").json().toString())
                .isEqualTo("{\"mayBegin\":true,\"invite\":null,\"me\":null}");
        for (String path :
                List.of("/web/me", "/web/menu", "/web/events", "/web/media/s/case.svg", "/web/places/x/messages")) {
            WebServer.Reply reply = nobody.get(path);
            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.error()).as(path).isEqualTo("Fill in your name first.");
        }
        assertThat(nobody.with("Accept-Language", "nl-NL,nl;q=0.9")
                        .get("/web/me")
                        .error())
                .isEqualTo("Vul eerst je naam in.");
    }

    @Test
    void a_pass_shows_who_and_where_somebody_is() {
        JsonNode me = ada.me();

        assertThat(me.path("name").asText()).isEqualTo("Ada");
        assertThat(me.path("language").asText()).isEqualTo("nl");
        assertThat(me.path("mayBegin").asBoolean()).isTrue();
        assertThat(Instant.parse(me.path("now").asText())).isAfter(Instant.parse("2026-11-24T13:00:00Z"));
        assertThat(me.path("cursor").asLong()).isPositive();
        JsonNode direct = me.path("places").get(0);
        assertThat(direct.path("kind").asText()).isEqualTo("DIRECT");
        assertThat(direct.path("cafe").isNull()).isTrue();
        assertThat(direct.path("topic").isNull()).isTrue();
        assertThat(direct.path("invite").isNull()).isTrue();
        assertThat(ada.get("/web/start").json().path("me").path("name").asText())
                .isEqualTo("Ada");
        assertThat(ada.put("/web/me", Map.of("name", "Ada L.", "language", "en"))
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Ada L.");
        assertThat(ada.get("/web/menu?language=nl").json().toString())
                .isEqualTo("[{\"word\":\"extend\",\"usage\":\"extend MIN [TABLE]\",\"help\":\"in nl\"}]");
    }

    @Test
    void the_pass_is_kept_from_scripts_and_other_sites() {
        String cookie = server.browser()
                .post("/web/pass", Map.of("name", "Bob", "language", "en"))
                .header("set-cookie");

        assertThat(cookie).contains("tafelronde_pass=", "HTTPOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void a_pass_cannot_be_made_up() {
        String pass = ada.cookie("tafelronde_pass");
        String id = pass.substring(0, pass.indexOf('.'));
        String signature = pass.substring(pass.indexOf('.') + 1);
        Person bob = web.register("Bob", "en", false);

        List<String> forged = List.of(
                id,
                id + ".",
                "." + signature,
                bob.id() + "." + signature,
                id + "." + signature.substring(1),
                id + "." + signature.toUpperCase(java.util.Locale.ROOT),
                id + "." + new Seal("another secret".getBytes(StandardCharsets.UTF_8)).sign("pass", id),
                id + "." + new Seal(WebServer.SECRET.getBytes(StandardCharsets.UTF_8)).sign("another purpose", id),
                "x".repeat(3000));
        for (String cookie : forged) {
            assertThat(server.browser()
                            .withCookie("tafelronde_pass", cookie)
                            .get("/web/me")
                            .status())
                    .as(cookie)
                    .isEqualTo(401);
        }
        assertThat(server.browser()
                        .withCookie("tafelronde_pass", pass)
                        .get("/web/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void only_who_is_on_the_servers_own_machine_or_has_the_link_may_begin() throws Exception {
        String stranger = "Host: cafe.example:" + server.port();

        assertThat(server.raw("GET /web/start HTTP/1.1", stranger)).contains("\"mayBegin\":false");
        assertThat(server.raw(
                        "POST /web/pass HTTP/1.1",
                        stranger,
                        "Content-Type: application/json",
                        "Content-Length: 14",
                        "",
                        "{\"name\":\"Eve\"}"))
                .startsWith("HTTP/1.1 403")
                .contains("invitation link");

        String link = server.bean(Passes.class).facilitatorPath();
        String entered = server.raw("GET " + link + " HTTP/1.1", stranger);
        assertThat(entered).startsWith("HTTP/1.1 303").containsIgnoringCase("location: /");
        String cookie = entered.replaceAll("(?s).*(tafelronde_facilitator=[^;]*);.*", "$1");
        assertThat(server.raw("GET /web/start HTTP/1.1", stranger, "Cookie: " + cookie))
                .contains("\"mayBegin\":true");
        assertThat(server.raw("GET /web/start HTTP/1.1", stranger, "Cookie: " + cookie + "x"))
                .contains("\"mayBegin\":false");
        assertThat(server.browser().get(link + "x").status()).isEqualTo(404);
    }

    @Test
    void a_server_that_others_can_reach_lets_nobody_begin_without_the_link() {
        try (WebServer open = new WebServer(Map.of("micronaut.server.host", "0.0.0.0"))) {
            assertThat(open.browser().get("/web/start").json().path("mayBegin").asBoolean())
                    .isFalse();
        }
        try (WebServer proxied = new WebServer(Map.of("tafelronde.base-url", "https://cafe.example"))) {
            WebServer.Browser browser = proxied.browser();
            assertThat(browser.get("/web/start").json().path("mayBegin").asBoolean())
                    .isFalse();
            assertThat(browser.get(proxied.bean(Passes.class).facilitatorPath()).header("set-cookie"))
                    .contains("Secure");
        }
    }

    @Test
    void an_invitation_leads_into_the_plenary() {
        Place plenary = plenary(adaPerson);
        String invite = place(ada, plenary).path("invite").asText();
        String token = invite.substring("/join/".length());
        assertThat(invite).startsWith("/join/");

        WebServer.Browser bob = server.browser();
        assertThat(bob.get("/web/start?invite=" + token).json().path("invite").toString())
                .isEqualTo("{\"title\":\"Smart from the start\"}");
        assertThat(bob.get("/web/start?invite=madeup").json().path("invite").isNull())
                .isTrue();

        JsonNode me = bob.post("/web/pass", Map.of("name", "Bob", "language", "en", "invite", token))
                .json();
        assertThat(me.path("places").get(1).path("id").asText()).isEqualTo(plenary.id());
        assertThat(door.last(Incoming.Arrived.class).by().name()).isEqualTo("Bob");

        WebServer.Reply twice = bob.post("/web/pass", Map.of("name", "Else", "invite", token));
        assertThat(twice.json().path("name").asText()).isEqualTo("Bob");
        assertThat(server.browser()
                        .post("/web/pass", Map.of("name", "Eve", "invite", "madeup"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_said_comes_back_as_everybody_sees_it() {
        Place plenary = plenary(adaPerson);
        door.answers(what -> Answer.whisper(Content.text("heard")));

        WebServer.Reply once = say(ada, plenary, "k1", "<b>Why</b> <!channel>?");
        WebServer.Reply twice = say(ada, plenary, "k1", "<b>Why</b> <!channel>?");

        assertThat(twice.body()).isEqualTo(once.body());
        JsonNode message = once.json().path("message");
        assertThat(message.path("content").toString())
                .isEqualTo(
                        "{\"parts\":[{\"type\":\"paragraph\",\"text\":\"<b>Why</b> <!channel>?\"}],\"buttons\":[],\"asks\":false}");
        assertThat(message.path("author").path("mine").asBoolean()).isTrue();
        assertThat(message.path("thread").isNull()).isTrue();
        assertThat(message.path("place").asText()).isEqualTo(plenary.id());
        assertThat(once.json().path("answer").toString())
                .isEqualTo(
                        "{\"whispers\":[{\"parts\":[{\"type\":\"paragraph\",\"text\":\"heard\"}],\"buttons\":[],\"asks\":false}],\"form\":null}");
        JsonNode list =
                ada.get("/web/places/" + plenary.id() + "/messages?limit=50").json();
        assertThat(list.path("messages")).hasSize(1);
        assertThat(list.path("messages").get(0)).isEqualTo(message);
        assertThat(list.path("more").asBoolean()).isFalse();
    }

    @Test
    void everything_that_the_bot_can_say_has_a_shape() {
        Place plenary = plenary(adaPerson);
        post(
                plenary,
                Content.of(
                                new Content.Part.Heading("h"),
                                new Content.Part.Bullets(List.of("a", "b")),
                                new Content.Part.Numbered(List.of(new Content.Part.Numbered.Item(7, "seven"))),
                                new Content.Part.Quote("q"),
                                new Content.Part.Note("n"),
                                new Content.Part.Picture("s/a b/ç.svg", "alt"),
                                new Content.Part.File("s/digest.md", "digest.md"))
                        .with(Button.danger("Stop", "s:stop"), new Button.GoTo("There", plenary)));

        JsonNode message = ada.get("/web/places/" + plenary.id() + "/messages")
                .json()
                .path("messages")
                .get(0);
        assertThat(message.path("author").toString())
                .isEqualTo("{\"id\":\"tafelronde\",\"name\":\"Tafelronde\",\"bot\":true,\"mine\":false}");
        assertThat(message.path("content").path("parts").toString())
                .isEqualTo("[{\"type\":\"heading\",\"text\":\"h\"},{\"type\":\"bullets\",\"items\":[\"a\",\"b\"]},"
                        + "{\"type\":\"numbered\",\"items\":[{\"number\":7,\"text\":\"seven\"}]},"
                        + "{\"type\":\"quote\",\"text\":\"q\"},{\"type\":\"note\",\"text\":\"n\"},"
                        + "{\"type\":\"picture\",\"url\":\"/web/media/s/a%20b/%C3%A7.svg\",\"alternative\":\"alt\"},"
                        + "{\"type\":\"file\",\"url\":\"/web/media/s/digest.md\",\"name\":\"digest.md\"}]");
        assertThat(message.path("content").path("buttons").toString())
                .isEqualTo("[{\"type\":\"press\",\"label\":\"Stop\",\"action\":\"s:stop\",\"look\":\"DANGER\"},"
                        + "{\"type\":\"goto\",\"label\":\"There\",\"place\":\"" + plenary.id() + "\"}]");
    }

    @Test
    void a_command_is_answered_with_a_form_and_the_form_comes_back() {
        Form form = new Form(
                "new",
                "A new café",
                "",
                List.of(
                        new Form.Field.Words("title", "Title", "", 1, 80, true),
                        new Form.Field.Choice("script", "Script", List.of(new Form.Option("nl", "Slim")), "nl"),
                        new Form.Field.Choices("votes", "Votes", List.of(new Form.Option("1", "one")), 3)),
                "Begin");
        door.answers(what -> Answer.open(form));

        JsonNode said = ada.post("/web/places/" + ada.direct() + "/messages", Map.of("key", "c1", "text", "/cafe new"))
                .json();

        assertThat(said.path("message").isNull()).isTrue();
        assertThat(said.path("answer").path("form").toString())
                .isEqualTo(
                        "{\"action\":\"new\",\"title\":\"A new café\",\"intro\":\"\",\"submit\":\"Begin\",\"fields\":["
                                + "{\"type\":\"words\",\"name\":\"title\",\"label\":\"Title\",\"initial\":\"\",\"lines\":1,\"most\":80,\"required\":true},"
                                + "{\"type\":\"choice\",\"name\":\"script\",\"label\":\"Script\",\"options\":[{\"value\":\"nl\",\"label\":\"Slim\"}],\"initial\":\"nl\"},"
                                + "{\"type\":\"choices\",\"name\":\"votes\",\"label\":\"Votes\",\"options\":[{\"value\":\"1\",\"label\":\"one\"}],\"most\":3}]}");
        assertThat(door.last(Incoming.Command.class).text()).isEqualTo("new");

        door.answers(what -> Answer.SILENT);
        WebServer.Reply pressed = ada.post(
                "/web/press",
                Map.of("key", "p1", "place", ada.direct(), "action", "new", "values", Map.of("script", "nl")));
        assertThat(pressed.body()).isEqualTo("{\"answer\":{\"whispers\":[],\"form\":null}}");
        assertThat(door.last(Incoming.Pressed.class).values()).containsExactly(Map.entry("script", "nl"));
    }

    @Test
    void a_thread_is_read_edited_and_taken_back() {
        Place plenary = plenary(adaPerson);
        MessageRef root = post(plenary, Content.text("What made it possible?"));
        JsonNode reply = ada.post(
                        "/web/places/" + plenary.id() + "/messages",
                        Map.of("key", "r1", "text", "Why?", "thread", root.id()))
                .json()
                .path("message");
        String path = "/web/messages/" + reply.path("id").asText();

        assertThat(ada.put(path, Map.of("key", "e1", "text", "Why not?"))
                        .json()
                        .path("message")
                        .path("edited")
                        .asBoolean())
                .isTrue();
        JsonNode thread =
                ada.get("/web/places/" + plenary.id() + "/threads/" + root.id()).json();
        assertThat(thread.path("root").path("replies").asInt()).isEqualTo(1);
        assertThat(thread.path("replies").get(0).path("content").toString()).contains("Why not?");
        assertThat(ada.delete(path + "?key=d1").body()).isEqualTo("{\"answer\":{\"whispers\":[],\"form\":null}}");
        assertThat(ada.get("/web/places/" + plenary.id() + "/threads/" + root.id())
                        .json()
                        .path("replies")
                        .get(0)
                        .path("deleted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void pages_go_back_in_time_and_count_what_is_unread() {
        Place plenary = plenary(adaPerson);
        for (int i = 0; i < 5; i++) {
            post(plenary, Content.text("m" + i));
        }
        JsonNode last =
                ada.get("/web/places/" + plenary.id() + "/messages?limit=2").json();
        assertThat(last.path("more").asBoolean()).isTrue();
        assertThat(last.path("messages").toString())
                .contains("\"m3\"", "\"m4\"")
                .doesNotContain("\"m2\"");
        long before = last.path("messages").get(0).path("seq").asLong();
        JsonNode rest = ada.get("/web/places/" + plenary.id() + "/messages?before=" + before)
                .json();
        assertThat(rest.path("messages")).hasSize(3);
        assertThat(rest.path("more").asBoolean()).isFalse();

        assertThat(place(ada, plenary).path("unread").asInt()).isEqualTo(5);
        assertThat(ada.post("/web/places/" + plenary.id() + "/read", Map.of("seq", before))
                        .status())
                .isEqualTo(204);
        assertThat(place(ada, plenary).path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_is_refused_with_a_line() {
        Place plenary = plenary(adaPerson);
        Place elsewhere = plenary();
        String messages = "/web/places/" + plenary.id() + "/messages";

        assertThat(say(ada, elsewhere, "k", "hello").status()).isEqualTo(404);
        assertThat(say(ada, plenary, "k", "x".repeat(4001)).status()).isEqualTo(400);
        WebServer.Reply huge = say(ada, plenary, "k", "x".repeat(100_000));
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.error()).contains("at most 4,000 characters");
        assertThat(say(ada, plenary, "", "hello").status()).isEqualTo(400);
        assertThat(say(ada, plenary, "k", "\u0007").error()).isEqualTo("There is nothing in your message.");
        for (String body : List.of("", "null", "[]", "{", "{\"key\":{}}", "\"x\"", "{\"key\":\"k\"}")) {
            WebServer.Reply reply = ada.ask("POST", messages, body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.error()).as(body).isNotBlank();
        }
        assertThat(ada.get(messages + "?before=yesterday").error()).isNotBlank();
        assertThat(ada.post("/web/pass", Map.of("name", "x".repeat(10_000))).error())
                .contains("1 to 60");

        sent(new Outgoing.Archive(plenary));
        WebServer.Reply archived = say(ada.with("Accept-Language", "nl"), plenary, "k", "hello");
        assertThat(archived.status()).isEqualTo(409);
        assertThat(archived.error()).isEqualTo("Deze plek is gesloten: je kunt er nog lezen, niet meer schrijven.");
    }

    @Test
    void when_the_bot_cannot_hear_the_page_may_try_again() {
        Place plenary = plenary(adaPerson);
        door.breaks();
        WebServer.Reply failed = say(ada, plenary, "k", "Why?");
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.error()).contains("try again").doesNotContain("broken");
        door.isMended();

        assertThat(say(ada, plenary, "k", "Why?").status()).isEqualTo(200);
        assertThat(ada.get("/web/places/" + plenary.id() + "/messages").json().path("messages"))
                .hasSize(1);
    }

    @Test
    void another_website_can_do_nothing_with_somebodys_pass() {
        Place plenary = plenary(adaPerson);
        String messages = "/web/places/" + plenary.id() + "/messages";
        String body = "{\"key\":\"k\",\"text\":\"hello\"}";

        for (String origin : List.of("https://evil.example", "null", "http://localhost", "::")) {
            assertThat(ada.with("Origin", origin).ask("POST", messages, body).status())
                    .as(origin)
                    .isEqualTo(403);
            assertThat(ada.delete("/web/messages/x?key=k").status()).as(origin).isEqualTo(403);
        }
        assertThat(ada.with("Origin", server.address())
                        .ask("POST", messages, body)
                        .status())
                .isEqualTo(200);
        assertThat(ada.with("Content-Type", "text/plain")
                        .ask("POST", messages, body)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_goes_wrong_is_one_line_in_the_readers_language() {
        WebServer.Browser dutch = server.browser().with("Accept-Language", "nl");

        assertThat(error(dutch.get("/no/such/page"))).isEqualTo("Op dit adres is niets. Begin op de startpagina: /");
        assertThat(error(dutch.ask("POST", "/web/pass", "{\"name\":"))).contains("begrijpt dit verzoek niet");
        assertThat(error(dutch.ask("POST", "/web/pass", "\"" + "x".repeat(70_000) + "\"")))
                .contains("Dat is te lang");
        assertThat(error(dutch.ask("PUT", "/", "{}"))).isNotBlank().doesNotContain("Exception");
    }

    private static String error(WebServer.Reply reply) {
        assertThat(reply.status()).isBetween(400, 499);
        return reply.json().path("error").asText();
    }

    @Test
    void browsers_are_told_what_our_pages_never_do() {
        for (String path : List.of("/web/start", "/web/me", "/nothing/here")) {
            WebServer.Reply reply = server.browser().get(path);
            assertThat(reply.header("content-security-policy"))
                    .startsWith("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
        }
        assertThat(ada.get("/web/me").header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void only_what_lies_in_the_pages_own_folder_is_given_out() throws Exception {
        for (String path : List.of(
                "/web/assets/../../application.yml",
                "/web/assets/%2e%2e/%2e%2e/application.yml",
                "/web/assets/..%2f..%2fapplication.yml",
                "/web/assets/nothing.js",
                "/web/assets/")) {
            assertThat(server.raw("GET " + path + " HTTP/1.1", "Host: localhost"))
                    .as(path)
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void pictures_are_for_who_is_in_a_place_that_shows_them() {
        Place plenary = plenary(adaPerson);
        WebServer.Browser bob = server.browser().named("Bob");
        post(plenary, Content.of(new Content.Part.Picture("s/a b/case.svg", "the case")));

        WebServer.Reply picture = ada.get("/web/media/s/a%20b/case.svg");
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.body()).isEqualTo("<svg/>");
        assertThat(picture.header("content-type")).isEqualTo("image/svg+xml");
        assertThat(picture.header("content-disposition")).isEqualTo("inline; filename*=UTF-8''caf%C3%A9%201.svg");
        assertThat(picture.header("content-security-policy")).contains("sandbox");
        assertThat(bob.get("/web/media/s/a%20b/case.svg").status()).isEqualTo(404);

        door.answers(what -> Answer.whisper(Content.of(new Content.Part.Picture("s/a b/case.svg", "the case"))));
        bob.post("/web/places/" + bob.direct() + "/messages", Map.of("key", "1", "text", "/cafe case"));
        assertThat(bob.get("/web/media/s/a%20b/case.svg").status()).isEqualTo(200);
    }

    @Test
    void a_page_is_told_what_changes_and_catches_up_after_being_away() throws Exception {
        Place plenary = plenary(adaPerson);
        long cursor = ada.me().path("cursor").asLong();
        String last;
        MessageRef root;
        try (WebServer.Live live = ada.live("?since=" + cursor)) {
            assertThat(live.any().name()).isEqualTo("hello");
            root = post(plenary, Content.text("What made it possible?"));
            WebServer.Told prompt = live.next();
            assertThat(prompt.name()).isEqualTo("message");
            assertThat(prompt.data().path("id").asText()).isEqualTo(root.id());
            MessageRef seen = post(plenary, Content.text("seen before the line broke"));
            WebServer.Told told = live.next();
            // What changes while a page is catching up may be told again: a page shows it once.
            while (!told.data().path("id").asText().equals(seen.id())) {
                told = live.next();
            }
            last = told.id();
        }

        JsonNode reply = ada.post(
                        "/web/places/" + plenary.id() + "/messages",
                        Map.of("key", "r", "text", "Why?", "thread", root.id()))
                .json()
                .path("message");
        sent(new Outgoing.React(new MessageRef(plenary, reply.path("id").asText()), Outgoing.Reaction.HEARD));
        sent(new Outgoing.Topic(
                plenary,
                "Round 1",
                Optional.of(new Outgoing.Countdown(
                        Instant.parse("2026-11-24T14:00:00Z"), Optional.of(Duration.ofSeconds(90)), 60))));
        try (WebServer.Live live = ada.with("Last-Event-ID", last).live("?since=" + cursor)) {
            // The message that was answered, then the answer with its sign: each once, as it is now.
            WebServer.Told answered = live.next();
            assertThat(answered.data().path("id").asText()).isEqualTo(root.id());
            assertThat(answered.data().path("replies").asInt()).isEqualTo(1);
            WebServer.Told heard = live.next();
            assertThat(heard.data().path("id")).isEqualTo(reply.path("id"));
            assertThat(heard.data().path("reactions").toString()).isEqualTo("[\"HEARD\"]");
            WebServer.Told topic = live.next();
            assertThat(topic.name()).isEqualTo("place");
            assertThat(topic.data().path("topic").toString())
                    .isEqualTo(
                            "{\"text\":\"Round 1\",\"countdown\":{\"endsAt\":\"2026-11-24T14:00:00Z\",\"leftMs\":90000,\"speed\":60.0},\"over\":false}");
            assertThat(Long.parseLong(topic.id())).isGreaterThan(Long.parseLong(heard.id()));

            sent(new Outgoing.Remove(plenary));
            WebServer.Told gone = live.next();
            assertThat(gone.name()).isEqualTo("gone");
            assertThat(gone.data().path("id").asText()).isEqualTo(plenary.id());
        }
    }

    @Test
    void a_page_from_before_a_restart_is_told_everything_once() throws Exception {
        Place plenary = plenary(adaPerson);
        long cursor = ada.me().path("cursor").asLong();
        for (int i = 0; i < 1_200; i++) {
            post(plenary, Content.text("m" + i));
        }
        // A web chat that starts now on the same board remembers none of it.
        try (WebChat again = new WebChat(server.bean(Board.class), () -> door, Instant::now);
                News news = again.news()) {
            List<Change> told = new ArrayList<>();
            long from = cursor;
            boolean more = true;
            while (more) {
                News.Page page = news.after(adaPerson, from);
                told.addAll(page.changes());
                from = page.upTo();
                more = page.more();
            }
            assertThat(told).hasSize(1_200);
            assertThat(told).extracting(Change::seq).isSorted().doesNotHaveDuplicates();
            assertThat(news.after(adaPerson, Long.MAX_VALUE).upTo()).isEqualTo(web.cursor());
        }
    }

    @Test
    void a_page_that_does_not_read_holds_nobody_up() throws Exception {
        Place plenary = plenary(adaPerson);
        String pass = ada.cookie("tafelronde_pass");
        List<Socket> sleepers = new ArrayList<>();
        try (WebServer.Live live = ada.live("")) {
            for (int i = 0; i < 5; i++) {
                Socket sleeper = new Socket();
                sleeper.setReceiveBufferSize(1024);
                sleeper.connect(new java.net.InetSocketAddress("127.0.0.1", server.port()));
                sleepers.add(sleeper);
                OutputStream out = sleeper.getOutputStream();
                out.write(
                        ("GET /web/events HTTP/1.1\r\nHost: localhost\r\nCookie: tafelronde_pass=" + pass + "\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                InputStream in = sleeper.getInputStream();
                assertThat(in.read()).isEqualTo('H');
            }
            live.any();
            String much = "x".repeat(20_000);
            for (int i = 0; i < 300; i++) {
                post(plenary, Content.text(i + " " + much));
            }
            MessageRef end = post(plenary, Content.text("the end"));
            WebServer.Told told = live.next();
            while (!told.data().path("id").asText().equals(end.id())) {
                told = live.next();
            }
        } finally {
            for (Socket sleeper : sleepers) {
                sleeper.close();
            }
        }
    }

    @Test
    void a_stuck_key_is_slowed_down() {
        Pace pace = new Pace(() -> Instant.parse("2026-11-24T13:00:00Z"));
        WebPerson person = web.person(adaPerson.id()).orElseThrow();
        for (int i = 0; i < 30; i++) {
            pace.step(person);
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> pace.step(person))
                .hasMessage("TOO_FAST");
    }
}

package org.tafelronde.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Stores;
import org.tafelronde.testing.RunningCafe;

/** The link to a desk, over HTTP, for a café on Slack: whom it lets in, what it lets them do, and what it tells everybody else. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeskHttpTest {
    private static final Person ADA = new Person(Platform.SLACK, "T1/UADA");
    private static final Person BRAM = new Person(Platform.SLACK, "T1/UBRAM");

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Server server;
    private RunningCafe cafe;
    private int keys;

    @BeforeEach
    void opens() {
        server = Server.start(
                Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"), "micronaut.server.port", "-1"));
        cafe = RunningCafe.opened(server::bean, "smart-from-the-start.en", ADA, "Ada");
        for (int i = 0; i < 8; i++) {
            cafe.says(new Person(Platform.SLACK, "T1/U" + i), "Guest " + i, "join");
        }
    }

    @AfterEach
    void closes() {
        if (server != null) {
            server.close();
        }
    }

    private String link(Person who) {
        return server.bean(Links.class).address(cafe.id(), who.key()).orElseThrow();
    }

    private HttpResponse<String> get(String url) {
        return ask(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private HttpResponse<String> say(String link, String key, String command) {
        return ask(HttpRequest.newBuilder(URI.create(link + "/say"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Wire.write(Map.of("key", key, "command", command, "language", "nl"))))
                .build());
    }

    private HttpResponse<String> says(String link, String command) {
        return say(link, "press-" + keys++ + "-of-a-test", command);
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first event of that name. */
    private String event(String link, String name) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(link + "/events")).build();
        var stream =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:") && event.equals(name)) {
                    return line.substring(5).strip();
                }
            }
        }
        throw new AssertionError("no event " + name);
    }

    @Test
    void the_link_opens_a_page_that_nobody_else_may_frame_or_keep() throws Exception {
        HttpResponse<String> page = get(link(ADA));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("/web/assets/desk.js")
                .doesNotContain(cafe.now().script().title());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(event(link(ADA), "view"))
                .contains(cafe.now().script().title(), "\"stage\":\"gathering\"", "Guest 3");
    }

    @Test
    void any_other_link_gets_the_same_answer_and_tells_nothing() throws Exception {
        String good = link(ADA);
        int token = good.lastIndexOf('/') + 1;
        String changed =
                good.substring(0, token + 5) + (good.charAt(token + 5) == 'A' ? 'B' : 'A') + good.substring(token + 6);
        String cut = good.substring(0, good.length() - 1);
        String guest = link(new Person(Platform.SLACK, "T1/U3"));
        String other = server.bean(Links.class).address("another", ADA.key()).orElseThrow();
        String never = good.substring(0, token) + "nothing";
        String unknown = get(never).body();
        for (String link : List.of(changed, cut, guest, other, never)) {
            HttpResponse<String> page = get(link);
            assertThat(page.statusCode()).as(link).isEqualTo(404);
            assertThat(page.body()).isEqualTo(unknown).doesNotContain("Smart", "Guest", "Ada");
            assertThat(says(link, "start").statusCode()).as(link).isEqualTo(404);
            assertThat(event(link, "gone")).isEqualTo("{}");
            for (String what : List.of("findings", "groups", "decisions", "card", "questions/privacy")) {
                HttpResponse<String> asked = get(link + "/" + what);
                assertThat(asked.statusCode()).as(what).isEqualTo(404);
                assertThat(asked.body()).isEqualTo("{}");
            }
        }
        assertThat(cafe.now().stage()).isInstanceOf(Stage.Gathering.class);
    }

    @Test
    void what_is_pressed_there_happens_in_the_cafe_once() {
        assertThat(says(link(ADA), "start").statusCode()).isEqualTo(200);
        var before = cafe.now().stepEndsAt().orElseThrow();

        String asked = says(link(ADA), "extend 5 ?").body();
        assertThat(asked).contains("zou tot", "@" + cafe.id() + " extend 5\"");
        assertThat(cafe.now().stepEndsAt()).contains(before);

        String first = say(link(ADA), "the-very-same-press", "@" + cafe.id() + " extend 5")
                .body();
        String again = say(link(ADA), "the-very-same-press", "@" + cafe.id() + " extend 5")
                .body();
        assertThat(again).isEqualTo(first).contains("extend -5");
        assertThat(cafe.now().stepEndsAt()).contains(before.plusSeconds(300));
    }

    @Test
    void a_link_runs_the_cafe_and_does_nothing_else_in_its_owner_s_name() {
        for (String command : List.of(
                "delete anyway",
                "close",
                "forget me",
                "new smart-from-the-start.en",
                "digest",
                "archive",
                "takeover",
                "deputy x",
                "")) {
            assertThat(says(link(ADA), command).statusCode()).as(command).isEqualTo(400);
        }
        assertThat(says(link(ADA), "@another start").statusCode()).isEqualTo(400);
        assertThat(say(link(ADA), "short", "start").statusCode()).isEqualTo(400);
        assertThat(ask(HttpRequest.newBuilder(URI.create(link(ADA) + "/say"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{no json"))
                                .build())
                        .statusCode())
                .isEqualTo(400);
        assertThat(cafe.now().stage()).isInstanceOf(Stage.Gathering.class);
    }

    @Test
    void what_the_questions_come_to_is_asked_for_by_the_link_and_decided_with_it() {
        says(link(ADA), "start");
        for (String text : List.of("How long do we keep the conversations?", "How long are the conversations kept?")) {
            cafe.says(new Person(Platform.SLACK, "T1/U3"), "Guest 3", "ask " + text);
        }
        assertThat(get(link(ADA) + "/findings").body())
                .contains("\"groups\":1", "\"decided\":0", "\"state\":\"touched\"");
        assertThat(get(link(ADA) + "/card").body()).contains("\"topic\"");

        assertThat(says(link(ADA), "apart group 1").body()).contains("@" + cafe.id() + " undo 1");
        assertThat(get(link(ADA) + "/findings").body()).contains("\"groups\":0", "\"decided\":1");
        assertThat(get(link(ADA) + "/decisions").body()).contains("\"kind\":\"apart\"", "\"questions\":[1,2]");
        says(link(ADA), "undo 1");
        assertThat(get(link(ADA) + "/groups").body()).contains("\"number\":1", "\"number\":2");

        cafe.says(ADA, "Ada", "close anyway");
        assertThat(says(link(ADA), "topics 1 none").body())
                .as("the chat offers the draft here, which cannot be pressed at a desk")
                .contains("@" + cafe.id() + " undo 2")
                .doesNotContain("@" + cafe.id() + " digest");
    }

    @Test
    void the_digest_s_files_are_opened_by_addresses_that_do_not_hold_the_link_to_the_desk() throws Exception {
        assertThat(event(link(ADA), "view")).contains("\"over\":null");
        says(link(ADA), "start");
        cafe.says(ADA, "Ada", "close anyway");
        Matcher file = Pattern.compile("\\{\"name\":\"digest.html\",\"address\":\"(/files/[^\"]+)\"")
                .matcher(event(link(ADA), "view"));
        assertThat(file.find()).isTrue();
        String token = link(ADA).substring(link(ADA).lastIndexOf('/') + 1);
        assertThat(file.group(1)).doesNotContain(token);
        HttpResponse<String> digest = get(server.address() + file.group(1));
        assertThat(digest.statusCode()).isEqualTo(200);
        assertThat(digest.body()).contains(cafe.now().script().title());

        says(link(ADA), "publish");
        assertThat(cafe.now().published()).isTrue();
        assertThat(event(link(ADA), "view")).contains("\"published\":true", "/published/digest.html");
    }

    @Test
    void another_site_cannot_press_anything() {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(link(ADA) + "/say"))
                .header("Content-Type", "application/json")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Wire.write(Map.of("key", "press-of-a-test", "command", "start"))))
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(cafe.now().stage()).isInstanceOf(Stage.Gathering.class);
    }

    @Test
    void the_facilitator_finds_the_link_in_the_first_word_and_in_the_status() {
        String told = server.bean(Stores.class).deliveries().ofSession(cafe.id()).stream()
                .filter(d -> d.lane().equals(ADA.key()))
                .map(d -> d.what().toString())
                .findFirst()
                .orElseThrow();
        assertThat(told).contains(link(ADA));
        String status = cafe.says(ADA, "Ada", "status").toString();
        assertThat(status).contains(link(ADA)).doesNotContain(link(BRAM));
    }
}

package org.tafelronde.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.AppMentionEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A line that we keep open to Slack, over a real socket. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketModeTest {
    private final SmallSlack slack = new SmallSlack();
    private final Socket socket = new Socket();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private SocketMode mode;

    /** Slack's end of the line. */
    private static final class Socket extends WebSocketServer {
        private final BlockingQueue<WebSocket> lines = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> started = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();

        Socket() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            setReuseAddr(true);
        }

        @Override
        public void onOpen(WebSocket line, ClientHandshake handshake) {
            lines.add(line);
            line.send("{\"type\":\"hello\",\"num_connections\":1}");
        }

        @Override
        public void onClose(WebSocket line, int code, String reason, boolean remote) {
            closed.add(true);
        }

        @Override
        public void onMessage(WebSocket line, String message) {
            answers.add(message);
        }

        @Override
        public void onError(WebSocket line, Exception e) {}

        @Override
        public void onStart() {
            started.add(true);
        }
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("it comes").isNotNull();
        return next;
    }

    @BeforeEach
    void open() throws Exception {
        socket.start();
        next(socket.started);
        slack.answers(
                "apps.connections.open", call -> "{'ok':true,'url':'ws://127.0.0.1:" + socket.getPort() + "/line'}");
        Setup setup = SmallSlack.settings(Map.of("bot-token", "xoxb-1", "app-token", "xapp-1", "api-url", slack.url()));
        SlackWeb web = new SlackWeb(setup);
        App app = new App(AppConfig.builder().slack(web.slack()).build(), java.util.List.of());
        app.command("/cafe", (r, c) -> c.ack("heard " + r.getPayload().getText()));
        app.event(AppMentionEvent.class, (p, c) -> {
            throw new IllegalStateException("the door is broken");
        });
        mode = new SocketMode(setup, web, app);
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void close() throws Exception {
        logger().detachAppender(log);
        mode.stop();
        socket.stop(100);
        slack.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(SocketMode.class);
    }

    private static String command(String envelope) {
        return """
                {"envelope_id":"%s","type":"slash_commands","accepts_response_payload":true,"payload":{
                 "token":"t","team_id":"T1","team_domain":"cafe","channel_id":"C1","channel_name":"c","user_id":"U2",
                 "user_name":"ada","command":"/cafe","text":"help","api_app_id":"A1","is_enterprise_install":"false",
                 "response_url":"http://127.0.0.1/r","trigger_id":"1.2"}}""".formatted(envelope);
    }

    private static String mention(String envelope) {
        return """
                {"envelope_id":"%s","type":"events_api","accepts_response_payload":false,"payload":{
                 "token":"t","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev1","event_time":1,
                 "event":{"type":"app_mention","user":"U2","text":"hi","ts":"1.1","channel":"C1","event_ts":"1.1"}}}""".formatted(envelope);
    }

    @Test
    void what_slack_brings_is_heard_and_answered_on_the_same_line() throws Exception {
        mode.look();
        WebSocket line = next(socket.lines);
        line.send(command("e1"));

        JsonObject answer = JsonParser.parseString(next(socket.answers)).getAsJsonObject();
        assertThat(answer.get("envelope_id").getAsString()).isEqualTo("e1");
        assertThat(answer.getAsJsonObject("payload").get("text").getAsString()).isEqualTo("heard help");
        assertThat(slack.calls("apps.connections.open").getFirst().token()).isEqualTo("xapp-1");
    }

    @Test
    void what_could_not_be_heard_is_not_acknowledged() throws Exception {
        mode.look();
        WebSocket line = next(socket.lines);
        line.send(mention("e1"));
        while (log.list.stream().noneMatch(e -> e.getMessage().contains("could not be heard"))) {
            Thread.onSpinWait();
        }
        line.send(command("e2"));

        assertThat(next(socket.answers)).contains("e2");
        assertThat(socket.answers).isEmpty();
    }

    @Test
    void a_broken_line_is_made_anew_and_a_good_one_is_left() throws Exception {
        mode.look();
        WebSocket first = next(socket.lines);
        mode.look();
        assertThat(socket.lines).isEmpty();
        first.close();
        next(socket.closed);
        // Our end may not know yet.
        while (slack.calls("apps.connections.open").size() < 2) {
            mode.look();
        }
        next(socket.lines).send(command("e3"));

        assertThat(next(socket.answers)).contains("e3");
    }

    @Test
    void when_slack_announces_the_end_of_a_line_there_is_another() throws Exception {
        mode.look();
        next(socket.lines).send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        next(socket.lines).send(command("e4"));

        assertThat(next(socket.answers)).contains("e4");
    }

    @Test
    void a_no_is_said_in_one_line_with_its_remedy_and_not_asked_again_at_once() {
        slack.answers("apps.connections.open", "{'ok':false,'error':'invalid_auth'}");
        mode.look();
        mode.look();
        mode.look();

        assertThat(slack.calls("apps.connections.open")).hasSize(1);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("invalid_auth", "SLACK_APP_TOKEN", "make a new one");
    }

    @Test
    void silence_is_said_once_and_it_is_tried_again() throws Exception {
        slack.breaks(true);
        mode.look();
        mode.look();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("does not answer", "tried again");
        slack.breaks(false);
        mode.look();
        next(socket.lines);

        assertThat(slack.calls("apps.connections.open")).hasSize(3);
        assertThat(log.list).hasSize(2);
        assertThat(log.list.getLast().getFormattedMessage()).contains("there again");
    }

    @Test
    void it_ends_with_the_server() throws Exception {
        mode.look();
        next(socket.lines);
        mode.stop();

        next(socket.closed);
    }

    @Test
    void it_begins_and_ends_with_the_server(@TempDir Path folder) throws Exception {
        try (ApplicationContext context = ApplicationContext.run(
                Map.of(
                        "tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafes.db"),
                        "tafelronde.secret", "a secret for tests only",
                        "micronaut.server.port", "-1",
                        "slack.bot-token", "xoxb-1",
                        "slack.app-token", "xapp-1",
                        "slack.api-url", slack.url()),
                "test")) {
            context.getBean(EmbeddedServer.class).start();
            next(socket.lines).send(command("e9"));
            assertThat(next(socket.answers)).contains("e9");
            context.getBean(EmbeddedServer.class).stop();
        }

        next(socket.closed);
    }
}

package org.tafelronde.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.tafelronde.domain.session.Session;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * The desk's page, what it is told, and what it says. A link that is changed, somebody else's by now, or past its time gets the same answer
 * as one that never was.
 */
@Controller("/desk")
final class DeskController {
    private static final Duration HELLO = Duration.ofSeconds(15);

    private final Links links;
    private final Watching watching;
    private final Hand hand;
    private final InstantSource clock;
    private final ExecutorService blocking;

    DeskController(
            Links links,
            Watching watching,
            Hand hand,
            InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.links = links;
        this.watching = watching;
        this.hand = hand;
        this.clock = clock;
        this.blocking = blocking;
    }

    private record Granted(Links.Seat seat, Session session) {}

    private Optional<Granted> granted(String token) {
        return links.read(token).flatMap(seat -> watching.session(seat).map(s -> new Granted(seat, s)));
    }

    @Get("/{token}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> page(String token) throws IOException {
        return granted(token).isPresent()
                ? html(HttpStatus.OK, "/web/desk.html")
                : html(HttpStatus.NOT_FOUND, "/web/desk-gone.html");
    }

    private static MutableHttpResponse<byte[]> html(HttpStatus status, String file) throws IOException {
        try (InputStream in = DeskController.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return HttpResponse.<byte[]>status(status)
                    .body(in.readAllBytes())
                    .contentType(MediaType.of("text/html; charset=utf-8"))
                    .header("Cache-Control", "no-store");
        }
    }

    @Post("/{token}/say")
    @Produces(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<String> say(String token, @Body String body) {
        Optional<Granted> granted = granted(token);
        if (granted.isEmpty()) {
            return json(HttpStatus.NOT_FOUND, "{}");
        }
        Optional<String> answer = Wire.saying(body)
                .flatMap(what ->
                        hand.says(granted.get().session(), granted.get().seat().person(), what))
                .map(Wire::view)
                .map(Wire::write);
        return answer.map(view -> json(HttpStatus.OK, view)).orElseGet(() -> json(HttpStatus.BAD_REQUEST, "{}"));
    }

    private static HttpResponse<String> json(HttpStatus status, String body) {
        return HttpResponse.<String>status(status).body(body).header("Cache-Control", "no-store");
    }

    record HelloView(String now) {}

    /** A stream that ends without {@code gone} is a line that broke: the page comes back by itself. */
    @Get(uri = "/{token}/events", produces = MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<String>> events(String token) {
        return granted(token)
                .map(Granted::seat)
                .map(seat -> Flux.merge(1, hellos(), looks(seat)).takeUntil(DeskController::isLast))
                .orElseGet(() -> Flux.just(gone()));
    }

    /** Keeps the line open, and the page's clock right. */
    private Flux<Event<String>> hellos() {
        return Flux.interval(Duration.ZERO, HELLO)
                .onBackpressureDrop()
                .map(i -> Event.of(Wire.write(new HelloView(clock.instant().toString())))
                        .name("hello"));
    }

    /** A page that reads slowly misses what is no longer so. */
    private Flux<Event<String>> looks(Links.Seat seat) {
        return Flux.<Event<String>>create(
                        sink -> {
                            AutoCloseable open = watching.open(
                                    seat.session(),
                                    seen -> sink.next(seen.filter(s -> s.isFor(seat.person()))
                                            .map(s -> Event.of(s.json()).name("view"))
                                            .orElseGet(DeskController::gone)));
                            sink.onDispose(() -> close(open));
                        },
                        FluxSink.OverflowStrategy.LATEST)
                .subscribeOn(Schedulers.fromExecutorService(blocking), false);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Event<String> gone() {
        return Event.of("{}").name("gone");
    }

    private static boolean isLast(Event<String> event) {
        return "gone".equals(event.getName());
    }
}

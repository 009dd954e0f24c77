package org.tafelronde.webchat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells pages what changes. A page that was away says up to where it knows, and is told the rest first. For each page only that number is
 * kept, however slowly it reads.
 */
@Controller("/web")
final class EventsController {
    private static final Duration HELLO = Duration.ofSeconds(15);

    private final WebChat web;
    private final Passes passes;
    private final InstantSource clock;
    private final Scheduler reading;

    EventsController(
            WebChat web, Passes passes, InstantSource clock, @Named(TaskExecutors.BLOCKING) ExecutorService reading) {
        this.web = web;
        this.passes = passes;
        this.clock = clock;
        this.reading = Schedulers.fromExecutorService(reading);
    }

    record HelloView(String now) {}

    record GoneView(String id) {}

    @Get(uri = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<String>> events(
            HttpRequest<?> request,
            @Nullable @QueryValue String since,
            @Nullable @Header("Last-Event-ID") String last) {
        WebPerson person = passes.who(request).orElseThrow(() -> new Refused(Refused.Reason.NO_PASS));
        long from = number(last).or(() -> number(since)).orElseGet(web::cursor);
        return Flux.merge(1, hellos(), changes(person, from));
    }

    private static Optional<Long> number(@Nullable String cursor) {
        return Optional.ofNullable(cursor).filter(c -> c.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** Keeps the line open, and the page's clock right. */
    private Flux<Event<String>> hellos() {
        return Flux.interval(Duration.ZERO, HELLO)
                .onBackpressureDrop()
                .map(i -> Event.of(Wire.write(new HelloView(clock.instant().toString())))
                        .name("hello"));
    }

    private Flux<Event<String>> changes(WebPerson person, long from) {
        AtomicLong cursor = new AtomicLong(from);
        return wakes(person).concatMap(wake -> untilNow(person, cursor).subscribeOn(reading), 1);
    }

    /** Something is new for this person. Of the wakes that nobody had time for, one is left. */
    private Flux<Boolean> wakes(WebPerson person) {
        String id = person.person().id();
        return Flux.create(
                sink -> {
                    AutoCloseable watching = web.news().wake(ids -> {
                        if (ids.contains(id)) {
                            sink.next(true);
                        }
                    });
                    sink.onDispose(() -> stop(watching));
                    sink.next(true);
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private static void stop(AutoCloseable watching) {
        try {
            watching.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Flux<Event<String>> untilNow(WebPerson person, AtomicLong cursor) {
        return Flux.<News.Page>generate(sink -> {
                    News.Page page = web.news().after(person.person(), cursor.get());
                    cursor.set(page.upTo());
                    sink.next(page);
                    if (!page.more()) {
                        sink.complete();
                    }
                })
                .concatMapIterable(page -> events(person, page.changes()));
    }

    private List<Event<String>> events(WebPerson person, List<Change> changes) {
        List<Change> latest = latest(changes);
        Map<String, WebPlace> places = places(person, latest);
        List<Event<String>> events = new ArrayList<>();
        for (Change change : latest) {
            String id = String.valueOf(change.seq());
            switch (change) {
                case Change.Message m -> events.add(event(id, "message", Wire.view(m.message(), person)));
                case Change.Room r ->
                    Optional.ofNullable(places.get(r.place().id()))
                            .ifPresent(p -> events.add(event(id, "place", Wire.view(p))));
                case Change.Gone g ->
                    events.add(event(id, "gone", new GoneView(g.place().id())));
            }
        }
        return events;
    }

    private static Event<String> event(String id, String name, Object view) {
        return Event.of(Wire.write(view)).id(id).name(name);
    }

    /** Of several changes to one thing the last is enough: it comes as it is now. */
    private static List<Change> latest(List<Change> changes) {
        Map<String, Change> latest = new LinkedHashMap<>();
        for (Change change : changes) {
            String what = switch (change) {
                case Change.Message m -> "message " + m.message().id();
                case Change.Room r -> "place " + r.place().id();
                case Change.Gone g -> "gone " + g.place().id();
            };
            latest.remove(what);
            latest.put(what, change);
        }
        return List.copyOf(latest.values());
    }

    private Map<String, WebPlace> places(WebPerson person, List<Change> changes) {
        Set<String> changed = changes.stream()
                .filter(c -> c instanceof Change.Room)
                .map(c -> c.place().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return changed.isEmpty()
                ? Map.of()
                : web.places(person.person(), changed).stream()
                        .collect(Collectors.toMap(p -> p.place().id(), Function.identity()));
    }
}

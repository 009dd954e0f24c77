package org.tafelronde.webchat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Provider;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.CommandMenu;

/** What the page asks and does. */
@Controller("/web")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebController {
    private static final int MOST = 100;

    private final WebChat web;
    private final Passes passes;
    private final Pace pace;
    private final Provider<CommandMenu> menu;
    private final InstantSource clock;

    WebController(WebChat web, Passes passes, Pace pace, Provider<CommandMenu> menu, InstantSource clock) {
        this.web = web;
        this.passes = passes;
        this.pace = pace;
        this.menu = menu;
        this.clock = clock;
    }

    record InviteView(String title) {}

    record StartView(boolean mayBegin, @Nullable InviteView invite, Wire.@Nullable MeView me) {}

    @Get("/start")
    HttpResponse<String> start(HttpRequest<?> request, @Nullable @QueryValue String invite) {
        return json(new StartView(
                passes.mayBegin(request),
                Wire.given(invite).flatMap(web::invitedTo).map(InviteView::new).orElse(null),
                passes.who(request).map(this::me).orElse(null)));
    }

    record PassIn(
            @Nullable String name,
            @Nullable String language,
            @Nullable String invite) {}

    /** Gives a pass to who was invited or may begin, and lets them in where the invitation leads. */
    @Post("/pass")
    HttpResponse<String> pass(HttpRequest<?> request, @Nullable @Body String body) {
        PassIn in = Wire.read(body, PassIn.class);
        Optional<String> invite = Wire.given(in.invite());
        if (invite.isPresent() && web.invitedTo(invite.get()).isEmpty()) {
            throw new Refused(Refused.Reason.NO_SUCH_INVITATION);
        }
        WebPerson person = passes.who(request)
                .map(known -> invite.isPresent() ? known : renamed(known, in))
                .orElseGet(() -> registered(request, in));
        if (invite.isPresent() && web.enter(person.person(), invite.get()).isEmpty()) {
            throw new Refused(Refused.Reason.NO_SUCH_INVITATION);
        }
        return json(me(person)).cookie(passes.pass(person, request));
    }

    private WebPerson renamed(WebPerson known, PassIn in) {
        return web.rename(known.person(), Wire.orEmpty(in.name()), Wire.orEmpty(in.language()));
    }

    private WebPerson registered(HttpRequest<?> request, PassIn in) {
        boolean mayBegin = passes.mayBegin(request);
        if (!mayBegin && Wire.given(in.invite()).isEmpty()) {
            throw new Refused(Refused.Reason.NOT_INVITED);
        }
        String id = web.register(Wire.orEmpty(in.name()), Wire.orEmpty(in.language()), mayBegin)
                .id();
        return web.person(id).orElseThrow();
    }

    @Get("/me")
    HttpResponse<String> me(HttpRequest<?> request) {
        return json(me(who(request)));
    }

    @Put("/me")
    HttpResponse<String> rename(HttpRequest<?> request, @Nullable @Body String body) {
        WebPerson person = who(request);
        return json(me(renamed(person, Wire.read(body, PassIn.class))));
    }

    private Wire.MeView me(WebPerson person) {
        // First the cursor: what changes meanwhile is told again rather than missed.
        long cursor = web.cursor();
        return Wire.view(person, clock.instant(), web.places(person.person()), cursor);
    }

    @Get("/menu")
    HttpResponse<String> menu(HttpRequest<?> request, @Nullable @QueryValue String language) {
        WebPerson person = who(request);
        String asked = Wire.given(language).map(Clean::language).orElse(person.language());
        return json(menu.get().commands(asked));
    }

    record MessagesView(List<Wire.MessageView> messages, boolean more) {}

    @Get("/places/{id}/messages")
    HttpResponse<String> messages(
            HttpRequest<?> request, String id, @Nullable @QueryValue Long before, @Nullable @QueryValue Integer limit) {
        WebPerson person = who(request);
        int most = limit == null ? 50 : Math.clamp(limit, 1, MOST);
        List<WebMessage> found = web.roots(person.person(), id, before == null ? Long.MAX_VALUE : before, most + 1);
        boolean more = found.size() > most;
        return json(new MessagesView(
                found.stream().skip(more ? 1 : 0).map(m -> Wire.view(m, person)).toList(), more));
    }

    record ThreadView(Wire.MessageView root, List<Wire.MessageView> replies) {}

    @Get("/places/{id}/threads/{root}")
    HttpResponse<String> thread(HttpRequest<?> request, String id, String root) {
        WebPerson person = who(request);
        List<Wire.MessageView> all = web.thread(person.person(), id, root).stream()
                .map(m -> Wire.view(m, person))
                .toList();
        return json(new ThreadView(all.getFirst(), all.subList(1, all.size())));
    }

    record SayIn(
            @Nullable String key,
            @Nullable String text,
            @Nullable String thread) {}

    @Post("/places/{id}/messages")
    HttpResponse<String> say(HttpRequest<?> request, String id, @Nullable @Body String body) {
        WebPerson person = doing(request);
        SayIn in = Wire.read(body, SayIn.class);
        Spoken spoken =
                web.say(person.person(), id, Wire.given(in.thread()), Wire.orEmpty(in.text()), Wire.orEmpty(in.key()));
        return json(Wire.view(spoken, person));
    }

    @Put("/messages/{id}")
    HttpResponse<String> edit(HttpRequest<?> request, String id, @Nullable @Body String body) {
        WebPerson person = doing(request);
        SayIn in = Wire.read(body, SayIn.class);
        Spoken spoken = web.edit(person.person(), id, Wire.orEmpty(in.text()), Wire.orEmpty(in.key()));
        return json(Wire.view(spoken, person));
    }

    @Delete("/messages/{id}")
    HttpResponse<String> delete(HttpRequest<?> request, String id, @Nullable @QueryValue String key) {
        return answer(web.delete(doing(request).person(), id, Wire.orEmpty(key)));
    }

    record PressIn(
            @Nullable String key,
            @Nullable String place,
            @Nullable String message,
            @Nullable String action,
            @Nullable Map<String, @Nullable String> values) {}

    @Post("/press")
    HttpResponse<String> press(HttpRequest<?> request, @Nullable @Body String body) {
        WebPerson person = doing(request);
        PressIn in = Wire.read(body, PressIn.class);
        Map<String, String> values = new LinkedHashMap<>();
        if (in.values() != null) {
            in.values().forEach((name, value) -> values.put(name, Wire.orEmpty(value)));
        }
        return answer(web.press(
                person.person(),
                Wire.orEmpty(in.place()),
                Wire.given(in.message()),
                Wire.orEmpty(in.action()),
                values,
                Wire.orEmpty(in.key())));
    }

    record AnsweredView(Wire.AnswerView answer) {}

    private static HttpResponse<String> answer(Answer answer) {
        return json(new AnsweredView(Wire.view(answer)));
    }

    record ReadIn(long seq) {}

    @Post("/places/{id}/read")
    HttpResponse<?> read(HttpRequest<?> request, String id, @Nullable @Body String body) {
        WebPerson person = who(request);
        web.read(person.person(), id, Wire.read(body, ReadIn.class).seq());
        return HttpResponse.noContent();
    }

    private WebPerson who(HttpRequest<?> request) {
        return passes.who(request).orElseThrow(() -> new Refused(Refused.Reason.NO_PASS));
    }

    private WebPerson doing(HttpRequest<?> request) {
        WebPerson person = who(request);
        pace.step(person);
        return person;
    }

    private static MutableHttpResponse<String> json(Object view) {
        return Replies.json(HttpResponse.ok(), view);
    }
}

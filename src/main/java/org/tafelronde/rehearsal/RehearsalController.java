package org.tafelronde.rehearsal;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.script.Script;
import org.tafelronde.flow.Scripts;
import org.tafelronde.webchat.Passes;
import org.tafelronde.webchat.Refused;
import org.tafelronde.webchat.WebPerson;

/** Rehearsals from the page: one click begins one, another takes it away. */
@Controller("/rehearsals")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RehearsalController {
    private final Rehearsals rehearsals;
    private final Scripts scripts;
    private final Passes passes;

    RehearsalController(Rehearsals rehearsals, Scripts scripts, Passes passes) {
        this.rehearsals = rehearsals;
        this.scripts = scripts;
        this.passes = passes;
    }

    /** A script that can be rehearsed. */
    @Introspected
    record Choice(String name, String title, String language) {
        static Choice of(Script script) {
            return new Choice(script.name(), script.title(), script.language().code());
        }
    }

    /** What is wanted; people and speed may be left out. */
    @Introspected
    record Wish(
            String script,
            @Nullable Integer people,
            @Nullable Double speed,
            @Nullable Long seed) {}

    /** The plenary to go to. */
    @Introspected
    record Begun(String place) {}

    @Get("/scripts")
    List<Choice> scripts() {
        return scripts.all().stream().map(Choice::of).toList();
    }

    @Post
    HttpResponse<?> begin(HttpRequest<?> request, @Body Wish wish) {
        WebPerson me = passes.who(request)
                .filter(WebPerson::mayBegin)
                .orElseThrow(() -> new Refused(Refused.Reason.NOT_A_FACILITATOR));
        if (!(scripts.find(wish.script()) instanceof Scripts.Found.Good good)) {
            throw new Refused(Refused.Reason.NO_SUCH_SCRIPT);
        }
        Rehearsals.Running running = rehearsals.begin(wanted(wish, good.script(), me), Watcher.NOBODY);
        return HttpResponse.ok(new Begun(rehearsals.plenary(running.session())));
    }

    private static Wanted wanted(Wish wish, Script script, WebPerson me) {
        try {
            return new Wanted(
                    script,
                    wish.people() == null ? 16 : wish.people(),
                    wish.speed() == null ? 60 : wish.speed(),
                    wish.seed() == null ? OptionalLong.empty() : OptionalLong.of(wish.seed()),
                    Optional.of(me.person()));
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Reason.BAD_REHEARSAL);
        }
    }

    /**
     * @param cafe the short name that its places have in common
     */
    @Delete("/{cafe}")
    HttpResponse<?> delete(HttpRequest<?> request, String cafe) {
        boolean gone = passes.who(request)
                .filter(me -> rehearsals.delete(cafe, me.person()))
                .isPresent();
        if (!gone) {
            throw new Refused(Refused.Reason.NO_SUCH_REHEARSAL);
        }
        return HttpResponse.noContent();
    }
}

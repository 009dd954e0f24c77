package org.tafelronde.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.function.Function;
import org.tafelronde.flow.HarvestSoFar;

/**
 * What the questions come to. It takes too long to find for a look that is taken three times a second, so the page asks for it: for the numbers
 * a little after something changed, for the questions when somebody opens them.
 */
@Controller("/desk")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FindingsController {
    private final Links links;
    private final Watching watching;

    FindingsController(Links links, Watching watching) {
        this.links = links;
        this.watching = watching;
    }

    /** How many, and what of the card was touched. */
    @Get("/{token}/findings")
    HttpResponse<String> findings(String token) {
        return found(token, HarvestView::findings);
    }

    @Get("/{token}/questions/{theme}")
    HttpResponse<String> questions(String token, String theme) {
        return found(token, found -> HarvestView.theme(found, theme));
    }

    @Get("/{token}/groups")
    HttpResponse<String> groups(String token) {
        return found(token, HarvestView::groups);
    }

    @Get("/{token}/decisions")
    HttpResponse<String> decisions(String token) {
        return found(token, HarvestView::decisions);
    }

    @Get("/{token}/card")
    HttpResponse<String> card(String token) {
        return found(token, HarvestView::card);
    }

    private HttpResponse<String> found(String token, Function<HarvestSoFar, Object> shown) {
        Optional<String> json =
                links.read(token).flatMap(watching::findings).map(shown).map(Wire::write);
        return HttpResponse.<String>status(json.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .body(json.orElse("{}"))
                .header("Cache-Control", "no-store");
    }
}

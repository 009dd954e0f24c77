package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.flow.Stores;
import org.tafelronde.testing.Chromium;
import org.tafelronde.testing.Needs;
import org.tafelronde.time.Patience;

/** The first round of a café in a Teams that we did not write, seen on its own page. */
class PlaygroundCafeTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30));

    @TempDir
    Path folder;

    private final Playground teams = new Playground();
    private Optional<Server> server = Optional.empty();
    private Optional<Chromium> chromium = Optional.empty();

    @AfterEach
    void closes() {
        try (teams;
                AutoCloseable house = () -> server.ifPresent(Server::close)) {
            chromium.ifPresent(Chromium::close);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void six_people_begin_a_café_in_threads_and_two_of_them_ask() {
        Page page = opens();
        teams.mentions(Playground.GENERAL, "new neighbourhood-square.en");
        Playground.Seen welcome = comes(m -> m.button(" join").isPresent());
        JsonNode join = welcome.button(" join").orElseThrow();
        teams.others()
                .forEach(person -> assertThat(told(teams.presses(person, welcome, join)))
                        .contains(
                                "Good to have you here, " + person.path("name").asText()));

        teams.mentions(welcome.conversation(), "start");
        // The playground passes messages on side by side: the next may overtake one that has no answer yet.
        comes(m -> m.card().text().startsWith("Good evening lasts until"));
        teams.mentions(welcome.conversation(), "skip");
        Playground.Seen prompt = comes(m -> m.card().text().contains("What did you notice on the square?"));
        assertThat(prompt.conversation()).isNotEqualTo(welcome.conversation()).contains(";messageid=");

        keepsPicture(page, "alone");
        page.getByText("General").first().click();
        sees(page, "What did you notice on the square?");
        keepsPicture(page, "round");

        JsonNode megan = teams.others().getFirst();
        ObjectNode filledIn = prompt.button(" under").orElseThrow().deepCopy();
        filledIn.put("text", "Why is it so hot by the fountain?");
        assertThat(told(teams.presses(megan, prompt, filledIn))).contains("question 1");
        assertThat(comes(() -> asked(1))).contains("Why is it so hot by the fountain?");

        teams.writes(teams.others().get(1), prompt.conversation(), "Who gives water to the trees in August?");
        assertThat(comes(() -> asked(2))).contains("Who gives water to the trees in August?");
        sees(page, "Why is it so hot by the fountain?");
        keepsPicture(page, "asked");
    }

    /** What is in the store, when it is so many. */
    private Optional<List<String>> asked(int many) {
        Stores stores = server.orElseThrow().bean(Stores.class);
        return Optional.of(stores.harvests().of(stores.sessions().all().getFirst()).questions().stream()
                        .map(Question::text)
                        .toList())
                .filter(q -> q.size() == many);
    }

    /** What whoever pressed is told under the card. */
    private static String told(JsonNode answer) {
        return answer.path("value").asText();
    }

    private Page opens() {
        Path playground = Needs.playground();
        chromium = Optional.of(Chromium.start());
        Map<String, Object> settings = new HashMap<>(teams.settings());
        settings.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        settings.put("micronaut.server.port", "-1");
        server = Optional.of(Server.start(settings, "playground"));
        teams.tells(URI.create(server.get().address() + "/api/messages"), playground, folder);
        Page page = chromium.get()
                .browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        page.navigate(teams.url());
        page.getByText("Alex Wilber").first().waitFor();
        return page;
    }

    private static void sees(Page page, String words) {
        page.getByText(words).first().scrollIntoViewIfNeeded();
    }

    private static void keepsPicture(Page page, String moment) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "teams-playground-" + moment + ".png")));
    }

    private Playground.Seen comes(Predicate<Playground.Seen> which) {
        return comes(() -> teams.seen().stream().filter(which).findFirst());
    }

    private <T> T comes(Supplier<Optional<T>> what) {
        return PATIENCE.until(what)
                .orElseThrow(() -> new AssertionError("it does not come; there is "
                        + teams.seen().stream()
                                .map(s -> s.conversation() + " " + s.card())
                                .toList()));
    }
}

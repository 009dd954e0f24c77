package org.tafelronde.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.flow.HarvestSoFar;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestPlatform.Trouble;
import org.tafelronde.testing.TestScripts;

/** What the desks of a café see, and when. The café is on a platform of the test's own: a desk leans on none. */
class WatchingTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private final Watching watching =
            new Watching(cafe.stores(), medium -> Optional.of(URI.create("/files/" + medium)));

    /** A desk that stays open. */
    private List<Optional<Watching.Seen>> opens() {
        List<Optional<Watching.Seen>> seen = new ArrayList<>();
        var unused = watching.open(id(), seen::add);
        return seen;
    }

    private String id() {
        return cafe.session().setting().id();
    }

    private void looks() {
        cafe.after(Duration.ofSeconds(1));
        watching.doDue(cafe.now());
    }

    private static JsonNode last(List<Optional<Watching.Seen>> desk) {
        try {
            return new JsonMapper().readTree(desk.getLast().orElseThrow().json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(n -> n.path(field).asText())
                .toList();
    }

    @Test
    void a_desk_sees_how_it_stands_when_it_is_opened_and_then_only_what_changes() {
        cafe.at("13:50").opens().checksIn(BRAM, CHRIS);
        List<Optional<Watching.Seen>> desk = opens();
        assertThat(last(desk).path("stage").asText()).isEqualTo("gathering");
        assertThat(last(desk).path("present")).hasSize(2);

        looks();
        looks();
        assertThat(desk).as("nothing happened").hasSize(1);

        cafe.says(ADA, "/cafe start");
        looks();
        assertThat(desk).hasSize(2);
        assertThat(last(desk).path("stage").asText()).isEqualTo("running");
        assertThat(last(desk).path("at").asInt()).isZero();
    }

    @Test
    void ten_desks_of_a_cafe_share_one_look() {
        cafe.at("13:50").opens().checksIn(BRAM, CHRIS);
        List<List<Optional<Watching.Seen>>> desks =
                IntStream.range(0, 10).mapToObj(i -> opens()).toList();
        cafe.says(ADA, "/cafe start");
        looks();
        Watching.Seen first = desks.getFirst().getLast().orElseThrow();
        assertThat(desks).allSatisfy(desk -> {
            assertThat(desk).hasSize(2);
            assertThat(desk.getLast().orElseThrow()).isSameAs(first);
        });
    }

    @Test
    void looks_keep_a_distance_however_often_it_is_woken_and_nobody_looks_without_a_desk() {
        cafe.at("13:50").opens();
        assertThat(watching.doDue(cafe.now())).isEmpty();
        List<Optional<Watching.Seen>> desk = opens();
        watching.doDue(cafe.now());
        cafe.checksIn(BRAM);
        assertThat(watching.doDue(cafe.now())).contains(cafe.now().plusMillis(100));
        assertThat(desk).hasSize(1);
        looks();
        assertThat(desk).hasSize(2);
    }

    @Test
    void the_grid_fills_the_tables_count_and_a_call_for_help_comes_with_its_words() {
        cafe.begins("14:00", 16).at("14:20");
        Cast asker = cafe.traveller("privacy", 1);
        cafe.replies(asker, cafe.table("privacy").message("Round 1 ·"), "Who decides?");
        cafe.saysAt("privacy", asker, "/cafe sos We have no host.");

        JsonNode view = last(opens());
        JsonNode privacy = StreamSupport.stream(view.path("grid").spliterator(), false)
                .filter(row -> row.path("theme").asText().equals("Privacy"))
                .findFirst()
                .orElseThrow();
        assertThat(privacy.path("counts")).extracting(JsonNode::asInt).containsExactly(1, 0, 0);
        JsonNode table = StreamSupport.stream(view.path("tables").spliterator(), false)
                .filter(t -> t.path("title").asText().equals("Privacy"))
                .findFirst()
                .orElseThrow();
        assertThat(table.path("questions").asInt()).isEqualTo(1);
        assertThat(table.path("host").asText())
                .isEqualTo(cafe.host("privacy", 1).called());
        JsonNode call = view.path("calls").path(0);
        assertThat(call.path("name").asText()).isEqualTo(asker.called());
        assertThat(call.path("table").asText()).isEqualTo("Privacy");
        assertThat(call.path("words").asText()).isEqualTo("We have no host.");
    }

    /** 1 and 2 say nearly the same, 3 is about keeping, 4 about nothing on the card. */
    private void theFirstRoundAsks() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        for (String text : List.of(
                "Who may open the container on the quay?",
                "Who may open this container, on which quay?",
                "Can we keep it?",
                "Who owns the crane?")) {
            cafe.replies(who, cafe.prompt("privacy", 1), text);
        }
    }

    private HarvestSoFar findings() {
        return watching.findings(new Links.Seat(id(), ADA.key())).orElseThrow();
    }

    @Test
    void what_the_questions_come_to_is_found_by_theme_with_groups_and_what_of_the_card_was_touched() {
        theFirstRoundAsks();
        HarvestView.FindingsView found = HarvestView.findings(findings());
        assertThat(found.themes().getFirst()).isEqualTo(new HarvestView.ThemeView("privacy", "Privacy", 4, 3));
        assertThat(found.cells()).hasSize(12);
        assertThat(found.cells().getFirst().topics())
                .containsExactly(new HarvestView.TopicView("retention", "How long", "thin", 1));
        assertThat(found.groups()).isEqualTo(1);
        assertThat(HarvestView.groups(findings()).groups().getFirst())
                .extracting(HarvestView.WordingView::number)
                .containsExactly(1, 2);
        assertThat(HarvestView.theme(findings(), "privacy").questions().get(2))
                .isEqualTo(new HarvestView.QuestionView(
                        3, "Can we keep it?", 1, "retention", "retention", List.of("keep"), false, List.of()));
        assertThat(watching.findings(new Links.Seat(id(), BRAM.key())))
                .as("he does not run it")
                .isEmpty();
    }

    @Test
    void a_decision_is_seen_by_every_desk_and_so_is_its_undoing() {
        theFirstRoundAsks();
        List<Optional<Watching.Seen>> one = opens();
        List<Optional<Watching.Seen>> other = opens();
        String before = last(other).path("harvest").asText();

        cafe.says(ADA, "/cafe topics 4 retention");
        looks();
        assertThat(last(one)).isEqualTo(last(other));
        assertThat(last(other).path("harvest").asText()).isNotEqualTo(before);
        HarvestView.QuestionView fourth =
                HarvestView.theme(findings(), "privacy").questions().get(3);
        assertThat(fourth.topic()).isEqualTo("retention");
        assertThat(fourth.overruled()).isTrue();
        HarvestView.DecisionView decision =
                HarvestView.decisions(findings()).decisions().getFirst();
        assertThat(decision.kind()).isEqualTo("about");
        assertThat(decision.questions()).containsExactly(4);
        assertThat(decision.is()).isEqualTo("retention");

        cafe.says(ADA, "/cafe undo 1");
        looks();
        assertThat(HarvestView.theme(findings(), "privacy").questions().get(3).topic())
                .isNull();
        assertThat(HarvestView.decisions(findings()).decisions().getFirst().undoneAt())
                .isNotNull();
    }

    @Test
    void desks_share_what_was_found_until_something_changes_and_it_is_forgotten_with_the_last_of_them()
            throws Exception {
        theFirstRoundAsks();
        AutoCloseable desk = watching.open(id(), seen -> {});
        HarvestSoFar found = findings();
        assertThat(findings()).isSameAs(found);
        cafe.says(ADA, "/cafe apart group 1");
        assertThat(findings()).isNotSameAs(found);
        assertThat(findings().alike()).isEmpty();
        HarvestSoFar later = findings();
        desk.close();
        assertThat(findings()).isNotSameAs(later);
    }

    @Test
    void after_the_end_it_shows_the_draft_the_objections_and_then_what_management_has() {
        theFirstRoundAsks();
        Cast who = cafe.traveller("privacy", 1);
        List<Optional<Watching.Seen>> desk = opens();
        assertThat(last(desk).path("over").isNull()).isTrue();
        cafe.says(ADA, "/cafe close anyway");
        cafe.says(ADA, "/cafe review 24h");
        cafe.says(who, "/cafe object 4 It names our crane.");
        looks();
        JsonNode over = last(desk).path("over");
        assertThat(texts(over.path("files"), "address")).isNotEmpty().allMatch(a -> a.contains("/draft/"));
        assertThat(over.path("reviewUntil").asLong()).isPositive();
        JsonNode waiting = over.path("waiting").path(0);
        assertThat(waiting.path("question").asInt()).isEqualTo(4);
        assertThat(waiting.path("reason").asText()).isEqualTo("It names our crane.");
        assertThat(waiting.path("own").asBoolean()).isTrue();

        cafe.says(ADA, "/cafe objections 1 keep");
        cafe.says(ADA, "/cafe publish anyway");
        cafe.says(ADA, "/cafe publish anew");
        looks();
        over = last(desk).path("over");
        assertThat(over.path("waiting")).isEmpty();
        assertThat(over.path("objections").asInt()).isEqualTo(1);
        assertThat(texts(over.path("files"), "address")).isNotEmpty().allMatch(a -> a.contains("/published-2/"));
    }

    @Test
    void while_people_may_object_the_link_does_not_end() {
        theFirstRoundAsks();
        Links.Seat ada = new Links.Seat(id(), ADA.key());
        cafe.says(ADA, "/cafe close anyway");
        cafe.says(ADA, "/cafe review 3d");
        cafe.after(Duration.ofDays(2));
        assertThat(watching.session(ada)).isPresent();
    }

    @Test
    void what_is_blocked_is_shown_with_its_first_line_where_and_why() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.platform().meets(Outgoing.Post.class::isInstance, Trouble.NO);
        cafe.says(ADA, "/cafe broadcast Coffee in ten minutes.");
        JsonNode view = last(opens());
        assertThat(texts(view.path("blocked"), "failure")).containsExactly("not_allowed");
        assertThat(texts(view.path("blocked"), "detail")).containsExactly("not_allowed");
        assertThat(texts(view.path("blocked"), "what")).containsExactly("post");
    }

    @Test
    void a_deputy_has_a_desk_and_a_link_ends_a_day_after_the_cafe() {
        cafe.at("13:50").opens().checksIn(BRAM, CHRIS);
        Links.Seat ada = new Links.Seat(id(), ADA.key());
        Links.Seat bram = new Links.Seat(id(), BRAM.key());
        assertThat(watching.session(ada)).isPresent();
        assertThat(watching.session(bram)).isEmpty();
        cafe.says(ADA, "/cafe deputy Bram");
        assertThat(watching.session(bram)).isPresent();

        List<Optional<Watching.Seen>> desk = opens();
        cafe.says(ADA, "/cafe start");
        cafe.says(ADA, "/cafe close anyway");
        looks();
        assertThat(last(desk).path("stage").asText()).isEqualTo("closed");
        cafe.after(Duration.ofHours(23));
        assertThat(watching.session(ada)).isPresent();
        cafe.after(Duration.ofHours(2));
        assertThat(watching.session(ada)).isEmpty();
        watching.doDue(cafe.now());
        assertThat(desk.getLast()).as("the page is told that it is gone").isEmpty();
    }
}

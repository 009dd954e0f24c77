package org.tafelronde.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestPlatform.Trouble;
import org.tafelronde.testing.TestScripts;

/** What the desks of a café see, and when. The café is on a platform of the test's own: a desk leans on none. */
class WatchingTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private final Watching watching = new Watching(cafe.stores());

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

    @Test
    void what_is_blocked_is_shown_with_its_first_line_where_and_why() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.platform().meets(Outgoing.Post.class::isInstance, Trouble.NO);
        cafe.says(ADA, "/cafe broadcast Coffee in ten minutes.");
        JsonNode view = last(opens());
        assertThat(texts(view.path("blocked"), "why")).containsExactly("not allowed");
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

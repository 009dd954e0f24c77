package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Participant.Presence;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.testing.HarvestFixture;
import org.tafelronde.testing.SeatingInstance;

class SessionFileTest {
    private static final SessionFile.Delivered NOTHING = new SessionFile.Delivered(Map.of(), 0, 0, 0, 0);

    private final HarvestFixture cafe = HarvestFixture.fullOfQuestions();

    @Test
    void its_shape_is_kept() {
        JsonNode file = read(cafe.harvest(), NOTHING);

        assertThat(keys(file))
                .containsExactly(
                        "session",
                        "people",
                        "themes",
                        "tables",
                        "rounds",
                        "prompts",
                        "questions",
                        "top",
                        "debrief",
                        "deliveries");
        assertThat(keys(file.get("session")))
                .containsExactly(
                        "id", "script", "scriptVersion", "language", "timeZone", "seed", "startedAt", "endedAt");
        assertThat(keys(file.at("/rounds/0"))).containsExactly("number", "label", "startsAt", "endsAt", "tables");
        assertThat(keys(file.at("/rounds/0/tables/0"))).containsExactly("table", "value", "chair", "members");
        assertThat(keys(file.at("/prompts/0")))
                .containsExactly("id", "kind", "name", "round", "table", "dueAt", "sentAt");
        assertThat(keys(file.at("/questions/0")))
                .containsExactly(
                        "id",
                        "text",
                        "theme",
                        "round",
                        "table",
                        "prompt",
                        "askedAt",
                        "by",
                        "group",
                        "votes",
                        "picked",
                        "withdrawn");
        assertThat(keys(file.get("deliveries"))).containsExactly("sent", "unknown", "blocked", "duplicates");
    }

    @Test
    void rounds_last_as_long_as_they_did() {
        JsonNode file = read(cafe.harvest(), NOTHING);

        assertThat(file.at("/session/startedAt").asText()).isEqualTo("2026-05-12T10:00:00+02:00");
        assertThat(file.at("/session/endedAt").asText()).isEqualTo("2026-05-12T11:55:00+02:00");
        assertThat(file.at("/rounds/0/startsAt").asText()).isEqualTo("2026-05-12T10:10:00+02:00");
        assertThat(file.at("/rounds/0/endsAt").asText()).isEqualTo("2026-05-12T10:25:00+02:00");
        assertThat(file.at("/rounds/2/endsAt").asText()).isEqualTo("2026-05-12T11:15:00+02:00");
    }

    @Test
    void a_pause_makes_a_round_end_later() {
        Harvest h = cafe.harvest();
        Duration pause = Duration.ofMinutes(7);
        Harvest paused = new Harvest(
                h.session(),
                h.prompts().stream()
                        .map(p -> p.dueAt().isBefore(HarvestFixture.begins(2))
                                ? p
                                : due(p, p.dueAt().plus(pause)))
                        .toList(),
                h.questions(),
                h.votes(),
                h.answers(),
                h.cards());

        JsonNode file = read(paused, NOTHING);

        assertThat(file.at("/rounds/0/endsAt").asText()).isEqualTo("2026-05-12T10:32:00+02:00");
        assertThat(file.at("/rounds/1/startsAt").asText()).isEqualTo("2026-05-12T10:42:00+02:00");
    }

    @Test
    void a_round_that_never_began_has_no_times() {
        Harvest h = cafe.harvest();
        Harvest before = new Harvest(h.session(), List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(read(before, NOTHING).at("/rounds/0/startsAt").isNull()).isTrue();
        assertThat(read(before, NOTHING).at("/rounds/0/endsAt").isNull()).isTrue();
    }

    @Test
    void people_are_numbers_in_the_order_of_the_roster() {
        cafe.with(Participant.expected("webchat:never", "Quint"));
        JsonNode file = read(cafe.harvest(), NOTHING);

        assertThat(file.get("people").toString()).isEqualTo("{\"invited\":17,\"checkedIn\":16}");
        JsonNode table = file.at("/rounds/0/tables/0");
        assertThat(table.toString())
                .isEqualTo(
                        "{\"table\":\"inclusie-1\",\"value\":\"inclusie\",\"chair\":\"p01\",\"members\":[\"p01\",\"p02\",\"p03\",\"p04\"]}");
        assertThat(file.at("/questions/1/by").asText()).isEqualTo("p02");
    }

    @Test
    void who_was_forgotten_is_nobody() {
        cafe.asks(new Question(
                "q40",
                "s1",
                40,
                "Van wie was dit?",
                "forgotten",
                Optional.of("privacy"),
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                HarvestFixture.begins(1),
                Optional.empty(),
                Optional.empty()));

        assertThat(read(cafe.harvest(), NOTHING).at("/questions/39/by").isNull())
                .isTrue();
    }

    @Test
    void every_round_seats_everybody_once_with_a_host_who_sits_there() {
        for (JsonNode round : read(cafe.harvest(), NOTHING).get("rounds")) {
            Set<String> seated = new HashSet<>();
            for (JsonNode table : round.get("tables")) {
                List<String> members = new ArrayList<>();
                table.get("members").forEach(m -> members.add(m.asText()));
                assertThat(members).contains(table.get("chair").asText());
                members.forEach(m -> assertThat(seated.add(m)).isTrue());
            }
            assertThat(seated).hasSize(16);
        }
    }

    @Test
    void what_a_rehearsal_said_in_the_worlds_time_is_told_in_the_cafes() {
        Instant real = Instant.parse("2026-03-01T12:00:00Z");
        cafe.at(new Tempo(real, HarvestFixture.TEN_O_CLOCK, 600));
        // Ten minutes of the café are a second of the world's.
        Map<String, Instant> sent = Map.of("ronde-1-inclusie", real.plusMillis(1_020));

        JsonNode prompts = read(cafe.harvest(), new SessionFile.Delivered(sent, 3, 2, 1, 0))
                .get("prompts");

        JsonNode first = prompts.get(0);
        assertThat(first.get("kind").asText()).isEqualTo("round");
        assertThat(first.get("dueAt").asText()).isEqualTo("2026-05-12T10:10:00+02:00");
        assertThat(first.get("sentAt").asText()).isEqualTo("2026-05-12T10:10:12+02:00");
        assertThat(prompts.get(1).get("sentAt").isNull()).isTrue();
        prompts.forEach(p -> OffsetDateTime.parse(p.get("dueAt").asText()));
    }

    @Test
    void it_agrees_with_the_digest() {
        JsonNode file = read(cafe.harvest(), NOTHING);
        JsonNode digest = Exports.of(cafe).json();
        Map<String, String> texts = new java.util.HashMap<>();
        List<String> standing = new ArrayList<>();
        file.get("questions").forEach(q -> {
            texts.put(q.get("id").asText(), q.get("text").asText());
            if (!q.get("withdrawn").asBoolean()) {
                standing.add(q.get("text").asText());
            }
        });
        List<String> inDigest = new ArrayList<>();
        digest.get("matrix")
                .forEach(c -> c.get("questions")
                        .forEach(q -> inDigest.add(q.get("text").asText())));
        digest.get("appendix").forEach(q -> inDigest.add(q.get("text").asText()));

        assertThat(standing).hasSize(38).containsExactlyInAnyOrderElementsOf(inDigest);
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < 3; i++) {
                String id = file.at("/top/" + t + "/questions/" + i).asText();
                assertThat(texts.get(id))
                        .isEqualTo(digest.at("/top/" + t + "/questions/" + i + "/text")
                                .asText());
            }
        }
        assertThat(file.get("debrief")).isEqualTo(digest.get("debrief"));
    }

    @Test
    void the_seating_problem_can_be_checked_by_others() throws Exception {
        cafe.presence("Bram", new Presence.Present(2, Set.of(3)))
                .presence("Chris", new Presence.Gone(1, 2, Set.of()))
                .presence("Dina", new Presence.Gone(2, 1, Set.of()))
                .presence("Emre", new Presence.Expected());
        JsonNode instance = new ObjectMapper().readTree(SeatingInstance.of(cafe.session()));

        assertThat(instance.get("rounds").asInt()).isEqualTo(3);
        assertThat(instance.at("/tables/0").toString()).isEqualTo("{\"id\":\"inclusie-1\",\"value\":\"inclusie\"}");
        assertThat(instance.get("participants")).hasSize(14);
        assertThat(instance.at("/participants/1").toString())
                .isEqualTo("{\"id\":\"p02\",\"from_round\":2,\"absent_rounds\":[3]}");
        assertThat(instance.at("/participants/2").toString()).isEqualTo("{\"id\":\"p03\",\"until_round\":2}");
        assertThat(instance.at("/participants/3").toString()).isEqualTo("{\"id\":\"p06\"}");
    }

    private static Prompt due(Prompt p, Instant at) {
        return new Prompt(p.id(), p.session(), p.kind(), p.name(), p.round(), p.table(), p.theme(), at);
    }

    private static JsonNode read(Harvest harvest, SessionFile.Delivered delivered) {
        try {
            return new ObjectMapper()
                    .readTree(SessionFile.of(harvest, delivered, new org.tafelronde.language.LuceneLinguist()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}

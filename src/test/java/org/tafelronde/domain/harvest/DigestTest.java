package org.tafelronde.domain.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Afterwards;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Participant.Presence;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.testing.HarvestFixture;

class DigestTest {
    private final HarvestFixture cafe = HarvestFixture.cafe();

    @Test
    void the_matrix_has_a_cell_for_every_theme_and_round_though_nobody_asked_anything() {
        Digest digest = digest();

        assertThat(digest.matrix())
                .extracting(c -> c.theme().id() + " " + c.round())
                .containsExactly(
                        "inclusie 1",
                        "inclusie 2",
                        "inclusie 3",
                        "werkplezier 1",
                        "werkplezier 2",
                        "werkplezier 3",
                        "privacy 1",
                        "privacy 2",
                        "privacy 3",
                        "kwaliteit 1",
                        "kwaliteit 2",
                        "kwaliteit 3");
        assertThat(digest.questions()).isZero();
        assertThat(digest.top()).allSatisfy(t -> assertThat(t.questions()).isEmpty());
        assertThat(digest.debrief()).hasSize(3);
    }

    @Test
    void every_question_that_stands_is_exactly_once_in_the_matrix_or_the_appendix() {
        Harvest harvest = HarvestFixture.fullOfQuestions()
                .asks(question(40, "Hoort bij een thema dat er niet is?", Optional.of("geld"), OptionalInt.of(1)))
                .asks(question(41, "Hoort bij een ronde die er niet is?", Optional.of("privacy"), OptionalInt.of(9)))
                .asks(question(42, "Hoort bij geen ronde?", Optional.of("privacy"), OptionalInt.empty()))
                .harvest();
        Digest digest = Digest.of(harvest);

        List<String> all = Stream.concat(
                        digest.matrix().stream().flatMap(c -> c.questions().stream()), digest.appendix().stream())
                .map(Digest.Asked::id)
                .toList();
        assertThat(all)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        harvest.standing().stream().map(Question::id).toList());
        assertThat(harvest.questions()).hasSizeGreaterThan(all.size());
        assertThat(digest.appendix()).extracting(Digest.Asked::id).containsExactly("q39", "q40", "q41", "q42");
        assertThat(digest.questions()).isEqualTo(all.size());
    }

    @Test
    void the_top_goes_by_votes_and_with_equal_votes_by_who_asked_first() {
        cafe.asks("Ada", "privacy", 2, "Later gevraagd, evenveel stemmen?")
                .asks("Bram", "privacy", 1, "Eerder gevraagd, evenveel stemmen?")
                .asks("Chris", "privacy", 3, "De meeste stemmen?")
                .asks("Dina", "privacy", 1, "Eén stem, en dus de vierde?")
                .asks("Emre", "privacy", 1, "Ingetrokken, met alle stemmen?")
                .withdraws(5);
        cafe.votes(1, 2).votes(2, 2).votes(3, 3).votes(4, 1).votes(5, 9);

        Digest digest = digest();

        assertThat(top(digest, "privacy")).containsExactly("q3", "q2", "q1");
        assertThat(top(digest, "inclusie")).isEmpty();
        assertThat(digest.row(theme(digest, "privacy")).get(0).questions())
                .extracting(Digest.Asked::picked)
                .containsExactly(true, false);
    }

    @Test
    void a_question_without_a_vote_is_never_on_top() {
        cafe.asks("Ada", "privacy", 1, "Wie vond dit belangrijk?");

        assertThat(top(digest(), "privacy")).isEmpty();
    }

    @Test
    void an_intervention_parts_the_questions_of_its_round_in_before_and_after() {
        cafe.asks("Ada", "privacy", 1, "Voor de onrust?")
                .answers("Bram", "privacy", 1, "In antwoord op de onrust?")
                .asks("Chris", "privacy", 2, "In een andere ronde?")
                .asks(lateToTheRoundsPrompt());

        Digest.Effect unrest = digest().interventions().getFirst();

        assertThat(unrest).isEqualTo(new Digest.Effect("onrust", "Publieke onrust", 1, 1, 2));
    }

    @Test
    void an_intervention_says_nothing_about_tables_that_did_not_have_it() {
        cafe.asks("Ada", "privacy", 1, "Aan een tafel die er niets van hoorde?");
        Harvest harvest = cafe.harvest();
        Harvest onlyElsewhere = new Harvest(
                harvest.session(),
                harvest.prompts().stream()
                        .filter(p -> p.kind() != Prompt.Kind.INTERVENTION
                                || p.table().equals(Optional.of("kwaliteit-1")))
                        .toList(),
                harvest.questions(),
                harvest.votes(),
                harvest.answers(),
                harvest.cards());

        assertThat(Digest.of(onlyElsewhere).interventions().getFirst())
                .isEqualTo(new Digest.Effect("onrust", "Publieke onrust", 1, 0, 0));
    }

    @Test
    void a_question_knows_what_it_answers() {
        cafe.asks("Ada", "privacy", 1, "Op de rondevraag?").answers("Bram", "privacy", 1, "Op de onrust?");
        cafe.asksSomewhere("Chris", "Op niets?");

        Digest digest = digest();

        assertThat(digest.row(theme(digest, "privacy")).get(0).questions())
                .extracting(Digest.Asked::prompt)
                .containsExactly("round", "onrust");
        assertThat(digest.appendix().getFirst().prompt()).isEmpty();
        assertThat(digest.intervention("onrust")).isEqualTo("Publieke onrust");
    }

    @Test
    void the_order_of_the_debrief_does_not_say_who_wrote_what() {
        cafe.looksBack("Ada", 0, "Zwaar.")
                .looksBack("Bram", 0, "Anders dan anders.")
                .looksBack("Ada", 2, "Niet.");

        assertThat(digest().debrief())
                .extracting(Digest.LookBack::answers)
                .containsExactly(List.of("Anders dan anders.", "Zwaar."), List.of(), List.of("Niet."));
    }

    @Test
    void only_people_who_came_are_counted() {
        cafe.with(Participant.expected("webchat:never", "Quint")).presence("Bram", new Presence.Gone(1, 1, Set.of()));

        assertThat(digest().people()).isEqualTo(16);
    }

    @Test
    void joined_themes_are_told() {
        assertThat(digest().joined()).isEmpty();
        assertThat(cafe.joining("inclusie", "privacy").harvest())
                .extracting(h -> Digest.of(h).joined())
                .satisfies(joined -> assertThat(joined)
                        .singleElement()
                        .satisfies(themes ->
                                assertThat(themes).extracting(Theme::label).containsExactly("Inclusie", "Privacy")));
    }

    @Test
    void a_cafe_is_of_the_day_on_which_it_began_where_it_was_held() {
        assertThat(digest().date()).isEqualTo(LocalDate.of(2026, 5, 12));
        // Half past midnight in Amsterdam.
        assertThat(Digest.of(begun(Optional.of(Instant.parse("2026-07-01T22:30:00Z"))))
                        .date())
                .isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(Digest.of(begun(Optional.empty())).date()).isEqualTo(LocalDate.of(2026, 5, 13));
    }

    @Test
    void a_digest_whose_matrix_is_not_complete_cannot_be_made() {
        Digest d = digest();

        assertThatThrownBy(() -> new Digest(
                        d.script(),
                        d.title(),
                        d.purpose(),
                        d.asks(),
                        d.date(),
                        d.people(),
                        Language.NL,
                        d.rounds(),
                        d.joined(),
                        d.top(),
                        d.matrix().subList(1, 12),
                        d.appendix(),
                        d.alike(),
                        d.coverage(),
                        d.interventions(),
                        d.debrief(),
                        d.actions(),
                        d.overruled(),
                        d.review()))
                .hasMessage("the matrix has 11 cells, not one for each of 4 themes x 3 rounds");
    }

    /** Closed the day after it was to begin. */
    private Harvest begun(Optional<Instant> at) {
        Session s = cafe.session();
        Session other = new Session(
                s.setting(),
                s.version(),
                s.facilitator(),
                s.deputy(),
                s.roster(),
                s.tables(),
                s.agenda(),
                new Stage.Closed(HarvestFixture.TEN_O_CLOCK.plusSeconds(86_400)),
                s.floor(),
                at,
                false,
                Afterwards.NOTHING_YET);
        return new Harvest(other, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Question lateToTheRoundsPrompt() {
        Question late = question(9, "Na de onrust, op de rondevraag?", Optional.of("privacy"), OptionalInt.of(1));
        return new Question(
                late.id(),
                late.session(),
                late.number(),
                late.text(),
                late.by(),
                late.theme(),
                late.round(),
                Optional.of("privacy-1"),
                Optional.of("ronde-1-privacy"),
                HarvestFixture.begins(1).plusSeconds(8 * 60),
                Optional.empty(),
                Optional.empty());
    }

    private static Question question(int number, String text, Optional<String> theme, OptionalInt round) {
        return new Question(
                "q" + number,
                "s1",
                number,
                text,
                HarvestFixture.id("Ada"),
                theme,
                round,
                Optional.empty(),
                Optional.empty(),
                HarvestFixture.begins(1),
                Optional.empty(),
                Optional.empty());
    }

    private Digest digest() {
        return Digest.of(cafe.harvest());
    }

    private static List<String> top(Digest digest, String theme) {
        return digest.top().stream()
                .filter(t -> t.theme().id().equals(theme))
                .flatMap(t -> t.questions().stream())
                .map(Digest.Asked::id)
                .toList();
    }

    private static Theme theme(Digest digest, String id) {
        return digest.themes().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Participant.Presence;
import org.tafelronde.language.LuceneLinguist;
import org.tafelronde.testing.HarvestFixture;

class ReportsTest {
    @Test
    void the_digest_comes_in_every_format_the_page_in_front() {
        assertThat(Exports.of(HarvestFixture.cafe()).all())
                .extracting(Media.Medium::name, Media.Medium::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("digest.html", "text/html"),
                        org.assertj.core.groups.Tuple.tuple("digest.pdf", "application/pdf"),
                        org.assertj.core.groups.Tuple.tuple("digest.md", "text/markdown"),
                        org.assertj.core.groups.Tuple.tuple("digest.csv", "text/csv"),
                        org.assertj.core.groups.Tuple.tuple("digest.json", "application/json"),
                        org.assertj.core.groups.Tuple.tuple("matrix.png", "image/png"));
    }

    @Test
    void the_same_harvest_gives_the_same_bytes() {
        List<Media.Medium> once = Exports.of(HarvestFixture.fullOfQuestions()).all();
        List<Media.Medium> again = Exports.of(HarvestFixture.fullOfQuestions()).all();

        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).bytes()).isEqualTo(once.get(i).bytes());
        }
    }

    /** F57: from one model, with equal numbers. */
    @Test
    void all_formats_say_the_same_numbers() {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions();
        Digest digest = Digest.of(cafe.harvest());
        Exports exports = Exports.of(cafe);
        List<Integer> counts = digest.matrix().stream().map(Digest.Cell::count).toList();

        assertThat(ints(exports.page().texts("//table[@class='overview']//td[starts-with(@class,'heat')]")))
                .isEqualTo(counts);
        assertThat(exports.page().texts("//table[@class='matrix']//td/ul/li")).hasSize(sum(counts));
        assertThat(countsInMarkdown(exports.markdown())).isEqualTo(counts);
        List<Integer> inJson = new ArrayList<>();
        exports.json().get("matrix").forEach(c -> inJson.add(c.get("count").asInt()));
        assertThat(inJson).isEqualTo(counts);
        Map<String, Long> inCsv = exports.records().stream()
                .collect(Collectors.groupingBy(r -> r.getField("theme") + r.getField("round"), Collectors.counting()));
        digest.matrix()
                .forEach(c ->
                        assertThat(inCsv.get(c.theme().label() + c.round())).isEqualTo(c.count()));

        assertThat(exports.page().texts("//dd")).contains("16", String.valueOf(digest.questions()));
        assertThat(exports.markdown()).contains("Deelnemers: 16", "Vragen: " + digest.questions());
        assertThat(exports.json().at("/session/people").asInt()).isEqualTo(16);
        assertThat(exports.records()).hasSize(digest.questions());

        int votes = digest.matrix().stream()
                .flatMap(c -> c.questions().stream())
                .mapToInt(Digest.Asked::votes)
                .sum();
        assertThat(exports.records().stream().mapToInt(r -> Integer.parseInt(r.getField("votes"))))
                .satisfies(v -> assertThat(v.stream().mapToInt(i -> i).sum()).isEqualTo(votes));
        assertThat(exports.records().stream().filter(r -> r.getField("picked").equals("yes")))
                .hasSize(12);
        assertThat(exports.page().texts("//strong[@class='picked']")).hasSize(12);

        List<Integer> effects = digest.interventions().stream()
                .flatMap(e -> List.of(e.before(), e.after()).stream())
                .toList();
        assertThat(ints(exports.page().texts("//table[@class='effects']//span[@class='number']")))
                .isEqualTo(effects);
        List<Integer> effectsInJson = new ArrayList<>();
        for (JsonNode e : exports.json().get("interventions")) {
            effectsInJson.addAll(List.of(e.get("before").asInt(), e.get("after").asInt()));
        }
        assertThat(effectsInJson).isEqualTo(effects);
        digest.interventions()
                .forEach(e -> assertThat(exports.markdown())
                        .contains(
                                "| " + e.title() + " | " + e.round() + " | " + e.before() + " | " + e.after() + " |"));
    }

    /** F46 and F53: the facilitator's word counts, and how often it differed is told alike. */
    @Test
    void all_formats_count_what_the_facilitator_overruled() throws Exception {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions()
                .asks("Omar", "privacy", 2, "Hoe lang staan de gegevens er, en waar?")
                .rules(new Overruling.Ruling.Apart(List.of("q40"), List.of(List.of("q25", "q40"))))
                .rules(new Overruling.Ruling.Together(List.of("q1", "q2"), List.of()))
                .rules(new Overruling.Ruling.About("q40", Optional.of("waar-en-hoelang"), Optional.empty()))
                .rules(new Overruling.Ruling.About("q1", Optional.empty(), Optional.of("uitleggen")))
                .rules(new Overruling.Ruling.About("q2", Optional.empty(), Optional.of("uitleggen")))
                .takesBack();
        Digest digest = Digest.of(cafe.harvest(), java.time.LocalDate.EPOCH, new LuceneLinguist());
        Exports exports = Exports.of(cafe);

        assertThat(digest.overruled().topics()).containsExactlyInAnyOrder("q40", "q1");
        assertThat(digest.overruled().groups()).containsExactlyInAnyOrder("q40", "q1", "q2");
        assertThat(digest.alike())
                .extracting(group -> group.stream().map(Digest.Asked::id).toList())
                .containsExactly(List.of("q1", "q2"));

        JsonNode json = exports.json().get("overruled");
        assertThat(json.get("topics").asInt()).isEqualTo(2);
        assertThat(json.get("groups").asInt()).isEqualTo(3);
        assertThat(json.get("log")).hasSize(5);
        assertThat(json.at("/log/2").toString())
                .isEqualTo("{\"at\":\"2026-05-12T11:25:00+02:00\",\"by\":\"facilitator\",\"kind\":\"topic\","
                        + "\"questions\":[\"Hoe lang staan de gegevens er, en waar?\"],"
                        + "\"was\":[\"Waar en hoelang bewaard?\"],\"is\":[],\"undoneAt\":null}");
        assertThat(json.at("/log/4/undoneAt").asText()).isEqualTo("2026-05-12T11:26:00+02:00");
        assertThat(exports.records().stream()
                        .filter(r -> r.getField("overruled").contains("topic")))
                .hasSize(2);
        assertThat(exports.records().stream()
                        .filter(r -> r.getField("overruled").contains("group")))
                .hasSize(3);

        String method = "bij 2 vragen voor het onderwerp, en bij 3 vragen voor de groep.";
        assertThat(exports.page().texts("//ul[@class='method']/li")).anyMatch(li -> li.endsWith(method));
        assertThat(exports.markdown()).contains(method);
        assertThat(exports.papers().text().replaceAll("\\s+", " ")).contains(method);
        assertThat(exports.page().texts("//p[@class='about']")).contains("hier geplaatst door de begeleider");
        assertThat(exports.markdown()).contains("*hier geplaatst door de begeleider*");
        assertThat(exports.page().texts("//ul[@class='alike']/li")).hasSize(2);
        assertThat(Exports.of(HarvestFixture.fullOfQuestions()).markdown())
                .doesNotContain("de begeleider het anders zag");
    }

    /** F55: how many objections there were is told alike, and why is told to nobody. */
    @Test
    void all_formats_count_the_objections() throws Exception {
        Exports exports = Exports.of(HarvestFixture.fullOfQuestions()
                .objects("Ada", "q1", Objection.Verdict.LEFT_OUT)
                .objects("Bram", "q1", Objection.Verdict.LEFT_OUT)
                .objects("Bram", "q2", Objection.Verdict.KEPT)
                .objects("Chris", "q3", Objection.Verdict.REWORDED));

        assertThat(exports.json().get("review").toString())
                .isEqualTo("{\"objections\":4,\"leftOut\":1,\"reworded\":1}");
        String method = "Er waren 4 bezwaren; 1 vraag is daarom weggelaten, en 1 is anders verwoord.";
        assertThat(exports.page().texts("//ul[@class='method']/li")).anyMatch(li -> li.endsWith(method));
        assertThat(exports.markdown()).contains(method).doesNotContain("Te herkenbaar");
        assertThat(exports.papers().text().replaceAll("\\s+", " ")).contains(method);
        assertThat(Exports.of(HarvestFixture.fullOfQuestions()).markdown()).doesNotContain("bezwaar maken");
    }

    /** F53 and F46: what the page, the paper, Markdown, JSON and the facilitator's file say about blind spots and groups. */
    @Test
    void all_formats_say_the_same_about_the_card_and_about_groups() throws Exception {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions()
                .asks("Omar", "privacy", 2, "Hoe lang staan de gegevens er, en waar?")
                .asks("Petra", "privacy", 2, "Wat is de bewaartermijn?");
        Digest digest = Digest.of(cafe.harvest(), java.time.LocalDate.EPOCH, new LuceneLinguist());
        Exports exports = Exports.of(cafe);
        List<String> states = digest.coverage().stream()
                .flatMap(c -> c.card().stream())
                .map(c -> c.topic().topic() + " " + c.state().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
        int others =
                digest.coverage().stream().mapToInt(c -> c.notOnCard().size()).sum();
        int found = digest.coverage().stream()
                .flatMap(c -> c.card().stream())
                .mapToInt(c -> c.questions().size())
                .sum();

        assertThat(states).hasSize(4).contains("Waar en hoelang bewaard? touched", "Als het misgaat thin");
        assertThat(found + others)
                .isEqualTo(sum(digest.matrix().stream().map(Digest.Cell::count).toList()));

        List<String> inJson = new ArrayList<>();
        List<String> othersInJson = new ArrayList<>();
        exports.json().get("coverage").forEach(c -> {
            c.get("card")
                    .forEach(topic -> inJson.add(topic.get("topic").asText() + " "
                            + topic.get("state").asText()));
            c.get("notOnCard").forEach(q -> othersInJson.add(q.asText()));
        });
        assertThat(inJson).isEqualTo(states);
        assertThat(othersInJson).hasSize(others);
        assertThat(exports.page().texts("//ul[@class='topics']/li/p[1]/span")).hasSize(4);
        assertThat(exports.page().texts("//ul[@class='topics']/li/@class"))
                .isEqualTo(states.stream()
                        .map(s -> s.substring(s.lastIndexOf(' ') + 1))
                        .toList());
        assertThat(exports.page().texts("//ul[@class='others']/li")).hasSize(others);
        assertThat(exports.page().texts("//ul[@class='topics']//p[@class='words']"))
                .hasSize(found);
        String summary = exports.page().texts("//p[@class='sum-up']").getFirst();
        assertThat(exports.markdown()).contains(summary);
        assertThat(exports.papers().text().replaceAll("\\s+", " ")).contains(summary);

        assertThat(digest.alike()).hasSize(1);
        assertThat(exports.json().get("alike").get(0)).hasSize(2);
        assertThat(exports.page().texts("//ul[@class='alike']/li")).hasSize(2);
        assertThat(exports.markdown()).contains("  - Hoe lang staan de gegevens er, en waar?");
        JsonNode file = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(SessionFile.of(
                        cafe.harvest(), new SessionFile.Delivered(Map.of(), 0, 0, 0, 0), new LuceneLinguist()));
        List<String> grouped = new ArrayList<>();
        file.get("questions").forEach(q -> {
            if (!q.get("group").isNull()) {
                grouped.add(q.get("group").asText());
            }
        });
        assertThat(grouped).containsExactly("g1", "g1");
    }

    /** The paper counts as the page does. */
    @Test
    void the_paper_says_the_numbers_of_the_page() {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions();
        Exports exports = Exports.of(cafe);
        String paper = exports.papers().text().replaceAll("\\s+", " ");

        for (String row : exports.page().texts("//table[@class='overview']/tbody/tr")) {
            assertThat(paper).contains(row.replaceAll("\\s+", " "));
        }
        for (String row : exports.page().texts("//table[@class='effects']/tbody/tr")) {
            assertThat(paper).contains(row.replaceAll("\\s+", " "));
        }
    }

    /** F56: with owners, and those that wait for one. */
    @Test
    void all_forms_tell_the_actions_with_their_owners_and_which_have_none() {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions()
                .agrees(
                        "Ada",
                        "Vraag de logboeken op",
                        Optional.of("privacy officer"),
                        Optional.of(LocalDate.of(2026, 12, 31)))
                .agrees("Bram", "Bel *de* leverancier <b>", Optional.empty(), Optional.empty());
        Exports exports = Exports.of(cafe);

        assertThat(exports.page().texts("//table[@class='actions']/tbody/tr/td"))
                .containsExactly("Vraag de logboeken op", "privacy officer", "31 december 2026");
        assertThat(exports.page().texts("//section[@aria-labelledby='actions']/ul/li"))
                .containsExactly("Bel *de* leverancier <b> (nog zonder datum)");
        assertThat(exports.markdown())
                .contains(
                        "- Vraag de logboeken op (privacy officer; 31 december 2026)",
                        "### Nog zonder eigenaar",
                        "- Bel \\*de\\* leverancier \\<b\\> (nog zonder datum)");
        assertThat(exports.json().get("actions").toString())
                .isEqualTo(
                        "[{\"text\":\"Vraag de logboeken op\",\"owner\":\"privacy officer\",\"due\":\"2026-12-31\",\"outcome\":null},"
                                + "{\"text\":\"Bel *de* leverancier <b>\",\"owner\":null,\"due\":null,\"outcome\":null}]");
        assertThat(exports.papers().text().replaceAll("\\s+", " "))
                .contains("Acties", "Vraag de logboeken op privacy officer 31 december 2026", "Nog zonder eigenaar");
    }

    /** F60: made anew, it tells what became of each, and of which nobody told. */
    @Test
    void all_forms_tell_what_became_of_the_actions() {
        Exports exports = Exports.of(HarvestFixture.fullOfQuestions()
                .agrees("Ada", "Vraag de logboeken op", Optional.of("privacy officer"), Optional.empty())
                .agrees("Bram", "Maak de kraan", Optional.of("havenmeester"), Optional.empty())
                .agrees("Bram", "Bel de leverancier", Optional.empty(), Optional.empty())
                .became(1, ActionPoint.Outcome.State.DONE)
                .became(3, ActionPoint.Outcome.State.STUCK));

        assertThat(exports.page().texts("//table[@class='actions']/tbody/tr/td[1]/span"))
                .containsExactly("Vraag de logboeken op", "Maak de kraan");
        assertThat(exports.page().texts("//table[@class='actions']/tbody/tr[1]/td[1]/p"))
                .containsExactly("klaar, gemeld op 11 juni 2026");
        assertThat(exports.page().texts("//table[@class='actions']/tbody/tr[2]/td[1]/p"))
                .isEmpty();
        assertThat(exports.page().texts("//section[@aria-labelledby='actions']/ul/li"))
                .containsExactly(
                        "Bel de leverancier (nog zonder datum) — ligt stil of gaat niet door, gemeld op 11 juni 2026");
        assertThat(exports.markdown())
                .contains(
                        "- Vraag de logboeken op (privacy officer; nog zonder datum) — klaar, gemeld op 11 juni 2026\n",
                        "- Maak de kraan (havenmeester; nog zonder datum)\n",
                        "- Bel de leverancier (nog zonder datum) — ligt stil of gaat niet door, gemeld op 11 juni 2026\n");
        assertThat(exports.json().at("/actions/0/outcome").toString())
                .isEqualTo("{\"state\":\"done\",\"on\":\"2026-06-11\"}");
        assertThat(exports.json().at("/actions/1/outcome").isNull()).isTrue();
        assertThat(exports.papers().text().replaceAll("\\s+", " "))
                .contains("klaar, gemeld op 11 juni 2026", "ligt stil of gaat niet door, gemeld op 11 juni 2026");
    }

    /** F51, read back from what management gets. */
    @Test
    void every_question_that_stands_is_told_once_and_none_that_was_withdrawn() {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions();
        Exports exports = Exports.of(cafe);
        List<String> standing =
                cafe.harvest().standing().stream().map(Question::text).sorted().toList();

        List<String> inJson = new ArrayList<>();
        exports.json()
                .get("matrix")
                .forEach(c ->
                        c.get("questions").forEach(q -> inJson.add(q.get("text").asText())));
        exports.json().get("appendix").forEach(q -> inJson.add(q.get("text").asText()));
        assertThat(inJson.stream().sorted()).isEqualTo(standing);
        assertThat(exports.records().stream().map(r -> r.getField("question")).sorted())
                .isEqualTo(standing);
        assertThat(exports
                        .page()
                        .texts(
                                "//section[@aria-labelledby='matrix' or @aria-labelledby='appendix']//*[self::li or self::p][contains(@class, 'words')]")
                        .stream()
                        .sorted())
                .isEqualTo(standing);
        assertThat(all(exports)).allSatisfy(text -> assertThat(text).doesNotContain("Laat maar"));
    }

    /** F54: no name, handle, mention, id or e-mail of a participant, in any export, its metadata and its name. */
    @Test
    void nobody_can_be_found_in_any_export() {
        Participant telling = new Participant(
                "slack:U0TELLTALE7",
                "Zebedeus Quuxenstein",
                Optional.of(Language.EN),
                Optional.of("Organisatie Telltale"),
                Optional.of("rol-telltale"),
                Optional.of("apart-telltale"),
                Optional.of("privacy"),
                Optional.empty(),
                new Presence.Present(1, Set.of()));
        HarvestFixture cafe = HarvestFixture.fullOfQuestions()
                .with(telling)
                .asks("Ada", "privacy", 1, "Wat zei Zebedeus Quuxenstein (@zebedeus.q, zq@telltale.example) ook weer?")
                .answers("Bram", "privacy", 1, "<@U0TELLTALE7> en @Kamal, en Fatima: hoe nu?")
                .votes(40, 9)
                .agrees("Ada", "Zebedeus belt Fatima", Optional.of("Quuxenstein"), Optional.empty())
                .looksBack("Ada", 0, "Zebedeus hielp mij, en Quuxenstein ook. U0TELLTALE7!");
        cafe.asksSomewhere("Ada", "Mag Hanna dit ook vragen?");
        Pattern traces = Pattern.compile("(?i)zebedeus|quuxenstein|telltale|zq@|@kamal|webchat:|slack:|"
                + HarvestFixture.CAST.stream()
                        .map(name -> "\\b" + name + "\\b|" + Pattern.quote(HarvestFixture.id(name)))
                        .collect(Collectors.joining("|")));

        for (Language language : Language.values()) {
            Exports exports = Exports.of(cafe.in(language));
            for (Media.Medium file : exports.all()) {
                assertThat(file.name()).doesNotContainPattern(traces);
                assertThat(Exports.everythingIn(file)).as(file.name()).doesNotContainPattern(traces);
                if (!file.type().startsWith("image/")) {
                    assertThat(Exports.everythingIn(file)).contains(language == Language.NL ? "naam" : "name");
                }
            }
        }
        String sessionFile =
                SessionFile.of(cafe.harvest(), new SessionFile.Delivered(Map.of(), 0, 0, 0, 0), new LuceneLinguist());
        assertThat(sessionFile).doesNotContainPattern(traces).contains("\"by\" : \"p01\"");
    }

    private static List<String> all(Exports exports) {
        return exports.all().stream()
                .map(m -> new String(m.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    /** How many items follow each heading of the fourth level: there is one for each cell. */
    private static List<Integer> countsInMarkdown(String markdown) {
        List<Integer> counts = new ArrayList<>();
        String matrix = markdown.substring(markdown.indexOf("## Alle vragen"), markdown.indexOf("## Terugkijken"));
        for (String cell : matrix.split("(?m)^#### ")) {
            counts.add((int) cell.lines().filter(l -> l.startsWith("- ")).count());
        }
        return counts.subList(1, counts.size());
    }

    private static List<Integer> ints(List<String> texts) {
        return texts.stream().map(Integer::valueOf).toList();
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(i -> i).sum();
    }
}

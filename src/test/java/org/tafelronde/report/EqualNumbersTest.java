package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.Documents;

/** F57: every form of one digest tells the same numbers, the message in the chat too. Each form is read back and held against the model. */
class EqualNumbersTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private WholeCafe cafe = WholeCafe.in(Language.EN);
    private Words words = Words.in(Language.EN);

    /** What a form tells, by what is counted. */
    private static final class Told extends TreeMap<String, List<Integer>> {
        private static final long serialVersionUID = 1;

        Told is(String what, Collection<Integer> numbers) {
            put(what, List.copyOf(numbers));
            return this;
        }

        Told is(String what, Integer... numbers) {
            return is(what, List.of(numbers));
        }

        /** In an order that every form can have. */
        Told votes(Collection<Integer> votes) {
            return is("votes", votes.stream().sorted().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void all_forms_of_one_session_agree_number_by_number(Language language) {
        cafe = WholeCafe.in(language);
        words = Words.in(language);
        Told model = model(cafe.digest());
        assertThat(model.values())
                .as("everything happens in this café")
                .allSatisfy(n -> assertThat(n).anyMatch(i -> i > 0));
        assertThat(model.get("overruled")).doesNotContain(0);
        assertThat(model.get("review")).doesNotContain(0);
        assertThat(model.get("actions")).doesNotContain(0);
        assertThat(model.get("outcomes")).doesNotContain(0);
        assertThat(cafe.cafe().harvest().questions())
                .as("withdrawn")
                .hasSizeGreaterThan(model.get("questions").getFirst());

        Exports files = Exports.of(cafe.files());
        assertThat(html(files.page())).isEqualTo(model);
        assertThat(markdown(files.markdown())).isEqualTo(model);
        assertThat(paper(files.papers().text().replaceAll("\\s+", " "))).isEqualTo(model);
        assertThat(json(files.json())).isEqualTo(without(model, "themes", "rounds"));
        assertThat(csv(files.records()))
                .isEqualTo(only(model, "questions", "matrix", "appendix", "votes", "overruled"));
        assertThat(message(cafe.newest())).isEqualTo(without(model, "appendix", "effects"));
        assertThat(matrix(files.page().texts("//figure/img/@alt").getFirst())).isEqualTo(model.get("matrix"));
        assertThat(matrix(cafe.heatMapInWords())).isEqualTo(model.get("matrix"));
    }

    private static Told model(Digest d) {
        long free = d.actions().stream().filter(a -> a.owner().isEmpty()).count();
        Digest.Review review = d.review().orElseThrow();
        return new Told()
                .is("people", d.people())
                .is("questions", d.questions())
                .is("themes", d.themes().size())
                .is("rounds", d.rounds().size())
                .is("matrix", d.matrix().stream().map(Digest.Cell::count).toList())
                .is("appendix", d.appendix().size())
                .votes(d.top().stream()
                        .flatMap(top -> top.questions().stream())
                        .map(Digest.Asked::votes)
                        .toList())
                .is(
                        "effects",
                        d.interventions().stream()
                                .flatMap(e -> Stream.of(e.before(), e.after()))
                                .toList())
                .is(
                        "overruled",
                        d.overruled().topics().size(),
                        d.overruled().groups().size())
                .is("review", review.objections(), review.leftOut(), review.reworded())
                .is("actions", d.actions().size() - (int) free, (int) free)
                .is(
                        "outcomes",
                        Stream.of(ActionPoint.Outcome.State.values())
                                .map(state -> (int) d.actions().stream()
                                        .filter(a -> a.outcome()
                                                .filter(o -> o.state() == state)
                                                .isPresent())
                                        .count())
                                .toList());
    }

    private Told message(Content message) {
        // The first says that it takes the place of another.
        List<Part.Note> notes = parts(message, Part.Note.class).subList(1, 5);
        List<Integer> facts = numbers(notes.get(0).text());
        List<Integer> counts = facts.subList(facts.size() - 4, facts.size());
        List<String> actions = parts(message, Part.Bullets.class).getFirst().items();
        int free = (int) actions.stream()
                .filter(a -> a.contains("(No owner yet") || a.contains("(Nog zonder eigenaar"))
                .count();
        return new Told()
                .is("people", counts.get(0))
                .is("questions", counts.get(1))
                .is("themes", counts.get(2))
                .is("rounds", counts.get(3))
                .is(
                        "matrix",
                        matrix(parts(message, Part.Picture.class).getFirst().alternative()))
                .votes(parts(message, Part.Numbered.class).stream()
                        .flatMap(list -> list.items().stream())
                        .map(item -> numbers(item.text()).getLast())
                        .toList())
                .is("overruled", numbers(notes.get(2).text()))
                .is("review", numbers(notes.get(3).text()))
                .is("actions", actions.size() - free, free)
                .is("outcomes", outcomes(String.join(" ", actions)));
    }

    private static <P extends Part> List<P> parts(Content message, Class<P> kind) {
        return message.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Told html(Documents page) {
        List<Integer> facts = numbers(String.join(" ", page.texts("//dd[not(position() > 1)]")));
        List<Integer> counts = facts.subList(facts.size() - 4, facts.size());
        List<String> method = page.texts("//ul[@class='method']/li");
        return new Told()
                .is("people", counts.get(0))
                .is("questions", counts.get(1))
                .is("themes", counts.get(2))
                .is("rounds", counts.get(3))
                .is("matrix", numbers(page.texts("//table[@class='overview']//td[starts-with(@class,'heat')]")))
                .is(
                        "appendix",
                        page.texts("//section[@aria-labelledby='appendix']//li").size())
                .votes(votes(page.texts("//article")))
                .is("effects", numbers(page.texts("//table[@class='effects']//span[@class='number']")))
                .is("overruled", numbers(sentence(method, "method.overruled")))
                .is("review", numbers(sentence(method, "method.review")))
                .is(
                        "actions",
                        page.texts("//table[@class='actions']/tbody/tr").size(),
                        page.texts("//section[@aria-labelledby='actions']/ul/li")
                                .size())
                .is("outcomes", outcomes(String.join(" ", page.texts("//section[@aria-labelledby='actions']"))));
    }

    private Told markdown(String text) {
        List<String> method = section(text, "method").lines().toList();
        String actions = section(text, "actions");
        int free = actions.indexOf(words.say("actions.free"));
        return new Told()
                .is("people", fact(text, "people"))
                .is("questions", fact(text, "questions"))
                .is("themes", fact(text, "themes"))
                .is("rounds", fact(text, "rounds"))
                .is("matrix", withoutSums(withoutTotals(rows(section(text, "overview")))))
                .is("appendix", items(section(text, "appendix")))
                .votes(votes(section(text, "top")
                        .lines()
                        .filter(l -> l.matches("\\d\\..*"))
                        .toList()))
                .is(
                        "effects",
                        rows(section(text, "interventions")).stream()
                                .flatMap(row -> row.subList(row.size() - 2, row.size()).stream())
                                .toList())
                .is("overruled", numbers(sentence(method, "method.overruled")))
                .is("review", numbers(sentence(method, "method.review")))
                .is("actions", items(actions.substring(0, free)), items(actions.substring(free)))
                .is("outcomes", outcomes(actions));
    }

    /** As Markdown, but with nothing that tells where a line ends. */
    private Told paper(String text) {
        Digest d = cafe.digest();
        List<List<Integer>> rows = new ArrayList<>();
        d.themes()
                .forEach(theme -> rows.add(first(
                        text,
                        Pattern.quote(theme.label()) + "(?: " + Pattern.quote(theme.guiding()) + ")? ((?:\\d+ ){4})")));
        String first = text.substring(0, text.indexOf(words.say("asks.heading")));
        String appendix = text.substring(text.lastIndexOf(words.say("appendix.note")));
        String actions = text.substring(
                text.lastIndexOf(words.say("actions.heading") + " "), text.lastIndexOf(words.say("appendix.heading")));
        return new Told()
                .is("people", first(first, words.say("facts.people") + " (\\d+)"))
                .is("questions", first(first, words.say("facts.questions") + " (\\d+)"))
                .is("themes", first(first, words.say("facts.themes") + " (\\d+)"))
                .is("rounds", first(first, words.say("facts.rounds") + " (\\d+)"))
                .is("matrix", withoutSums(rows))
                .is(
                        "appendix",
                        times(d.appendix().stream().map(Digest.Asked::text).toList(), appendix))
                .votes(votes(List.of(first)))
                .is(
                        "effects",
                        d.interventions().stream()
                                .flatMap(e -> first(
                                        text,
                                        Pattern.quote(e.title()) + " " + words.say("round.head", e.round())
                                                + " (\\d+ \\d+)")
                                        .stream())
                                .toList())
                .is("overruled", numbers(sentence(List.of(text), "method.overruled")))
                .is("review", numbers(sentence(List.of(text), "method.review")))
                .is(
                        "actions",
                        times(
                                texts(d, a -> a.owner().isPresent()),
                                actions.substring(0, actions.indexOf(words.say("actions.free")))),
                        times(
                                texts(d, a -> a.owner().isEmpty()),
                                actions.substring(actions.indexOf(words.say("actions.free")))))
                .is("outcomes", outcomes(actions));
    }

    /** How many are done, going on and stuck, by the words for it. */
    private List<Integer> outcomes(String text) {
        return Stream.of("outcome.done", "outcome.going", "outcome.stuck")
                .map(key -> words.say(key, "").strip())
                .map(said -> text.split(Pattern.quote(said), -1).length - 1)
                .toList();
    }

    private static List<String> texts(Digest d, Predicate<Digest.Action> which) {
        return d.actions().stream()
                .filter(which)
                .map(Digest.Action::text)
                .distinct()
                .toList();
    }

    private static int times(List<String> texts, String in) {
        return texts.stream()
                .mapToInt(t -> in.split(Pattern.quote(t), -1).length - 1)
                .sum();
    }

    private static Told json(JsonNode json) {
        List<Integer> matrix = new ArrayList<>();
        List<Integer> votes = new ArrayList<>();
        List<Integer> effects = new ArrayList<>();
        int owned = 0;
        for (JsonNode cell : json.get("matrix")) {
            assertThat(cell.get("questions")).hasSize(cell.get("count").asInt());
            matrix.add(cell.get("count").asInt());
        }
        json.get("top")
                .forEach(top -> top.get("questions")
                        .forEach(q -> votes.add(q.get("votes").asInt())));
        for (JsonNode e : json.get("interventions")) {
            effects.addAll(List.of(e.get("before").asInt(), e.get("after").asInt()));
        }
        for (JsonNode a : json.get("actions")) {
            owned += a.get("owner").isNull() ? 0 : 1;
        }
        int appendix = json.get("appendix").size();
        return new Told()
                .is("people", json.at("/session/people").asInt())
                .is("questions", matrix.stream().mapToInt(i -> i).sum() + appendix)
                .is("matrix", matrix)
                .is("appendix", appendix)
                .votes(votes)
                .is("effects", effects)
                .is(
                        "overruled",
                        json.at("/overruled/topics").asInt(),
                        json.at("/overruled/groups").asInt())
                .is(
                        "review",
                        json.at("/review/objections").asInt(),
                        json.at("/review/leftOut").asInt(),
                        json.at("/review/reworded").asInt())
                .is("actions", owned, json.get("actions").size() - owned)
                .is(
                        "outcomes",
                        Stream.of("done", "going_on", "stuck")
                                .map(state -> json.get("actions").findValuesAsText("state").stream()
                                        .filter(state::equals)
                                        .count())
                                .map(Long::intValue)
                                .toList());
    }

    private Told csv(List<NamedCsvRecord> records) {
        List<Integer> matrix = cafe.digest().matrix().stream()
                .map(c -> (int) count(
                        records,
                        r -> r.getField("theme").equals(c.theme().label())
                                && r.getField("round").equals(String.valueOf(c.round()))))
                .toList();
        return new Told()
                .is("questions", records.size())
                .is("matrix", matrix)
                .is("appendix", (int) count(records, r -> r.getField("theme").isEmpty()))
                .votes(records.stream()
                        .filter(r -> r.getField("picked").equals("yes"))
                        .map(r -> Integer.valueOf(r.getField("votes")))
                        .toList())
                .is(
                        "overruled",
                        (int) count(records, r -> r.getField("overruled").contains("topic")),
                        (int) count(records, r -> r.getField("overruled").contains("group")));
    }

    private static long count(List<NamedCsvRecord> records, Predicate<NamedCsvRecord> which) {
        return records.stream().filter(which).count();
    }

    // Reading

    private static Told without(Told told, String... what) {
        Told rest = new Told();
        rest.putAll(told);
        rest.keySet().removeAll(List.of(what));
        return rest;
    }

    private static Told only(Told told, String... what) {
        Told rest = new Told();
        rest.putAll(told);
        rest.keySet().retainAll(List.of(what));
        return rest;
    }

    private static List<Integer> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
    }

    private static List<Integer> numbers(List<String> texts) {
        return texts.stream().flatMap(t -> numbers(t).stream()).toList();
    }

    /** "… rounds 1 to 3. Privacy: 4, 3, 2; …": what follows each theme's name. */
    private List<Integer> matrix(String inWords) {
        return cafe.digest().themes().stream()
                .flatMap(theme ->
                        numbers(inWords.substring(inWords.indexOf(theme.label()))
                                        .split("[;.]", 2)[0])
                                .stream())
                .toList();
    }

    /** "1 vote", "2 stemmen". */
    private static List<Integer> votes(List<String> texts) {
        Pattern votes = Pattern.compile("(\\d+) (?:votes?|stem)");
        return texts.stream()
                .flatMap(t -> votes.matcher(t).results().map(r -> Integer.valueOf(r.group(1))))
                .toList();
    }

    /** The sentence that begins as this one of the report's does, as long as it can be. */
    private String sentence(List<String> texts, String key) {
        String said = words.say(key, 10, 10, 10);
        String beginning = said.substring(0, 20);
        String found =
                texts.stream().filter(t -> t.contains(beginning)).findFirst().orElseThrow();
        int at = found.indexOf(beginning);
        return found.substring(at, Math.min(found.length(), at + said.length()));
    }

    private String section(String markdown, String name) {
        String from = markdown.substring(markdown.indexOf("\n## " + words.say(name + ".heading")) + 1);
        int end = from.indexOf("\n## ");
        return end < 0 ? from : from.substring(0, end);
    }

    private int fact(String markdown, String name) {
        return first(markdown, "- " + words.say("facts." + name) + ": (\\d+)").getFirst();
    }

    private static List<Integer> first(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(r -> numbers(r.group(1)))
                .findFirst()
                .orElse(List.of());
    }

    /** The numbers in the rows of a table, without its head. */
    private static List<List<Integer>> rows(String section) {
        return section.lines()
                .filter(l -> l.startsWith("| "))
                .skip(1)
                .map(l -> numbers(l))
                .toList();
    }

    private static List<Integer> withoutSums(List<List<Integer>> rows) {
        return rows.stream()
                .flatMap(row -> {
                    List<Integer> counts = row.subList(0, row.size() - 1);
                    assertThat(row.getLast())
                            .isEqualTo(counts.stream().mapToInt(i -> i).sum());
                    return counts.stream();
                })
                .toList();
    }

    /** The last row holds the sum of each column. */
    private static List<List<Integer>> withoutTotals(List<List<Integer>> rows) {
        List<List<Integer>> above = rows.subList(0, rows.size() - 1);
        for (int i = 0; i < rows.getLast().size(); i++) {
            int column = i;
            assertThat(rows.getLast().get(i))
                    .isEqualTo(above.stream().mapToInt(row -> row.get(column)).sum());
        }
        return above;
    }

    private static int items(String section) {
        return (int) section.lines().filter(l -> l.startsWith("- ")).count();
    }
}

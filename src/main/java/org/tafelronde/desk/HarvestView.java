package org.tafelronde.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.harvest.CardMatch;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Placing;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.flow.HarvestSoFar;

/**
 * What the questions come to, as the page reads it: facts, without words of any language. Questions are told by their numbers, as in the chat,
 * and topics by their ids. Each answer says by its stamp of which moment it is.
 */
final class HarvestView {
    /** What was asked at no table. */
    private static final String ELSEWHERE = "elsewhere";

    /** More decisions than this nobody reads on a page; the digest has them all. */
    private static final int MOST = 30;

    private HarvestView() {}

    /**
     * @param cells of each theme and round, in the order of the grid; none where the script has no card
     * @param groups how many there are
     * @param decided how many decisions there are
     */
    record FindingsView(String stamp, List<ThemeView> themes, List<CellView> cells, int groups, int decided) {}

    /**
     * @param label empty for what was asked at no table
     */
    record ThemeView(String id, @Nullable String label, int questions, int notOnCard) {}

    record CellView(List<TopicView> topics, int notOnCard) {}

    /**
     * @param state {@code touched}, {@code thin} or {@code untouched}
     * @param questions how many are about it, wherever they were asked
     */
    record TopicView(String id, String topic, String state, int questions) {}

    record ChoiceView(String id, String theme, int round, String topic) {}

    record CardView(List<ChoiceView> topics) {}

    record GroupsView(String stamp, List<List<WordingView>> groups) {}

    record WordingView(
            int number, String text, String theme, @Nullable Integer round) {}

    /**
     * @param kind {@code apart}, {@code together} or {@code about}
     * @param questions their numbers
     * @param was what was together before, or the topic's id
     */
    record DecisionView(
            int number,
            long at,
            String kind,
            List<Integer> questions,
            List<Integer> together,
            @Nullable String was,
            @Nullable String is,
            @Nullable Long undoneAt) {}

    /**
     * @param decisions the newest first
     * @param all how many there are
     */
    record DecisionsView(String stamp, List<DecisionView> decisions, int all) {}

    record ThemeQuestions(String stamp, List<QuestionView> questions) {}

    /**
     * @param topic what it counts for
     * @param suggested what the program found, by the words {@code on}
     * @param together the numbers of those that say nearly the same
     */
    record QuestionView(
            int number,
            String text,
            @Nullable Integer round,
            @Nullable String topic,
            @Nullable String suggested,
            List<String> on,
            boolean overruled,
            List<Integer> together) {}

    static FindingsView findings(HarvestSoFar found) {
        return new FindingsView(
                found.stamp(),
                themes(found.harvest().session().script(), found.placed().values()),
                found.coverage().stream()
                        .map(cell -> new CellView(
                                cell.card().stream().map(HarvestView::topic).toList(),
                                cell.notOnCard().size()))
                        .toList(),
                found.alike().size(),
                found.harvest().overrulings().size());
    }

    private static TopicView topic(Coverage.Covered covered) {
        return new TopicView(
                covered.topic().id(),
                covered.topic().topic(),
                covered.state().name().toLowerCase(Locale.ROOT),
                covered.questions().size());
    }

    /** It is the same as long as the café is. */
    static CardView card(HarvestSoFar found) {
        return new CardView(found.harvest().session().script().card().topics().stream()
                .map(t -> new ChoiceView(t.id(), t.theme(), t.round(), t.topic()))
                .toList());
    }

    static GroupsView groups(HarvestSoFar found) {
        return new GroupsView(
                found.stamp(),
                found.alike().stream().map(group -> wordings(found, group)).toList());
    }

    static DecisionsView decisions(HarvestSoFar found) {
        Map<String, Integer> numbers =
                found.harvest().questions().stream().collect(Collectors.toMap(Question::id, Question::number));
        List<Overruling> all = found.harvest().overrulings();
        return new DecisionsView(
                found.stamp(),
                all.reversed().stream()
                        .limit(MOST)
                        .map(o -> decision(o, numbers))
                        .toList(),
                all.size());
    }

    private static List<ThemeView> themes(Script script, Collection<Placing> all) {
        Map<String, List<Placing>> here = all.stream().collect(Collectors.groupingBy(HarvestView::place));
        List<ThemeView> themes = new ArrayList<>();
        for (Theme theme : script.themes()) {
            themes.add(theme(theme.id(), theme.label(), here.getOrDefault(theme.id(), List.of())));
        }
        if (here.containsKey(ELSEWHERE)) {
            themes.add(theme(ELSEWHERE, null, here.getOrDefault(ELSEWHERE, List.of())));
        }
        return themes;
    }

    private static ThemeView theme(String id, @Nullable String label, List<Placing> here) {
        return new ThemeView(id, label, here.size(), (int)
                here.stream().filter(p -> p.is().isEmpty()).count());
    }

    private static String place(Placing placing) {
        return placing.question().theme().orElse(ELSEWHERE);
    }

    private static List<WordingView> wordings(HarvestSoFar found, List<Question> group) {
        return group.stream()
                .flatMap(q -> Stream.ofNullable(found.placed().get(q.id())))
                .map(p -> new WordingView(p.question().number(), p.text(), place(p), round(p.question())))
                .toList();
    }

    private static DecisionView decision(Overruling o, Map<String, Integer> numbers) {
        List<Integer> questions = told(o.ruling().questions().stream(), numbers);
        long at = o.at().toEpochMilli();
        Long undoneAt = o.undoneAt().map(Instant::toEpochMilli).orElse(null);
        return switch (o.ruling()) {
            case Overruling.Ruling.Apart apart -> {
                List<Integer> was = told(apart.was().stream().flatMap(List::stream), numbers);
                yield new DecisionView(o.number(), at, "apart", questions, was, null, null, undoneAt);
            }
            case Overruling.Ruling.Together together -> {
                List<Integer> was = told(together.was().stream().flatMap(List::stream), numbers);
                yield new DecisionView(o.number(), at, "together", questions, was, null, null, undoneAt);
            }
            case Overruling.Ruling.About about -> {
                String was = about.was().orElse(null);
                String is = about.is().orElse(null);
                yield new DecisionView(o.number(), at, "about", questions, List.of(), was, is, undoneAt);
            }
        };
    }

    private static List<Integer> told(Stream<String> questions, Map<String, Integer> numbers) {
        return questions
                .flatMap(id -> Stream.ofNullable(numbers.get(id)))
                .distinct()
                .sorted()
                .toList();
    }

    static ThemeQuestions theme(HarvestSoFar found, String theme) {
        Map<String, List<Integer>> together = new HashMap<>();
        for (List<Question> group : found.alike()) {
            List<Integer> all = group.stream().map(Question::number).toList();
            group.forEach(q -> together.put(
                    q.id(), all.stream().filter(n -> n != q.number()).toList()));
        }
        return new ThemeQuestions(
                found.stamp(),
                found.placed().values().stream()
                        .filter(p -> place(p).equals(theme))
                        .map(p -> question(p, together.getOrDefault(p.question().id(), List.of())))
                        .toList());
    }

    private static QuestionView question(Placing p, List<Integer> together) {
        return new QuestionView(
                p.question().number(),
                p.text(),
                round(p.question()),
                p.is().map(ReferenceCard.Topic::id).orElse(null),
                p.suggested().map(m -> m.topic().id()).orElse(null),
                p.suggested().map(CardMatch::on).orElse(List.of()),
                p.isOverruled(),
                together);
    }

    private static @Nullable Integer round(Question q) {
        IntStream round = q.round().stream();
        return round.boxed().findFirst().orElse(null);
    }
}

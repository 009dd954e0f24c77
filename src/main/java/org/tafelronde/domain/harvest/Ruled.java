package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tafelronde.domain.script.ReferenceCard;

/** What the digest says of the facilitator's decisions. */
final class Ruled {
    private final Harvest harvest;
    private final Regrouping suggested;
    private final Regrouping regrouped;
    private final Map<String, Placing> placed;
    private final ChathamHouse chathamHouse;
    private final Map<String, String> words = new HashMap<>();

    /**
     * @param regrouped what was suggested, and then decided
     * @param asked says questions in words that name nobody
     */
    Ruled(
            Harvest harvest,
            List<List<Question>> suggested,
            Regrouping regrouped,
            Map<String, Placing> placed,
            Function<Collection<Question>, List<Digest.Asked>> asked,
            ChathamHouse chathamHouse) {
        this.chathamHouse = chathamHouse;
        this.harvest = harvest;
        this.suggested = new Regrouping(harvest.standing(), suggested);
        this.regrouped = regrouped;
        this.placed = placed;
        Set<String> told = harvest.overrulings().stream()
                .map(Overruling::ruling)
                .flatMap(Ruled::told)
                .collect(Collectors.toSet());
        asked.apply(harvest.standing().stream()
                        .filter(q -> told.contains(q.id()))
                        .toList())
                .forEach(q -> words.put(q.id(), q.text()));
    }

    private static Stream<String> told(Overruling.Ruling ruling) {
        return switch (ruling) {
            case Overruling.Ruling.Apart apart -> all(apart.questions(), apart.was());
            case Overruling.Ruling.Together together -> all(together.questions(), together.was());
            case Overruling.Ruling.About about -> Stream.of(about.question());
        };
    }

    private static Stream<String> all(List<String> questions, List<List<String>> was) {
        return Stream.concat(questions.stream(), was.stream().flatMap(List::stream));
    }

    Digest.Overruled overruled() {
        return new Digest.Overruled(topics(), groups(), log());
    }

    private Set<String> topics() {
        return placed.values().stream()
                .filter(Placing::isOverruled)
                .map(p -> p.question().id())
                .collect(Collectors.toSet());
    }

    /** Those that somebody had a hand in, if it made a difference. */
    private Set<String> groups() {
        return harvest.overrulings().stream()
                .filter(Overruling::stands)
                .map(Overruling::ruling)
                .filter(ruling -> !(ruling instanceof Overruling.Ruling.About))
                .flatMap(ruling -> ruling.questions().stream())
                .filter(id -> !suggested.with(id).equals(regrouped.with(id)))
                .collect(Collectors.toSet());
    }

    private List<Digest.Overruled.Line> log() {
        return harvest.overrulings().stream().map(this::line).toList();
    }

    private Digest.Overruled.Line line(Overruling o) {
        return switch (o.ruling()) {
            case Overruling.Ruling.Apart apart -> line(o, Digest.Overruled.Kind.APART, said(apart.was()), List.of());
            case Overruling.Ruling.Together together ->
                line(
                        o,
                        Digest.Overruled.Kind.TOGETHER,
                        said(together.was()),
                        said(List.of(all(together.questions(), together.was())
                                .distinct()
                                .toList())));
            case Overruling.Ruling.About about ->
                line(o, Digest.Overruled.Kind.TOPIC, topic(about.was()), topic(about.is()));
        };
    }

    private Digest.Overruled.Line line(Overruling o, Digest.Overruled.Kind kind, List<String> was, List<String> is) {
        return new Digest.Overruled.Line(
                time(o.at()),
                kind,
                said(List.of(o.ruling().questions())),
                was,
                is,
                o.undoneAt().map(this::time));
    }

    private OffsetDateTime time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(harvest.session().setting().zone())
                .toOffsetDateTime();
    }

    private List<String> said(List<List<String>> questions) {
        return questions.stream()
                .flatMap(List::stream)
                .flatMap(id -> Optional.ofNullable(words.get(id)).stream())
                .toList();
    }

    private List<String> topic(Optional<String> id) {
        return id
                .flatMap(harvest.session().script().card()::topic)
                .map(ReferenceCard.Topic::topic)
                .map(chathamHouse::ofScript)
                .stream()
                .toList();
    }
}

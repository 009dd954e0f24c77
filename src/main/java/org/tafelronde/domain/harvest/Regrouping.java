package org.tafelronde.domain.harvest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of questions as the program suggests them, and then as the facilitator wants them: ruling after ruling (F46). */
final class Regrouping {
    private final Map<String, Question> standing = new LinkedHashMap<>();
    /** By a question's id: its group, the same one for all that are in it. */
    private final Map<String, Set<String>> groups = new HashMap<>();

    Regrouping(List<Question> standing, List<List<Question>> suggested) {
        standing.forEach(q -> {
            this.standing.put(q.id(), q);
            alone(q.id());
        });
        suggested.forEach(group -> join(group.stream().map(Question::id).toList()));
    }

    void rule(Overruling.Ruling ruling) {
        switch (ruling) {
            case Overruling.Ruling.Apart apart ->
                apart.questions().stream().filter(standing::containsKey).forEach(id -> {
                    with(id).remove(id);
                    alone(id);
                });
            case Overruling.Ruling.Together together -> join(together.questions());
            case Overruling.Ruling.About about -> {}
        }
    }

    private void alone(String id) {
        groups.put(id, new LinkedHashSet<>(Set.of(id)));
    }

    private void join(List<String> ids) {
        Set<String> all = new LinkedHashSet<>();
        ids.stream().filter(standing::containsKey).forEach(id -> all.addAll(with(id)));
        all.forEach(id -> groups.put(id, all));
    }

    /** The question's whole group. */
    Set<String> with(String id) {
        return groups.getOrDefault(id, Set.of());
    }

    /** Groups of two and more, each with its questions in the order in which they were asked. */
    List<List<Question>> groups() {
        return standing.keySet().stream()
                .map(this::with)
                .filter(group -> group.size() > 1)
                .distinct()
                .map(this::inOrder)
                .collect(Collectors.toList());
    }

    private List<Question> inOrder(Set<String> group) {
        return group.stream()
                .map(standing::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Question::number))
                .toList();
    }
}

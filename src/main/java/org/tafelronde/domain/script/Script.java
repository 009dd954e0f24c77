package org.tafelronde.domain.script;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The written plan of a café.
 *
 * @param name what people type after {@code new}: the file's name without its ending
 * @param version counted by its author
 * @param purpose why the café is held, for the welcome and the digest's first page
 * @param asksOfManagement what the digest asks of who reads it
 * @param question the central question of every round
 * @param startsAt when the day plan begins
 * @param hostRounds how many rounds a host sits at the table: 2 as a rule
 * @param hardEnd whether the café must end on time, so that an extension eats from later steps
 * @param spare interventions that the facilitator may fire
 * @param samples questions that virtual people ask in a rehearsal, by theme and round
 * @param ending what happens when the plan is through
 */
public record Script(
        String name,
        int version,
        Language language,
        String title,
        String purpose,
        String asksOfManagement,
        String question,
        LocalTime startsAt,
        int hostRounds,
        boolean hardEnd,
        List<Theme> themes,
        List<String> etiquette,
        Optional<Case> theCase,
        List<Step> plan,
        List<Intervention> spare,
        ReferenceCard card,
        Map<String, Map<Integer, List<String>>> samples,
        Ending ending) {

    public Script {
        themes = List.copyOf(themes);
        etiquette = List.copyOf(etiquette);
        plan = List.copyOf(plan);
        spare = List.copyOf(spare);
        samples = Map.copyOf(samples);
        // A copy that was kept before scripts said anything about it.
        ending = ending == null ? Ending.USUAL : ending;
        if (themes.isEmpty()) {
            throw new IllegalArgumentException("a café has at least one theme");
        }
        if (plan.stream().noneMatch(Step.Round.class::isInstance)) {
            throw new IllegalArgumentException("a café has at least one round");
        }
        unique("step", plan.stream().map(Step::id).toList());
        unique("theme", themes.stream().map(Theme::id).toList());
    }

    private static void unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("two of them are called " + what + " " + id);
        });
    }

    public List<Step.Round> rounds() {
        return plan.stream()
                .filter(Step.Round.class::isInstance)
                .map(Step.Round.class::cast)
                .toList();
    }

    /**
     * @param number from 1
     */
    public Step.Round round(int number) {
        return rounds().get(number - 1);
    }

    public Theme theme(String id) {
        return themes.stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no theme is called " + id));
    }

    /** Planned or spare. */
    public Optional<Intervention> intervention(String id) {
        return java.util.stream.Stream.concat(
                        spare.stream(), rounds().stream().flatMap(r -> r.interventions().stream()))
                .filter(i -> i.id().equals(id))
                .findFirst();
    }

    /** The whole day plan. */
    public Duration length() {
        return plan.stream().map(Step::slot).reduce(Duration.ZERO, Duration::plus);
    }
}

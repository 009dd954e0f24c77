package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.seating.TableSpec;

/** Spare interventions, fired by hand (F31). */
final class Intervening {
    private Intervening() {}

    static Decision intervene(Session s, String by, String name, Optional<String> typed, Instant now, boolean anyway) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (!(s.stage() instanceof Stage.Running running)
                || !(s.script().plan().get(running.step()) instanceof Step.Round round)
                || s.floor().isEmpty()) {
            return Decision.refused(new Refusal.NotARound());
        }
        Floor floor = s.floor().get();
        Optional<Intervention> found = named(s, name);
        if (found.isEmpty()) {
            return Decision.refused(new Refusal.NoSuchIntervention(
                    name, s.script().spare().stream().map(Intervention::id).toList()));
        }
        Optional<TableSpec> one = typed.flatMap(floor::tableNamed);
        if (typed.isPresent() && one.isEmpty()) {
            return Decision.refused(floor.noSuchTable(typed.get()));
        }
        Set<String> tables = one.map(t -> Set.of(t.id())).orElse(floor.tableIds());
        Intervention intervention = found.get();
        List<Floor.Fired> here = floor.fired().stream()
                .filter(f -> f.round() == round.number() && f.tables().stream().anyMatch(tables::contains))
                .toList();
        if (here.stream().anyMatch(f -> f.intervention().equals(intervention.id()))) {
            return Decision.refused(new Refusal.AlreadyFired(intervention.title()));
        }
        if (!anyway && here.size() >= Limits.SPARE_INTERVENTIONS) {
            return Decision.refused(new Refusal.EnoughInterventions(Limits.SPARE_INTERVENTIONS));
        }
        Instant end = one.flatMap(t -> s.endsAt(t.id())).or(s::stepEndsAt).orElseThrow();
        if (!now.isBefore(end)) {
            boolean last = round.number() == s.script().rounds().size();
            return Decision.refused(
                    new Refusal.TalkIsOver(last ? OptionalInt.empty() : OptionalInt.of(round.number() + 1)));
        }
        Duration left = Duration.between(now, end);
        if (!anyway && left.compareTo(Limits.NO_INTERVENTION_BEFORE_END) < 0) {
            return Decision.refused(new Refusal.TooLateForIntervention(Limits.NO_INTERVENTION_BEFORE_END));
        }
        return Decision.changed(
                s.seatedAt(floor.firing(new Floor.Fired(round.number(), intervention.id(), tables))),
                new Event.InterventionDropped(round, intervention, tables, now, true));
    }

    /** By its id, the beginning of one, or a word of its title. */
    private static Optional<Intervention> named(Session s, String name) {
        String asked = name.strip().toLowerCase(Locale.ROOT);
        List<Intervention> spare = s.script().spare();
        return asked.isEmpty()
                ? Optional.empty()
                : spare.stream()
                        .filter(i -> i.id().equals(asked))
                        .findFirst()
                        .or(() -> spare.stream()
                                .filter(i -> i.id().startsWith(asked)
                                        || i.title().toLowerCase(Locale.ROOT).contains(asked))
                                .findFirst());
    }
}

package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;

/**
 * One running of a script. Everything that is asked of it comes back as a {@link Decision}; {@code now} is always the café's own time.
 *
 * @param version counts the times that it was saved
 * @param facilitator the key of who runs it
 * @param tables how many the facilitator wants; empty: as many as fit best
 * @param startedAt when the plan began
 * @param published whether management has the digest
 * @param afterwards what is still to come when it is over
 */
public record Session(
        Setting setting,
        int version,
        String facilitator,
        Optional<String> deputy,
        Roster roster,
        Optional<Integer> tables,
        Agenda agenda,
        Stage stage,
        Optional<Floor> floor,
        Optional<Instant> startedAt,
        boolean published,
        Afterwards afterwards) {

    public Session {
        // A café that was kept before there was anything afterwards says nothing of it.
        afterwards = afterwards == null ? Afterwards.NOTHING_YET : afterwards;
    }

    public static Session gathering(Setting setting, String facilitator) {
        return new Session(
                setting,
                0,
                facilitator,
                Optional.empty(),
                Roster.EMPTY,
                Optional.empty(),
                Agenda.of(setting.script()),
                new Stage.Gathering(),
                Optional.empty(),
                Optional.empty(),
                false,
                Afterwards.NOTHING_YET);
    }

    // Coming and going

    /** Somebody says that they are here: before the start, or late. */
    public Decision checkIn(String who, String name, Instant now) {
        return Attendance.checkIn(this, who, name, now);
    }

    /**
     * The same seat for all people of a meeting room (F66).
     *
     * @param people how many they are
     */
    public Decision share(String who, int people) {
        return Attendance.share(this, who, people);
    }

    public Decision leave(String who, Instant now) {
        return Attendance.leave(this, who, now);
    }

    // The plan

    public Decision start(String by, Instant now) {
        return Course.start(this, by, now);
    }

    /** Everything that is due by now happens, in order. */
    public Decision timeIsUp(Instant now) {
        return Course.timeIsUp(this, now);
    }

    public Decision pause(String by, Instant now) {
        return Course.pause(this, by, now);
    }

    /**
     * @param anyway even if the café then ends later than it may
     */
    public Decision resume(String by, Instant now, boolean anyway) {
        return Course.resume(this, by, now, anyway);
    }

    /**
     * More time for the step under way, or less.
     *
     * @param more negative: shorter
     * @param table empty: for all
     */
    public Decision extend(String by, Duration more, Optional<String> table, Instant now, boolean anyway) {
        return Retiming.extend(this, by, more, table, now, anyway);
    }

    public Decision skip(String by, Instant now, boolean anyway) {
        return Retiming.skip(this, by, now, anyway);
    }

    public Decision close(String by, Instant now) {
        return Course.close(this, by, now);
    }

    /** From now on, for so long, people may object to what management will read. */
    public Decision review(String by, Duration length, Instant now) {
        return Afterwards.review(this, by, length, now);
    }

    // The tables

    /**
     * A spare intervention.
     *
     * @param table empty: for all
     */
    public Decision intervene(String by, String name, Optional<String> table, Instant now, boolean anyway) {
        return Intervening.intervene(this, by, name, table, now, anyway);
    }

    /**
     * So many tables, when people are seated.
     *
     * @param wanted empty: as many as fit best
     */
    public Decision wantTables(String by, Optional<Integer> wanted) {
        return TableChoice.choose(this, by, wanted);
    }

    public Decision move(String by, String who, String table, Instant now) {
        return Moving.move(this, by, who, table, now);
    }

    public Decision host(String by, String who, String table, Instant now) {
        return Hosting.host(this, by, who, table, now);
    }

    /** A host hands the task to somebody at the same table. */
    public Decision stepDown(String who, Instant now) {
        return Hosting.stepDown(this, who, now);
    }

    // Who runs it

    public boolean isRunBy(String who) {
        return facilitator.equals(who) || deputy.filter(who::equals).isPresent();
    }

    public Decision nameDeputy(String by, String who) {
        if (!isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        return Decision.changed(but(s -> s.deputy = Optional.of(who)), new Event.DeputyNamed(who));
    }

    /** The deputy becomes the facilitator, and the facilitator the deputy. */
    public Decision takeOver(String by) {
        if (facilitator.equals(by)) {
            return Decision.refused(new Refusal.AlreadyFacilitator());
        }
        if (!isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        return Decision.changed(
                but(s -> {
                    s.facilitator = by;
                    s.deputy = Optional.of(facilitator);
                }),
                new Event.TakenOver(facilitator, by));
    }

    // Looking

    public Script script() {
        return setting.script();
    }

    /** The step under way, running or paused. */
    public Optional<Step> step() {
        return switch (stage) {
            case Stage.Running running -> Optional.of(script().plan().get(running.step()));
            case Stage.Paused paused -> Optional.of(script().plan().get(paused.step()));
            case Stage.Gathering gathering -> Optional.empty();
            case Stage.Closed closed -> Optional.empty();
        };
    }

    /** The round under way, its time to change tables included; empty outside rounds. */
    public Optional<Step.Round> round() {
        return step().filter(Step.Round.class::isInstance).map(Step.Round.class::cast);
    }

    /** How many rounds have begun. */
    public int roundsBegun() {
        return switch (stage) {
            case Stage.Gathering gathering -> 0;
            case Stage.Running running -> roundsUpTo(running.step());
            case Stage.Paused paused -> roundsUpTo(paused.step());
            case Stage.Closed closed -> script().rounds().size();
        };
    }

    private int roundsUpTo(int step) {
        return (int) script().plan().subList(0, step + 1).stream()
                .filter(Step.Round.class::isInstance)
                .count();
    }

    /** Whether the picking has begun: from then on nobody changes a question. */
    public boolean picking() {
        return switch (stage) {
            case Stage.Gathering gathering -> false;
            case Stage.Running running -> pickedBy(running.step());
            case Stage.Paused paused -> pickedBy(paused.step());
            case Stage.Closed closed -> true;
        };
    }

    private boolean pickedBy(int step) {
        return script().plan().subList(0, step + 1).stream().anyMatch(Step.Pick.class::isInstance);
    }

    /** When the talk of the step under way ends; empty while nothing runs. */
    public Optional<Instant> stepEndsAt() {
        return stage instanceof Stage.Running running
                ? Optional.of(running.startedAt().plus(agenda.length(running.step())))
                : Optional.empty();
    }

    /** When the talk ends at this table. */
    public Optional<Instant> endsAt(String table) {
        Duration extra =
                floor.map(f -> f.extra().getOrDefault(table, Duration.ZERO)).orElse(Duration.ZERO);
        return stepEndsAt().map(end -> end.plus(extra));
    }

    /** When the whole café ends, as planned by now; empty unless it runs. */
    public Optional<Instant> end() {
        return stage instanceof Stage.Running running
                ? Optional.of(agenda.end(script(), running.step(), running.startedAt()))
                : Optional.empty();
    }

    /** When something is due next; empty when nothing is. */
    public Optional<Instant> nextDue() {
        return stage instanceof Stage.Running running
                ? Moments.next(this, running.step(), running.done())
                        .map(m -> running.startedAt().plus(m.at()))
                : stage instanceof Stage.Closed closed ? Afterwards.nextDue(this, closed) : Optional.empty();
    }

    // The same, but for one thing

    private Session but(Consumer<SessionCopy> change) {
        SessionCopy copy = new SessionCopy(this);
        change.accept(copy);
        return copy.session();
    }

    Session at(Stage other) {
        return but(s -> s.stage = other);
    }

    Session planned(Agenda other) {
        return but(s -> s.agenda = other);
    }

    Session seatedAt(Floor other) {
        return but(s -> s.floor = Optional.of(other));
    }

    Session startedAt(Instant at) {
        return but(s -> s.startedAt = Optional.of(at));
    }

    Session withTables(Optional<Integer> wanted) {
        return but(s -> s.tables = wanted);
    }

    /** The same with another roster. */
    public Session with(Roster other) {
        return but(s -> s.roster = other);
    }

    /** The same with what a list of names says about people. */
    public Session tagging(Map<String, Tag> byName) {
        return with(roster.tagging(byName));
    }

    /** The same, management having the digest. */
    public Session asPublished() {
        return but(s -> {
            s.published = true;
            s.afterwards = afterwards.notReviewing();
        });
    }

    /** The same rehearsal, after whoever waited for it was told what it came to. */
    public Session told() {
        return but(s -> s.setting = setting.told());
    }

    Session afterwards(Afterwards other) {
        return but(s -> s.afterwards = other);
    }

    /** The same as saved for the n-th time. */
    public Session saved(int asVersion) {
        return but(s -> s.version = asVersion);
    }

    /** The same, after the world's clock went on while the café's stood still. */
    public Session stoodStill(Duration realTime) {
        Setting later = setting.at(setting.tempo().later(realTime));
        return but(s -> s.setting = later);
    }

    Set<String> tableIds() {
        return floor.map(Floor::tableIds).orElse(Set.of());
    }
}

package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Why not. Each carries what its sentence needs to say what would have worked. */
public sealed interface Refusal {
    record NotTheFacilitator() implements Refusal {}

    record NothingIsRunning() implements Refusal {}

    record AlreadyStarted() implements Refusal {}

    record NotPaused() implements Refusal {}

    record IsPaused() implements Refusal {}

    record IsClosed() implements Refusal {}

    /** Management has the digest. */
    record IsPublished() implements Refusal {}

    record NotClosed() implements Refusal {}

    record NobodyCheckedIn() implements Refusal {}

    record CheckInNotOpen(Instant opensAt) implements Refusal {}

    record TooManyPeople(int most) implements Refusal {}

    record NotSeatedYet() implements Refusal {}

    record SeatedAlready() implements Refusal {}

    record NoSuchNumberOfTables(int most) implements Refusal {}

    record NoSuchRoom(int most) implements Refusal {}

    record NotARound() implements Refusal {}

    record NotInThisCafe(String who) implements Refusal {}

    record NotPresent(String name) implements Refusal {}

    record NoSuchTable(String asked, List<String> tables) implements Refusal {}

    record NoSuchIntervention(String asked, List<String> names) implements Refusal {}

    record AlreadyFired(String title) implements Refusal {}

    record EnoughInterventions(int most) implements Refusal {}

    record TooLateForIntervention(Duration before) implements Refusal {}

    /**
     * The talk of the round under way is through.
     *
     * @param next the number of the round in which it is possible again; empty after the last
     */
    record TalkIsOver(OptionalInt next) implements Refusal {}

    /** The change would make a later step shorter than it may be, or the café longer than it may last. */
    record DoesNotFit(Duration tooMuch, Instant end) implements Refusal {}

    /** This step may not end before then. */
    record Protected(String step, Instant until) implements Refusal {}

    /** One table can have a little more, but everybody changes tables together. */
    record OnlyWithinTheChange(Duration most) implements Refusal {}

    record TooLong(Duration most) implements Refusal {}

    record AlreadyThere(String table) implements Refusal {}

    record HostedHereBefore(String name) implements Refusal {}

    record NotTheHost() implements Refusal {}

    record NobodyToTakeOver() implements Refusal {}

    record AlreadyFacilitator() implements Refusal {}
}

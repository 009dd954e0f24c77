package org.tafelronde.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Limits;

/**
 * What the café says when something happens. An event that comes so late (the program was down) that it is of no use any more is not said;
 * the facilitator hears of it in one line (F23).
 */
final class Announcements {
    private final Turn turn;
    private final TablesHear tables;
    private final TimeIsTold time;
    private final RoundLine line;
    private final PlenaryHears plenary;
    private final PeopleHear people;

    Announcements(Turn turn) {
        this.turn = turn;
        this.tables = new TablesHear(turn);
        this.time = new TimeIsTold(turn);
        this.line = new RoundLine(turn);
        this.plenary = new PlenaryHears(turn);
        this.people = new PeopleHear(turn);
    }

    void of(List<Event> events) {
        List<String> missed = new ArrayList<>();
        for (Event event : events) {
            Optional<Instant> until = usefulUntil(event, events);
            // At hundreds of times the real speed a slow disk would look like an hour's absence: a rehearsal leaves
            // nothing out.
            boolean late = until.filter(u -> turn.cafeNow().isAfter(u)).isPresent();
            if (late && !turn.session().setting().isRehearsal()) {
                missed(event).ifPresent(missed::add);
                stillTrue(event);
            } else {
                announce(event);
            }
        }
        if (!missed.isEmpty()) {
            people.facilitatorMissed(missed);
        }
    }

    /** That a round is over is read in its post whenever somebody looks. */
    private void stillTrue(Event event) {
        if (event instanceof Event.TimeUp up) {
            line.over(up.round(), up.tables(), up.due());
        }
    }

    private void announce(Event event) {
        switch (event) {
            case Event.CheckedIn in -> {}
            case Event.JoinedLate late -> people.joinedLate(late);
            case Event.WentAway away -> {}
            case Event.Started started -> plenary.started(started);
            case Event.Seated seated -> {
                tables.open(seated);
                people.routes();
                people.seating();
            }
            case Event.Rerouted rerouted -> people.rerouted(rerouted);
            case Event.StepOpened opened -> plenary.opened(opened);
            case Event.RoundOpened opened -> {
                plenary.roundOpened(opened);
                tables.opened(opened);
                people.hosting(opened);
            }
            case Event.InterventionDropped dropped -> tables.intervention(dropped);
            case Event.HalfTime half -> line.halfTime(half);
            case Event.TimeLeft left -> {
                time.left(left);
                line.left(left);
            }
            case Event.TimeUp up -> {
                time.up(up);
                line.over(up.round(), up.tables(), up.due());
                people.nextSeat(up);
            }
            case Event.HandoverDue handover -> people.handover(handover);
            case Event.PickingEnds ends -> time.pickingEnds(ends);
            case Event.PickingOver over -> plenary.pickingOver(over);
            case Event.Bell bell -> plenary.bell(bell);
            case Event.DebriefAsked asked -> plenary.debriefAsked(asked);
            case Event.DebriefShared shared -> plenary.debriefShared(shared);
            case Event.Paused paused -> {
                time.paused();
                line.paused();
            }
            case Event.Resumed resumed -> {
                time.resumed(resumed);
                line.resumed();
            }
            case Event.Retimed retimed -> {
                time.retimed(retimed);
                line.retimed(retimed);
            }
            case Event.Skipped skipped -> line.skipped(skipped.step());
            case Event.Moved moved -> people.moved(moved);
            case Event.HostChanged changed -> people.hostChanged(changed);
            case Event.DeputyNamed named -> people.deputyNamed(named);
            case Event.TakenOver over -> people.takenOver(over);
            case Event.Closed closed -> {
                plenary.closed(closed);
                line.closed(closed.at());
                people.draftDigest();
            }
            case Event.ReviewOpened opened -> plenary.reviewOpened(opened);
            case Event.ReviewOver over -> new Publishing(turn).reviewIsOver();
            case Event.FollowUpDue due -> new FollowUps(turn).due(due);
        }
    }

    /**
     * Until when saying it helps anybody. What opens a step helps as long as the step lasts, a warning until the end that it warns of; what
     * changes who sits where is always said.
     */
    private Optional<Instant> usefulUntil(Event event, List<Event> all) {
        return switch (event) {
            case Event.StepOpened opened -> Optional.of(opened.endsAt());
            case Event.RoundOpened opened -> Optional.of(opened.endsAt());
            case Event.InterventionDropped dropped -> roundEnd(dropped, all);
            case Event.TimeLeft left -> Optional.of(left.endsAt());
            case Event.TimeUp up ->
                Optional.of(up.due().plus(up.round().changing()).plus(Limits.GRACE));
            case Event.HandoverDue handover ->
                Optional.of(handover.due().plus(handover.round().changing()).plus(Limits.GRACE));
            case Event.PickingEnds ends -> Optional.of(ends.endsAt());
            case Event.DebriefAsked asked -> Optional.of(asked.endsAt());
            default -> Optional.empty();
        };
    }

    private Optional<Instant> roundEnd(Event.InterventionDropped dropped, List<Event> all) {
        boolean over = all.stream()
                .anyMatch(e -> e instanceof Event.TimeUp up && up.round().equals(dropped.round()));
        return over ? Optional.of(dropped.due()) : Optional.empty();
    }

    /** One line for the facilitator about what was not said; a missed warning is not worth one. */
    private Optional<String> missed(Event event) {
        Voice voice = turn.voiceFor(turn.session().facilitator());
        return switch (event) {
            case Event.StepOpened opened ->
                Optional.of(voice.say("missed.item", opened.step().title(), voice.time(opened.due())));
            case Event.RoundOpened opened ->
                Optional.of(voice.say("missed.item", opened.round().title(), voice.time(opened.due())));
            case Event.InterventionDropped dropped ->
                Optional.of(voice.say("missed.item", dropped.intervention().title(), voice.time(dropped.due())));
            case Event.HandoverDue handover ->
                Optional.of(voice.say("missed.handover", handover.round().number(), voice.time(handover.due())));
            case Event.DebriefAsked asked ->
                Optional.of(voice.say(
                        "missed.item", asked.debrief().prompts().get(asked.prompt()), voice.time(asked.due())));
            default -> Optional.empty();
        };
    }
}

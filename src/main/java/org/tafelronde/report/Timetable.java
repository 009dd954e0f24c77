package org.tafelronde.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Session;

/** When things happened, in the café's time: known from the prompts that were due then. */
final class Timetable {
    private final Session session;
    private final List<Step> plan;
    private final List<Prompt> prompts;

    Timetable(Harvest harvest) {
        this.session = harvest.session();
        this.plan = session.script().plan();
        this.prompts = harvest.prompts();
    }

    /** Empty for a step that asks nothing, or never began. */
    Optional<Instant> began(Step step) {
        return switch (step) {
            case Step.Round round ->
                first(p -> p.kind() == Prompt.Kind.ROUND && p.name().equals(round.id()));
            case Step.Pick pick -> first(p -> p.kind() == Prompt.Kind.BALLOT);
            case Step.Feedback feedback -> first(p -> p.kind() == Prompt.Kind.FEEDBACK);
            case Step.Debrief debrief -> first(p -> p.kind() == Prompt.Kind.DEBRIEF);
            case Step.Talk talk -> Optional.empty();
            case Step.CaseTelling telling -> Optional.empty();
            case Step.Card card -> Optional.empty();
            case Step.Break pause -> Optional.empty();
        };
    }

    /**
     * When the round's talk ended. What follows began when the tables had been changed, so it tells about pauses too; where it does not, the
     * length as planned by now does.
     */
    Optional<Instant> ended(Step.Round round) {
        int index = plan.indexOf(round);
        Optional<Instant> next = index + 1 < plan.size() ? began(plan.get(index + 1)) : Optional.empty();
        return next.map(begin -> begin.minus(round.changing()))
                .or(() -> began(round).map(begin -> begin.plus(session.agenda().length(index))));
    }

    private Optional<Instant> first(Predicate<Prompt> which) {
        return prompts.stream().filter(which).map(Prompt::dueAt).min(Comparator.naturalOrder());
    }

    /** ISO 8601 with the offset of the café's time zone, to the millisecond. */
    String iso(Instant cafe) {
        ZoneId zone = session.setting().zone();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                cafe.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }
}

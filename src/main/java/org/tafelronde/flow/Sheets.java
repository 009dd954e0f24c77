package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.harvest.Tally;
import org.tafelronde.domain.script.Case;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;

/** Longer messages that more than one occasion needs: the day plan, the case, the etiquette, a ballot, the reference card. */
final class Sheets {
    private final Voice voice;

    Sheets(Voice voice) {
        this.voice = voice;
    }

    /** The steps with their clock times, from the first on. */
    Content dayPlan(Session session, Instant startsAt) {
        return Content.of(
                new Part.Heading(session.script().title()),
                new Part.Paragraph(session.script().purpose()),
                new Part.Bullets(lines(session, 0, startsAt)));
    }

    private List<String> lines(Session session, int from, Instant startsAt) {
        List<String> lines = new ArrayList<>();
        Instant at = startsAt;
        for (int i = from; i < session.script().plan().size(); i++) {
            Step step = session.script().plan().get(i);
            String title = step instanceof Step.Round round
                    ? voice.say("plan.round", round.number(), round.title())
                    : step.title();
            lines.add(voice.say("plan.line", voice.time(at), title));
            at = at.plus(session.agenda().slot(session.script(), i));
        }
        lines.add(voice.say("plan.end", voice.time(at)));
        return lines;
    }

    /** What has not begun yet, and when it will; before the start, how long everything lasts. */
    Content plan(Session session, Instant now) {
        int from = switch (session.stage()) {
            case Stage.Running running -> running.step();
            case Stage.Paused paused -> paused.step();
            case Stage.Gathering gathering -> 0;
            case Stage.Closed closed -> session.script().plan().size();
        };
        Instant at = switch (session.stage()) {
            case Stage.Running running -> running.startedAt();
            case Stage.Paused paused -> now.minus(paused.elapsed());
            case Stage.Gathering gathering -> session.setting().plannedStart().orElse(now);
            case Stage.Closed closed -> closed.at();
        };
        return Content.of(new Part.Heading(session.script().title()), new Part.Bullets(lines(session, from, at)));
    }

    Content etiquette(Script script) {
        return Content.of(new Part.Heading(voice.say("etiquette.heading")), new Part.Bullets(script.etiquette()));
    }

    /**
     * The case, a message for each of its texts.
     *
     * @param medium where a picture of the script is kept
     */
    List<Content> theCase(Script script, Function<String, String> medium) {
        List<Content> messages = new ArrayList<>();
        if (script.theCase().isEmpty()) {
            return messages;
        }
        Case told = script.theCase().get();
        for (int i = 0; i < told.texts().size(); i++) {
            Part.Paragraph words = new Part.Paragraph(told.texts().get(i));
            messages.add(i == 0 ? Content.of(new Part.Heading(told.title()), words) : Content.of(words));
        }
        told.picture()
                .ifPresent(p -> messages.add(Content.of(new Part.Picture(medium.apply(p.file()), p.alternative()))));
        return messages;
    }

    /** All questions of a theme, to choose from. The numbers are what people type. */
    Content ballot(Session session, Theme theme, List<Question> questions, Instant endsAt) {
        Part.Heading heading = new Part.Heading(voice.say("ballot.heading", theme.label()));
        if (questions.isEmpty()) {
            return Content.of(heading, new Part.Paragraph(voice.say("ballot.empty")));
        }
        String typed = questions.stream()
                .limit(Limits.VOTES)
                .map(q -> String.valueOf(q.number()))
                .collect(java.util.stream.Collectors.joining(" "));
        return Content.of(
                        heading,
                        new Part.Numbered(questions.stream()
                                .map(q -> new Part.Numbered.Item(q.number(), q.text()))
                                .toList()),
                        new Part.Note(voice.say("ballot.how", Limits.VOTES, voice.time(endsAt), typed)))
                .with(Button.primary(voice.say("ballot.button"), Action.of(session, "ballot " + theme.id())));
    }

    Content top(Theme theme, List<Question> top, Tally tally) {
        Part.Heading heading = new Part.Heading(voice.say("top.heading", theme.label()));
        if (top.isEmpty()) {
            return Content.of(heading, new Part.Paragraph(voice.say("top.empty")));
        }
        List<Part.Numbered.Item> items = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            items.add(new Part.Numbered.Item(
                    i + 1, voice.say("top.line", top.get(i).text(), tally.votesFor(top.get(i)))));
        }
        return Content.of(heading, new Part.Numbered(items), new Part.Note(voice.say("top.how", theme.label())));
    }

    /** The model questions, a message for each theme. */
    List<Content> referenceCard(Script script) {
        List<Content> messages = new ArrayList<>();
        for (Theme theme : script.themes()) {
            List<Part> parts = new ArrayList<>();
            parts.add(new Part.Heading(voice.say("reference.heading", theme.label())));
            for (Step.Round round : script.rounds()) {
                List<ReferenceCard.Topic> topics = script.card().of(theme.id(), round.number());
                if (!topics.isEmpty()) {
                    parts.add(new Part.Paragraph(voice.say("reference.round", round.number(), round.title())));
                    parts.add(new Part.Bullets(
                            topics.stream().map(ReferenceCard.Topic::question).toList()));
                }
            }
            if (parts.size() > 1) {
                messages.add(new Content(parts, List.of()));
            }
        }
        return messages;
    }
}

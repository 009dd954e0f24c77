package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.harvest.Tally;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Session;

/** What is said to everybody together. */
final class PlenaryHears {
    private final Turn turn;
    private final Voice voice;
    private final Sheets sheets;

    PlenaryHears(Turn turn) {
        this.turn = turn;
        this.voice = turn.voice();
        this.sheets = new Sheets(voice);
    }

    void started(Event.Started started) {
        say(sheets.dayPlan(turn.session(), started.at()), started.at());
    }

    void opened(Event.StepOpened opened) {
        switch (opened.step()) {
            case Step.Talk talk -> {
                talk(talk.title(), talk.texts(), opened.due());
                if (talk.etiquette()) {
                    say(sheets.etiquette(script()), opened.due());
                }
            }
            case Step.CaseTelling telling ->
                sheets.theCase(script(), file -> picture(file)).forEach(c -> say(c, opened.due()));
            case Step.Pick pick -> pick(pick, opened);
            case Step.Feedback feedback -> talk(feedback.title(), List.of(voice.say("feedback.intro")), opened.due());
            case Step.Card card -> sheets.referenceCard(script()).forEach(c -> say(c, opened.due()));
            case Step.Debrief debrief -> talk(debrief.title(), List.of(voice.say("debrief.intro")), opened.due());
            case Step.Break pause ->
                talk(
                        pause.title(),
                        List.of(pause.text().orElseGet(() -> voice.say("break", voice.time(opened.endsAt())))),
                        opened.due());
            case Step.Round round -> throw new IllegalStateException("a round opens at the tables");
        }
        turn.topic(plenary(), opened.step(), opened.endsAt());
    }

    private void talk(String title, List<String> texts, Instant due) {
        for (int i = 0; i < texts.size(); i++) {
            Part.Paragraph words = new Part.Paragraph(texts.get(i));
            say(i == 0 ? Content.of(new Part.Heading(title), words) : Content.of(words), due);
        }
    }

    private String picture(String file) {
        return OpenCommands.medium(turn.session(), file);
    }

    void roundOpened(Event.RoundOpened opened) {
        say(
                Content.text(voice.say(
                        "plenary.round", opened.round().number(), opened.round().title(), voice.time(opened.endsAt()))),
                opened.due());
        turn.topic(plenary(), opened.round(), opened.endsAt());
    }

    /** Each theme's ballot goes to the tables where it was talked about last. */
    private void pick(Step.Pick pick, Event.StepOpened opened) {
        talk(pick.title(), List.of(voice.say("pick.intro", Limits.VOTES, voice.time(opened.endsAt()))), opened.due());
        Harvest harvest = turn.stores().harvests().of(turn.session());
        for (Theme theme : script().themes()) {
            Prompt prompt = prompt(Prompt.Kind.BALLOT, theme.id(), Optional.of(theme.id()), opened.due());
            List<Question> questions = harvest.of(theme.id());
            Content ballot = sheets.ballot(turn.session(), theme, questions, opened.endsAt());
            turn.session().floor().orElseThrow().tables().stream()
                    .filter(t -> t.themes().contains(theme.id()))
                    .flatMap(t -> turn.plan().table(t.id()).stream())
                    .forEach(place -> {
                        turn.post(
                                place,
                                ballot,
                                Promise.prompt(opened.due())
                                        .until(opened.endsAt())
                                        .about(prompt.id()));
                        turn.topic(place, pick, opened.endsAt());
                    });
        }
    }

    void pickingOver(Event.PickingOver over) {
        boolean toldLater = script().plan().stream().anyMatch(Step.Feedback.class::isInstance);
        if (!toldLater) {
            script().themes().forEach(theme -> top(theme, over.due()));
        }
    }

    /** The bell: it is a theme's turn. */
    void bell(Event.Bell bell) {
        top(script().theme(bell.theme()), bell.due());
    }

    private void top(Theme theme, Instant due) {
        Harvest harvest = turn.stores().harvests().of(turn.session());
        Tally tally = harvest.tally();
        Prompt prompt = prompt(Prompt.Kind.FEEDBACK, theme.id(), Optional.of(theme.id()), due);
        Content content = sheets.top(theme, tally.top(theme.id(), harvest.questions()), tally);
        turn.post(plenary(), content, Promise.prompt(due).about(prompt.id()));
    }

    void debriefAsked(Event.DebriefAsked asked) {
        Prompt prompt = prompt(Prompt.Kind.DEBRIEF, String.valueOf(asked.prompt()), Optional.empty(), asked.due());
        Content content = Content.of(
                        new Part.Heading(asked.debrief().prompts().get(asked.prompt())),
                        new Part.Paragraph(voice.say("debrief.how", voice.time(asked.endsAt()))))
                .with(
                        Button.primary(
                                voice.say("debrief.button"), Action.of(turn.session(), "debrief " + asked.prompt())),
                        Button.plain(voice.say("action.put"), Action.of(turn.session(), Word.ACTION.key())))
                .asking(VoteCommands.box(turn.session(), voice, asked.prompt()));
        turn.post(
                plenary(),
                content,
                Promise.prompt(asked.due()).until(asked.endsAt()).about(prompt.id()));
    }

    void debriefShared(Event.DebriefShared shared) {
        List<String> answers = turn
                .stores()
                .harvests()
                .answers(turn.session().setting().id())
                .stream()
                .filter(a -> a.prompt() == shared.prompt())
                .map(DebriefAnswer::text)
                .sorted()
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(shared.debrief().prompts().get(shared.prompt())));
        parts.add(answers.isEmpty() ? new Part.Paragraph(voice.say("debrief.nothing")) : new Part.Bullets(answers));
        say(new Content(parts, List.of()), shared.due());
    }

    void closed(Event.Closed closed) {
        say(
                Content.of(new Part.Heading(voice.say("closed.heading")), new Part.Paragraph(voice.say("closed"))),
                closed.at());
        turn.plan().all().forEach(place -> turn.topicOfTheEnd(place, voice.say("topic.closed")));
    }

    /** Each of them is asked alone, and all hear that they were. */
    void reviewOpened(Event.ReviewOpened opened) {
        turn.post(
                plenary(),
                Content.text(voice.say("review.plenary", voice.moment(opened.until()))),
                Promise.toPeople(turn.cafeNow()));
        ReviewCommands.ask(turn, opened.until());
    }

    private Prompt prompt(Prompt.Kind kind, String name, Optional<String> theme, Instant due) {
        Prompt prompt = new Prompt(
                turn.stores().ids().next(),
                turn.session().setting().id(),
                kind,
                name,
                OptionalInt.empty(),
                Optional.empty(),
                theme,
                due);
        turn.stores().harvests().add(prompt);
        return prompt;
    }

    private void say(Content content, Instant due) {
        turn.post(plenary(), content, Promise.prompt(due));
    }

    private Place plenary() {
        return turn.plan().plenary();
    }

    private Script script() {
        Session session = turn.session();
        return session.script();
    }
}

package org.tafelronde.flow;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;

/**
 * What is said about the time. A place gets few posts of it in a step, however often the time changes (F63): instead of a new one, the
 * newest that is there gets other words.
 */
final class TimeIsTold {
    /** Besides the one that says that the time is up. */
    private static final int MOST = 2;

    private static final String CHANGED = "changed";
    private static final String PAUSED = "paused";
    private static final String RESUMED = "resumed";

    private final Turn turn;
    private final Voice voice;

    TimeIsTold(Turn turn) {
        this.turn = turn;
        this.voice = turn.voice();
    }

    void left(Event.TimeLeft left) {
        String sentence = voice.say("time.left", voice.length(left.left()), voice.time(left.endsAt()));
        Promise promise = Promise.prompt(left.due()).until(left.endsAt());
        tellOrChange("time", left.round(), left.left().toString(), places(left.tables()), sentence, promise);
    }

    void up(Event.TimeUp up) {
        boolean last = up.round().number() == turn.session().script().rounds().size();
        Content content = Content.text(voice.say(last ? "time.up.last" : "time.up"));
        places(up.tables()).forEach(place -> turn.post(place, content, Promise.prompt(up.due())));
    }

    void pickingEnds(Event.PickingEnds ends) {
        String sentence = voice.say("pick.ends", voice.length(ends.left()), voice.time(ends.endsAt()));
        Promise promise = Promise.prompt(ends.due()).until(ends.endsAt());
        Session s = turn.session();
        List<Place> tables = places(s.floor().orElseThrow().tableIds());
        tellOrChange("time", s.step().orElseThrow(), ends.left().toString(), tables, sentence, promise);
    }

    void retimed(Event.Retimed retimed) {
        String sentence = voice.say("retimed", retimed.step().title(), voice.time(retimed.stepEndsAt()));
        boolean round = retimed.step() instanceof Step.Round;
        List<Place> places = new java.util.ArrayList<>(round ? places(retimed.tables()) : List.of());
        if (!round || retimed.tables().size() > 1) {
            places.add(turn.plan().plenary());
        }
        Promise promise = Promise.prompt(turn.cafeNow()).until(retimed.stepEndsAt());
        tellOrChange("time", retimed.step(), CHANGED, places, sentence, promise);
        places.forEach(place -> turn.topic(place, retimed.step(), retimed.stepEndsAt()));
    }

    void paused() {
        if (!(turn.session().stage() instanceof Stage.Paused paused)) {
            return;
        }
        Step step = turn.session().script().plan().get(paused.step());
        List<Place> all = turn.plan().all();
        tellOrChange("pause", step, PAUSED, all, voice.say("paused"), Promise.prompt(turn.cafeNow()));
        Duration left = turn.session().agenda().length(paused.step()).minus(paused.elapsed());
        Outgoing.Countdown standing = new Outgoing.Countdown(
                turn.session().setting().tempo().real(turn.cafeNow()),
                Optional.of(left.isNegative() ? Duration.ZERO : left),
                turn.session().setting().tempo().speed());
        all.forEach(place -> turn.topic(place, voice.say("topic.paused", step.title()), Optional.of(standing)));
    }

    void resumed(Event.Resumed resumed) {
        Step step = turn.session().step().orElseThrow();
        List<Place> all = turn.plan().all();
        String sentence =
                voice.say("resumed", step.title(), voice.time(resumed.stepEndsAt()), voice.time(resumed.end()));
        tellOrChange("pause", step, RESUMED, all, sentence, Promise.prompt(turn.cafeNow()));
        all.forEach(place -> turn.topic(place, step, resumed.stepEndsAt()));
    }

    /** A post of its own for each kind of news, as long as there are few; that the time changed is put where time was told before. */
    private void tellOrChange(
            String subject, Step step, String kind, List<Place> places, String sentence, Promise promise) {
        String name = subject + "/" + step.id() + "/";
        List<Delivery> before = turn.notices(name);
        Content content = Content.text(sentence);
        for (Place place : places) {
            List<Delivery> here =
                    before.stream().filter(d -> d.lane().equals(place.id())).toList();
            boolean told = here.stream().anyMatch(d -> d.about().endsWith("/" + kind));
            if (here.isEmpty() || !told && here.size() < MOST && !kind.equals(CHANGED)) {
                turn.post(place, content, promise.named(name + kind));
            } else {
                turn.change(here.getLast(), content, promise);
            }
        }
    }

    private List<Place> places(Collection<String> tables) {
        return tables.stream()
                .sorted()
                .flatMap(t -> turn.plan().table(t).stream())
                .toList();
    }
}

package org.tafelronde.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Panel;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;

/** What each person sees of the café that is theirs now: the controls of it, their seat in it, or how to begin one. */
public final class Panels implements Panel {
    private final Stores stores;
    private final Settings settings;

    public Panels(Stores stores, Settings settings) {
        this.stores = stores;
        this.settings = settings;
    }

    @Override
    public List<Content> of(Speaker looker) {
        Instant now = stores.clock().instant();
        String who = looker.person().key();
        Optional<Session> theirs = theirs(who);
        Voice voice = settings.voice(looker, theirs);
        List<Content> shown;
        if (theirs.isEmpty()) {
            shown = welcome(looker, voice);
        } else if (theirs.get().isRunBy(who)) {
            Overview overview = Overview.of(stores, theirs.get(), now);
            shown = new FacilitatorPanel(overview, voice, who, settings.mayBegin(looker), desk(theirs.get(), who))
                    .shown();
        } else {
            shown = new ParticipantPanel(stores, theirs.get(), voice, looker, now).shown();
        }
        return shown.stream().map(stores.translation()::content).toList();
    }

    /** One that is under way before one that is to come, one that they run before one that they sit in; else what they ran last. */
    private Optional<Session> theirs(String who) {
        List<Session> newestFirst = stores.sessions().involving(who);
        Comparator<Session> first = Comparator.comparing((Session s) -> s.stage() instanceof Stage.Gathering)
                .thenComparing(s -> !s.isRunBy(who));
        return newestFirst.stream()
                .filter(s -> !(s.stage() instanceof Stage.Closed))
                .min(first)
                .or(() -> newestFirst.stream().filter(s -> s.isRunBy(who)).findFirst());
    }

    private Optional<String> desk(Session s, String who) {
        return stores.desks().address(s.setting().id(), who);
    }

    private List<Content> welcome(Speaker looker, Voice voice) {
        Content what = Content.of(
                new Content.Part.Heading(voice.say("panel.heading")),
                new Content.Part.Paragraph(voice.say("panel.what")),
                new Content.Part.Paragraph(voice.say("panel.how")));
        return List.of(settings.mayBegin(looker) ? what.with(begin(voice, Button.Look.PRIMARY)) : what);
    }

    static Button begin(Voice voice, Button.Look look) {
        return new Button.Press(voice.say("panel.begin"), Word.NEW.key(), look);
    }
}

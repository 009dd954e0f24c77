package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Session;

/** Management reads one message, with the files (F57). The turn that it is part of keeps it. */
final class Publishing {
    /** By this name what management got is found again. */
    private static final String NAME = "digest";

    private final Turn t;

    Publishing(Turn t) {
        this.t = t;
    }

    /** For the first time. What somebody objected to, and nobody decided about, is left out. */
    void publish() {
        undecidedIsLeftOut();
        DigestFiles digest = new DigestFiles(t);
        Session s = t.session();
        Place management = t.plan().management();
        Set<String> people = new LinkedHashSet<>(List.of(s.facilitator()));
        s.deputy().ifPresent(people::add);
        Promise now = Promise.prompt(t.cafeNow());
        if (s.setting().management().isEmpty()) {
            t.open(
                    management,
                    t.plan().managementName(),
                    t.voice().say("management.title", digest.title()),
                    Outgoing.Kind.MANAGEMENT,
                    people,
                    Optional.empty(),
                    now);
        }
        t.post(management, new Content(digest.published(), List.of()), now.named(NAME));
        t.post(t.plan().plenary(), Content.text(t.voice().say("published")), now);
        t.becomes(s.asPublished());
    }

    /** What management had stays where it is, with its files; this one says that it takes its place. */
    void anew() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Note(t.voice().say("digest.anew"))));
        parts.addAll(new DigestFiles(t).publishedAnew());
        t.post(
                t.plan().management(),
                new Content(parts, List.of()),
                Promise.prompt(t.cafeNow()).named(NAME));
    }

    /** It goes by itself, and the facilitator hears what came of the review. */
    void reviewIsOver() {
        List<Objection> all =
                t.stores().harvests().objections(t.session().setting().id());
        long open = all.stream().filter(o -> o.verdict().isEmpty()).count();
        publish();
        String facilitator = t.session().facilitator();
        Voice voice = t.voiceFor(facilitator);
        Content told = Content.text(voice.say("review.over", all.size()));
        t.direct(facilitator, open == 0 ? told : told.and(new Part.Paragraph(voice.say("review.over.open", open))));
    }

    private void undecidedIsLeftOut() {
        String session = t.session().setting().id();
        Harvests harvests = t.stores().harvests();
        List<Question> questions = harvests.questions(session);
        harvests.objections(session).stream().filter(o -> o.verdict().isEmpty()).forEach(o -> {
            harvests.update(o.decided(Objection.Verdict.LEFT_OUT));
            questions.stream()
                    .filter(q -> q.id().equals(o.question()) && q.stands())
                    .forEach(q -> harvests.update(q.withdrawn(t.cafeNow())));
        });
    }
}

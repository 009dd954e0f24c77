package org.tafelronde.flow;

import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/** Somebody comes into the plenary, or leaves it. Coming in is not checking in: only who says "I am here" is seated (F4). */
final class ComingAndGoing {
    Answer arrived(Hearing h) {
        Optional<Turn> turn = h.turn();
        if (turn.isEmpty() || h.placeKey().filter(FloorPlan::isPlenary).isEmpty()) {
            return Answer.SILENT;
        }
        Session s = turn.get().session();
        if (s.roster().find(h.by()).isPresent() || s.isRunBy(h.by())) {
            return Answer.SILENT;
        }
        Participant expected = Participant.expected(h.by(), h.name());
        turn.get()
                .becomes(s.with(s.roster().with(speaking(expected, h.what().by().language()))));
        turn.get().save();
        return Answer.SILENT;
    }

    static Participant speaking(Participant p, String language) {
        return p.language().isPresent()
                ? p
                : Language.of(language).map(p::speaking).orElse(p);
    }

    /** People go on elsewhere; who runs the café can give them another place. */
    Answer vanished(Hearing h) {
        if (h.turn().isPresent() && h.placeKey().isPresent()) {
            new Reopening(h.turn().get()).vanished(h.placeKey().get(), h.name());
        }
        return Answer.SILENT;
    }

    Answer left(Hearing h) {
        Optional<Turn> turn = h.turn();
        if (turn.isEmpty() || h.placeKey().filter(FloorPlan::isPlenary).isEmpty()) {
            return Answer.SILENT;
        }
        Decision decision = turn.get().session().leave(h.by(), turn.get().cafeNow());
        return decision instanceof Decision.Changed ? h.decided(decision, Answer.SILENT) : Answer.SILENT;
    }
}

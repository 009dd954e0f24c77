package org.tafelronde.flow;

import java.util.IntSummaryStatistics;
import org.tafelronde.domain.session.Floor;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.TableChoice;

/** The sentences that say what a seating is worth: "4 tables of 4: 4 repeated meetings, fewer is impossible". */
final class SeatingWords {
    private final Voice voice;

    SeatingWords(Voice voice) {
        this.voice = voice;
    }

    /** What was planned for those who are seated. */
    String madeFor(Session seated) {
        Floor floor = seated.floor().orElseThrow();
        int round = Math.clamp(seated.roundsBegun(), 1, seated.script().rounds().size());
        IntSummaryStatistics sizes = floor.round(round).tables().stream()
                .mapToInt(t -> t.members().size())
                .summaryStatistics();
        return voice.say("seating.people", sizes.getSum()) + " "
                + worth((int) sizes.getCount(), sizes.getMin(), sizes.getMax(), floor.repeats(), floor.provenBest());
    }

    /** What it would come to. */
    String of(TableChoice.Offer offer) {
        return worth(offer.tables(), offer.smallest(), offer.largest(), offer.repeats(), offer.provenBest());
    }

    private String worth(int tables, int smallest, int largest, int repeats, boolean provenBest) {
        String size = smallest == largest ? String.valueOf(largest) : voice.say("seating.sizes", smallest, largest);
        return voice.say(provenBest ? "seating.best" : "seating.good", tables, size, repeats);
    }
}

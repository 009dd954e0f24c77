package org.tafelronde.flow;

import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Session;

/** The host's summary, from the thread's last questions until the host says otherwise. */
final class HandoverCards {
    private HandoverCards() {}

    /** The card as the host left it, filled up from the thread where they wrote no questions; it is kept. */
    static HandoverCard prefilled(Turn turn, int round, String table) {
        HandoverCard card = shown(turn, round, table);
        if (!card.byHost() || find(turn, round, table).isEmpty()) {
            turn.stores().harvests().save(card);
        }
        return card;
    }

    /** What the host sees when they open it. */
    static HandoverCard shown(Turn turn, int round, String table) {
        Session session = turn.session();
        Optional<HandoverCard> kept = find(turn, round, table);
        List<Question> asked =
                turn.stores().harvests().questions(session.setting().id(), round, table);
        HandoverCard fromThread = HandoverCard.from(session.setting().id(), round, table, asked);
        if (kept.isEmpty() || !kept.get().byHost()) {
            return new HandoverCard(
                    session.setting().id(),
                    round,
                    table,
                    kept.map(HandoverCard::essences).orElse(List.of()),
                    fromThread.questions(),
                    false);
        }
        return kept.get();
    }

    private static Optional<HandoverCard> find(Turn turn, int round, String table) {
        return turn.stores().harvests().card(turn.session().setting().id(), round, table);
    }
}

package org.tafelronde.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.harvest.Vote;
import org.tafelronde.domain.session.Session;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Transactions;

/** Everything that is kept, in memory, with transactions that keep all or nothing. It outlives the house that uses it, as a disk does. */
final class Kept implements Transactions {
    private Tables tables = new Tables();
    private int depth;

    Tables now() {
        return tables;
    }

    @Override
    public synchronized <T> T inOne(Supplier<T> work) {
        if (depth > 0) {
            return work.get();
        }
        Tables before = tables.copy();
        depth++;
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            depth--;
            if (!done) {
                tables = before;
            }
        }
    }

    /** One reply in a thread that is not known yet. */
    record Early(org.tafelronde.chat.Incoming.Reply reply, java.time.Instant at) {}

    /** An answer, and when it was given. */
    record Answered(Answer answer, java.time.Instant at) {}

    /** A vote in a session. */
    record Cast(String session, Vote vote) {}

    /** All values in it are records that never change: a copy of the maps is a copy of everything. */
    static final class Tables {
        final Map<String, Session> sessions = new TreeMap<>();
        final Map<String, java.time.Instant> timers = new LinkedHashMap<>();
        final Map<String, Prompt> prompts = new LinkedHashMap<>();
        final Map<String, Question> questions = new LinkedHashMap<>();
        final List<Cast> votes = new ArrayList<>();
        final List<DebriefAnswer> answers = new ArrayList<>();
        final List<ActionPoint> actions = new ArrayList<>();
        final List<Objection> objections = new ArrayList<>();
        final List<Overruling> overrulings = new ArrayList<>();
        final Map<List<Object>, HandoverCard> cards = new LinkedHashMap<>();
        final Map<String, Answered> answered = new LinkedHashMap<>();
        final List<Early> early = new ArrayList<>();
        final Map<String, Media.Medium> media = new LinkedHashMap<>();
        final Map<String, Delivery> deliveries = new TreeMap<>();
        final Map<String, Place> places = new LinkedHashMap<>();

        private Tables copy() {
            Tables copy = new Tables();
            copy.sessions.putAll(sessions);
            copy.timers.putAll(timers);
            copy.prompts.putAll(prompts);
            copy.questions.putAll(questions);
            copy.votes.addAll(votes);
            copy.answers.addAll(answers);
            copy.actions.addAll(actions);
            copy.objections.addAll(objections);
            copy.overrulings.addAll(overrulings);
            copy.cards.putAll(cards);
            copy.answered.putAll(answered);
            copy.early.addAll(early);
            copy.media.putAll(media);
            copy.deliveries.putAll(deliveries);
            copy.places.putAll(places);
            return copy;
        }
    }
}

package org.tafelronde.outbox;

import java.time.Instant;
import java.util.Optional;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Platform;

/**
 * An outgoing message, kept until it is said: what it is, fixed for ever, and how far it is.
 *
 * <p>In {@code what}, a place's id is our own key for the place, and a message's id may be the id of the delivery that made it: the
 * Courier puts in the platform's own ids when it knows them ({@link Addresses}).
 *
 * @param id sortable: within a lane, order of ids is order of saying
 * @param session to which it belongs
 * @param lane what is said in one lane is said in order: a place's key, a person's key
 * @param about the prompt that it says, or (beginning with {@link #NOTICE}) by what name it is found again; empty: neither
 * @param urgency the smaller goes first, between lanes
 * @param promised when it was meant to be said, in real time
 * @param deadline not said after this, but told
 */
public record Delivery(
        String id,
        String session,
        Platform platform,
        String lane,
        Outgoing what,
        String about,
        int urgency,
        Instant promised,
        Optional<Instant> deadline,
        Progress progress) {

    public static final String NOTICE = "notice/";

    /** How far it is. */
    public enum State {
        /** Waiting. */
        PENDING,
        /** Being said: written down before the call, so that a crash in it is noticed. */
        SENDING,
        /** Said. */
        SENT,
        /** The line broke: to be looked up on the platform before it is said again. */
        UNKNOWN,
        /** A definite no: given up until a person acts. */
        BLOCKED,
        /** Its deadline passed, or nobody can tell whether it is said: given up for good; the facilitator was told. */
        DROPPED
    }

    /** Smaller goes first. */
    public static final class Urgency {
        public static final int PROMPT = 0;
        public static final int PEOPLE = 3;
        public static final int NICETY = 6;

        private Urgency() {}
    }

    /** A new one, to be said now. */
    public static Delivery of(
            String id, String session, Platform platform, String lane, Outgoing what, int urgency, Instant promised) {
        return new Delivery(id, session, platform, lane, what, "", urgency, promised, Optional.empty(), Progress.NONE);
    }

    public Delivery about(String prompt) {
        return new Delivery(id, session, platform, lane, what, prompt, urgency, promised, deadline, progress);
    }

    /** The prompt that it says. */
    public Optional<String> prompt() {
        return about.isEmpty() || about.startsWith(NOTICE) ? Optional.empty() : Optional.of(about);
    }

    public Delivery by(Instant latest) {
        return new Delivery(id, session, platform, lane, what, about, urgency, promised, Optional.of(latest), progress);
    }

    /** The same, so far. */
    public Delivery at(Progress other) {
        return new Delivery(id, session, platform, lane, what, about, urgency, promised, deadline, other);
    }

    // How far it is

    public State state() {
        return progress.state();
    }

    public int attempts() {
        return progress.attempts();
    }

    public Instant notBefore() {
        return progress.notBefore();
    }

    public Optional<Instant> leased() {
        return progress.leased();
    }

    public Optional<MessageRef> ref() {
        return progress.ref();
    }

    public Optional<Instant> sentAt() {
        return progress.sentAt();
    }

    /** Why it is not said, or what of it did not work. */
    public Optional<Failure> failure() {
        return progress.failure();
    }

    /** Done twice it would be read twice. */
    boolean isMessage() {
        return what instanceof Outgoing.Post || what instanceof Outgoing.Direct;
    }

    /** It will not be said unless a person acts. */
    public boolean isGivenUp() {
        return state() == State.BLOCKED || state() == State.DROPPED;
    }

    /** Done, but not all of it. */
    public boolean isInPart() {
        return state() == State.SENT && failure().isPresent();
    }

    /** Given up because nobody can tell whether it is said. */
    public boolean isPerhapsSaid() {
        return state() == State.DROPPED && sentAt().isPresent();
    }

    // The next step

    Delivery sending(Instant until) {
        return at(progress.sending(until));
    }

    Delivery sent(MessageRef where, Instant when) {
        return at(progress.sent(where, when, Optional.empty()));
    }

    /** Said, but not all of it. */
    Delivery sentInPart(MessageRef where, Instant when, Failure but) {
        return at(progress.sent(where, when, Optional.of(but)));
    }

    Delivery unknown(Instant since, Instant next, Failure why) {
        return at(progress.unknown(since, next, why));
    }

    Delivery later(Instant next, Failure why) {
        return at(progress.later(next, why));
    }

    Delivery blocked(Failure why) {
        return at(progress.givenUp(State.BLOCKED, Optional.empty(), why));
    }

    Delivery dropped(Failure why) {
        return at(progress.givenUp(State.DROPPED, Optional.empty(), why));
    }

    /** Given up, and perhaps said all the same. */
    Delivery perhaps(Instant since, Failure why) {
        return at(progress.givenUp(State.DROPPED, Optional.of(since), why));
    }
}

package org.tafelronde.flow;

import java.time.Instant;
import java.util.Optional;
import org.tafelronde.outbox.Delivery;

/**
 * When something is to be said, in the café's time.
 *
 * @param until after this it is of no use any more
 * @param about the prompt that it says; empty: none
 */
record Promise(Instant due, Optional<Instant> until, int urgency, String about) {

    /** What everybody waits for: places, prompts, times. */
    static Promise prompt(Instant due) {
        return new Promise(due, Optional.empty(), Delivery.Urgency.PROMPT, "");
    }

    /** Words to somebody, or about what somebody did. */
    static Promise toPeople(Instant due) {
        return new Promise(due, Optional.empty(), Delivery.Urgency.PEOPLE, "");
    }

    static Promise nicety(Instant due) {
        return new Promise(due, Optional.empty(), Delivery.Urgency.NICETY, "");
    }

    Promise until(Instant latest) {
        return new Promise(due, Optional.of(latest), urgency, about);
    }

    /** By this name it is found again. */
    Promise named(String notice) {
        return about(Delivery.NOTICE + notice);
    }

    Promise about(String prompt) {
        return new Promise(due, until, urgency, prompt);
    }
}

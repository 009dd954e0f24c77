package org.tafelronde.domain.script;

import java.time.Duration;
import java.util.Optional;

/**
 * A piece of fiction that is dropped in while the tables talk.
 *
 * @param at how long after the round's beginning; empty for a spare one, which the facilitator fires
 * @param text what happens
 * @param asks what people are asked about it
 */
public record Intervention(String id, String title, Optional<Duration> at, String text, String asks) {
    public Intervention {
        Ids.check("an intervention's id", id);
        Texts.check("the title of intervention " + id, title);
        Texts.check("the text of intervention " + id, text);
        Texts.check("what intervention " + id + " asks", asks);
    }
}

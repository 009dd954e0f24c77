package org.tafelronde.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Platform;

/** Where deliveries are kept. Every method joins the caller's transaction when there is one. */
public interface Deliveries {
    void add(Collection<Delivery> deliveries);

    /**
     * The same, as they are now; one that has meanwhile got another state by another process is left alone.
     *
     * @return those that were kept
     */
    List<Delivery> update(Collection<Delivery> deliveries);

    /**
     * The first of each lane that waits (or whose lease is over) and may be tried now; urgent ones first.
     *
     * @param most how many at most
     */
    List<Delivery> ready(Platform platform, Instant now, int most);

    /** When something that waits may be tried next; empty when nothing waits. */
    Optional<Instant> nextAttempt(Platform platform);

    /** What was being said when the process that said it died is unknown now. Called before anything is sent. */
    void orphaned(Platform platform);

    Optional<Delivery> find(String id);

    /** The delivery that made this message. */
    Optional<Delivery> that(MessageRef made);

    List<Delivery> ofSession(String session);

    /** Those of a session that are not said, and may be yet: waiting, in doubt, blocked. In order. */
    List<Delivery> unsaid(String session);

    /** Those of a session whose {@code about} begins so, in order. */
    List<Delivery> about(String session, String beginning);

    /** Those of a session that say these prompts, in order. */
    List<Delivery> saying(String session, Collection<String> prompts);

    /** A blocked one will not be said, as something else says it in its place. */
    void supersede(String id);

    /** A blocked one is tried again. */
    void retry(String id, Instant now);
}

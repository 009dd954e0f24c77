package org.tafelronde.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;

/** What was heard before. Every method joins the caller's transaction. */
public interface Memory {
    /** What was answered when this key was heard; empty when it is new. */
    Optional<Answer> answered(String key);

    void remember(String key, Answer answer, Instant at);

    /** A reply in a thread that is not known yet: its message may be on its way. */
    void keepEarly(Incoming.Reply reply, Instant at);

    /** Whether any early reply is kept: most of the time none is, and nobody needs a transaction to know that. */
    boolean hasEarly();

    /** Early replies in this thread; they are not kept any more. */
    List<Incoming.Reply> takeEarly(MessageRef root);

    /** Early replies in threads that are known by now (their deliveries are sent). */
    List<Incoming.Reply> takeKnown();

    /** Keys and early replies from before this are forgotten. */
    void forgetBefore(Instant at);
}

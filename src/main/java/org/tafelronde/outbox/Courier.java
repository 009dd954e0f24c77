package org.tafelronde.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Failure.Kind;
import org.tafelronde.chat.NeverKnown;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.time.Ticker;

/** Says what waits in the outbox, on one platform: the first of each lane, urgent ones before the rest. */
public final class Courier implements Ticker.Work {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** So many are looked at for one that may be said now, when the first of all may not. */
    private static final int LOOK_AHEAD = 200;

    private static final Duration LEASE = Duration.ofSeconds(60);
    /** A place that is being made: look again soon. */
    private static final Duration NOT_THERE_YET = Duration.ofMillis(250);

    /** So long it is asked whether something arrived, by a platform that answers otherwise; and so long by one that answers nothing. */
    private static final Duration WHILE_OTHERS_ARE_ANSWERED = Duration.ofMinutes(2);

    private static final Duration IN_ANY_CASE = Duration.ofMinutes(15);

    private static final Failure TOO_LATE = new Failure(Kind.TOO_LATE);
    private static final Failure IN_VAIN = new Failure(Kind.IN_VAIN);

    private final ChatPlatform platform;
    private final Deliveries deliveries;
    private final Addresses addresses;
    private final Translation translation;
    private final Transactions transactions;
    private final Receipts receipts;
    private final InstantSource clock;
    /** When the platform last answered anything. */
    private volatile Instant answered = Instant.MIN;
    /** When the first of what is passed over now may be said; empty: nothing is. */
    private Optional<Instant> spared = Optional.empty();

    public Courier(
            ChatPlatform platform,
            Deliveries deliveries,
            Addresses addresses,
            Transactions transactions,
            Receipts receipts,
            InstantSource clock) {
        this.platform = platform;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.translation = new Translation(addresses, deliveries);
        this.transactions = transactions;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> doDue(Instant now) {
        List<Delivery> ready = ready(now);
        while (!ready.isEmpty()) {
            List<Delivery> claimed = claim(ready);
            List<Delivery> ended = platform.together() ? together(claimed) : inTurn(claimed);
            tell(transactions.inOne(() -> deliveries.update(ended)));
            ready = ready(clock.instant());
        }
        return spared.or(() -> deliveries.nextAttempt(platform.platform()));
    }

    /** Urgent ones first, and those passed over that the platform wants to be spared now: a prompt does not wait behind a topic. */
    private List<Delivery> ready(Instant now) {
        int atOnce = platform.atOnce();
        List<Delivery> first = deliveries.ready(platform.platform(), now, atOnce);
        List<Delivery> some = mayBeSaid(first, now);
        if (some.size() == first.size()) {
            return some;
        }
        List<Delivery> more = mayBeSaid(deliveries.ready(platform.platform(), now, LOOK_AHEAD), now);
        return more.subList(0, Math.min(more.size(), atOnce));
    }

    private List<Delivery> mayBeSaid(List<Delivery> ready, Instant now) {
        List<Delivery> may = new ArrayList<>();
        spared = Optional.empty();
        for (Delivery d : ready) {
            Duration wait = d.deadline().filter(now::isAfter).isPresent() ? Duration.ZERO : wait(d);
            if (wait.isZero()) {
                may.add(d);
            } else if (spared.filter(s -> !s.isAfter(now.plus(wait))).isEmpty()) {
                spared = Optional.of(now.plus(wait));
            }
        }
        return may;
    }

    private Duration wait(Delivery d) {
        Optional<Outgoing> what = translation.of(d.what());
        if (what.isEmpty()) {
            return translation.inVain(d.what()) ? Duration.ZERO : NOT_THERE_YET;
        }
        return platform.patience(what.get());
    }

    /** Written down before the call: if we die in it, what was being said is known to be unknown. What another process has taken is its. */
    private List<Delivery> claim(List<Delivery> ready) {
        Instant until = clock.instant().plus(LEASE);
        List<Delivery> sending =
                deliveries.update(ready.stream().map(d -> d.sending(until)).toList());
        Set<String> ours = sending.stream().map(Delivery::id).collect(Collectors.toSet());
        return ready.stream().filter(d -> ours.contains(d.id())).toList();
    }

    private List<Delivery> inTurn(List<Delivery> claimed) {
        return claimed.stream().map(this::attempt).toList();
    }

    /** Each is the first of another lane: among these there is no order to keep. */
    private List<Delivery> together(List<Delivery> claimed) {
        if (claimed.size() == 1) {
            return inTurn(claimed);
        }
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Delivery>> under = claimed.stream()
                    .map(d -> CompletableFuture.supplyAsync(() -> attempt(d), each))
                    .toList();
            return under.stream().map(CompletableFuture::join).toList();
        }
    }

    private Delivery attempt(Delivery before) {
        Delivery after = tried(before);
        // At once: what comes next in this batch may lead people there.
        rememberPlace(after);
        return after;
    }

    private Delivery tried(Delivery before) {
        Instant now = clock.instant();
        Delivery d = before.sending(now.plus(LEASE));
        boolean late = d.deadline().filter(now::isAfter).isPresent();
        boolean fresh = before.state() == Delivery.State.PENDING;
        Optional<Outgoing> what = translation.of(d.what());
        if (late && (fresh || what.isEmpty())) {
            return d.dropped(TOO_LATE);
        }
        if (what.isEmpty() && translation.inVain(d.what())) {
            return d.dropped(IN_VAIN);
        }
        if (what.isEmpty()) {
            return d.later(now.plus(NOT_THERE_YET), new Failure(Kind.NOT_THERE_YET));
        }
        boolean asked = false;
        try {
            // Anything but a fresh delivery may have arrived before; if it did, people answer it, however late we hear
            // so.
            if (!fresh) {
                Optional<SendResult.Sent> there = platform.lookUp(d.id(), what.get());
                answered = clock.instant();
                asked = true;
                if (there.isPresent()) {
                    return d.sent(there.get().ref(), now);
                }
            }
            if (late) {
                return d.dropped(TOO_LATE);
            }
            SendResult result = platform.send(d.id(), what.get());
            answered = clock.instant();
            return ended(d, result);
        } catch (NeverKnown e) {
            return d.perhaps(d.sentAt().orElse(now), why(e));
        } catch (UnknownOutcome e) {
            return inDoubt(d, asked, late, why(e));
        } catch (RuntimeException e) {
            LOG.error("delivery {} of session {} broke off", d.id(), d.session(), e);
            return inDoubt(d, asked, late, why(e));
        }
    }

    /**
     * It is looked up again, but not for ever: others wait behind it. A message that perhaps arrived is not said again; what has no second
     * effect is simply done again.
     *
     * @param asked whether the platform could say that it had not arrived before this try
     */
    private Delivery inDoubt(Delivery d, boolean asked, boolean late, Failure why) {
        Instant now = clock.instant();
        Instant since = d.sentAt().orElse(now);
        boolean tooLong = !now.isBefore(since.plus(IN_ANY_CASE));
        boolean onlyThisOne = !asked && answered.isAfter(since) && !now.isBefore(since.plus(WHILE_OTHERS_ARE_ANSWERED));
        Instant next = now.plus(Backoff.after(d.attempts()));
        if (d.isMessage()) {
            return late || tooLong || onlyThisOne ? d.perhaps(since, why) : d.unknown(since, next, why);
        }
        if (late || tooLong) {
            return late ? d.dropped(why) : d.blocked(why);
        }
        return onlyThisOne ? d.later(next, why) : d.unknown(since, next, why);
    }

    private static Failure why(RuntimeException e) {
        return new Failure(Kind.NO_ANSWER, Objects.requireNonNullElseGet(e.getMessage(), e::toString));
    }

    private Delivery ended(Delivery d, SendResult result) {
        return switch (result) {
            case SendResult.Sent sent ->
                sent.but()
                        .map(but -> d.sentInPart(sent.ref(), clock.instant(), but))
                        .orElseGet(() -> d.sent(sent.ref(), clock.instant()));
            case SendResult.Later later -> d.later(clock.instant().plus(later.after()), later.why());
            case SendResult.Never never -> d.blocked(never.why());
        };
    }

    private void rememberPlace(Delivery d) {
        if (d.what() instanceof Outgoing.OpenPlace && d.state() == Delivery.State.SENT) {
            addresses.opened(d.lane(), d.ref().orElseThrow().place());
        }
    }

    private void tell(List<Delivery> ended) {
        ended.stream().filter(d -> d.state() == Delivery.State.SENT).forEach(receipts::sent);
        List<Delivery> failed =
                ended.stream().filter(d -> d.isGivenUp() || d.isInPart()).toList();
        if (!failed.isEmpty()) {
            receipts.failed(failed);
        }
    }
}

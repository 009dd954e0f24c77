package org.tafelronde.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.time.Ticker;

/**
 * What virtual people have planned to do: each thing at its time, several at once. While their café's clock stands still, because somebody is
 * behind, nobody begins what is planned for later.
 */
final class Acts implements Ticker.Work, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);
    private static final Duration A_MOMENT = Duration.ofMillis(30);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);
    private static final int TRIES = 20;
    /** When something was wanted that answers what has happened already. */
    private static final Instant AT_ONCE = Instant.MIN;

    /**
     * @param due when it is tried
     * @param wanted when it was to be done at first
     */
    private record Act(Instant due, Instant wanted, long order, Runnable what, int tries) {
        /** The same after the clock stood still; what was wanted by {@code since} was done meanwhile, or is tried again. */
        Act after(Instant since, Duration stoodStill) {
            return wanted.isAfter(since)
                    ? new Act(due.plus(stoodStill), wanted.plus(stoodStill), order, what, tries)
                    : this;
        }
    }

    private final InstantSource clock;
    private final Ticker ticker;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Act> underWay = ConcurrentHashMap.newKeySet();
    // The rest is read and written by who holds its lock.
    private final PriorityQueue<Act> planned =
            new PriorityQueue<>(Comparator.comparing(Act::due).thenComparing(Act::order));
    /** Due, but planned for after the instant at which the clock stands still. */
    private final List<Act> standing = new ArrayList<>();

    private Optional<Instant> stands = Optional.empty();
    private long order;

    Acts(String name, InstantSource clock) {
        this.clock = clock;
        this.ticker = new Ticker("rehearsal-" + name, clock, this);
    }

    void start() {
        ticker.start();
    }

    /** Answers what has happened: until it is done, people are behind. */
    void now(Runnable what) {
        plan(clock.instant(), AT_ONCE, what, 0);
    }

    /** The same, a moment later. */
    void soon(Runnable what) {
        plan(clock.instant().plus(A_MOMENT), AT_ONCE, what, 0);
    }

    /** Like somebody who sees an error and tries again, an act that fails is tried again. */
    void at(Instant due, Runnable what) {
        plan(due, due, what, 0);
    }

    private void plan(Instant due, Instant wanted, Runnable what, int tries) {
        synchronized (planned) {
            planned.add(new Act(due, wanted, order++, what, tries));
        }
        ticker.nudge();
    }

    /** How much is planned or being done, the caller included. */
    int remaining() {
        synchronized (planned) {
            return planned.size() + standing.size() + underWay.size();
        }
    }

    /** Whether something that was wanted by then is not done. */
    boolean behind(Instant by) {
        synchronized (planned) {
            return Stream.of(planned, standing, underWay)
                    .flatMap(Collection::stream)
                    .anyMatch(act -> !act.wanted().isAfter(by));
        }
    }

    /** From now on nothing is begun that is wanted later than {@code at}, until the clock goes on, or stands still at another instant. */
    void standStill(Instant at) {
        synchronized (planned) {
            planned.addAll(standing);
            standing.clear();
            stands = Optional.of(at);
        }
        ticker.nudge();
    }

    /** The clock goes on, after it stood still for so long: whatever is planned comes so much later. */
    void goOn(Duration stoodStill) {
        synchronized (planned) {
            stands.ifPresent(since -> {
                List<Act> all = Stream.concat(planned.stream(), standing.stream())
                        .map(act -> act.after(since, stoodStill))
                        .toList();
                planned.clear();
                standing.clear();
                planned.addAll(all);
            });
            stands = Optional.empty();
        }
        ticker.nudge();
    }

    @Override
    public Optional<Instant> doDue(Instant now) {
        synchronized (planned) {
            while (!planned.isEmpty() && !planned.peek().due().isAfter(now)) {
                Act act = planned.remove();
                if (stands.filter(act.wanted()::isAfter).isPresent()) {
                    standing.add(act);
                } else {
                    underWay.add(act);
                    people.execute(() -> act(act));
                }
            }
            return Optional.ofNullable(planned.peek()).map(Act::due);
        }
    }

    private void act(Act act) {
        try {
            act.what().run();
        } catch (RuntimeException e) {
            if (act.tries() >= TRIES) {
                LOG.error("a virtual person gave up", e);
            } else {
                LOG.debug("a virtual person tries again: {}", e.toString());
                plan(clock.instant().plus(AFTER_FAILURE), act.wanted(), act.what(), act.tries() + 1);
            }
        } finally {
            // After what it leads to is planned: nothing is forgotten between the two.
            underWay.remove(act);
        }
    }

    @Override
    public void close() {
        ticker.close();
        people.shutdownNow();
    }
}

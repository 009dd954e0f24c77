package org.tafelronde.webchat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Person;

/**
 * Who watches hears what changes. One thread reads the board's changes in their order, after a nudge and every second (another process
 * may have written), and remembers the newest, so that two hundred pages need not each ask the database.
 */
final class News implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final int AT_ONCE = 500;
    private static final int REMEMBERED = 2_000;

    private final Board board;
    private final Runnable everySecond;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread t = new Thread(work, "webchat-news");
        t.setDaemon(true);
        return t;
    });
    private final AtomicBoolean nudged = new AtomicBoolean();

    private final Map<String, List<Consumer<Change>>> watchers = new ConcurrentHashMap<>();
    private final List<Consumer<Change>> watchingAll = new CopyOnWriteArrayList<>();
    private final List<Consumer<Set<String>>> wakes = new CopyOnWriteArrayList<>();

    /** Who is in a place; only the thread looks. */
    private final Map<String, Set<String>> audiences = new HashMap<>();

    private final Deque<Item> newest = new ArrayDeque<>();
    /** Everything up to here was told; what is newer than {@code since} is also remembered. */
    private volatile long told = -1;

    private long since;

    private record Item(Change change, Set<String> audience) {}

    News(Board board, Runnable everySecond) {
        this.board = board;
        this.everySecond = everySecond;
    }

    void start() {
        // It catches what goes wrong itself, and ends when the thread does: nobody has to ask how it went.
        var unused = thread.scheduleWithFixedDelay(this::everySecond, 1, 1, TimeUnit.SECONDS);
    }

    /** Something was written. */
    void nudge() {
        if (isWatched() && nudged.compareAndSet(false, true)) {
            try {
                thread.execute(this::tell);
            } catch (RejectedExecutionException e) {
                LOG.debug("closing: nobody is told any more");
            }
        }
    }

    private boolean isWatched() {
        return told >= 0;
    }

    AutoCloseable watch(Person person, Consumer<Change> listener) {
        begin();
        List<Consumer<Change>> theirs = watchers.computeIfAbsent(person.id(), id -> new CopyOnWriteArrayList<>());
        theirs.add(listener);
        return () -> theirs.remove(listener);
    }

    AutoCloseable watch(Consumer<Change> listener) {
        begin();
        watchingAll.add(listener);
        return () -> watchingAll.remove(listener);
    }

    /** Calls with the ids of the people for whom something is new; {@link #after} tells what. */
    AutoCloseable wake(Consumer<Set<String>> listener) {
        begin();
        wakes.add(listener);
        return () -> wakes.remove(listener);
    }

    private void begin() {
        synchronized (newest) {
            if (told < 0) {
                told = board.last();
                since = told;
            }
        }
    }

    private void everySecond() {
        try {
            everySecond.run();
        } catch (RuntimeException e) {
            LOG.warn("the web chat could not tidy up and tries again", e);
        }
        if (isWatched()) {
            tell();
        }
    }

    private void tell() {
        nudged.set(false);
        try {
            List<Change> changes;
            do {
                changes = board.changes(told, AT_ONCE);
                tell(changes);
            } while (changes.size() == AT_ONCE);
        } catch (RuntimeException e) {
            LOG.warn("the web chat could not read what is new and tries again", e);
        }
    }

    private void tell(List<Change> changes) {
        Set<String> concerned = new HashSet<>();
        for (Change change : changes) {
            Item item = new Item(change, audience(change));
            remember(item);
            concerned.addAll(item.audience());
            watchingAll.forEach(w -> tell(w, change));
            item.audience().forEach(id -> watchers.getOrDefault(id, List.of()).forEach(w -> tell(w, change)));
        }
        if (!concerned.isEmpty()) {
            wakes.forEach(w -> w.accept(concerned));
        }
    }

    private static void tell(Consumer<Change> watcher, Change change) {
        try {
            watcher.accept(change);
        } catch (RuntimeException e) {
            LOG.warn("somebody who watches the web chat failed", e);
        }
    }

    private Set<String> audience(Change change) {
        String place = change.place().id();
        return switch (change) {
            case Change.Message message -> audiences.computeIfAbsent(place, this::members);
            case Change.Room room -> {
                Set<String> members = members(place);
                audiences.put(place, members);
                yield members;
            }
            case Change.Gone gone -> {
                audiences.remove(place);
                yield Set.of(gone.person().id());
            }
        };
    }

    private Set<String> members(String place) {
        return board.members(place).stream().map(m -> m.person().id()).collect(Collectors.toUnmodifiableSet());
    }

    private void remember(Item item) {
        synchronized (newest) {
            newest.addLast(item);
            told = item.change().seq();
            while (newest.size() > REMEMBERED) {
                since = newest.removeFirst().change().seq();
            }
        }
    }

    /**
     * Some changes after a number, in order.
     *
     * @param upTo go on from here
     * @param more whether there may be more already
     */
    record Page(List<Change> changes, long upTo, boolean more) {}

    Page after(Person person, long cursor) {
        begin();
        synchronized (newest) {
            if (cursor >= since && cursor <= told) {
                return new Page(remembered(person, cursor), told, false);
            }
        }
        long last = board.last();
        // A number from before the database was put back to an older one.
        if (cursor > last) {
            return new Page(List.of(), last, false);
        }
        List<Change> changes = board.changes(person.id(), cursor, AT_ONCE);
        boolean more = changes.size() == AT_ONCE;
        return new Page(changes, more ? changes.getLast().seq() : Math.max(last, lastOf(changes, cursor)), more);
    }

    private static long lastOf(List<Change> changes, long otherwise) {
        return changes.isEmpty() ? otherwise : changes.getLast().seq();
    }

    private List<Change> remembered(Person person, long cursor) {
        List<Change> found = new ArrayList<>();
        for (Iterator<Item> it = newest.descendingIterator(); it.hasNext(); ) {
            Item item = it.next();
            if (item.change().seq() <= cursor) {
                break;
            }
            if (item.audience().contains(person.id())) {
                found.add(item.change());
            }
        }
        return found.reversed();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}

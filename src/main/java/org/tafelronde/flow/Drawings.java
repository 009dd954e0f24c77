package org.tafelronde.flow;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Media;

/**
 * The shelf as platforms see it: what a turn only sketched is drawn when somebody first asks for it, and put on the shelf instead. That is
 * outside of any turn, and one at a time: to draw a page takes more memory than all the rest of the program.
 */
public final class Drawings implements Media, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Drawings.class);
    /** So long somebody waits who opens it; it is drawn to its end all the same. */
    private static final long PATIENCE_SECONDS = 60;

    private final Shelf shelf;
    private final Digests digests;
    private final ExecutorService hand;
    private final Map<String, CompletableFuture<Optional<Medium>>> underHand = new ConcurrentHashMap<>();
    /** What could not be drawn; it is tried again after the next start. */
    private final Set<String> spoilt = ConcurrentHashMap.newKeySet();

    public Drawings(Shelf shelf, Digests digests) {
        this.shelf = shelf;
        this.digests = digests;
        this.hand = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("drawings").daemon().factory());
    }

    @Override
    public Optional<Medium> find(String medium) {
        Optional<Medium> there = shelf.find(medium);
        return there.filter(digests::isSketch).isEmpty() ? there : waited(begun(medium));
    }

    @Override
    public boolean isReady(String medium) {
        boolean ready = shelf.find(medium)
                .filter(digests::isSketch)
                .filter(sketch -> !isSpoilt(medium, sketch))
                .isEmpty();
        if (!ready) {
            begun(medium);
        }
        return ready;
    }

    /** Who asks for what is being drawn gets the same. */
    private CompletableFuture<Optional<Medium>> begun(String medium) {
        CompletableFuture<Optional<Medium>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Medium>> other = underHand.putIfAbsent(medium, mine);
        if (other != null) {
            return other;
        }
        hand.execute(() -> {
            try {
                mine.complete(drawn(medium));
            } finally {
                mine.complete(Optional.empty());
                underHand.remove(medium);
            }
        });
        return mine;
    }

    /** Read again now: it may have been drawn, renewed or deleted since it was asked for; and again when that happened meanwhile. */
    private Optional<Medium> drawn(String medium) {
        Optional<Medium> there = shelf.find(medium);
        if (there.filter(digests::isSketch).isEmpty()) {
            return there;
        }
        Medium sketch = there.get();
        if (isSpoilt(medium, sketch)) {
            return Optional.empty();
        }
        try {
            Medium drawing = digests.drawn(sketch);
            return shelf.replace(medium, sketch, drawing) ? Optional.of(drawing) : drawn(medium);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            if (hand.isShutdown()) {
                return Optional.empty();
            }
            // A file less is better than a message less, whatever this machine lacks for drawing.
            LOG.error("{} cannot be drawn", medium, e);
            spoilt.add(trace(medium, sketch));
            return Optional.empty();
        }
    }

    private boolean isSpoilt(String medium, Medium sketch) {
        return spoilt.contains(trace(medium, sketch));
    }

    private static String trace(String medium, Medium sketch) {
        return medium + " " + Arrays.hashCode(sketch.bytes());
    }

    private static Optional<Medium> waited(CompletableFuture<Optional<Medium>> drawing) {
        try {
            return drawing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}

package org.tafelronde.slack;

import com.google.gson.JsonObject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Panel;
import org.tafelronde.chat.UnknownOutcome;

/**
 * The app's Home, where everybody finds their panel. It stays fresh for who opened it lately: what changed is published again, at once after
 * that person did something, else a little later. What Slack does not take now, it is given at a later look: nobody is told of it, and no
 * message waits for it.
 */
final class Homes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);
    private static final String METHOD = "views.publish";

    /** Who opened it longer ago than this looks at something else by now. */
    private static final Duration FRESH = Duration.ofHours(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    /** Looking reads the database: so many people in a second at most, who waited longest first. */
    private static final int LOOKS = 10;

    private static final int MOST_VIEWERS = 2_000;

    private final Line line;
    private final Workspaces workspaces;
    private final Folk folk;
    private final Provider<Panel> panel;
    private final InstantSource clock;
    private final Map<SlackId, Viewer> viewers = new LinkedHashMap<>();
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    Homes(Line line, Workspaces workspaces, Folk folk, Provider<Panel> panel, InstantSource clock) {
        this.line = line;
        this.workspaces = workspaces;
        this.folk = folk;
        this.panel = panel;
        this.clock = clock;
    }

    /** Somebody who opened it. Its lock holds while it is published, so that no older page comes after a newer one. */
    private static final class Viewer {
        final SlackId who;
        volatile Instant openedAt;
        volatile Instant lookedAt = Instant.EPOCH;
        String published = "";

        Viewer(SlackId who, Instant openedAt) {
            this.who = who;
            this.openedAt = openedAt;
        }
    }

    /**
     * Somebody opened it, or pressed something on it.
     *
     * @param anew whether Slack has nothing to show them yet
     */
    void opened(Workspace in, String user, boolean anew) {
        Viewer viewer = opened(new SlackId(in.team(), user));
        beside.execute(() -> show(in, viewer, anew));
    }

    private Viewer opened(SlackId who) {
        Instant now = clock.instant();
        synchronized (viewers) {
            // The one who opened it last is the last to be forgotten.
            Viewer viewer = viewers.containsKey(who) ? viewers.remove(who) : new Viewer(who, now);
            viewer.openedAt = now;
            viewers.put(who, viewer);
            if (viewers.size() > MOST_VIEWERS) {
                viewers.remove(viewers.keySet().iterator().next());
            }
            return viewer;
        }
    }

    /** Somebody did something elsewhere in Slack that may show on their page. */
    void did(Workspace in, String user) {
        Viewer viewer;
        synchronized (viewers) {
            viewer = viewers.get(new SlackId(in.team(), user));
        }
        if (viewer != null) {
            beside.execute(() -> show(in, viewer, false));
        }
    }

    /** Looks whose page changed. */
    void work() {
        due().forEach(this::look);
    }

    private void look(Viewer viewer) {
        try {
            workspaces
                    .of(viewer.who.team())
                    .filter(w -> line.pace().until(w.team(), METHOD, "").isZero())
                    .ifPresent(w -> show(w, viewer, false));
        } catch (SlackSaysNo | SlackAsksPatience | UnknownOutcome e) {
            LOG.debug("a page is looked at a little later: {}", e.getMessage());
        }
    }

    private List<Viewer> due() {
        Instant now = clock.instant();
        synchronized (viewers) {
            viewers.values().removeIf(v -> v.openedAt.plus(FRESH).isBefore(now));
            return viewers.values().stream()
                    .filter(v -> !v.lookedAt.plus(BETWEEN_LOOKS).isAfter(now))
                    .sorted(Comparator.comparing((Viewer v) -> v.lookedAt))
                    .limit(LOOKS)
                    .toList();
        }
    }

    private void show(Workspace in, Viewer viewer, boolean anew) {
        synchronized (viewer) {
            viewer.lookedAt = clock.instant();
            try {
                String user = viewer.who.id();
                JsonObject page = Forms.home(panel.get().of(folk.speaker(in, user, "")));
                String view = page.toString();
                if (anew || !view.equals(viewer.published)) {
                    viewer.published = "";
                    line.ask(in, METHOD, c -> c.viewsPublish(r -> r.userId(user).viewAsString(view)));
                    viewer.published = view;
                }
            } catch (SlackAsksPatience | UnknownOutcome e) {
                LOG.debug("a page is shown a little later: {}", e.getMessage());
            } catch (SlackSaysNo e) {
                LOG.warn("Slack does not show somebody their page: {}", e.getMessage());
                forget(viewer);
            } catch (RuntimeException e) {
                LOG.warn("a page could not be made: {}", e.toString());
            }
        }
    }

    /** What Slack refused it refuses again; when they open it the next time it is tried. */
    private void forget(Viewer viewer) {
        synchronized (viewers) {
            viewers.remove(viewer.who);
        }
    }

    @Override
    public void close() {
        beside.shutdown();
    }
}

package org.tafelronde.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tafelronde.Server;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Stores;

/** How far a rehearsal is: a bar on a terminal, a line for each step elsewhere. */
final class Progress implements AutoCloseable {
    private final Stores stores;
    private final String session;
    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;
    private String step = "";

    private Progress(Stores stores, Session session, PrintWriter lines, @Nullable ProgressBar bar) {
        this.stores = stores;
        this.session = session.setting().id();
        this.lines = lines;
        this.bar = bar;
    }

    static Progress of(Server server, Session session, PrintWriter lines) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        ProgressBar bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(session.script().title())
                        .setInitialMax(session.script().length().toMinutes())
                        .setUnit(" min", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build()
                : null;
        return new Progress(server.bean(Stores.class), session, lines, bar);
    }

    void look() {
        Optional<Session> now = stores.sessions().find(session);
        Optional<Step> at = now.flatMap(Session::step);
        if (at.isEmpty()) {
            return;
        }
        if (bar != null) {
            bar.stepTo(minutes(now.get()));
            bar.setExtraMessage(at.get().title());
        } else if (!at.get().title().equals(step)) {
            step = at.get().title();
            lines.println(step);
            lines.flush();
        }
    }

    private long minutes(Session s) {
        Instant cafe = s.setting().tempo().cafe(stores.clock().instant());
        return s.startedAt()
                .map(start -> Duration.between(start, cafe).toMinutes())
                .orElse(0L);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

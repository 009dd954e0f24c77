package org.tafelronde;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.Keepsakes;
import org.tafelronde.desk.Watching;
import org.tafelronde.flow.Aftermath;
import org.tafelronde.flow.FrontDoor;
import org.tafelronde.flow.Retention;
import org.tafelronde.flow.Stores;
import org.tafelronde.flow.Stragglers;
import org.tafelronde.flow.Tidying;
import org.tafelronde.flow.TimerFlow;
import org.tafelronde.flow.Waking;
import org.tafelronde.outbox.Courier;
import org.tafelronde.time.Ticker;
import org.tafelronde.webchat.WebChat;

/** What moves by itself: one ticker for the timers, one for the desks, and a courier for each platform that is on. */
@Singleton
final class Engine {
    private final Stores stores;
    private final FrontDoor door;
    private final Nudges nudges;
    private final List<ChatPlatform> platforms;
    private final WebChat web;
    private final List<Keepsakes> keepsakes;
    private final Watching desks;
    private final Retention retention;
    private final Stragglers stragglers;
    private final InstantSource clock;
    private final List<Ticker> tickers = new ArrayList<>();

    Engine(
            Stores stores,
            FrontDoor door,
            Nudges nudges,
            List<ChatPlatform> platforms,
            WebChat web,
            List<Keepsakes> keepsakes,
            Watching desks,
            Retention retention,
            Stragglers stragglers,
            InstantSource clock) {
        this.stores = stores;
        this.door = door;
        this.nudges = nudges;
        this.platforms = platforms;
        this.web = web;
        this.keepsakes = keepsakes;
        this.desks = desks;
        this.retention = retention;
        this.stragglers = stragglers;
        this.clock = clock;
    }

    /** From now on time passes and messages are said. Doing it again does nothing. */
    public synchronized void start() {
        if (!tickers.isEmpty()) {
            return;
        }
        platforms.forEach(p -> stores.deliveries().orphaned(p.platform()));
        new Waking(stores, door).wake();
        Aftermath aftermath = new Aftermath(stores, door, nudges);
        add(new Ticker("timers", clock, new TimerFlow(stores, door, stragglers, nudges)));
        add(new Ticker("desks", clock, desks));
        for (ChatPlatform platform : platforms) {
            Courier courier = new Courier(
                    platform, stores.deliveries(), stores.addresses(), stores.transactions(), aftermath, clock);
            add(new Ticker("courier-" + platform.platform().name(), clock, courier));
        }
        add(new Ticker("tidying", clock, new Tidying(stores, retention, keepsakes, clock.instant())));
        tickers.forEach(Ticker::start);
        web.hearWhatWasMissed();
    }

    private void add(Ticker ticker) {
        tickers.add(ticker);
        nudges.add(ticker);
    }

    /** Lets what is at hand end. */
    @PreDestroy
    synchronized void stop() {
        tickers.forEach(Ticker::close);
        tickers.clear();
    }
}

package org.tafelronde;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tafelronde.time.Ticker;

/** Wakes everybody who may have something to do, after something was committed. */
final class Nudges implements Runnable {
    private final List<Ticker> tickers = new CopyOnWriteArrayList<>();

    void add(Ticker ticker) {
        tickers.add(ticker);
    }

    @Override
    public void run() {
        tickers.forEach(Ticker::nudge);
    }
}

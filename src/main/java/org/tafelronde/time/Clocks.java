package org.tafelronde.time;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one clock of the house. */
@Factory
final class Clocks {
    /** Whole milliseconds, as they are stored: what is read back equals what was written. The framework has a clock too. */
    @Primary
    @Singleton
    InstantSource clock() {
        Clock system = Clock.systemUTC();
        return () -> system.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Singleton
    Ids ids(InstantSource clock) {
        return new Ids(clock);
    }
}

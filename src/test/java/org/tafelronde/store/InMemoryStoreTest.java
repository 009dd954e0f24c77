package org.tafelronde.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Every port's contract, kept by the store that stories are told on: what it allows, a database allows too. */
class InMemoryStoreTest {
    private static TestStore memory;

    @BeforeAll
    static void open() {
        memory = TestStore.inMemory();
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    @Nested
    class OfSessions extends SessionsContract {
        OfSessions() {
            super(memory);
        }
    }

    @Nested
    class OfTimers extends TimersContract {
        OfTimers() {
            super(memory);
        }
    }

    @Nested
    class OfHarvests extends HarvestsContract {
        OfHarvests() {
            super(memory);
        }
    }

    @Nested
    class OfMemory extends MemoryContract {
        OfMemory() {
            super(memory);
        }
    }

    @Nested
    class OfPlaces extends PlacesContract {
        OfPlaces() {
            super(memory);
        }
    }

    @Nested
    class OfDeliveries extends DeliveriesContract {
        OfDeliveries() {
            super(memory);
        }
    }
}

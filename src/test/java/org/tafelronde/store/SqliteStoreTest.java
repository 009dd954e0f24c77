package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.TWO;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tafelronde.outbox.Delivery;

/** Every port's contract, kept on SQLite. */
class SqliteStoreTest {
    private static TestStore sqlite;

    @BeforeAll
    static void open() {
        sqlite = TestStore.onSqlite();
    }

    @AfterAll
    static void close() {
        sqlite.close();
    }

    @Nested
    class OfSessions extends SessionsContract {
        OfSessions() {
            super(sqlite);
        }
    }

    @Nested
    class OfNotes extends NotesContract {
        OfNotes() {
            super(sqlite);
        }
    }

    @Nested
    class OfTimers extends TimersContract {
        OfTimers() {
            super(sqlite);
        }
    }

    @Nested
    class OfHarvests extends HarvestsContract {
        OfHarvests() {
            super(sqlite);
        }
    }

    @Nested
    class OfMemory extends MemoryContract {
        OfMemory() {
            super(sqlite);
        }
    }

    @Nested
    class OfPlaces extends PlacesContract {
        OfPlaces() {
            super(sqlite);
        }
    }

    @Nested
    class OfInstallations extends InstallationsContract {
        OfInstallations() {
            super(sqlite);
        }
    }

    @Nested
    class OfDeliveries extends DeliveriesContract {
        OfDeliveries() {
            super(sqlite);
        }
    }

    @Nested
    class OfOne extends StoreContract {
        OfOne() {
            super(sqlite);
        }

        @Test
        void what_was_being_said_when_the_process_died_is_unknown_at_once() {
            String session = kept();
            Delivery saying = DeliveriesContract.sending(Samples.post(session, "a", "1"), TWO.plusSeconds(60));
            sqlite.deliveries().add(List.of(saying));
            sqlite.deliveries().orphaned(Samples.CHAT);
            Delivery unknown = sqlite.deliveries().ready(Samples.CHAT, TWO, 1).getFirst();
            assertThat(unknown.id()).isEqualTo(saying.id());
            assertThat(unknown.state()).isEqualTo(Delivery.State.UNKNOWN);
        }
    }
}

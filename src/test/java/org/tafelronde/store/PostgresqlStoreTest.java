package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.TWO;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tafelronde.outbox.Delivery;

/** Every port's contract, kept on a real PostgreSQL. */
class PostgresqlStoreTest {
    private static TestStore postgresql;

    @BeforeAll
    static void open() {
        postgresql = TestStore.onPostgresql();
    }

    @AfterAll
    static void close() {
        postgresql.close();
    }

    @Nested
    class OfSessions extends SessionsContract {
        OfSessions() {
            super(postgresql);
        }
    }

    @Nested
    class OfNotes extends NotesContract {
        OfNotes() {
            super(postgresql);
        }
    }

    @Nested
    class OfTimers extends TimersContract {
        OfTimers() {
            super(postgresql);
        }
    }

    @Nested
    class OfHarvests extends HarvestsContract {
        OfHarvests() {
            super(postgresql);
        }
    }

    @Nested
    class OfMemory extends MemoryContract {
        OfMemory() {
            super(postgresql);
        }
    }

    @Nested
    class OfPlaces extends PlacesContract {
        OfPlaces() {
            super(postgresql);
        }
    }

    @Nested
    class OfInstallations extends InstallationsContract {
        OfInstallations() {
            super(postgresql);
        }
    }

    @Nested
    class OfDeliveries extends DeliveriesContract {
        OfDeliveries() {
            super(postgresql);
        }
    }

    @Nested
    class OfSeveral extends StoreContract {
        OfSeveral() {
            super(postgresql);
        }

        @Test
        void what_another_server_is_saying_is_left_to_it_while_its_lease_lasts() {
            String session = kept();
            Delivery saying = DeliveriesContract.sending(Samples.post(session, "a", "1"), TWO.plusSeconds(60));
            postgresql.deliveries().add(List.of(saying));
            postgresql.deliveries().orphaned(Samples.CHAT);
            assertThat(postgresql.deliveries().ready(Samples.CHAT, TWO, 1)).isEmpty();
            assertThat(postgresql.deliveries().ready(Samples.CHAT, TWO.plusSeconds(60), 1))
                    .containsExactly(saying);
        }
    }
}

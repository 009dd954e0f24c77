package org.tafelronde.store;

import org.junit.jupiter.api.BeforeEach;
import org.tafelronde.domain.session.Session;

/** Every test begins with an empty store. */
abstract class StoreContract {
    protected final TestStore store;

    StoreContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void empty() {
        for (Session session : store.sessions().all()) {
            store.sessions().delete(session.setting().id());
        }
        store.memory().forgetBefore(java.time.Instant.parse("2100-01-01T00:00:00Z"));
    }

    /** A session that is kept. */
    protected String kept() {
        Session session = Samples.session();
        store.sessions().add(session);
        return session.setting().id();
    }
}

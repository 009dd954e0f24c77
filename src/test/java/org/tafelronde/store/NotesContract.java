package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tafelronde.teams.Notes;

/** What Teams told once. */
abstract class NotesContract extends StoreContract {
    NotesContract(TestStore store) {
        super(store);
    }

    @Test
    void a_note_is_kept_and_replaced() {
        Notes notes = store.bean(Notes.class);
        assertThat(notes.find("service")).isEmpty();
        notes.keep("service", "https://smba.trafficmanager.net/emea/");
        notes.keep("service", "https://smba.trafficmanager.net/teams/");
        assertThat(notes.find("service")).contains("https://smba.trafficmanager.net/teams/");
        assertThat(notes.find("service/19:a@thread.tacv2")).isEmpty();
    }
}

package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void notes_are_listed_by_their_names_and_forgotten() {
        Notes notes = store.bean(Notes.class);
        notes.keep("chat/ada", "a:1");
        notes.keep("chat/ben", "a:2");
        assertThat(notes.names()).contains("chat/ada", "chat/ben");
        notes.forget(List.of("chat/ada", "chat/nobody"));
        assertThat(notes.names()).contains("chat/ben").doesNotContain("chat/ada");
        assertThat(notes.find("chat/ada")).isEmpty();
        notes.keep("chat/ada", "a:3");
        assertThat(notes.find("chat/ada")).contains("a:3");
    }
}

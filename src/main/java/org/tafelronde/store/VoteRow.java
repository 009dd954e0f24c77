package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import org.tafelronde.domain.harvest.Vote;

@Introspected
record VoteRow(String session, String theme, String voter, String question) {
    Vote vote() {
        return new Vote(theme, voter, question);
    }
}

package org.tafelronde.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.tafelronde.domain.harvest.DebriefAnswer;

@MappedEntity("answer")
record AnswerRow(@Id String id, String session, int prompt, String answeredBy, String words, long at) {

    static AnswerRow of(DebriefAnswer a) {
        return new AnswerRow(a.id(), a.session(), a.prompt(), a.by(), a.text(), Millis.of(a.at()));
    }

    DebriefAnswer answer() {
        return new DebriefAnswer(id, session, prompt, answeredBy, words, Millis.instant(at));
    }
}

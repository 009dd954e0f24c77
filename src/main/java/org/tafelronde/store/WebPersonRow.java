package org.tafelronde.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.webchat.WebPerson;

/** Somebody with a pass of the web chat. */
@MappedEntity("web_person")
record WebPersonRow(@Id String id, String name, String language, boolean mayBegin, String direct) {

    static WebPersonRow of(WebPerson p) {
        return new WebPersonRow(
                p.person().id(),
                p.name(),
                p.language(),
                p.mayBegin(),
                p.direct().id());
    }

    WebPerson person() {
        return new WebPerson(
                new Person(Platform.WEBCHAT, id), name, language, mayBegin, new Place(Platform.WEBCHAT, direct));
    }
}

package org.tafelronde.webchat;

import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Speaker;

/**
 * Somebody with a pass.
 *
 * @param name as they gave it: it may hold anything but control characters
 * @param language "nl" or "en"
 * @param mayBegin whether they may begin a café of their own; who came by an invitation alone may not
 * @param direct where they and the bot are alone
 */
public record WebPerson(Person person, String name, String language, boolean mayBegin, Place direct) {
    Speaker speaking() {
        return new Speaker(person, name, language, mayBegin);
    }

    WebPerson called(String otherName, String otherLanguage) {
        return new WebPerson(person, otherName, otherLanguage, mayBegin, direct);
    }

    WebPerson allowedToBegin() {
        return new WebPerson(person, name, language, true, direct);
    }
}

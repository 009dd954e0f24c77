package org.tafelronde.domain.harvest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/** Reads each text of one language once. It is for one thread at a time. */
final class Remembering implements Linguist {
    private final Linguist linguist;
    private final Map<String, List<Word>> read = new HashMap<>();

    Remembering(Linguist linguist) {
        this.linguist = linguist;
    }

    @Override
    public List<Word> read(String text, Language language) {
        return read.computeIfAbsent(text, t -> linguist.read(t, language));
    }

    @Override
    public void prepare(ReferenceCard card, Language language) {
        linguist.prepare(card, language);
    }

    @Override
    public Optional<Taught> taught(ReferenceCard card, Language language) {
        return linguist.taught(card, language);
    }
}

package org.tafelronde.flow;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.domain.script.Language;

/** The list of commands, for completion while somebody types. */
public final class Menu implements CommandMenu {
    @Override
    public List<Entry> commands(String language) {
        // No command's help tells a time, so any zone will do.
        Voice voice = Voice.in(Language.of(language).orElse(Language.EN), ZoneOffset.UTC);
        return Stream.of(Word.Who.EVERYBODY, Word.Who.HOST, Word.Who.FACILITATOR)
                .flatMap(who -> Help.entries(voice, who).stream())
                .toList();
    }
}

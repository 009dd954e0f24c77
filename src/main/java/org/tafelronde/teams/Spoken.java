package org.tafelronde.teams;

import java.util.regex.Pattern;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Form;

/** The bot's words as they are true in Teams: there is no {@code /cafe}, people mention the bot. What people wrote stays as it is. */
final class Spoken {
    static final String BOT = "@Tafelronde";
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/])/cafe(?![\\w-])");

    private Spoken() {}

    static String here(String words) {
        return COMMAND.matcher(words).replaceAll(BOT);
    }

    static Content here(Content content) {
        return new Content(content.parts().stream().map(Spoken::here).toList(), content.buttons(), content.box());
    }

    static Form here(Form form) {
        return new Form(form.action(), here(form.title()), here(form.intro()), form.fields(), form.submit());
    }

    private static Part here(Part part) {
        return switch (part) {
            case Part.Heading h -> new Part.Heading(here(h.text()));
            case Part.Paragraph p -> new Part.Paragraph(here(p.text()));
            case Part.Bullets b ->
                new Part.Bullets(b.items().stream().map(Spoken::here).toList());
            case Part.Note n -> new Part.Note(here(n.text()));
            case Part.Timed t -> new Part.Timed(here(t.sentence()), t.at(), t.shown());
            case Part.Numbered n -> n;
            case Part.Quote q -> q;
            case Part.Picture p -> p;
            case Part.File f -> f;
        };
    }
}

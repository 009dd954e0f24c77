package org.tafelronde.webchat;

import java.util.List;
import java.util.stream.Stream;
import org.tafelronde.chat.Content;

/** Which pictures and files a message speaks of. */
final class Pictures {
    private Pictures() {}

    static List<String> in(Content content) {
        return content.parts().stream()
                .flatMap(part -> switch (part) {
                    case Content.Part.Picture p -> Stream.of(p.medium());
                    case Content.Part.File f -> Stream.of(f.medium());
                    case Content.Part.Heading h -> Stream.<String>empty();
                    case Content.Part.Paragraph p -> Stream.<String>empty();
                    case Content.Part.Bullets b -> Stream.<String>empty();
                    case Content.Part.Numbered n -> Stream.<String>empty();
                    case Content.Part.Quote q -> Stream.<String>empty();
                    case Content.Part.Note n -> Stream.<String>empty();
                    case Content.Part.Timed t -> Stream.<String>empty();
                })
                .toList();
    }
}

package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanvasMarkdownTest {
    /** As somebody typed it, and as the digest's file has it already. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            - ![](@U0ADA)              ¦ - \\!\\[\\](@U0ADA)
            - !\\[\\](@U0ADA)        ¦ - \\!\\[\\](@U0ADA)
            - ![](#C0CAFE)             ¦ - \\!\\[\\](#C0CAFE)
            - [klik](https://x.example) ¦ - \\[klik\\](https\\://x.example)
            - \\[klik\\](http://x)     ¦ - \\[klik\\](http\\://x)
            - <b>vet</b>, <@U0ADA>     ¦ - \\<b>vet\\</b>, \\<@U0ADA>
            - \\<script\\>            ¦ - \\<script\\>
            - www.x.example, WWW.X     ¦ - www\\.x.example, WWW\\.X
            - boos :rage: en :+1:      ¦ - boos \\:rage: en \\:+1:
            - \\\\[a](b)              ¦ - \\\\\\[a\\](b)
            Deelnemers: 16             ¦ Deelnemers: 16
            1. Wie? — *ronde 1*        ¦ 1. Wie? — *ronde 1*
            ### Privacy                ¦ ### Privacy
            #### Ronde 1: Idee         ¦ **Ronde 1: Idee**
            ###### Diep                ¦ **Diep**
            |:---|:-:|---:|            ¦ |:---|:-:|---:|
            | Privacy | 5 | 2 |        ¦ | Privacy | 5 | 2 |
            """)
    void nothing_in_it_is_more_than_words(String file, String canvas) {
        assertThat(CanvasMarkdown.of(file)).isEqualTo(canvas + "\n");
    }

    @Test
    void lines_stay_lines() {
        assertThat(CanvasMarkdown.of("# A\n\n- b\n  - c\n")).isEqualTo("# A\n\n- b\n  - c\n");
    }
}

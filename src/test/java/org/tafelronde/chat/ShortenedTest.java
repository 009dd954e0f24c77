package org.tafelronde.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must fit is cut between characters as people see them. */
class ShortenedTest {

    @Test
    void what_fits_stays_as_it_is() {
        assertThat(Shortened.to(5, "tea 🍵")).isEqualTo("tea ");
        assertThat(Shortened.to(6, "tea 🍵")).isEqualTo("tea 🍵");
        assertThat(Shortened.withDots(6, "tea 🍵")).isEqualTo("tea 🍵");
    }

    @Test
    void dots_say_that_there_is_more() {
        assertThat(Shortened.withDots(5, "Who pays?")).isEqualTo("Who …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍🔬", "🇳🇱", "👍🏽", "e\u0301", "🍵", "❤️", "각"})
    void a_character_is_whole_or_not_there(String character) {
        String text = "tea" + character + "tea";
        for (int most = 0; most <= text.length(); most++) {
            String cut = Shortened.to(most, text);
            assertThat(cut.length()).isLessThanOrEqualTo(most);
            assertThat(text).startsWith(cut);
            assertThat(cut.length() <= 3 || cut.startsWith("tea" + character))
                    .as("%s cut to %d is %s", text, most, cut)
                    .isTrue();
        }
    }
}

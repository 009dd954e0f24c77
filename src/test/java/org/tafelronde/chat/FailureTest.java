package org.tafelronde.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure is kept as one line. */
class FailureTest {
    @ParameterizedTest
    @EnumSource(Failure.Kind.class)
    void is_read_from_its_line(Failure.Kind kind) {
        for (String detail : new String[] {"", "Slack: is_archived, chat.postMessage", "ARCHIVED: twice"}) {
            Failure failure = new Failure(kind, detail);
            assertThat(Failure.ofLine(failure.line())).contains(failure);
        }
    }

    @Test
    void a_line_from_before_there_were_kinds_is_told_as_it_is() {
        assertThat(Failure.ofLine("the channel is archived"))
                .contains(new Failure(Failure.Kind.OTHER, "the channel is archived"));
        assertThat(Failure.ofLine("")).isEmpty();
    }
}

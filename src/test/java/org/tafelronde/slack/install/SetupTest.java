package org.tafelronde.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator may set for Slack, and what not. */
class SetupTest {
    private static Setup at(String url) {
        return new Setup("xoxb-1", "secret", "", "", "", url, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://slack.com/api/", "http://10.0.0.1/api/", "ftp://localhost/", "slack.com"})
    void a_token_is_never_said_in_clear_outside_this_machine(String url) {
        assertThatThrownBy(() -> at(url).check()).hasMessageContaining("SLACK_API_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "https://slack.com/api/, https://slack.com/api/",
        "https://slack.com/api, https://slack.com/api/",
        "https://slack.com, https://slack.com/api/",
        "http://localhost:4003/, http://localhost:4003/api/",
        "http://127.0.0.1:4003/api/, http://127.0.0.1:4003/api/"
    })
    void an_address_is_taken_as_it_is_meant(String said, String meant) {
        assertThat(at(said).apiUrl()).isEqualTo(meant);
    }
}

package org.tafelronde.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
    private final Vault vault = vault("a secret that is long enough");

    @Test
    void what_was_locked_opens_again() throws Exception {
        String locked = vault.lock("T1", "xoxb-é-1");

        assertThat(locked).matches("[A-Za-z0-9_-]+").doesNotContain("xoxb");
        assertThat(vault.unlock("T1", locked)).isEqualTo("xoxb-é-1");
        assertThat(vault("a secret that is long enough").unlock("T1", locked)).isEqualTo("xoxb-é-1");
        assertThat(vault.lock("T1", "xoxb-é-1")).isNotEqualTo(locked);
    }

    @Test
    void with_another_secret_it_stays_locked() {
        String locked = vault.lock("T1", "xoxb-1");

        assertThatThrownBy(() -> vault("another secret, long enough").unlock("T1", locked))
                .isInstanceOf(Vault.Unreadable.class)
                .hasMessageNotContaining("xoxb");
    }

    @Test
    void what_was_locked_for_one_does_not_open_for_another() {
        String locked = vault.lock("T1", "xoxb-1");

        assertThatThrownBy(() -> vault.unlock("T2", locked)).isInstanceOf(Vault.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_was_never_locked_does_not_open(String text) {
        assertThatThrownBy(() -> vault.unlock("T1", text)).isInstanceOf(Vault.Unreadable.class);
    }

    private static Vault vault(String secret) {
        return new Vault(new Seal(secret.getBytes(StandardCharsets.UTF_8)));
    }
}

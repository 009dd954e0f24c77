package org.tafelronde.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_beside_the_database_for_nobody_else_to_read() throws Exception {
        String database = "jdbc:sqlite:" + folder.resolve("sub/cafes.db") + "?cache=shared";
        Seal first = new Secrets().seal("", database);
        Seal second = new Secrets().seal("", database);

        Path secret = folder.resolve("sub/secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(secret).strip()).hasSize(52);
        assertThat(second.isSigned("pass", "ada", first.sign("pass", "ada"))).isTrue();
        try (var files = Files.list(folder.resolve("sub"))) {
            assertThat(files).containsExactly(secret);
        }
    }

    @Test
    void a_secret_that_is_set_goes_before_and_must_be_long_enough() {
        Seal set = new Secrets().seal("a long enough secret", "jdbc:sqlite:" + folder.resolve("cafes.db"));

        assertThat(folder).isEmptyDirectory();
        assertThat(set.sign("pass", "ada")).matches("[A-Za-z0-9_-]{43}");
        assertThatThrownBy(() -> new Secrets().seal("short", "")).hasMessageContaining("TAFELRONDE_SECRET");
    }

    @Test
    void what_is_signed_for_one_purpose_is_worth_nothing_for_another() {
        Seal seal = new Seal(new byte[32]);

        assertThat(seal.isSigned("pass", "ada", seal.sign("pass", "ada"))).isTrue();
        assertThat(seal.isSigned("desk", "ada", seal.sign("pass", "ada"))).isFalse();
        assertThat(seal.isSigned("pass", "ada", seal.sign("passa", "da"))).isFalse();
    }

    @Test
    void a_database_elsewhere_has_its_secret_in_data() {
        assertThat(Secrets.folder("jdbc:postgresql://host/cafes")).isEqualTo(Path.of("data"));
        assertThat(Secrets.folder("jdbc:sqlite:cafes.db")).isEqualTo(Path.of("."));
        assertThat(Secrets.folder("jdbc:sqlite:data/tafelronde.db")).isEqualTo(Path.of("data"));
        assertThat(Secrets.folder("")).isEqualTo(Path.of("data"));
    }
}

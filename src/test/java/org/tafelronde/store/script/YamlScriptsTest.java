package org.tafelronde.store.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.ScriptProblem;
import org.tafelronde.flow.Scripts.Found;

class YamlScriptsTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private YamlScripts scripts;

    @BeforeEach
    void two_scripts_one_of_them_broken() throws IOException {
        Files.writeString(folder.resolve("small.en.yaml"), SmallScript.GOOD);
        Files.writeString(folder.resolve("broken.yaml"), SmallScript.with("title: A small", "ttile: A small"));
        Files.writeString(folder.resolve("notes.txt"), "milk");
        Files.writeString(elsewhere.resolve("outside.yaml"), SmallScript.GOOD);
        scripts = new YamlScripts(folder.toString());
    }

    @Test
    void a_script_is_found_by_its_name_its_file_or_its_path() {
        assertThat(found("small.en").name()).isEqualTo("small.en");
        assertThat(found("small.en.yaml").name()).isEqualTo("small.en");
        assertThat(found(folder.resolve("small.en.yaml").toString()).name()).isEqualTo("small.en");
    }

    @Test
    void who_asks_for_another_hears_which_there_are() {
        assertThat(scripts.find("large")).isEqualTo(new Found.None("large", List.of("broken", "small.en")));
        assertThat(scripts.find("\0")).isInstanceOf(Found.None.class);
    }

    @Test
    void a_broken_script_is_found_with_its_problems() {
        assertThat(((Found.Bad) scripts.find("broken")).problems())
                .extracting(ScriptProblem::line)
                .containsExactly(1, 3);
    }

    @Test
    void only_scripts_that_can_be_run_are_offered() {
        assertThat(scripts.all()).extracting(Script::name).containsExactly("small.en");
    }

    @Test
    void a_mended_script_can_be_tried_at_once() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), SmallScript.GOOD);

        assertThat(found("broken").title()).isEqualTo("A small café");
        assertThat(found("broken")).isSameAs(found("broken"));

        Files.writeString(folder.resolve("broken.yaml"), SmallScript.with("A small", "A mended"));
        assertThat(found("broken").title()).isEqualTo("A mended café");

        Files.writeString(folder.resolve("broken.yaml"), "broken again");
        assertThat(scripts.find("broken")).isInstanceOf(Found.Bad.class);
    }

    @Test
    void nobody_in_a_chat_reads_files_elsewhere_on_the_server() {
        String path = elsewhere.resolve("outside.yaml").toString();

        assertThat(scripts.find(path)).isInstanceOf(Found.None.class);
        assertThat(scripts.find(folder + "/../" + elsewhere.getFileName() + "/outside.yaml"))
                .isInstanceOf(Found.None.class);
    }

    @Test
    void the_servers_owner_lets_a_script_in_from_elsewhere() {
        assertThat(scripts.admit(elsewhere.resolve("outside.yaml").toString())).isInstanceOf(Found.Good.class);

        assertThat(found("outside").name()).isEqualTo("outside");
        assertThat(scripts.admit("small.en")).isInstanceOf(Found.Good.class);
        assertThat(scripts.admit(elsewhere.resolve("nowhere.yaml").toString())).isInstanceOf(Found.None.class);
    }

    @Test
    void a_folder_that_is_not_there_has_no_scripts() {
        YamlScripts nowhere = new YamlScripts(folder.resolve("nowhere").toString());

        assertThat(nowhere.all()).isEmpty();
        assertThat(nowhere.find("small.en")).isEqualTo(new Found.None("small.en", List.of()));
    }

    @Test
    void a_picture_is_shown_and_missed_without_harm() {
        YamlScripts seeds = new YamlScripts("seeds/scripts");
        Script script = ((Found.Good) seeds.find("smart-from-the-start.nl")).script();

        Media.Medium picture = seeds.picture(script, "trauma-insight.nl.png");
        assertThat(picture.name()).isEqualTo("trauma-insight.nl.png");
        assertThat(picture.type()).isEqualTo("image/png");
        assertThat(picture.bytes()).hasSizeGreaterThan(10_000);

        assertThat(seeds.picture(script, "gone.png").type()).isEqualTo("image/png");
    }

    private Script found(String name) {
        Found found = scripts.find(name);
        assertThat(found).isInstanceOf(Found.Good.class);
        return ((Found.Good) found).script();
    }
}

package org.tafelronde.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests ask for what the program needs, and for nothing else. */
class ManifestTest {
    private static final String HTTP = "slack.yaml";
    private static final String SOCKET = "slack-socket.yaml";

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET})
    void its_scopes_are_those_of_the_table(String file) {
        assertThat(texts(manifest(file).at("/oauth_config/scopes/bot")))
                .containsExactlyInAnyOrderElementsOf(Scope.ids());
        assertThat(texts(manifest(file).at("/oauth_config/scopes/bot_optional")))
                .as("those that it can do without, once more")
                .containsExactlyInAnyOrderElementsOf(Scope.optionalIds())
                .containsExactly("canvases:write", "usergroups:read");
        assertThat(manifest(file).at("/oauth_config/scopes").size())
                .as("the bot's alone")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET})
    void its_events_are_those_of_the_table(String file) {
        assertThat(texts(manifest(file).at("/settings/event_subscriptions/bot_events")))
                .containsExactlyInAnyOrderElementsOf(Scope.allEvents());
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET})
    void what_people_meet_is_there(String file) {
        JsonNode features = manifest(file).path("features");
        assertThat(features.at("/app_home/home_tab_enabled").asBoolean()).isTrue();
        assertThat(features.at("/app_home/messages_tab_read_only_enabled").asBoolean(true))
                .isFalse();
        assertThat(features.at("/slash_commands/0/command").asText()).isEqualTo("/cafe");
        assertThat(features.at("/slash_commands/0/should_escape").asBoolean()).isTrue();
        assertThat(features.at("/shortcuts/0/type").asText()).isEqualTo("message");
        assertThat(features.at("/shortcuts/0/name").asText()).isEqualTo("Save as question");
        assertThat(manifest(file).at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
    }

    /** Slack's own limits: 35 letters for a name, 140 for a description, 24 for a shortcut's name. */
    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET})
    void it_keeps_within_what_slack_takes(String file) {
        JsonNode manifest = manifest(file);
        assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/features/shortcuts/0/name").asText()).hasSizeBetween(1, 24);
    }

    @Test
    void the_two_differ_in_the_way_in_alone() {
        ObjectNode http = manifest(HTTP);
        ObjectNode socket = manifest(SOCKET);
        List<String> addresses = new ArrayList<>();
        strip(http, addresses);
        assertThat(addresses)
                .allMatch(a -> a.startsWith("https://cafe.example.org/slack/"))
                .filteredOn(a -> a.endsWith("/slack/events"))
                .hasSize(3);
        assertThat(addresses).hasSize(4).contains("https://cafe.example.org/slack/oauth_redirect");
        assertThat(((ObjectNode) socket.path("settings"))
                        .remove("socket_mode_enabled")
                        .asBoolean())
                .isTrue();
        assertThat(((ObjectNode) http.path("settings"))
                        .remove("socket_mode_enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(socket).isEqualTo(http);
    }

    /** Takes all addresses out. */
    private static void strip(JsonNode node, List<String> addresses) {
        if (node instanceof ObjectNode object) {
            for (String name : List.of("url", "request_url")) {
                if (object.has(name)) {
                    addresses.add(object.remove(name).asText());
                }
            }
            if (object.has("redirect_urls")) {
                addresses.addAll(texts(object.remove("redirect_urls")));
            }
        }
        node.forEach(child -> strip(child, addresses));
    }

    static ObjectNode manifest(String file) {
        try {
            return (ObjectNode)
                    new YAMLMapper().readTree(Path.of("manifests", file).toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}

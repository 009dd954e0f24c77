package org.tafelronde.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.MediaLinks;

/** Files for people on other platforms: who has the address reads them, and nobody makes one up. */
class LinkedMediaTest {
    private static final String THERE = "s/a b/case.svg";

    private final WebServer server = new WebServer(Map.of("tafelronde.base-url", "https://cafe.example.org/"));

    @AfterEach
    void closes() {
        server.close();
    }

    private String link(String medium) {
        URI link = server.bean(MediaLinks.class).to(medium).orElseThrow();
        assertThat(link.toString()).startsWith("https://cafe.example.org/files/");
        return link.getRawPath();
    }

    @Test
    void who_has_the_address_needs_no_pass() {
        WebServer.Reply reply = server.browser().get(link(THERE));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("<svg/>");
        assertThat(reply.header("content-security-policy")).contains("sandbox");
        assertThat(reply.header("cache-control")).isEqualTo("private, no-store");
        assertThat(reply.header("x-robots-tag")).isEqualTo("noindex");
    }

    @Test
    void an_address_that_was_not_given_leads_nowhere() {
        String signature = link(THERE).split("/")[2];
        assertThat(signature).hasSizeGreaterThan(40);
        String forged = (signature.startsWith("A") ? "B" : "A") + signature.substring(1);

        assertThat(server.browser().get(link(THERE).replace(signature, forged)).status())
                .isEqualTo(404);
        assertThat(server.browser().get("/files/" + signature + "/s/other.svg").status())
                .isEqualTo(404);
        assertThat(server.browser().get("/files//" + THERE.replace(" ", "%20")).status())
                .isEqualTo(404);
    }

    @Test
    void without_an_https_address_there_are_no_links() {
        for (String base : new String[] {"", "http://cafe.example.org"}) {
            try (WebServer other = new WebServer(Map.of("tafelronde.base-url", base))) {
                assertThat(other.bean(MediaLinks.class).to(THERE)).isEmpty();
                // A page of this server's own needs no name for it.
                String here =
                        other.bean(MediaLinks.class).here(THERE).orElseThrow().getRawPath();
                assertThat(other.browser().get(here).body()).isEqualTo("<svg/>");
            }
        }
    }
}

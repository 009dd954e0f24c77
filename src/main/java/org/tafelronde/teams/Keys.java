package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.UnknownOutcome;

/** The keys by which Teams signs: kept for a day, and asked for anew once an hour at most when one is missing. */
final class Keys {
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

    private final Line line;
    private final TeamsSettings settings;
    private final InstantSource clock;
    private Map<String, Key> keys = Map.of();
    private Instant asked = Instant.MIN;

    /**
     * @param endorsements for which channels it may sign
     */
    record Key(RSAKey key, Set<String> endorsements) {}

    Keys(Line line, TeamsSettings settings, InstantSource clock) {
        this.line = line;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws UnknownOutcome or {@link TeamsAsksPatience} when there are no keys and nobody gives any
     */
    synchronized Optional<Key> find(String id) {
        Instant now = clock.instant();
        boolean old = keys.isEmpty() || !now.isBefore(asked.plus(GOOD_FOR));
        boolean missing = !keys.containsKey(id) && !now.isBefore(asked.plus(ASKED_AGAIN_AFTER));
        if (old || missing) {
            ask(now, old);
        }
        return Optional.ofNullable(keys.get(id));
    }

    /**
     * How many keys may sign for a channel, asked now.
     *
     * @throws UnknownOutcome or {@link TeamsAsksPatience} when nobody gives any
     */
    long signing(String channel) {
        return fetched().values().stream()
                .filter(k -> k.endorsements().contains(channel))
                .count();
    }

    private void ask(Instant now, boolean needed) {
        try {
            keys = fetched();
            asked = now;
        } catch (UnknownOutcome | TeamsAsksPatience e) {
            if (needed) {
                throw e;
            }
            asked = now;
        }
    }

    private Map<String, Key> fetched() {
        JsonNode about = page(settings.openId().orElseThrow());
        URI where = URI.create(about.path("jwks_uri").asText());
        if (!settings.mayHoldKeys(where)) {
            throw new UnknownOutcome("the keys of Teams are in a strange place", new IllegalStateException());
        }
        Map<String, Key> found = new HashMap<>();
        // Read as it is: a library that knows keys drops what they are endorsed for.
        for (JsonNode key : page(where).path("keys")) {
            Set<String> endorsements = new HashSet<>();
            key.path("endorsements").forEach(e -> endorsements.add(e.asText()));
            try {
                found.put(key.path("kid").asText(), new Key(RSAKey.parse(key.toString()), endorsements));
            } catch (ParseException e) {
                // A key of another kind signs nothing that we take.
                continue;
            }
        }
        return found;
    }

    private JsonNode page(URI uri) {
        return Json.read(line.page(uri))
                .orElseThrow(() -> new UnknownOutcome("no JSON at " + uri.getPath(), new IllegalStateException()));
    }
}

package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets in what Teams brings, and nothing else. */
final class Gate {
    private static final String ISSUER = "https://api.botframework.com";
    static final String CHANNEL = "msteams";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";

    private final Keys keys;
    private final TeamsSettings settings;
    private final InstantSource clock;

    /** Whether somebody is let in. */
    sealed interface Verdict {}

    /**
     * Who proved to be Teams.
     *
     * @param service where it says it is to be answered; empty: in a playground without tokens, anywhere on this machine
     */
    record Caller(Optional<String> service) implements Verdict {}

    /** It is not Teams. */
    record Stranger(Refusal why) implements Verdict {}

    Gate(Keys keys, TeamsSettings settings, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param near whether who asks is on this machine
     * @throws org.tafelronde.chat.UnknownOutcome or {@link TeamsAsksPatience} when nobody can say now
     */
    Verdict caller(@Nullable String authorization, boolean near) {
        if (settings.openId().isEmpty()) {
            return settings.playground() && near ? new Caller(Optional.empty()) : new Stranger(Refusal.NO_TOKEN);
        }
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return new Stranger(Refusal.NO_TOKEN);
        }
        try {
            return caller(
                    SignedJWT.parse(authorization.substring(BEARER.length()).strip()));
        } catch (ParseException | JOSEException e) {
            return new Stranger(Refusal.SIGNATURE);
        }
    }

    private Verdict caller(SignedJWT token) throws ParseException, JOSEException {
        String id = token.getHeader().getKeyID();
        if (id == null || !JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return new Stranger(Refusal.SIGNATURE);
        }
        Optional<Keys.Key> key = keys.find(id);
        if (key.isEmpty() || !token.verify(new RSASSAVerifier(key.get().key().toRSAPublicKey()))) {
            return new Stranger(Refusal.SIGNATURE);
        }
        if (!key.get().endorsements().contains(CHANNEL)) {
            return new Stranger(Refusal.ENDORSEMENT);
        }
        return signed(token.getJWTClaimsSet());
    }

    private Verdict signed(JWTClaimsSet claims) throws ParseException {
        if (!ISSUER.equals(claims.getIssuer())) {
            return new Stranger(Refusal.ISSUER);
        }
        if (!List.of(settings.appId()).equals(claims.getAudience())) {
            return new Stranger(Refusal.AUDIENCE);
        }
        if (!isTimely(claims)) {
            return new Stranger(Refusal.EXPIRED);
        }
        Optional<String> service = Optional.ofNullable(claims.getStringClaim("serviceurl"));
        return service.isPresent() ? new Caller(service) : new Stranger(Refusal.SERVICE_ADDRESS);
    }

    private boolean isTimely(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant().plus(SKEW))
                && (claims.getNotBeforeTime() == null
                        || !now.isBefore(claims.getNotBeforeTime().toInstant().minus(SKEW)));
    }

    /**
     * Whether this caller may bring it: from where it says it is, on a channel that it may sign for, out of our own directory.
     *
     * @return empty: it may
     */
    Optional<Refusal> objection(Caller caller, JsonNode activity) {
        String service = activity.path("serviceUrl").asText();
        boolean elsewhere = caller.service().filter(s -> !s.equals(service)).isPresent();
        if (elsewhere || !settings.isService(service)) {
            return Optional.of(Refusal.SERVICE_ADDRESS);
        }
        if (!CHANNEL.equals(activity.path("channelId").asText())) {
            return Optional.of(Refusal.CHANNEL);
        }
        return isOfOurDirectory(activity) ? Optional.empty() : Optional.of(Refusal.TENANT);
    }

    private boolean isOfOurDirectory(JsonNode activity) {
        List<String> tenants = Stream.of(
                        activity.path("channelData").path("tenant").path("id"),
                        activity.path("conversation").path("tenantId"))
                .flatMap(t -> Json.text(t).stream())
                .map(t -> t.toLowerCase(Locale.ROOT))
                .toList();
        return !tenants.isEmpty() && tenants.stream().allMatch(settings.tenant()::equals);
    }
}

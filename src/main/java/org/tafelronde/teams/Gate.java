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
    private static final String CHANNEL = "msteams";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";

    private final Keys keys;
    private final TeamsSettings settings;
    private final InstantSource clock;

    /**
     * Who proved to be Teams.
     *
     * @param service where it says it is to be answered; empty: in a playground without tokens, anywhere on this machine
     */
    record Caller(Optional<String> service) {}

    Gate(Keys keys, TeamsSettings settings, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param near whether who asks is on this machine
     * @return empty: it is not Teams
     * @throws org.tafelronde.chat.UnknownOutcome or {@link TeamsAsksPatience} when nobody can say now
     */
    Optional<Caller> caller(@Nullable String authorization, boolean near) {
        if (settings.openId().isEmpty()) {
            return settings.playground() && near ? Optional.of(new Caller(Optional.empty())) : Optional.empty();
        }
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        try {
            return caller(
                    SignedJWT.parse(authorization.substring(BEARER.length()).strip()));
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private Optional<Caller> caller(SignedJWT token) throws ParseException, JOSEException {
        String id = token.getHeader().getKeyID();
        if (id == null || !JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return Optional.empty();
        }
        Optional<Keys.Key> key = keys.find(id).filter(k -> k.endorsements().contains(CHANNEL));
        if (key.isEmpty() || !token.verify(new RSASSAVerifier(key.get().key().toRSAPublicKey()))) {
            return Optional.empty();
        }
        JWTClaimsSet claims = token.getJWTClaimsSet();
        boolean ours =
                ISSUER.equals(claims.getIssuer()) && List.of(settings.appId()).equals(claims.getAudience());
        Optional<String> service = Optional.ofNullable(claims.getStringClaim("serviceurl"));
        return ours && isTimely(claims) && service.isPresent() ? Optional.of(new Caller(service)) : Optional.empty();
    }

    private boolean isTimely(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant().plus(SKEW))
                && (claims.getNotBeforeTime() == null
                        || !now.isBefore(claims.getNotBeforeTime().toInstant().minus(SKEW)));
    }

    /** Whether this caller may bring it: from where it says it is, on a channel that it may sign for, out of our own directory. */
    boolean mayBring(Caller caller, JsonNode activity) {
        String service = activity.path("serviceUrl").asText();
        List<String> tenants = Stream.of(
                        activity.path("channelData").path("tenant").path("id"),
                        activity.path("conversation").path("tenantId"))
                .flatMap(t -> Json.text(t).stream())
                .map(t -> t.toLowerCase(Locale.ROOT))
                .toList();
        return settings.isService(service)
                && caller.service().filter(s -> !s.equals(service)).isEmpty()
                && CHANNEL.equals(activity.path("channelId").asText())
                && !tenants.isEmpty()
                && tenants.stream().allMatch(settings.tenant()::equals);
    }
}

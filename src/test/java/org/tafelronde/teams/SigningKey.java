package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** A key by which Teams signs, or somebody who would like to be it. */
record SigningKey(RSAKey rsa) {
    static SigningKey fresh() {
        try {
            return new SigningKey(new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The same name, and another key. */
    SigningKey forged() {
        try {
            return new SigningKey(
                    new RSAKeyGenerator(2048).keyID(rsa.getKeyID()).generate());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode published(List<String> endorsements) {
        ObjectNode key = (ObjectNode) Json.read(rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        endorsements.forEach(key.withArray("endorsements")::add);
        return key;
    }

    static JWTClaimsSet.Builder claims(String service, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer("https://api.botframework.com")
                .audience(FakeTeams.APP)
                .claim("serviceurl", service)
                .notBeforeTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(3_600)));
    }

    /** As in the header {@code Authorization}. */
    String bearer(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(rsa.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(rsa));
            return "Bearer " + jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}

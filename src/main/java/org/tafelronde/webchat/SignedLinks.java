package org.tafelronde.webchat;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tafelronde.chat.MediaLinks;
import org.tafelronde.secret.Seal;

/** Addresses at which {@link LinkedMediaController} serves without a pass: only this server can sign them. */
@Singleton
final class SignedLinks implements MediaLinks {
    static final String PATH = "/files/";
    private static final String PURPOSE = "a medium for who has its address";

    private final Seal seal;
    private final String baseUrl;

    SignedLinks(Seal seal, @Property(name = "tafelronde.base-url", defaultValue = "") String baseUrl) {
        this.seal = seal;
        this.baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    }

    @Override
    public Optional<URI> to(String medium) {
        return baseUrl.startsWith("https://") ? Optional.of(URI.create(baseUrl + signed(medium))) : Optional.empty();
    }

    @Override
    public Optional<URI> here(String medium) {
        return Optional.of(URI.create(signed(medium)));
    }

    private String signed(String medium) {
        return PATH + seal.sign(PURPOSE, medium) + "/" + path(medium);
    }

    boolean isSigned(String signature, String medium) {
        return seal.isSigned(PURPOSE, medium, signature);
    }

    /** The slashes stay: they are part of the path. */
    static String path(String medium) {
        return URLEncoder.encode(medium, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}

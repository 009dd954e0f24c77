package org.tafelronde;

import io.micronaut.core.value.PropertyResolver;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where the server listens, and where people find it, as it was set.
 *
 * @param port -1: any that is free
 * @param baseUrl without a slash at its end; empty: where it listens
 */
record Address(String host, int port, Optional<String> baseUrl) {

    /**
     * @throws SettingProblem when one of the settings means nothing
     */
    static Address of(PropertyResolver settings) {
        String host = said(settings, "micronaut.server.host");
        String port = said(settings, "micronaut.server.port");
        if (!port.matches("-1|\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw SettingProblem.noPort(port);
        }
        try {
            // A name is looked up once; an address as it is.
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw SettingProblem.noHost(host);
        }
        String base = said(settings, "tafelronde.base-url").replaceFirst("/+$", "");
        if (!base.isEmpty() && !isWeb(base)) {
            throw SettingProblem.noBaseUrl(base);
        }
        return new Address(host, Integer.parseInt(port), Optional.of(base).filter(b -> !b.isEmpty()));
    }

    private static String said(PropertyResolver settings, String name) {
        return settings.getProperty(name, String.class).orElse("").strip();
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

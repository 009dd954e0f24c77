package org.tafelronde.teams;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How to reach Teams, and who may speak to us as Teams.
 *
 * @param openId where the keys are by which Teams signs; empty (in a playground only): whoever is on this machine is heard
 * @param serviceHosts where our token may go
 * @param targeted whether what one person alone should see is said where they wrote, in a message that Teams shows to nobody else
 * @param playground on a developer's machine, without Microsoft
 */
record TeamsSettings(
        String appId,
        String secret,
        String tenant,
        Optional<URI> openId,
        URI token,
        URI graph,
        Set<String> serviceHosts,
        boolean targeted,
        boolean playground) {
    static final String OPEN_ID = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    static final String TOKEN = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token";
    static final String GRAPH = "https://graph.microsoft.com";
    static final String SERVICE_HOSTS = "smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com,"
            + "smba.infra.gov.teams.microsoft.us,smba.infra.dod.teams.microsoft.us";

    static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    /** The Agents Playground's own has thirteen digits at the end. */
    private static final Pattern PLAYGROUNDS_ID = Pattern.compile(ID.pattern() + "\\p{XDigit}?");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SIGNERS = Set.of("login.botframework.com", "login.botframework.azure.us");

    /** What was set, as it was set; what is blank is as it is by itself. */
    record Said(
            String appId,
            String secret,
            String tenant,
            String openId,
            String token,
            String graph,
            String hosts,
            String targeted) {
        @Override
        public String toString() {
            return "settings of the app " + appId;
        }
    }

    static TeamsSettings of(Said said, boolean playground) {
        String secret = required("TEAMS_APP_SECRET", said.secret());
        String tenant = required("TEAMS_TENANT_ID", said.tenant());
        if (!(playground ? PLAYGROUNDS_ID : ID).matcher(tenant).matches()) {
            // A directory's name gets a token, but activities name the id, and nobody would be heard.
            throw new IllegalArgumentException("TEAMS_TENANT_ID is the directory's id (tenant id), like"
                    + " 0aa4ecf2-1e3c-4d65-a0a5-5c1f5d1b1b1b, and not \"" + tenant
                    + "\"; it stands in the app's registration at portal.azure.com");
        }
        Optional<URI> openId = playground && said.openId().isBlank()
                ? Optional.empty()
                : Optional.of(address("TEAMS_OPENID_URL", or(said.openId(), OPEN_ID), playground));
        openId.filter(u -> !playground && !SIGNERS.contains(u.getHost())).ifPresent(u -> {
            throw new IllegalArgumentException("TEAMS_OPENID_URL is on "
                    + SIGNERS.stream().sorted().toList() + ": whoever holds the keys there can speak as Teams");
        });
        return new TeamsSettings(
                said.appId().strip(),
                secret,
                tenant.toLowerCase(Locale.ROOT),
                openId,
                address("TEAMS_TOKEN_URL", or(said.token(), TOKEN).replace("{tenant}", tenant), playground),
                address("TEAMS_GRAPH_URL", or(said.graph(), GRAPH), playground),
                Arrays.stream(or(said.hosts(), SERVICE_HOSTS).split("[,\\s]+"))
                        .filter(h -> !h.isBlank())
                        .map(h -> h.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                isTrue("TEAMS_TARGETED", or(said.targeted(), "false")),
                playground);
    }

    private static boolean isTrue(String name, String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + " is true or false, and not \"" + said + "\"");
        };
    }

    private static String required(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("TEAMS_APP_ID is set, and " + name
                    + " is not; it stands in the app's registration at portal.azure.com");
        }
        return value.strip();
    }

    private static String or(String said, String otherwise) {
        return said.isBlank() ? otherwise : said.strip();
    }

    private static URI address(String name, String said, boolean playground) {
        URI uri = URI.create(said.replaceFirst("/+$", ""));
        if (uri.getHost() != null && isSafe(uri, playground)) {
            return uri;
        }
        throw new IllegalArgumentException(name + " begins with https://; http:// is for this machine alone"
                + " (http://localhost/...), with MICRONAUT_ENVIRONMENTS=playground");
    }

    private static boolean isSafe(URI uri, boolean playground) {
        return "https".equals(uri.getScheme())
                || (playground && "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    /** Whether what stands there is believed to be Microsoft's keys. */
    boolean mayHoldKeys(URI where) {
        return where.getHost() != null
                && isSafe(where, playground)
                && (playground || SIGNERS.contains(where.getHost()));
    }

    /** Whether our token may go to this address. */
    boolean isService(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getUserInfo() != null || !isSafe(uri, playground)) {
                return false;
            }
            boolean near = playground && LOOPBACK.contains(uri.getHost());
            return near || serviceHosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Teams as " + appId;
    }
}

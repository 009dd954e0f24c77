package org.tafelronde.teams;

import java.util.Locale;

/** Why somebody who came to our door as Teams was not let in, or what Teams brought was not heard. It says nothing of their token. */
enum Refusal {
    NO_TOKEN,
    SIGNATURE,
    ENDORSEMENT,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    SERVICE_ADDRESS,
    CHANNEL,
    TENANT;

    /** As it is counted and logged. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.tafelronde.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.tafelronde.flow.Desks;
import org.tafelronde.secret.Seal;

/** The signed links to desks, each for one person in one session. What was not given by this server, or was changed, is no link. */
public final class Links implements Desks {
    private static final String PURPOSE = "desk";

    private final Seal seal;
    private final Supplier<Optional<String>> server;

    /**
     * @param server its address; empty when people cannot reach it
     */
    public Links(Seal seal, Supplier<Optional<String>> server) {
        this.seal = seal;
        this.server = server;
    }

    /** Whose desk it is, and of which session. Whether they still run it is another question. */
    record Seat(String session, String person) {}

    @Override
    public Optional<String> address(String session, String person) {
        return server.get().map(address -> address + "/desk/" + token(new Seat(session, person)));
    }

    String token(Seat seat) {
        String said = seat.session() + " " + seat.person();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(said.getBytes(StandardCharsets.UTF_8)) + "."
                + seal.sign(PURPOSE, said);
    }

    Optional<Seat> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String said;
        try {
            said = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int gap = said.indexOf(' ');
        return gap > 0 && seal.isSigned(PURPOSE, said, token.substring(dot + 1))
                ? Optional.of(new Seat(said.substring(0, gap), said.substring(gap + 1)))
                : Optional.empty();
    }
}

package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tafelronde.slack.install.Installation;
import org.tafelronde.slack.install.Installations;

/** Slack's workspaces, with their tokens as they were locked. */
@Singleton
final class JdbcInstallations implements Installations {
    private final Rows rows;
    private final JdbcTransactions transactions;

    JdbcInstallations(Rows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Optional<Installation> of(String team) {
        return rows.find(team).map(Row::installation);
    }

    @Override
    public List<Installation> all() {
        return rows.all().stream().map(Row::installation).toList();
    }

    @Override
    public void keep(Installation i) {
        transactions.inOne(() -> rows.put(
                i.team(),
                i.name(),
                i.bot(),
                String.join(" ", new TreeSet<>(i.scopes())),
                i.locked(),
                Millis.of(i.endsAt()),
                Millis.of(i.installed())));
    }

    @Override
    public boolean replace(Installation was, Installation is) {
        return transactions.inOne(
                () -> rows.replace(was.team(), was.locked(), is.locked(), Millis.of(is.endsAt())) == 1);
    }

    @Override
    public void forget(String team) {
        transactions.inOne(() -> rows.forget(team));
    }

    @Introspected
    record Row(
            String team,
            String name,
            String bot,
            String scopes,
            String locked,
            @Nullable Long endsAt,
            long installed) {

        Installation installation() {
            return new Installation(
                    team,
                    name,
                    bot,
                    Arrays.stream(scopes.split(" ")).filter(s -> !s.isEmpty()).collect(Collectors.toSet()),
                    locked,
                    Millis.optional(endsAt),
                    Millis.instant(installed));
        }
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Rows extends GenericRepository<SessionRow, String> {
        @Query("SELECT * FROM slack_installation WHERE team = :team")
        Optional<Row> find(String team);

        @Query("SELECT * FROM slack_installation ORDER BY installed, team")
        List<Row> all();

        @Query("""
                INSERT INTO slack_installation (team, name, bot, scopes, locked, ends_at, installed)
                VALUES (:team, :name, :bot, :scopes, :locked, :endsAt, :installed)
                ON CONFLICT (team) DO UPDATE SET name = excluded.name, bot = excluded.bot, scopes = excluded.scopes,
                    locked = excluded.locked, ends_at = excluded.ends_at, installed = excluded.installed""")
        void put(
                String team,
                String name,
                String bot,
                String scopes,
                String locked,
                @Nullable Long endsAt,
                long installed);

        @Query("UPDATE slack_installation SET locked = :locked, ends_at = :endsAt WHERE team = :team AND locked = :was")
        long replace(String team, String was, String locked, @Nullable Long endsAt);

        @Query("DELETE FROM slack_installation WHERE team = :team")
        void forget(String team);
    }
}

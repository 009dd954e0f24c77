package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;

/** Places, and who is in them. */
@JdbcRepository(dialect = Dialect.ANSI)
interface WebPlaceRows extends CrudRepository<WebPlaceRow, String> {
    String SEEN = """
            SELECT p.id, p.kind, p.cafe, p.title, p.topic, p.archived, p.invite, p.owner,
            (SELECT count(*) FROM web_member x WHERE x.place = p.id) AS member_count,
            (SELECT count(*) FROM web_message g WHERE g.place = p.id AND g.seq > m.read_seq
                AND g.author <> :person AND NOT g.deleted) AS unread,
            coalesce((SELECT max(g.seq) FROM web_message g WHERE g.place = p.id), 0) AS newest
            FROM web_member m JOIN web_place p ON p.id = m.place WHERE m.person = :person""";
    String FIRST_DIRECT = " ORDER BY CASE p.kind WHEN 'DIRECT' THEN 0 ELSE 1 END, p.opened";

    String NAMED = """
            SELECT place, person, name FROM (SELECT x.place, w.id AS person, w.name,
            row_number() OVER (PARTITION BY x.place ORDER BY w.name, w.id) AS nth
            FROM web_member x JOIN web_person w ON w.id = x.person WHERE x.place IN (""";
    String FIRST_BY_NAME = ")) t WHERE nth <= :most ORDER BY place, nth";

    @Query("UPDATE web_place SET title = :title, topic = :topic, archived = :archived WHERE id = :id")
    void change(String id, String title, String topic, boolean archived);

    @Query("SELECT * FROM web_place WHERE name = :name")
    Optional<WebPlaceRow> named(String name);

    @Query("SELECT * FROM web_place WHERE invite = :invite AND invite <> ''")
    Optional<WebPlaceRow> invitedBy(String invite);

    @Query(SEEN + FIRST_DIRECT)
    List<WebPlaceRow.Seen> seen(String person);

    @Query(SEEN + " AND p.id IN (:only)" + FIRST_DIRECT)
    List<WebPlaceRow.Seen> seen(String person, Collection<String> only);

    /** Somebody in a place. */
    @Introspected
    record Sitting(String place, String person, String name) {
        Member member() {
            return new Member(new Person(Platform.WEBCHAT, person), name, true);
        }
    }

    /** The first by name of every place that the person is in. */
    @Query(NAMED + "SELECT place FROM web_member WHERE person = :person" + FIRST_BY_NAME)
    List<Sitting> around(String person, int most);

    @Query(NAMED + ":places" + FIRST_BY_NAME)
    List<Sitting> in(Collection<String> places, int most);

    @Query("""
            INSERT INTO web_member (place, person, read_seq) VALUES (:place, :person, 0)
            ON CONFLICT (place, person) DO NOTHING""")
    void join(String place, String person);

    @Query("DELETE FROM web_member WHERE place = :place AND person = :person")
    void part(String place, String person);

    @Query("SELECT count(*) FROM web_member WHERE place = :place AND person = :person")
    int isIn(String place, String person);

    @Query("UPDATE web_member SET read_seq = :seq WHERE place = :place AND person = :person AND read_seq < :seq")
    void read(String place, String person, long seq);

    @Query("INSERT INTO web_shown (medium, place) VALUES (:medium, :place) ON CONFLICT (medium, place) DO NOTHING")
    void show(String place, String medium);

    @Query("""
            SELECT count(*) FROM web_shown s JOIN web_member m ON m.place = s.place
            WHERE s.medium = :medium AND m.person = :person""")
    int maySee(String person, String medium);
}

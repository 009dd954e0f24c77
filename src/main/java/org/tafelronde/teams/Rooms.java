package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** Places: channels made through Graph, or where nobody consented to that, threads in the channel where the café was begun. */
final class Rooms {
    private static final int LONGEST_NAME = 50;
    private static final int HASH = 7;
    private static final Pattern CAFE = Pattern.compile("^[^-]+-[^-]+");
    private static final String PAGE = "500";
    private static final int MOST_PAGES = 20;

    private final Line line;
    private final Connector connector;
    private final Known known;
    private final TeamsSettings settings;
    private final Cards cards;

    Rooms(Line line, Connector connector, Known known, TeamsSettings settings, Cards cards) {
        this.line = line;
        this.connector = connector;
        this.known = known;
        this.settings = settings;
        this.cards = cards;
    }

    Place open(Outgoing.OpenPlace open) {
        String cafe = cafe(open.name());
        TeamsId home = home(cafe, open.invited());
        Optional<TeamsId> before = known.room(open.name());
        if (before.isPresent()) {
            return before.get().place();
        }
        String name = fitting(open.name());
        TeamsId room = known.isInThreads(cafe)
                ? thread(home, open)
                : channelOfThatName(home, name).orElseGet(() -> channel(cafe, home, name, open));
        known.room(open.name(), room);
        return room.place();
    }

    /** A thread is a message in its channel like any other. */
    Duration patience(Outgoing.OpenPlace open) {
        return known.home(cafe(open.name()))
                .filter(home -> known.isInThreads(cafe(open.name())))
                .map(home -> connector.pace().untilSaid(home.channel()))
                .orElseGet(connector.pace()::untilChannel);
    }

    /** All of a café's places are in one team. */
    private TeamsId home(String cafe, List<Person> invited) {
        TeamsId home = known.home(cafe)
                .or(() -> invited.stream().findFirst().flatMap(p -> known.lastOf(p.id())))
                .or(known::team)
                .orElseThrow(() -> TeamsSaysNo.atOnce(Failure.Kind.NO_TEAM, ""));
        known.home(cafe, home);
        return home;
    }

    private static String cafe(String name) {
        Matcher m = CAFE.matcher(name);
        return m.find() ? m.group() : name;
    }

    /** A name that is cut stays unique. */
    private static String fitting(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - HASH)
                        + String.format(Locale.ROOT, "%07x", name.hashCode() & 0xfffffff);
    }

    private Optional<TeamsId> channelOfThatName(TeamsId home, String name) {
        for (JsonNode channel : connector
                .ask(home, "/v3/teams/" + Line.step(home.team()) + "/conversations")
                .path("conversations")) {
            if (name.equals(channel.path("name").asText())) {
                return Optional.of(
                        TeamsId.channel(home.team(), channel.path("id").asText()));
            }
        }
        return Optional.empty();
    }

    private TeamsId channel(String cafe, TeamsId home, String name, Outgoing.OpenPlace open) {
        ObjectNode wanted = Json.object()
                .put("displayName", name)
                .put("description", open.title())
                .put("membershipType", "standard");
        try (Pace.Call onItsWay = connector.pace().channel()) {
            JsonNode made = line.graph("POST", "/v1.0/teams/" + group(home) + "/channels", Optional.of(wanted));
            TeamsId channel = TeamsId.channel(home.team(), made.path("id").asText());
            connector.isFresh(channel);
            return channel;
        } catch (TeamsSaysNo e) {
            if (e.status() != 403) {
                throw e;
            }
            known.isInThreads(cafe, true);
            return thread(home, open);
        }
    }

    private TeamsId thread(TeamsId home, Outgoing.OpenPlace open) {
        ObjectNode first = cards.messages(Content.of(new Content.Part.Heading(open.title())))
                .getFirst();
        TeamsId channel = TeamsId.channel(home.team(), home.channel());
        TeamsId room = channel.under(connector.begin(channel, first));
        known.thread(room);
        known.title(room, open.title());
        return room;
    }

    private String group(TeamsId place) {
        return known.group(place.team()).orElseGet(() -> {
            JsonNode team = connector.ask(place, "/v3/teams/" + Line.step(place.team()));
            String group = Json.text(team.path("aadGroupId"))
                    .orElseThrow(
                            () -> TeamsSaysNo.atOnce(Failure.Kind.OTHER, "Teams does not say which group the team is"));
            known.group(place.team(), group);
            return group;
        });
    }

    /** Everybody in the team is in its channels; who is not in the team, its owner lets in. */
    void invite(Place place) {
        TeamsId.of(place);
    }

    void archive(Place place) {
        TeamsId room = TeamsId.of(place);
        if (room.thread().isEmpty() && !room.isAlone()) {
            unlessNobodyConsented(() -> line.graph("POST", channelPath(room) + "/archive", Optional.of(Json.object())));
        }
        known.closed(room);
    }

    void remove(Place place) {
        TeamsId room = TeamsId.of(place);
        if (room.thread().isEmpty() && !room.isAlone()) {
            try (Pace.Call onItsWay = connector.pace().channel()) {
                line.graph("DELETE", channelPath(room), Optional.empty());
            } catch (TeamsSaysNo e) {
                if (e.status() == 403) {
                    archive(place);
                } else if (e.status() != 404) {
                    throw e;
                }
            }
        }
        known.closed(room);
    }

    private void unlessNobodyConsented(Runnable work) {
        try (Pace.Call onItsWay = connector.pace().channel()) {
            work.run();
        } catch (TeamsSaysNo e) {
            if (e.status() != 403) {
                throw e;
            }
        }
    }

    private String channelPath(TeamsId room) {
        return "/v1.0/teams/" + group(room) + "/channels/" + Line.step(room.channel());
    }

    List<Member> members(Place place) {
        TeamsId room = TeamsId.of(place);
        String of = room.isAlone() ? room.channel() : room.team();
        List<Member> members = new ArrayList<>();
        String more = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            JsonNode page = connector.ask(
                    room,
                    "/v3/conversations/" + Line.step(of) + "/pagedmembers?pageSize=" + PAGE
                            + (more.isEmpty() ? "" : "&continuationToken=" + Line.step(more)));
            page.path("members").forEach(m -> member(m).ifPresent(members::add));
            more = Json.text(page.path("continuationToken")).orElse("");
            if (more.isEmpty()) {
                break;
            }
        }
        return members;
    }

    private Optional<Member> member(JsonNode m) {
        Optional<String> id = Json.text(m.path("aadObjectId")).or(() -> Json.text(m.path("objectId")));
        id.ifPresent(person -> Json.text(m.path("id")).ifPresent(account -> known.account(person, account)));
        return id.map(person -> new Member(
                new Person(Platform.TEAMS, person), Json.text(m.path("name")).orElse(person), true));
    }

    /** An address that opens the place in Teams. */
    static String link(Known known, TeamsSettings settings, Place place) {
        TeamsId room = TeamsId.of(place);
        String team = known.group(room.team())
                        .map(g -> "groupId=" + Line.step(g) + "&")
                        .orElse("") + "tenantId=" + Line.step(settings.tenant());
        return room.thread()
                .map(root -> "https://teams.microsoft.com/l/message/" + Line.step(room.channel()) + "/"
                        + Line.step(root) + "?" + team)
                .orElseGet(() ->
                        "https://teams.microsoft.com/l/channel/" + Line.step(room.channel()) + "/channel?" + team);
    }
}

-- The web chat's own people, places and messages. Empty strings mean: none.
-- The same tables as in ../sqlite.

-- One row. Whoever writes counts up first, and so waits for whoever wrote before.
create table web_count (
    id integer not null primary key check (id = 1),
    n  bigint  not null
);
insert into web_count (id, n) values (1, 0);

create table web_person (
    id        text    not null primary key,
    name      text    not null,
    language  text    not null,
    may_begin boolean not null,
    direct    text    not null
);

create table web_place (
    id       text    not null primary key,
    name     text    not null,
    kind     text    not null,
    cafe     text    not null,
    title    text    not null,
    topic    text    not null,
    archived boolean not null,
    invite   text    not null,
    owner    text    not null,
    opened   bigint  not null
);
create unique index web_place_name on web_place (name);
create unique index web_place_invite on web_place (invite) where invite <> '';

create table web_member (
    place    text    not null references web_place (id) on delete cascade,
    person   text    not null references web_person (id) on delete cascade,
    read_seq bigint  not null,
    primary key (place, person)
);
create index web_member_person on web_member (person);

create table web_message (
    id          text    not null primary key,
    seq         bigint  not null,
    place       text    not null references web_place (id) on delete cascade,
    thread      text    not null,
    author      text    not null,
    author_name text    not null,
    at          bigint  not null,
    content     text    not null,
    edited      boolean not null,
    deleted     boolean not null,
    pinned      boolean not null,
    replies     integer not null,
    reactions   text    not null
);
create index web_message_place on web_message (place, seq);
create index web_message_thread on web_message (thread, seq) where thread <> '';
create index web_message_author on web_message (author) where author <> '';

-- What changed, in order: a message, a place (no message), or that a person is gone from a place. It may tell of places that are no more.
create table web_change (
    seq     bigint  not null primary key,
    place   text    not null,
    message text    not null,
    gone    text    not null
);
create index web_change_place on web_change (place);

-- Who is in the place may see the picture or file.
create table web_shown (
    medium text not null,
    place  text not null references web_place (id) on delete cascade,
    primary key (medium, place)
);
create index web_shown_place on web_shown (place);

-- What came of deliveries, and of what people did; kept also when the place is no more, so that nothing is done again.
create table web_done (
    id      text not null primary key,
    place   text not null,
    message text not null
);

-- Kept, and not yet known to be heard by the bot.
create table web_unheard (
    id     text    not null primary key,
    seq    bigint  not null,
    place  text    not null,
    person text    not null,
    kind   text    not null,
    json   text    not null
);

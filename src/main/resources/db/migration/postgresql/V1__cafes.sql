-- Times are milliseconds since 1970, in UTC. Ids are strings that sort by the time they were made, in every database alike ("C").
-- The same tables as in ../sqlite.

-- What a script said when a session began: editing the file changes no running café. Told apart by content.
create table script (
    id   text collate "C" not null primary key,
    name text not null,
    json text not null
);

create table session (
    id          text collate "C"    not null primary key,
    version     integer not null,
    script      text    not null references script (id),
    facilitator text    not null,
    stage       text    not null,
    rehearsal   boolean not null,
    -- Changes whenever somebody comes onto the roster or off it.
    people      text    not null,
    json        text    not null
);
create index session_open on session (id) where stage <> 'CLOSED';
create index session_script on session (script);

-- Who runs a session or takes part in it.
create table participant (
    person  text not null,
    session text not null references session (id) on delete cascade,
    primary key (person, session)
);
create index participant_session on participant (session);

-- When a session must be looked at next, in real time.
create table timer (
    session text    not null primary key,
    due     bigint  not null
);
create index timer_due on timer (due);

-- Our keys for places, and what the platforms call them.
create table place (
    place_key text collate "C" not null,
    platform  text not null,
    place_id  text not null,
    primary key (place_key, platform)
);
create index place_of on place (platform, place_id);

create table delivery (
    id         text collate "C"    not null primary key,
    session    text    not null,
    platform   text    not null,
    lane       text    not null,
    kind       text    not null,
    what       text    not null,
    about      text    not null,
    urgency    integer not null,
    promised   bigint  not null,
    not_before bigint  not null,
    deadline   bigint,
    state      text    not null,
    -- 1 while it is PENDING, SENDING or UNKNOWN: it holds its lane.
    waits      integer not null,
    attempts   integer not null,
    leased     bigint,
    ref_place  text,
    ref_id     text,
    sent_at    bigint,
    problem    text    not null
);
create index delivery_session on delivery (session, id);
-- Small, however many were said: only what waits is in it.
create index delivery_waits on delivery (platform, lane, id) where waits = 1;
create index delivery_made on delivery (platform, ref_place, ref_id) where ref_id is not null;

-- What was heard, and what was answered then.
create table heard (
    id     text collate "C"    not null primary key,
    answer text    not null,
    at     bigint  not null
);
create index heard_at on heard (at);

-- Replies in threads that are not known yet.
create table early (
    id       text collate "C"    not null primary key,
    platform text    not null,
    place_id text    not null,
    root_id  text    not null,
    reply    text    not null,
    at       bigint  not null
);
create index early_root on early (platform, place_id, root_id);

create table prompt (
    id       text collate "C"    not null primary key,
    session  text    not null,
    kind     text    not null,
    name     text    not null,
    round    integer,
    table_id text,
    theme    text,
    due_at   bigint  not null
);
create index prompt_session on prompt (session, due_at, id);

create table question (
    id           text collate "C"    not null primary key,
    session      text    not null,
    number       integer not null,
    words        text    not null,
    asked_by     text    not null,
    theme        text,
    round        integer,
    table_id     text,
    prompt       text,
    asked_at     bigint  not null,
    withdrawn_at bigint,
    source       text
);
create unique index question_number on question (session, number);
create index question_source on question (source) where source is not null;

-- The last number that a question of the session got.
create table question_count (
    session text    not null primary key,
    last    integer not null
);

create table vote (
    session  text not null,
    theme    text not null,
    voter    text not null,
    question text not null,
    primary key (session, theme, voter, question)
);

create table answer (
    id          text collate "C"    not null primary key,
    session     text    not null,
    prompt      integer not null,
    answered_by text    not null,
    words       text    not null,
    at          bigint  not null
);
create index answer_session on answer (session, id);

create table card (
    session  text    not null,
    round    integer not null,
    table_id text    not null,
    json     text    not null,
    primary key (session, round, table_id)
);

create table medium (
    id      text collate "C" not null primary key,
    session text not null,
    name    text not null,
    type    text not null,
    bytes   bytea not null
);
create index medium_session on medium (session);

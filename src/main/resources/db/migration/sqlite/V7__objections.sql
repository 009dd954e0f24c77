-- What people object to before management reads it. The same table as in ../postgresql.
create table objection (
    session text    not null,
    number  integer not null,
    json    text    not null,
    primary key (session, number)
) strict, without rowid;

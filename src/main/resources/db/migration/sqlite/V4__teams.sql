-- What Teams told once: service addresses, ids, which team a café is in. The same table as in ../postgresql.
create table teams_note (
    name  text not null primary key,
    value text not null
) strict, without rowid;

-- What the facilitator decided otherwise than the program suggested. The same table as in ../postgresql.
create table overruling (
    session text    not null,
    number  integer not null,
    json    text    not null,
    primary key (session, number)
) strict, without rowid;

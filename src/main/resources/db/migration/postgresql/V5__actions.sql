-- What is to be done after a café. The same table as in ../sqlite.
create table action_point (
    session text    not null,
    number  integer not null,
    json    text    not null,
    primary key (session, number)
);

-- The Slack workspaces that the bot is installed in over the web. The same tables as in ../postgresql.
create table slack_installation (
    team      text   not null primary key,
    name      text   not null,
    bot       text   not null,
    scopes    text   not null,
    -- The tokens, locked with the server's secret.
    locked    text   not null,
    -- When the token ends, in milliseconds; none: never.
    ends_at   integer,
    installed integer not null
) strict;

-- Who may come in. These tables stand beside the journal and are made from nothing: passwords and sessions are no part of
-- what was done, and must be able to vanish.
CREATE TABLE account (
    name   TEXT NOT NULL PRIMARY KEY,
    body   TEXT NOT NULL,
    -- What proves who it is: the hash of the password, and the secret of the second factor.
    secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Of sessions and tokens only the hash is kept.
CREATE TABLE session (
    hash    BLOB    NOT NULL PRIMARY KEY,
    account TEXT    NOT NULL,
    begun   INTEGER NOT NULL,
    made    INTEGER NOT NULL,
    seen    INTEGER NOT NULL,
    ends    INTEGER NOT NULL,
    csrf    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
    hash    BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Tries to log in that failed, by account and by address.
CREATE TABLE attempt (
    who   TEXT    NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    last  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who looked at protected material, and when.
CREATE TABLE audit (
    at      INTEGER NOT NULL,
    account TEXT    NOT NULL,
    chain   BLOB    NOT NULL,
    label   TEXT    NOT NULL,
    what    TEXT    NOT NULL
) STRICT;

CREATE INDEX audit_in_order ON audit (at);

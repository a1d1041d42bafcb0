-- Who may come in. These tables stand beside the journal and are made from nothing: passwords and sessions are no part of
-- what was done, and must be able to vanish.
CREATE TABLE account (
    name   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    body   TEXT COLLATE "C" NOT NULL,
    -- What proves who it is: the hash of the password, and the secret of the second factor.
    secret TEXT COLLATE "C" NOT NULL
);

-- Of sessions and tokens only the hash is kept.
CREATE TABLE session (
    hash    BYTEA   NOT NULL PRIMARY KEY,
    account TEXT COLLATE "C"    NOT NULL,
    begun   BIGINT  NOT NULL,
    made    BIGINT  NOT NULL,
    seen    BIGINT  NOT NULL,
    ends    BIGINT  NOT NULL,
    csrf    TEXT COLLATE "C"    NOT NULL
);

CREATE TABLE token (
    hash    BYTEA NOT NULL PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL,
    body    TEXT COLLATE "C" NOT NULL
);

-- Tries to log in that failed, by account and by address.
CREATE TABLE attempt (
    who   TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    count BIGINT  NOT NULL,
    last  BIGINT  NOT NULL
);

-- Who looked at protected material, and when.
CREATE TABLE audit (
    at      BIGINT  NOT NULL,
    account TEXT COLLATE "C"    NOT NULL,
    chain   BYTEA   NOT NULL,
    label   TEXT COLLATE "C"    NOT NULL,
    what    TEXT COLLATE "C"    NOT NULL
);

CREATE INDEX audit_in_order ON audit (at);

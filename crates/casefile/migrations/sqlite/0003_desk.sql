-- Searches that are kept.
CREATE TABLE search (
    chain BLOB NOT NULL,
    name  TEXT NOT NULL,
    label TEXT NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (chain, name, label)
) STRICT, WITHOUT ROWID;

-- What people say of claims, beside what was read. A claim that a person added has no reading.
CREATE TABLE review (
    id    BLOB NOT NULL PRIMARY KEY,
    chain BLOB NOT NULL,
    claim BLOB NOT NULL,
    label TEXT NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX review_of_claim ON review (claim);

-- What could not be read, with its bytes kept as a blob.
CREATE TABLE aside (
    chain  BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    label  TEXT NOT NULL,
    added  INTEGER NOT NULL,
    body   TEXT NOT NULL,
    PRIMARY KEY (chain, sha256, label)
) STRICT, WITHOUT ROWID;

-- What people say of how two documents hang together.
CREATE TABLE link (
    id    BLOB NOT NULL PRIMARY KEY,
    chain BLOB NOT NULL,
    label TEXT NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people say of whether two names are one actor.
CREATE TABLE actor_link (
    id    BLOB NOT NULL PRIMARY KEY,
    chain BLOB NOT NULL,
    label TEXT NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Searches that are kept.
CREATE TABLE search (
    chain BYTEA NOT NULL,
    name  TEXT COLLATE "C" NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, name, label)
);

-- What people say of claims, beside what was read. A claim that a person added has no reading.
CREATE TABLE review (
    id    BYTEA NOT NULL PRIMARY KEY,
    chain BYTEA NOT NULL,
    claim BYTEA NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

CREATE INDEX review_of_claim ON review (claim);

-- What could not be read, with its bytes kept as a blob.
CREATE TABLE aside (
    chain  BYTEA NOT NULL,
    sha256 BYTEA NOT NULL,
    label  TEXT COLLATE "C" NOT NULL,
    added  BIGINT NOT NULL,
    body   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, sha256, label)
);

-- What people say of how two documents hang together.
CREATE TABLE link (
    id    BYTEA NOT NULL PRIMARY KEY,
    chain BYTEA NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

-- What people say of whether two names are one actor.
CREATE TABLE actor_link (
    id    BYTEA NOT NULL PRIMARY KEY,
    chain BYTEA NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

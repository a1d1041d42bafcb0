-- The journal, and what it cites: these three are the case. Everything below them is made from them.

CREATE TABLE blob (
    sha256 BYTEA  NOT NULL PRIMARY KEY,
    -- How the bytes are kept: 0 as they are, 1 compressed by LZ4 with their length in front.
    packed BIGINT NOT NULL,
    bytes  BYTEA NOT NULL
);

-- A label is named by the hash of its body, so that a rebuild interns it alike and no number counts labels.
CREATE TABLE label (
    id   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    body TEXT COLLATE "C" NOT NULL
);

CREATE TABLE journal (
    chain   BYTEA    NOT NULL,
    seq     BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    author  TEXT COLLATE "C" NOT NULL,
    kind    TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    label   TEXT COLLATE "C" NOT NULL,
    why     TEXT COLLATE "C" NOT NULL,
    body    TEXT COLLATE "C" NOT NULL,
    prev    BYTEA    NOT NULL,
    hash    BYTEA    NOT NULL,
    PRIMARY KEY (chain, seq)
);

CREATE TABLE head (
    chain BYTEA    NOT NULL PRIMARY KEY,
    seq   BIGINT NOT NULL,
    hash  BYTEA    NOT NULL
);

-- Projections of the journal.

CREATE TABLE cases (
    id     BYTEA    NOT NULL PRIMARY KEY,
    label  TEXT COLLATE "C" NOT NULL,
    opened BIGINT NOT NULL,
    body   TEXT COLLATE "C" NOT NULL
);

-- The same bytes may stand under several labels, each as if the others were not there.
CREATE TABLE document (
    chain     BYTEA    NOT NULL,
    sha256    BYTEA    NOT NULL,
    label     TEXT COLLATE "C" NOT NULL,
    collected BIGINT NOT NULL,
    reading   BYTEA    NOT NULL,
    body      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, sha256, label)
);

-- What a claim says stands in the reading of its document, at this place; only one that a person added has a body.
CREATE TABLE claim (
    id        BYTEA    NOT NULL PRIMARY KEY,
    chain     BYTEA    NOT NULL,
    sha256    BYTEA    NOT NULL,
    label     TEXT COLLATE "C" NOT NULL,
    collected BIGINT NOT NULL,
    place     BIGINT NOT NULL,
    body      TEXT COLLATE "C" NOT NULL
);

CREATE INDEX claim_in_order ON claim (chain, collected, place);

CREATE TABLE hypothesis (
    id    BYTEA    NOT NULL PRIMARY KEY,
    chain BYTEA    NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    key   TEXT COLLATE "C" NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

CREATE TABLE root (
    id    BYTEA    NOT NULL PRIMARY KEY,
    chain BYTEA    NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

CREATE TABLE echo (
    root  BYTEA    NOT NULL,
    claim BYTEA    NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    PRIMARY KEY (root, claim)
);

CREATE TABLE disclosure (
    id       BYTEA    NOT NULL PRIMARY KEY,
    chain    BYTEA    NOT NULL,
    label    TEXT COLLATE "C" NOT NULL,
    proposed BIGINT NOT NULL,
    body     TEXT COLLATE "C" NOT NULL
);

CREATE TABLE line (
    id         BYTEA    NOT NULL PRIMARY KEY,
    disclosure BYTEA    NOT NULL,
    label      TEXT COLLATE "C" NOT NULL,
    added      BIGINT NOT NULL,
    body       TEXT COLLATE "C" NOT NULL
);

CREATE TABLE approval (
    disclosure BYTEA    NOT NULL,
    author     TEXT COLLATE "C" NOT NULL,
    draft      TEXT COLLATE "C" NOT NULL,
    label      TEXT COLLATE "C" NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (disclosure, author, draft)
);

CREATE TABLE packet (
    id         BYTEA    NOT NULL PRIMARY KEY,
    disclosure BYTEA    NOT NULL,
    label      TEXT COLLATE "C" NOT NULL,
    issued     BIGINT NOT NULL,
    body       TEXT COLLATE "C" NOT NULL
);

-- Lists of labels are bound as JSON. SQLite has a function of this name; here it is made to mean the same.
CREATE FUNCTION json_each(list TEXT) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE STRICT AS
$$ SELECT jsonb_array_elements_text(list::jsonb) $$;

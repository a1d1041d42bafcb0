-- The journal, and what it cites: these three are the case. Everything below them is made from them.

CREATE TABLE blob (
    sha256 BLOB    NOT NULL PRIMARY KEY,
    -- How the bytes are kept: 0 as they are, 1 compressed by LZ4 with their length in front.
    packed INTEGER NOT NULL,
    bytes  BLOB    NOT NULL
) STRICT;

-- A label is named by the hash of its body, so that a rebuild interns it alike and no number counts labels.
CREATE TABLE label (
    id   TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    chain   BLOB    NOT NULL,
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    author  TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    label   TEXT    NOT NULL,
    why     TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    prev    BLOB    NOT NULL,
    hash    BLOB    NOT NULL,
    PRIMARY KEY (chain, seq)
) STRICT;

CREATE TABLE head (
    chain BLOB    NOT NULL PRIMARY KEY,
    seq   INTEGER NOT NULL,
    hash  BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- Projections of the journal.

CREATE TABLE cases (
    id     BLOB    NOT NULL PRIMARY KEY,
    label  TEXT    NOT NULL,
    opened INTEGER NOT NULL,
    body   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- The same bytes may stand under several labels, each as if the others were not there.
CREATE TABLE document (
    chain     BLOB    NOT NULL,
    sha256    BLOB    NOT NULL,
    label     TEXT    NOT NULL,
    collected INTEGER NOT NULL,
    reading   BLOB    NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (chain, sha256, label)
) STRICT, WITHOUT ROWID;

-- What a claim says stands in the reading of its document, at this place; only one that a person added has a body. With
-- numbers of rows, claims are written behind one another, and not each somewhere else.
CREATE TABLE claim (
    id        BLOB    NOT NULL PRIMARY KEY,
    chain     BLOB    NOT NULL,
    sha256    BLOB    NOT NULL,
    label     TEXT    NOT NULL,
    collected INTEGER NOT NULL,
    place     INTEGER NOT NULL,
    body      TEXT    NOT NULL
) STRICT;

CREATE INDEX claim_in_order ON claim (chain, collected, place);

CREATE TABLE hypothesis (
    id    BLOB    NOT NULL PRIMARY KEY,
    chain BLOB    NOT NULL,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    key   TEXT    NOT NULL,
    body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE root (
    id    BLOB    NOT NULL PRIMARY KEY,
    chain BLOB    NOT NULL,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE echo (
    root  BLOB    NOT NULL,
    claim BLOB    NOT NULL,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    PRIMARY KEY (root, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE disclosure (
    id       BLOB    NOT NULL PRIMARY KEY,
    chain    BLOB    NOT NULL,
    label    TEXT    NOT NULL,
    proposed INTEGER NOT NULL,
    body     TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE line (
    id         BLOB    NOT NULL PRIMARY KEY,
    disclosure BLOB    NOT NULL,
    label      TEXT    NOT NULL,
    added      INTEGER NOT NULL,
    body       TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
    disclosure BLOB    NOT NULL,
    author     TEXT    NOT NULL,
    draft      TEXT    NOT NULL,
    label      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (disclosure, author, draft)
) STRICT, WITHOUT ROWID;

CREATE TABLE packet (
    id         BLOB    NOT NULL PRIMARY KEY,
    disclosure BLOB    NOT NULL,
    label      TEXT    NOT NULL,
    issued     INTEGER NOT NULL,
    body       TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

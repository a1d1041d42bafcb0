-- The house register: what belongs to all cases. Who a protected source is does not stand here but in a sealed blob.
CREATE TABLE source (
    id    BLOB    NOT NULL PRIMARY KEY,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- Grades and answers stand in the order of the journal, whatever clocks say.
CREATE TABLE grade (
    source BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    label  TEXT    NOT NULL,
    body   TEXT    NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed (
    source BLOB    NOT NULL,
    sha256 BLOB    NOT NULL,
    label  TEXT    NOT NULL,
    added  INTEGER NOT NULL,
    body   TEXT    NOT NULL,
    PRIMARY KEY (source, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
    source    BLOB    NOT NULL,
    recipient TEXT    NOT NULL,
    label     TEXT    NOT NULL,
    added     INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (source, recipient)
) STRICT, WITHOUT ROWID;

CREATE TABLE warning (
    id    BLOB    NOT NULL PRIMARY KEY,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
    warning BLOB    NOT NULL,
    seq     INTEGER NOT NULL,
    label   TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    PRIMARY KEY (warning, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE public_release (
    id    BLOB    NOT NULL PRIMARY KEY,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- Which documents come from which source. A viewer is told only of sources that they see.
CREATE TABLE document_source (
    chain  BLOB    NOT NULL,
    sha256 BLOB    NOT NULL,
    label  TEXT    NOT NULL,
    source BLOB    NOT NULL,
    PRIMARY KEY (chain, sha256, label)
) STRICT, WITHOUT ROWID;

-- How credible people think single claims are.
CREATE TABLE rating (
    id    BLOB    NOT NULL PRIMARY KEY,
    chain BLOB    NOT NULL,
    claim BLOB    NOT NULL,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

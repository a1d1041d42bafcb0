-- The house register: what belongs to all cases. Who a protected source is does not stand here but in a sealed blob.
CREATE TABLE source (
    id    BYTEA NOT NULL PRIMARY KEY,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

-- Grades and answers stand in the order of the journal, whatever clocks say.
CREATE TABLE grade (
    source BYTEA NOT NULL,
    seq    BIGINT NOT NULL,
    label  TEXT COLLATE "C" NOT NULL,
    body   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (source, seq)
);

CREATE TABLE sealed (
    source BYTEA NOT NULL,
    sha256 BYTEA NOT NULL,
    label  TEXT COLLATE "C" NOT NULL,
    added  BIGINT NOT NULL,
    body   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (source, sha256)
);

CREATE TABLE erasure (
    source    BYTEA NOT NULL,
    recipient TEXT COLLATE "C" NOT NULL,
    label     TEXT COLLATE "C" NOT NULL,
    added     BIGINT NOT NULL,
    body      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (source, recipient)
);

CREATE TABLE warning (
    id    BYTEA NOT NULL PRIMARY KEY,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

CREATE TABLE answer (
    warning BYTEA NOT NULL,
    seq     BIGINT NOT NULL,
    label   TEXT COLLATE "C" NOT NULL,
    body    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (warning, seq)
);

CREATE TABLE public_release (
    id    BYTEA NOT NULL PRIMARY KEY,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

-- Which documents come from which source. A viewer is told only of sources that they see.
CREATE TABLE document_source (
    chain  BYTEA NOT NULL,
    sha256 BYTEA NOT NULL,
    label  TEXT COLLATE "C" NOT NULL,
    source BYTEA NOT NULL,
    PRIMARY KEY (chain, sha256, label)
);

-- How credible people think single claims are.
CREATE TABLE rating (
    id    BYTEA NOT NULL PRIMARY KEY,
    chain BYTEA NOT NULL,
    claim BYTEA NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

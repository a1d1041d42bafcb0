-- What people do with a disclosure beside drafting, approving and issuing, in the order of the journal.
CREATE TABLE disclosure_move (
    chain      BYTEA  NOT NULL,
    seq        BIGINT NOT NULL,
    disclosure BYTEA  NOT NULL,
    label      TEXT COLLATE "C" NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    body       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, seq)
);

CREATE INDEX disclosure_move_of ON disclosure_move (disclosure, seq);

-- Who may do what with disclosures, and in whose name. It belongs to all cases.
CREATE TABLE mandate (
    seq   BIGINT NOT NULL PRIMARY KEY,
    label TEXT COLLATE "C" NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

-- The transparency log: one entry for each issued packet, in the order in which they were entered.
CREATE TABLE logged (
    seq   BIGINT NOT NULL PRIMARY KEY,
    label TEXT COLLATE "C" NOT NULL,
    entry BYTEA  NOT NULL
);

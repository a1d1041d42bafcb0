-- What people do with a disclosure beside drafting, approving and issuing, in the order of the journal.
CREATE TABLE disclosure_move (
    chain      BLOB    NOT NULL,
    seq        INTEGER NOT NULL,
    disclosure BLOB    NOT NULL,
    label      TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    PRIMARY KEY (chain, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX disclosure_move_of ON disclosure_move (disclosure, seq);

-- Who may do what with disclosures, and in whose name. It belongs to all cases.
CREATE TABLE mandate (
    seq   INTEGER NOT NULL PRIMARY KEY,
    label TEXT    NOT NULL,
    body  TEXT    NOT NULL
) STRICT;

-- The transparency log: one entry for each issued packet, in the order in which they were entered.
CREATE TABLE logged (
    seq   INTEGER NOT NULL PRIMARY KEY,
    label TEXT    NOT NULL,
    entry BLOB    NOT NULL
) STRICT;

-- What people state about the weighing of a case beside its hypotheses and roots, in the order of the journal.
CREATE TABLE step (
    chain BLOB    NOT NULL,
    seq   INTEGER NOT NULL,
    label TEXT    NOT NULL,
    added INTEGER NOT NULL,
    kind  TEXT    NOT NULL,
    body  TEXT    NOT NULL,
    PRIMARY KEY (chain, seq)
) STRICT, WITHOUT ROWID;

-- What people state about the weighing of a case beside its hypotheses and roots, in the order of the journal.
CREATE TABLE step (
    chain BYTEA  NOT NULL,
    seq   BIGINT NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    added BIGINT NOT NULL,
    kind  TEXT COLLATE "C" NOT NULL,
    body  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, seq)
);

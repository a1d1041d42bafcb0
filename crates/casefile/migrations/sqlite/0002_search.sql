-- What is searched. Nothing of a protected source stands here. The number of a row is never shown: it would count.
CREATE TABLE indexed (
    id     INTEGER PRIMARY KEY,
    chain  BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    label  TEXT NOT NULL,
    facets TEXT NOT NULL,
    UNIQUE (chain, sha256, label)
) STRICT;

-- Only where words stand, and not the words themselves: texts are kept once, as blobs.
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, facets,
    content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2"
);

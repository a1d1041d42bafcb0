-- What is searched. Nothing of a protected source stands here. The number of a row is never shown: it would count.
CREATE TABLE indexed (
    id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain  BYTEA NOT NULL,
    sha256 BYTEA NOT NULL,
    label  TEXT COLLATE "C" NOT NULL,
    facets TEXT COLLATE "C" NOT NULL,
    title  TSVECTOR NOT NULL,
    words  TSVECTOR NOT NULL,
    UNIQUE (chain, sha256, label)
);

CREATE INDEX indexed_words ON indexed USING GIN (words);

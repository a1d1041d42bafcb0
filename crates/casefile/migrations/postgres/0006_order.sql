-- Clocks may differ, and the last word counts: whatever is shown in the order it came has its number in the journal. What is
-- below is empty once this has run, and is made anew from the journal by the program.

-- In which form the tables are that the journal makes, by the number that the program gives it.
CREATE TABLE made (form BIGINT NOT NULL);

TRUNCATE document, claim, hypothesis, root, echo, disclosure, line, approval, packet, review, rating, aside, link, actor_link, sealed, erasure, warning, public_release;

DROP INDEX claim_in_order;
ALTER TABLE claim DROP COLUMN collected;
ALTER TABLE document ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE claim ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE hypothesis ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE root ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE echo ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE disclosure ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE line ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE approval ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE packet ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE review ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE rating ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE aside ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE link ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE actor_link ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE sealed ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE erasure ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE warning ADD COLUMN seq BIGINT NOT NULL;
ALTER TABLE public_release ADD COLUMN seq BIGINT NOT NULL;
CREATE INDEX claim_in_order ON claim (chain, seq, place);

DROP TABLE indexed;

-- What is searched. Nothing of a protected source stands here. The number of a row is never shown: it would count. What is a
-- word and what its ending is decided by the program, for every store alike.
CREATE TABLE indexed (
    id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain  BYTEA  NOT NULL,
    sha256 BYTEA  NOT NULL,
    label  TEXT COLLATE "C" NOT NULL,
    -- The first moment of the date on which it came out.
    day    BIGINT NOT NULL,
    title  TEXT COLLATE "C" NOT NULL,
    -- 1 where the words are there with all their places.
    whole  BIGINT NOT NULL,
    words  TSVECTOR NOT NULL,
    UNIQUE (chain, sha256, label)
);

CREATE INDEX indexed_words ON indexed USING GIN (words);

CREATE TABLE facet (
    id   BIGINT NOT NULL PRIMARY KEY,
    body TEXT COLLATE "C" NOT NULL
);

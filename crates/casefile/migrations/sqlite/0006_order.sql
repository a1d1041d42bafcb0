-- Clocks may differ, and the last word counts: whatever is shown in the order it came has its number in the journal. What is
-- below is empty once this has run, and is made anew from the journal by the program.

-- In which form the tables are that the journal makes, by the number that the program gives it.
CREATE TABLE made (form INTEGER NOT NULL) STRICT;

DELETE FROM document;
DELETE FROM claim;
DELETE FROM hypothesis;
DELETE FROM root;
DELETE FROM echo;
DELETE FROM disclosure;
DELETE FROM line;
DELETE FROM approval;
DELETE FROM packet;
DELETE FROM review;
DELETE FROM rating;
DELETE FROM aside;
DELETE FROM link;
DELETE FROM actor_link;
DELETE FROM sealed;
DELETE FROM erasure;
DELETE FROM warning;
DELETE FROM public_release;

DROP INDEX claim_in_order;
ALTER TABLE claim DROP COLUMN collected;
ALTER TABLE document ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE claim ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE hypothesis ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE root ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE echo ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE disclosure ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE line ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE approval ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE packet ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE review ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE rating ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE aside ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE link ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE actor_link ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE sealed ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE erasure ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE warning ADD COLUMN seq INTEGER NOT NULL;
ALTER TABLE public_release ADD COLUMN seq INTEGER NOT NULL;
CREATE INDEX claim_in_order ON claim (chain, seq, place);

DROP TABLE words;
DROP TABLE indexed;

-- What is searched. Nothing of a protected source stands here. The number of a row is never shown: it would count. A row is
-- small, since many are passed through by a search that shows a few.
CREATE TABLE indexed (
    id     INTEGER PRIMARY KEY,
    chain  BLOB    NOT NULL,
    sha256 BLOB    NOT NULL,
    label  TEXT    NOT NULL,
    -- The first moment of the date on which it came out.
    day    INTEGER NOT NULL,
    title  TEXT    NOT NULL,
    UNIQUE (chain, sha256, label)
) STRICT;

CREATE TABLE facet (
    id   INTEGER PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;

-- Only where words stand, and not the words themselves: texts are kept once, as blobs. What is a word and what its ending is
-- decided by the program, for every store alike: here words come with spaces between them.
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, facets,
    content = '', contentless_delete = 1, tokenize = "ascii"
);

-- Who on the other side knows what some reporting says, as its owners keep it. What is said of a list now takes the place of what was.
CREATE TABLE access_list (
    id    BLOB    NOT NULL PRIMARY KEY,
    seq   INTEGER NOT NULL,
    label TEXT    NOT NULL,
    body  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- The least cover that the house asks for. The last word counts.
CREATE TABLE cover_policy (
    seq   INTEGER NOT NULL PRIMARY KEY,
    label TEXT    NOT NULL,
    body  TEXT    NOT NULL
) STRICT;

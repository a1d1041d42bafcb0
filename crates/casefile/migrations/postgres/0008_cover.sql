-- Who on the other side knows what some reporting says, as its owners keep it. What is said of a list now takes the place of what was.
CREATE TABLE access_list (
    id    BYTEA  NOT NULL PRIMARY KEY,
    seq   BIGINT NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

-- The least cover that the house asks for. The last word counts.
CREATE TABLE cover_policy (
    seq   BIGINT NOT NULL PRIMARY KEY,
    label TEXT COLLATE "C" NOT NULL,
    body  TEXT COLLATE "C" NOT NULL
);

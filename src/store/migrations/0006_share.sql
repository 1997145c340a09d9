-- What the exchange with the other side remembers; no report reads it, and undo leaves it alone (`store/share/`).
-- `name` is the circle and what it is: `CIRCLE/circle`, `CIRCLE/stamp/DEVICE`, `CIRCLE/document/shared`, `CIRCLE/words/shared`.
-- A document is as automerge saves it; everything else is deflated JSON. No index: the rows are few, and every run parses
-- every definition.

CREATE TABLE share (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- How many records there are of what is asked for: an index that has lost entries is noticed by that (`store/tally.rs`).
-- `id` says which set of records, whose, and of which month; `numbers` is the sum of their numbers, `checksums` that of
-- their checksums, of which the lower 32 bits are kept.

CREATE TABLE tally (id INTEGER PRIMARY KEY, count INTEGER NOT NULL, numbers INTEGER NOT NULL, checksums INTEGER NOT NULL) STRICT;

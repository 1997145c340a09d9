-- Facts have days: what was in force before a change, when it changed, and who changed it.

ALTER TABLE person ADD COLUMN past TEXT;
ALTER TABLE pair ADD COLUMN past TEXT;
ALTER TABLE followup ADD COLUMN past TEXT;
ALTER TABLE goal ADD COLUMN state_at TEXT;
ALTER TABLE move ADD COLUMN "by" TEXT;
ALTER TABLE away ADD COLUMN entered_at TEXT;
ALTER TABLE review ADD COLUMN at TEXT;
ALTER TABLE feedback ADD COLUMN responded_at TEXT;

CREATE INDEX followup_changed ON followup (pair) WHERE past IS NOT NULL;
CREATE INDEX checkin_cancelled ON checkin (pair, cancelled_at) WHERE cancelled_at IS NOT NULL;
CREATE INDEX feedback_answered ON feedback (pair, responded_on) WHERE responded_on IS NOT NULL;
CREATE INDEX question_answered ON question (pair, answered_at);

-- What a row was before a change: what `--as-of` reads. Of several changes within a quarter of an hour the first is kept:
-- every zone's days end on one. `row` is a JSON object of all columns, checksum included; none: there was no such row.
CREATE TABLE revision (
    "table" TEXT NOT NULL,
    number INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    at TEXT NOT NULL,
    row TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY ("table", number, quarter)
) STRICT, WITHOUT ROWID;

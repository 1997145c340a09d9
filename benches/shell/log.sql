-- `mentor log "Talked" …`: the check-in, its follow-up and the step that takes both back, in one durable transaction.
PRAGMA synchronous = EXTRA;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT pair.id, mentor.name, mentor.zone, mentor.is_user, mentee.name, mentee.zone, pair.state
FROM pair JOIN person AS mentor ON mentor.id = pair.mentor JOIN person AS mentee ON mentee.id = pair.mentee WHERE slug = 'p2';
SELECT id, planned_at FROM checkin WHERE pair = 2 AND state = 'planned';
INSERT INTO checkin (uid, created_at, changed_at, pair, state, zone, held_at, minutes, notes, decisions, blockers, private, checksum)
VALUES (hex(randomblob(16)), '2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z', 2, 'held', 'Europe/London', '2026-12-01T09:00:00Z', 50, 'Talked', '', '', 0, 1);
INSERT INTO followup (uid, created_at, changed_at, pair, owner, title, due, checkin, state, state_on, private, checksum)
VALUES (hex(randomblob(16)), '2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z', 2, 'mentor', 'send the notes', '2026-12-04', last_insert_rowid(), 'open', '2026-12-01', 0, 1);
DELETE FROM step WHERE state = 'undone';
INSERT INTO step (at, words, state, sql, checksum)
VALUES ('2026-12-01T09:00:00Z', 'Logged check-in with Ana2 on Tue 1 Dec 09:00 (04:00 for Ana2), 50 min', 'done', 'DELETE FROM followup WHERE id=1; DELETE FROM checkin WHERE id=1', 1);
DELETE FROM step WHERE id <= (SELECT max(id) FROM step) - 1000;
COMMIT;

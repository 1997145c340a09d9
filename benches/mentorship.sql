-- :records of one pair, :pair, with a fixed seed: the same file every time. The checksums are put in afterwards.
--
-- Three records a day, so that more records are a longer history, not a denser one; about forty follow-ups are open
-- whatever the size. Days, and the dice, are counted back from 2026-12-01: the last months are the same in every file.

CREATE TEMP TABLE n AS
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :records)
SELECT
    i,
    i % 20 AS kind,
    ((:records - i) * 2654435761) % 4294967296 AS dice,
    date('2026-12-01', printf('-%d days', (:records - i) / 3)) AS day
FROM n;

CREATE TEMP TABLE envelope AS
SELECT
    i,
    printf('%08x-%04x-7000-8000-%012x', dice, :pair, i) AS uid,
    day || 'T09:00:00Z' AS at
FROM n;

INSERT INTO checkin (uid, created_at, changed_at, pair, state, zone, planned_at, planned_minutes, held_at, minutes, channel, notes, decisions, blockers, private, checksum)
SELECT
    uid, at, at, :pair, iif(dice % 10 = 0, 'cancelled', 'held'), 'Europe/London', day || 'T17:00:00Z', 45,
    iif(dice % 10 = 0, NULL, day || 'T17:00:00Z'), iif(dice % 10 = 0, NULL, 30 + dice % 40), 'video',
    'Talked about ownership, the design review and how to say no to a deadline that can not be kept', '', '', 0, 0
FROM n JOIN envelope USING (i) WHERE kind IN (0, 1);

INSERT INTO followup (uid, created_at, changed_at, pair, owner, title, due, state, state_on, private, checksum)
SELECT
    uid, at, at, :pair, iif(dice % 3 = 0, 'mentor', 'mentee'), 'Draft the proposal for part ' || i || ' and send it round',
    date(day, printf('+%d days', 3 + dice % 11)),
    iif(i > :records - 65, 'open', iif(dice % 12 = 0, 'dropped', 'done')),
    iif(i > :records - 65, day, date(day, printf('+%d days', 1 + dice % 12))), dice % 20 = 0, 0
FROM n JOIN envelope USING (i) WHERE kind BETWEEN 2 AND 13;

INSERT INTO topic (uid, created_at, changed_at, pair, title, "from", state, state_on, private, checksum)
SELECT
    uid, at, at, :pair, 'What to do about part ' || i, iif(dice % 2 = 0, 'mentor', 'mentee'),
    iif(i > :records - 100, 'open', 'covered'), day, 0, 0
FROM n JOIN envelope USING (i) WHERE kind IN (14, 15);

INSERT INTO goal_entry (uid, created_at, changed_at, pair, goal, "on", percent, confidence, checksum)
SELECT uid, at, at, :pair, g.id, day, i * 100 / :records, 3 + dice % 6, 0
FROM n JOIN envelope USING (i), (SELECT min(id) AS id FROM goal WHERE pair = :pair) AS g WHERE kind = 16 AND i > :records - 900;

INSERT INTO win (uid, created_at, changed_at, pair, title, "on", private, checksum)
SELECT uid, at, at, :pair, 'Part ' || i || ' went out on the day', day, 0, 0
FROM n JOIN envelope USING (i) WHERE kind = 17 OR (kind = 16 AND i <= :records - 900);

INSERT INTO insight (uid, created_at, changed_at, pair, title, "on", private, checksum)
SELECT uid, at, at, :pair, 'Write the decision down before the meeting about part ' || i, day, 0, 0
FROM n JOIN envelope USING (i) WHERE kind = 18;

INSERT INTO feedback (uid, created_at, changed_at, pair, "from", kind, "on", situation, behaviour, impact, response, responded_on, private, checksum)
SELECT
    uid, at, at, :pair, iif(dice % 2 = 0, 'mentor', 'mentee'), iif(dice % 4 = 0, 'change', 'keep'), day,
    'The incident call about part ' || i, 'You gave a status every ten minutes', 'Nobody had to ask',
    iif(i > :records - 60, NULL, 'Thank you, I will keep to it'), iif(i > :records - 60, NULL, date(day, '+2 days')), 0, 0
FROM n JOIN envelope USING (i) WHERE kind = 19;

DROP TABLE temp.envelope;
DROP TABLE temp.n;

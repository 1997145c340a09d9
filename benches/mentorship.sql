-- :records of one pair, :pair, with a fixed seed: the same file every time. The checksums are put in afterwards.
--
-- Three records a day, so that more records are a longer history, not a denser one; about forty follow-ups are open
-- whatever the size. Days, and the dice, are counted back from 2026-12-01: the last months are the same in every file.

CREATE TEMP TABLE n AS
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :records)
SELECT
    i,
    i % 20 AS kind,
    :records - i AS back,
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

-- The rarer ones: every sixtieth record besides is one of each, the last two of a kind still open.

INSERT INTO question (uid, created_at, changed_at, pair, title, "from", asked_at, answered_at, answer, state, state_on, private, checksum)
SELECT
    uid, at, at, :pair, 'Who decides about part ' || i, iif(dice % 2 = 0, 'mentor', 'mentee'), at,
    iif(back <= 120, NULL, date(day, '+2 days') || 'T09:00:00Z'), iif(back <= 120, NULL, 'Whoever has to live with it'),
    iif(back <= 120, 'open', 'answered'), iif(back <= 120, day, date(day, '+2 days')), 0, 0
FROM n JOIN envelope USING (i) WHERE back % 60 = 1;

INSERT INTO introduction (uid, created_at, changed_at, pair, title, state, state_on, asked_on, private, checksum)
SELECT uid, at, at, :pair, 'Somebody who made part ' || i, iif(back <= 120, 'agreed', 'thanked'), date(day, '+3 days'), day, 0, 0
FROM n JOIN envelope USING (i) WHERE back % 60 = 2;

INSERT INTO resource (uid, created_at, changed_at, pair, title, state, state_on, private, checksum)
SELECT uid, at, at, :pair, 'The book about part ' || i, iif(back <= 120, 'begun', 'done'), date(day, '+3 days'), 0, 0
FROM n JOIN envelope USING (i) WHERE back % 60 = 3;

INSERT INTO option (uid, created_at, changed_at, pair, title, requires, met, state, state_on, private, checksum)
SELECT uid, at, at, :pair, 'Lead part ' || i, '', '', iif(back <= 120, 'considered', 'declined'), date(day, '+3 days'), 0, 0
FROM n JOIN envelope USING (i) WHERE back % 60 = 4;

INSERT INTO pulse (uid, created_at, changed_at, pair, "on", state, state_on, checksum)
SELECT uid, at, at, :pair, day, 'answered', date(day, '+1 days'), 0
FROM n JOIN envelope USING (i) WHERE back % 60 = 5;

INSERT INTO pulse_answer (uid, created_at, changed_at, pair, pulse, side, "on", rhythm, follow_through, candour, challenge, support, progress, checksum)
SELECT
    printf('%08x-%04x-7000-9000-%012x', pulse.id, :pair, sides.value = 'mentor'), pulse.created_at, pulse.created_at, :pair, pulse.id, sides.value,
    pulse."on", 4, 4, 3, 4, 5, 4, 0
FROM pulse JOIN (SELECT 'mentor' AS value UNION ALL SELECT 'mentee') AS sides WHERE pulse.pair = :pair;

INSERT INTO skill (uid, created_at, changed_at, pair, title, state, state_on, private, checksum)
SELECT printf('%08x-%04x-7000-a000-%012x', 1, :pair, 1), '2026-06-01T09:00:00Z', '2026-06-01T09:00:00Z', :pair, 'Design', 'active', '2026-06-01', 0, 0;

INSERT INTO rating (uid, created_at, changed_at, pair, skill, side, level, "on", checksum)
SELECT uid, at, at, :pair, (SELECT id FROM skill WHERE pair = :pair), iif(dice % 2 = 0, 'mentor', 'mentee'), 1 + dice % 5, day, 0
FROM n JOIN envelope USING (i) WHERE back % 60 = 6 AND back <= 900;

DROP TABLE temp.envelope;
DROP TABLE temp.n;

-- `mentor review -p p1`: what happened since the agreement began, there being no stored review: goals, wins, feedback,
-- advice, and the agreement against it. (The pair has the number 1.)
SELECT pair.id, mentor.name, mentor.zone, mentor.is_user, mentee.name, mentee.zone
FROM pair JOIN person AS mentor ON mentor.id = pair.mentor JOIN person AS mentee ON mentee.id = pair.mentee WHERE slug = 'p1';
SELECT starts, cadence, length, hours_a_month, review_every, review_on, notice, feedback_within
FROM agreement WHERE pair = 1 ORDER BY version DESC LIMIT 1;
SELECT id, "on", improve, next FROM review WHERE pair = 1 AND "on" <= '2026-12-01' ORDER BY "on" DESC, id DESC LIMIT 1;
SELECT id, title, target, created_at FROM goal WHERE pair = 1 AND state IN ('active', 'paused') ORDER BY id;
SELECT goal, "on", percent, confidence FROM goal_entry WHERE goal IN (SELECT id FROM goal WHERE pair = 1 AND state IN ('active', 'paused')) ORDER BY "on", id;
SELECT number, "from", "to", because FROM move WHERE what = 'goal' AND number IN (SELECT id FROM goal WHERE pair = 1 AND state IN ('active', 'paused')) ORDER BY id;
SELECT id, title, state, state_on, because FROM goal WHERE pair = 1 AND state IN ('done', 'dropped') AND state_on BETWEEN '2026-06-01' AND '2026-12-01';
SELECT id, title, "on" FROM win WHERE pair = 1 AND "on" BETWEEN '2026-06-01' AND '2026-12-01' ORDER BY "on", id;
SELECT id, title FROM insight WHERE pair = 1 AND "on" BETWEEN '2026-06-01' AND '2026-12-01' ORDER BY "on", id;
SELECT id, "from", kind, "on", situation, behaviour, impact, responded_on FROM feedback WHERE pair = 1 AND "on" BETWEEN '2026-06-01' AND '2026-12-01' ORDER BY "on", id;
SELECT id, title, aim FROM skill WHERE pair = 1 AND state = 'active' ORDER BY id;
SELECT skill, side, level, "on" FROM rating WHERE skill IN (SELECT id FROM skill WHERE pair = 1 AND state = 'active') ORDER BY "on", id;
SELECT id, title, state, state_on FROM introduction
WHERE pair = 1 AND state IN ('asked', 'agreed', 'introduced', 'met', 'thanked', 'declined') AND state_on BETWEEN '2026-06-01' AND '2026-12-01' ORDER BY state_on, id;
SELECT id, title, state, state_on FROM resource
WHERE pair = 1 AND state IN ('open', 'begun', 'done', 'dropped') AND state_on BETWEEN '2026-06-01' AND '2026-12-01' ORDER BY state_on, id;
SELECT id, title, state, state_on FROM option
WHERE pair = 1 AND state IN ('considered', 'pursued', 'taken', 'declined') AND state_on BETWEEN '2026-06-01' AND '2026-12-01' ORDER BY state_on, id;
SELECT id, "from", asked_at, answered_at, state FROM question WHERE pair = 1 AND asked_at BETWEEN '2026-06-01' AND '2026-12-02' AND state <> 'dropped' ORDER BY asked_at, id;
SELECT person, "from", until FROM away WHERE until >= '2026-06-01';
SELECT id, held_at, minutes FROM checkin WHERE pair = 1 AND state = 'held' AND held_at BETWEEN '2026-06-01' AND '2026-12-02' ORDER BY held_at;
SELECT id, state, planned_at, cancelled_at FROM checkin
WHERE pair = 1 AND state IN ('cancelled', 'late-cancelled', 'no-show') AND planned_at BETWEEN '2026-06-01' AND '2026-12-02' ORDER BY planned_at;
SELECT owner, count(*), sum(state = 'done' AND state_on <= due), group_concat(iif(state = 'done' AND state_on <= due, NULL, id))
FROM followup
WHERE pair = 1 AND state <> 'open' AND state <> 'dropped' AND state_on BETWEEN '2026-06-01' AND '2026-12-01' OR pair = 1 AND state = 'open' AND due < '2026-12-01'
GROUP BY owner;

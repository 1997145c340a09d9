-- `mentor agenda -p p1`: all that is open, the wins since the last check-in, and the agreement against what happened
-- since it began. (The pair has the number 1.)
SELECT pair.id, mentor.name, mentor.zone, mentor.is_user, mentee.name, mentee.zone, mentee.preferences
FROM pair JOIN person AS mentor ON mentor.id = pair.mentor JOIN person AS mentee ON mentee.id = pair.mentee WHERE slug = 'p1';
SELECT version, starts, ends, cadence, length, review_every, review_on, notice, feedback_within, off_limits, accepted_by_mentor, accepted_by_mentee
FROM agreement WHERE pair = 1 ORDER BY version DESC LIMIT 1;
SELECT id, planned_at, planned_minutes FROM checkin WHERE pair = 1 AND state = 'planned' ORDER BY planned_at;
SELECT id, held_at, next_topic FROM checkin WHERE pair = 1 AND state = 'held' AND held_at <= '2026-12-01T09:00:00Z' ORDER BY held_at DESC LIMIT 1;
SELECT max("on") FROM review WHERE pair = 1 AND "on" <= '2026-12-01';
SELECT id, title, "on", private FROM win WHERE pair = 1 AND "on" BETWEEN '2026-10-20' AND '2026-12-01' ORDER BY "on", id;
SELECT id, owner, title, due, private FROM followup WHERE pair = 1 AND state = 'open' ORDER BY due IS NULL, due, id;
SELECT id, "from", title, private,
    (SELECT count(*) FROM checkin WHERE pair = 1 AND state = 'held' AND held_at > topic.created_at AND held_at <= '2026-12-01T09:00:00Z')
FROM topic WHERE pair = 1 AND state = 'open' ORDER BY id;
SELECT id, title, state, target, changed_at FROM goal WHERE pair = 1 AND state IN ('active', 'paused') ORDER BY id;
SELECT goal, "on", percent, confidence, created_at FROM goal_entry WHERE goal IN (SELECT id FROM goal WHERE pair = 1 AND state IN ('active', 'paused')) ORDER BY "on", id;
SELECT number, "from", "to" FROM move WHERE what = 'goal' AND number IN (SELECT id FROM goal WHERE pair = 1 AND state IN ('active', 'paused')) ORDER BY id;
SELECT id, "from", kind, situation, private FROM feedback WHERE pair = 1 AND response IS NULL ORDER BY "on", id;
SELECT id, "from", title, asked_at, answer_by FROM question WHERE pair = 1 AND state = 'open' ORDER BY asked_at, id;
SELECT pulse."on", pulse.state, side, rhythm, follow_through, candour, challenge, support, progress
FROM pulse JOIN pulse_answer ON pulse_answer.pulse = pulse.id
WHERE pulse.id = (SELECT id FROM pulse WHERE pair = 1 AND state <> 'dropped' ORDER BY "on" DESC, id DESC LIMIT 1);
SELECT id, title, state, state_on FROM introduction WHERE pair = 1 AND state IN ('asked', 'agreed', 'introduced', 'met') ORDER BY state_on, id;
SELECT id, title, "on" FROM insight WHERE pair = 1 AND outcome IS NULL AND "on" BETWEEN '2026-08-03' AND '2026-12-01' ORDER BY "on", id;
SELECT id, title, "on", (SELECT group_concat("on") FROM recall WHERE insight = insight.id)
FROM insight WHERE pair = 1 AND "on" BETWEEN '2026-09-22' AND '2026-11-17' ORDER BY "on", id;
SELECT id, title, aim FROM skill WHERE pair = 1 AND state = 'active' ORDER BY id;
SELECT skill, side, level, "on" FROM rating WHERE skill IN (SELECT id FROM skill WHERE pair = 1 AND state = 'active') ORDER BY "on", id;
SELECT title, mentor_says, mentee_says FROM norm WHERE pair = 1 ORDER BY id;
SELECT title, worked FROM approach WHERE pair = 1 ORDER BY id;
SELECT id, title, state FROM resource WHERE id IN (
    SELECT id FROM resource WHERE pair = 1 AND state = 'begun'
    UNION ALL SELECT id FROM resource WHERE pair = 1 AND state = 'done' AND state_on >= '2026-11-30'
) ORDER BY state_on, id;
SELECT id, "from", asked_at, answered_at, state FROM question WHERE pair = 1 AND asked_at BETWEEN '2026-06-01' AND '2026-12-02' AND state <> 'dropped' ORDER BY asked_at, id;
SELECT person, "from", until FROM away WHERE until >= '2026-06-01';
SELECT id, held_at, minutes FROM checkin WHERE pair = 1 AND state = 'held' AND held_at BETWEEN '2026-06-01' AND '2026-12-02' ORDER BY held_at;
SELECT id, state, planned_at, cancelled_at FROM checkin
WHERE pair = 1 AND state IN ('cancelled', 'late-cancelled', 'no-show') AND planned_at BETWEEN '2026-06-01' AND '2026-12-02' ORDER BY planned_at;
SELECT owner, count(*), sum(state = 'done' AND state_on <= due), group_concat(iif(state = 'done' AND state_on <= due, NULL, id))
FROM followup
WHERE pair = 1 AND state <> 'open' AND state <> 'dropped' AND state_on BETWEEN '2026-06-01' AND '2026-12-01' OR pair = 1 AND state = 'open' AND due < '2026-12-01'
GROUP BY owner;

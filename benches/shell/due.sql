-- `mentor due`: of every active pair what is overdue or due within two days, and what each line is called.
SELECT pair, owner, id, title, due FROM followup
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state = 'open' AND due <= '2026-12-03' ORDER BY due, id;
SELECT pair, id, title, target FROM goal
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state = 'active' AND target <= '2026-12-03';
SELECT pair, id, planned_at FROM checkin
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state = 'planned' ORDER BY planned_at;
SELECT pair, id, "from", title, asked_at, seen_at, answer_by FROM question
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state = 'open';
SELECT pair, id, title, state, state_on FROM introduction
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state IN ('asked', 'agreed', 'introduced', 'met');
SELECT pair, id, title, "on" FROM insight
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND outcome IS NULL AND "on" BETWEEN '2026-08-03' AND '2026-12-01';
SELECT person, "from", until FROM away WHERE until >= '2026-11-01';
SELECT pair, update_on FROM closing WHERE update_on IS NOT NULL AND updated_on IS NULL;
SELECT
    pair.id, pair.slug,
    mentor.name, mentor.zone, mentor.is_user,
    mentee.name, mentee.zone,
    (SELECT max(held_at) FROM checkin WHERE pair = pair.id AND state = 'held' AND held_at <= '2026-12-01T09:00:00Z'),
    (SELECT max("on") FROM review WHERE pair = pair.id AND "on" <= '2026-12-01'),
    pulse.id, pulse."on", pulse.state,
    (SELECT group_concat(side) FROM pulse_answer WHERE pulse = pulse.id),
    agreement.id, agreement.version, agreement.created_at,
    agreement.starts, agreement.ends, agreement.cadence, agreement.review_every, agreement.review_on,
    agreement.accepted_by_mentor, agreement.accepted_by_mentee
FROM pair
JOIN person AS mentor ON mentor.id = pair.mentor
JOIN person AS mentee ON mentee.id = pair.mentee
LEFT JOIN agreement ON agreement.id = (SELECT id FROM agreement WHERE pair = pair.id ORDER BY version DESC LIMIT 1)
LEFT JOIN pulse ON pulse.id = (SELECT id FROM pulse WHERE pair = pair.id AND state <> 'dropped' ORDER BY "on" DESC, id DESC LIMIT 1)
WHERE pair.state = 'active';

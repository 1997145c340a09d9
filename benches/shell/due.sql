-- `mentor due`: of every active pair what is overdue or due within two days, and what each line is called.
SELECT pair, owner, id, title, due FROM followup
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state = 'open' AND due <= '2026-12-03' ORDER BY due, id;
SELECT pair, id, title, target FROM goal
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state = 'active' AND target <= '2026-12-03';
SELECT pair, id, planned_at FROM checkin
WHERE pair IN (SELECT id FROM pair WHERE state = 'active') AND state = 'planned' ORDER BY planned_at;
SELECT
    pair.id, pair.slug,
    mentor.name, mentor.zone, mentor.is_user,
    mentee.name, mentee.zone,
    (SELECT max(held_at) FROM checkin WHERE pair = pair.id AND state = 'held' AND held_at <= '2026-12-01T09:00:00Z'),
    (SELECT max("on") FROM review WHERE pair = pair.id AND "on" <= '2026-12-01'),
    agreement.id, agreement.version, agreement.created_at,
    agreement.starts, agreement.ends, agreement.cadence, agreement.review_every, agreement.review_on,
    agreement.accepted_by_mentor, agreement.accepted_by_mentee
FROM pair
JOIN person AS mentor ON mentor.id = pair.mentor
JOIN person AS mentee ON mentee.id = pair.mentee
LEFT JOIN agreement ON agreement.id = (SELECT id FROM agreement WHERE pair = pair.id ORDER BY version DESC LIMIT 1)
WHERE pair.state = 'active';

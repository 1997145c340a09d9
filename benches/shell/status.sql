-- `mentor status`: each active pair, its partner, the next check-in or the day by which to meet, what is overdue, the
-- goal that moved last.
SELECT
    pair.slug,
    mentor.name, mentor.zone, mentor.is_user,
    mentee.name, mentee.zone,
    (SELECT min(planned_at) FROM checkin WHERE pair = pair.id AND state = 'planned' AND planned_at >= '2026-12-01T09:00:00Z'),
    (SELECT count(*) FROM checkin WHERE pair = pair.id AND state = 'planned' AND planned_at < '2026-12-01T09:00:00Z'),
    (SELECT max(held_at) FROM checkin WHERE pair = pair.id AND state = 'held' AND held_at <= '2026-12-01T09:00:00Z'),
    (SELECT count(*) FROM followup WHERE pair = pair.id AND state = 'open' AND due < '2026-12-01'),
    (SELECT count(*) FROM goal WHERE pair = pair.id AND state = 'active' AND target < '2026-12-01'),
    (SELECT max("on") FROM review WHERE pair = pair.id AND "on" <= '2026-12-01'),
    (SELECT group_concat("from" || ' ' || asked_at || ' ' || coalesce(answer_by, '')) FROM question WHERE pair = pair.id AND state = 'open'),
    pulse."on", pulse.state,
    (SELECT group_concat(side) FROM pulse_answer WHERE pulse = pulse.id),
    (SELECT group_concat(state || ' ' || state_on) FROM introduction WHERE pair = pair.id AND state IN ('asked', 'agreed', 'introduced', 'met')),
    (SELECT group_concat("on") FROM insight WHERE pair = pair.id AND outcome IS NULL AND "on" BETWEEN '2026-08-03' AND '2026-12-01'),
    agreement.starts, agreement.ends, agreement.cadence, agreement.review_every, agreement.review_on,
    agreement.accepted_by_mentor, agreement.accepted_by_mentee,
    goal.title, goal.changed_at,
    (SELECT max(created_at) FROM goal_entry WHERE goal = goal.id),
    (SELECT percent FROM goal_entry WHERE goal = goal.id AND percent IS NOT NULL ORDER BY "on" DESC, id DESC LIMIT 1)
FROM pair
JOIN person AS mentor ON mentor.id = pair.mentor
JOIN person AS mentee ON mentee.id = pair.mentee
LEFT JOIN agreement ON agreement.id = (SELECT id FROM agreement WHERE pair = pair.id ORDER BY version DESC LIMIT 1)
LEFT JOIN pulse ON pulse.id = (SELECT id FROM pulse WHERE pair = pair.id AND state <> 'dropped' ORDER BY "on" DESC, id DESC LIMIT 1)
LEFT JOIN goal ON goal.pair = pair.id AND goal.state IN ('active', 'paused')
WHERE pair.state = 'active';
SELECT person, "from", until FROM away WHERE until >= '2026-11-01';

-- `mentor followup list -p p1`: the open follow-ups of a pair, most urgent first, and who owes them.
SELECT followup.id, iif(owner = 'mentor', mentor.name, mentee.name), due, goal, private, title
FROM pair
JOIN person AS mentor ON mentor.id = pair.mentor
JOIN person AS mentee ON mentee.id = pair.mentee
JOIN followup ON followup.pair = pair.id AND followup.state = 'open'
WHERE slug = 'p1'
ORDER BY due IS NULL, due, followup.id;

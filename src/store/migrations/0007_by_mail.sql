-- Who has said yes to an agreement by mail, and on which day: `mentee 2026-12-03`.

ALTER TABLE agreement ADD COLUMN accepted_by_mail TEXT;

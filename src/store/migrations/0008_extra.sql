-- Whether a held check-in was another talk than the agreed one.

ALTER TABLE checkin ADD COLUMN extra INTEGER;

-- Questions, pulses, introductions, skills, resources, career options, norms, approaches, days away, closings.
--
-- Columns that are added to a table count in its checksum only where they say something, so that the rows from before keep
-- theirs (`store/checksum.rs`).

ALTER TABLE person ADD COLUMN called TEXT;
ALTER TABLE person ADD COLUMN needs TEXT;
ALTER TABLE person ADD COLUMN avoids TEXT;

ALTER TABLE insight ADD COLUMN outcome TEXT;
ALTER TABLE insight ADD COLUMN outcome_on TEXT;
ALTER TABLE insight ADD COLUMN outcome_note TEXT;
CREATE INDEX insight_open ON insight (pair, "on") WHERE outcome IS NULL;

CREATE TABLE recall (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    insight INTEGER NOT NULL REFERENCES insight (id),
    "on" TEXT NOT NULL,
    words TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX recall_of_insight ON recall (insight);

CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    notes TEXT,
    "from" TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    seen_at TEXT,
    answer_by TEXT,
    answered_at TEXT,
    answer TEXT,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX question_of_pair ON question (pair, asked_at);
CREATE INDEX question_open ON question (pair, asked_at) WHERE state = 'open';

CREATE TABLE pulse (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    "on" TEXT NOT NULL,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX pulse_of_pair ON pulse (pair, "on");

CREATE TABLE pulse_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    pulse INTEGER NOT NULL REFERENCES pulse (id),
    side TEXT NOT NULL,
    "on" TEXT NOT NULL,
    rhythm INTEGER NOT NULL,
    follow_through INTEGER NOT NULL,
    candour INTEGER NOT NULL,
    challenge INTEGER NOT NULL,
    support INTEGER NOT NULL,
    progress INTEGER NOT NULL,
    keep TEXT,
    change TEXT,
    feeling TEXT,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX pulse_answer_of_pulse ON pulse_answer (pulse, side);

CREATE TABLE introduction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    why TEXT,
    wish TEXT,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    agreed_on TEXT,
    introduced_on TEXT,
    met_on TEXT,
    thanked_on TEXT,
    because TEXT,
    outcome TEXT,
    thanks INTEGER REFERENCES followup (id),
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX introduction_of_pair ON introduction (pair, state, state_on);

CREATE TABLE skill (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    why TEXT,
    aim INTEGER,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX skill_of_pair ON skill (pair);

CREATE TABLE rating (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    skill INTEGER NOT NULL REFERENCES skill (id),
    side TEXT NOT NULL,
    level INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    evidence TEXT,
    checkin INTEGER REFERENCES checkin (id),
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX rating_of_skill ON rating (skill, "on");

CREATE TABLE resource (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    link TEXT,
    why TEXT,
    goal INTEGER REFERENCES goal (id),
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX resource_of_pair ON resource (pair, state, state_on);

CREATE TABLE option (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    why TEXT,
    requires TEXT NOT NULL,
    met TEXT NOT NULL,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX option_of_pair ON option (pair, state, state_on);

CREATE TABLE option_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    option INTEGER NOT NULL REFERENCES option (id),
    "on" TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX option_note_of_option ON option_note (option);

CREATE TABLE norm (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    mentor_says TEXT,
    mentor_said_on TEXT,
    mentee_says TEXT,
    mentee_said_on TEXT,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX norm_of_pair ON norm (pair);

CREATE TABLE approach (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    "on" TEXT NOT NULL,
    worked TEXT,
    notes TEXT,
    checkin INTEGER REFERENCES checkin (id),
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX approach_of_pair ON approach (pair, "on");

CREATE TABLE away (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    "from" TEXT NOT NULL,
    until TEXT NOT NULL,
    because TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX away_of_person ON away (person, until);

CREATE TABLE closing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    "on" TEXT NOT NULL,
    reason TEXT NOT NULL,
    because TEXT,
    learned_mentor TEXT,
    learned_mentee TEXT,
    remains TEXT,
    thanks TEXT,
    contact_after TEXT,
    differently TEXT NOT NULL,
    update_on TEXT,
    "update" TEXT,
    updated_on TEXT,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX closing_of_pair ON closing (pair);

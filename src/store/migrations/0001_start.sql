-- The first schema. Never edited once released: a change is a new file.
--
-- Days are `2026-12-01`, instants `2026-12-01T08:00:00Z` (UTC): they sort as text. Lists are one entry a line.
-- `id` is the number told to people (never reused), `uid` the identity that survives export and import, `checksum`
-- that of the row's other columns, in their order (`store/checksum.rs`).

CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    days TEXT NOT NULL,
    hours TEXT NOT NULL,
    language TEXT,
    preferences TEXT NOT NULL,
    holidays TEXT,
    notes TEXT,
    is_user INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE pair (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    mentor INTEGER NOT NULL REFERENCES person (id),
    mentee INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE agreement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    version INTEGER NOT NULL,
    accepted_by_mentor TEXT,
    accepted_by_mentee TEXT,
    changed_because TEXT,
    purpose TEXT,
    goals TEXT NOT NULL,
    starts TEXT,
    ends TEXT,
    review_on TEXT,
    review_every TEXT,
    cadence TEXT,
    length INTEGER,
    hours_a_month INTEGER,
    channel TEXT,
    mentor_replies_within TEXT,
    mentee_replies_within TEXT,
    feedback_within TEXT,
    materials_before TEXT,
    notice TEXT,
    scheduled_by TEXT,
    agenda_by TEXT,
    mentor_expects TEXT NOT NULL,
    mentee_expects TEXT NOT NULL,
    confidential TEXT,
    off_limits TEXT NOT NULL,
    contact_between TEXT,
    outside_contact TEXT,
    end_notice TEXT,
    how_we_end TEXT,
    additional TEXT,
    checksum INTEGER NOT NULL,
    UNIQUE (pair, version)
) STRICT;

CREATE TABLE goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    why TEXT,
    done_when TEXT,
    target TEXT,
    support TEXT,
    category TEXT,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX goal_of_pair ON goal (pair, state, state_on);

CREATE TABLE checkin (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    state TEXT NOT NULL,
    planned_at TEXT,
    zone TEXT NOT NULL,
    planned_minutes INTEGER,
    held_at TEXT,
    minutes INTEGER,
    channel TEXT,
    "by" TEXT,
    because TEXT,
    cancelled_at TEXT,
    notes TEXT,
    decisions TEXT NOT NULL,
    blockers TEXT NOT NULL,
    next_topic TEXT,
    feeling TEXT,
    private_note TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX checkin_of_pair ON checkin (pair, state, held_at);
CREATE INDEX checkin_planned ON checkin (pair, planned_at) WHERE state = 'planned';
CREATE INDEX checkin_missed ON checkin (pair, planned_at) WHERE state IN ('cancelled', 'late-cancelled', 'no-show');

CREATE TABLE goal_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    goal INTEGER NOT NULL REFERENCES goal (id),
    "on" TEXT NOT NULL,
    percent INTEGER,
    confidence INTEGER,
    note TEXT,
    checkin INTEGER REFERENCES checkin (id),
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX goal_entry_of_goal ON goal_entry (goal, "on");
CREATE INDEX goal_entry_of_checkin ON goal_entry (checkin) WHERE checkin IS NOT NULL;

CREATE TABLE move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    what TEXT NOT NULL,
    number INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    because TEXT,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX move_of_record ON move (what, number);
CREATE INDEX move_of_pair ON move (pair, "on");

CREATE TABLE topic (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    notes TEXT,
    "from" TEXT NOT NULL,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    covered_in INTEGER REFERENCES checkin (id),
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX topic_of_pair ON topic (pair, state, state_on);
CREATE INDEX topic_of_checkin ON topic (covered_in) WHERE covered_in IS NOT NULL;

CREATE TABLE followup (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    due TEXT,
    goal INTEGER REFERENCES goal (id),
    checkin INTEGER REFERENCES checkin (id),
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    because TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX followup_of_pair ON followup (pair, state, due);
CREATE INDEX followup_closed ON followup (pair, state_on) WHERE state <> 'open';
CREATE INDEX followup_of_goal ON followup (goal) WHERE goal IS NOT NULL;
CREATE INDEX followup_of_checkin ON followup (checkin) WHERE checkin IS NOT NULL;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    "from" TEXT NOT NULL,
    kind TEXT NOT NULL,
    "on" TEXT NOT NULL,
    situation TEXT NOT NULL,
    behaviour TEXT NOT NULL,
    impact TEXT NOT NULL,
    request TEXT,
    goal INTEGER REFERENCES goal (id),
    response TEXT,
    responded_on TEXT,
    follow_up TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX feedback_of_pair ON feedback (pair, "on");
CREATE INDEX feedback_unanswered ON feedback (pair, "on") WHERE response IS NULL;

CREATE TABLE win (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    "on" TEXT NOT NULL,
    goal INTEGER REFERENCES goal (id),
    checkin INTEGER REFERENCES checkin (id),
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX win_of_pair ON win (pair, "on");
CREATE INDEX win_of_checkin ON win (checkin) WHERE checkin IS NOT NULL;

CREATE TABLE insight (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    "on" TEXT NOT NULL,
    checkin INTEGER REFERENCES checkin (id),
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX insight_of_pair ON insight (pair, "on");
CREATE INDEX insight_of_checkin ON insight (checkin) WHERE checkin IS NOT NULL;

CREATE TABLE review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    since TEXT NOT NULL,
    "on" TEXT NOT NULL,
    achievements TEXT NOT NULL,
    improve TEXT NOT NULL,
    next TEXT NOT NULL,
    stop TEXT NOT NULL,
    start TEXT NOT NULL,
    go_on TEXT NOT NULL,
    agreement TEXT NOT NULL,
    notes TEXT,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX review_of_pair ON review (pair, "on");

-- One row a command: how to take it back (state `done`) or to do it again (state `undone`).
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    sql TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

PRAGMA application_id = 1835955314;

PRAGMA application_id = 1835955314;
PRAGMA user_version = 3;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
INSERT INTO setting VALUES(1,'pair','ana',-5402679782133522281);
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
, called TEXT, needs TEXT, avoids TEXT) STRICT;
INSERT INTO person VALUES(1,'019e878f-aa80-7549-9c82-ae210c39b36a','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','Sam Rivera','Europe/London','mon-fri','09:00-17:30',NULL,'',NULL,NULL,1,5998025048935928071,NULL,'','');
INSERT INTO person VALUES(2,'019e878f-aa80-7772-b689-f07de753205c','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','Ana Díaz','America/Bogota','mon-fri','09:00-17:00',NULL,replace('written first, then talk\nexamples before principles','\n',char(10)),NULL,NULL,0,-9133182666946015324,'Ana, with a long first A','The agenda a day before','');
INSERT INTO person VALUES(3,'019e878f-aa80-722c-a3ac-c1f55c857685','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','Priya Nair','Asia/Kolkata','mon-fri','09:00-17:00',NULL,'',NULL,NULL,0,-5211335561982449199,NULL,'','');
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
INSERT INTO pair VALUES(1,'019e878f-aa80-7772-b689-f07e9435990d','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','ana',1,2,'active','2026-06-02',NULL,3978489435832420155);
INSERT INTO pair VALUES(2,'019e878f-aa80-722c-a3ac-c1f66166b61e','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','priya',3,1,'active','2026-06-02',NULL,-3427049344839966639);
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
INSERT INTO agreement VALUES(1,'019e878f-aa80-72b2-9460-bf8fe2f85dac','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,1,'2026-06-02','2026-06-02',NULL,'Grow into a tech lead','','2026-06-02','2027-03-09',NULL,'12 weeks','every 2 weeks',45,NULL,'video','2 working days','2 working days','5 working days',NULL,'24 hours',NULL,NULL,'Comes with an agenda','Honest feedback','What is said stays here','Family',NULL,'The programme''s coordinator','7 days',NULL,NULL,-6246688857347643214);
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
INSERT INTO goal VALUES(1,'019e878f-aa80-70fd-b88e-fc8e49a5d7db','2026-06-02T09:00:00Z','2026-09-22T09:00:00Z',1,'Lead a design review','Decisions stick when they are hers','Review led, notes shared','2026-11-17',NULL,NULL,'active','2026-06-02',NULL,0,161999995451947457);
INSERT INTO goal VALUES(2,'019e878f-aa80-707e-a7a7-2915c3719767','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,'Say no without guilt',NULL,NULL,'2026-12-29',NULL,NULL,'active','2026-06-02',NULL,0,-8678385855000773215);
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
INSERT INTO checkin VALUES(1,'019e878f-aa80-742f-ac97-29707019965e','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-02T09:00:00Z',60,NULL,NULL,NULL,NULL,'Got to know each other. Talked about what a lead does all day.','','',NULL,NULL,NULL,0,5983671320363569800);
INSERT INTO checkin VALUES(2,'019ecfa8-b280-718e-8c44-c1d51b75d1bb','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-16T09:00:00Z',45,NULL,NULL,NULL,NULL,'Went through the three decisions.','','',NULL,NULL,NULL,0,1434834665510473073);
INSERT INTO checkin VALUES(3,'019f17c1-ba80-7107-8757-70af86fab083','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-30T09:00:00Z',50,NULL,NULL,NULL,NULL,'What she saw in Kim''s review.','','',NULL,NULL,NULL,0,-2198181887567134881);
INSERT INTO checkin VALUES(4,'019f5fda-c280-715f-8a0c-7daa9efe3aa9','2026-07-14T09:00:00Z','2026-07-14T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-14T09:00:00Z',45,NULL,NULL,NULL,NULL,'Ownership: who decides when two teams disagree.','','',NULL,NULL,NULL,0,-929953224765697598);
INSERT INTO checkin VALUES(5,'019fa7f3-ca80-77ef-b2f6-6027db65d14b','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-28T09:00:00Z',40,NULL,NULL,NULL,NULL,'The RFC is late; made it smaller.','','',NULL,NULL,NULL,0,-4086381477567770253);
INSERT INTO checkin VALUES(6,'019ff00c-d280-7103-ba34-88122d03cdb6','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-11T09:00:00Z',55,NULL,NULL,NULL,NULL,'Read the RFC together.','','',NULL,NULL,NULL,0,-7408619287277208052);
INSERT INTO checkin VALUES(7,'01a03825-da80-72e8-8b25-39537c075041','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-25T09:00:00Z',45,NULL,NULL,NULL,NULL,'The small review went well.','','',NULL,NULL,NULL,0,-4489574565944797340);
INSERT INTO checkin VALUES(8,'01a0803e-e280-7335-9aca-a2ea91e8c95b','2026-09-08T09:00:00Z','2026-09-08T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-08T09:00:00Z',45,NULL,NULL,NULL,NULL,'Saying no: practised three sentences.','','',NULL,NULL,NULL,0,4892622054281052503);
INSERT INTO checkin VALUES(9,'01a0c857-ea80-777b-ad22-21cebed2bacc','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-22T09:00:00Z',30,NULL,NULL,NULL,NULL,'Nothing to write down about a no yet.','','',NULL,NULL,NULL,0,8826049483960595804);
INSERT INTO checkin VALUES(10,'01a11070-f280-7181-8b74-6e91ce6cfc3a','2026-10-06T09:00:00Z','2026-10-06T09:00:00Z',1,'cancelled','2026-10-07T16:00:00Z','Europe/London',45,NULL,NULL,'video','mentee','ill','2026-10-06T09:00:00Z',NULL,'','',NULL,NULL,NULL,0,7733404322135717951);
INSERT INTO checkin VALUES(11,'01a15889-fa80-74a0-99b7-885ad77c042a','2026-10-20T09:00:00Z','2026-10-20T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-10-20T09:00:00Z',45,NULL,NULL,NULL,NULL,'Back again. She said no to an extra rota.','','',NULL,NULL,NULL,0,890280600185805530);
INSERT INTO checkin VALUES(12,'01a1a0a3-0280-75d7-aeb6-fe29cb4f56b3','2026-11-03T09:00:00Z','2026-11-03T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-11-03T09:00:00Z',50,NULL,NULL,NULL,NULL,'Planned the big review.','','',NULL,NULL,NULL,0,-1230880491906375974);
INSERT INTO checkin VALUES(13,'01a1e8bc-0a80-7247-9faf-a2962c6ee20b','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-11-17T09:00:00Z',45,NULL,NULL,NULL,NULL,'Rehearsed the opening.','','','How the review went',NULL,NULL,0,-5011938665409994580);
INSERT INTO checkin VALUES(14,'01a1e8bc-0a80-7247-9faf-a2998bfe948d','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'planned','2026-12-08T17:00:00Z','Europe/London',45,NULL,NULL,'video',NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,0,3387966648166595206);
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
INSERT INTO goal_entry VALUES(1,'019e878f-aa80-734a-9f28-b5c9ae462dd3','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,1,'2026-06-02',NULL,3,NULL,NULL,2176072624288881663);
INSERT INTO goal_entry VALUES(2,'019ecfa8-b280-718e-8c44-c1d79075d9ab','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,1,'2026-06-16',10,NULL,NULL,2,5050366349768793561);
INSERT INTO goal_entry VALUES(3,'019f17c1-ba80-7107-8757-70b0d5be2ed1','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,1,'2026-06-30',25,NULL,NULL,3,6462034860187402229);
INSERT INTO goal_entry VALUES(4,'019f17c1-ba80-7107-8757-70b1db499374','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,1,'2026-06-30',NULL,4,NULL,3,2574692598576342927);
INSERT INTO goal_entry VALUES(5,'019fa7f3-ca80-77ef-b2f6-6028c97f2162','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,1,'2026-07-28',40,NULL,NULL,5,3847426948330044044);
INSERT INTO goal_entry VALUES(6,'019fa7f3-ca80-77ef-b2f6-6029f3e24cb2','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,2,'2026-07-28',20,NULL,NULL,5,8311421657858166760);
INSERT INTO goal_entry VALUES(7,'019ff00c-d280-7103-ba34-88140e919760','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,1,'2026-08-11',50,NULL,NULL,6,1738229979996088978);
INSERT INTO goal_entry VALUES(8,'019ff00c-d280-7103-ba34-8815f67a2794','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,1,'2026-08-11',NULL,6,NULL,6,-5906118188931027030);
INSERT INTO goal_entry VALUES(9,'01a03825-da80-72e8-8b25-395495a07a4b','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,1,'2026-08-25',70,NULL,NULL,7,-6854055389266911093);
INSERT INTO goal_entry VALUES(10,'01a03825-da80-72e8-8b25-39556f2f56c4','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,1,'2026-08-25',NULL,7,NULL,7,7512519817691920959);
INSERT INTO goal_entry VALUES(11,'01a0803e-e280-7335-9aca-a2ec98747039','2026-09-08T09:00:00Z','2026-09-08T09:00:00Z',1,2,'2026-09-08',40,NULL,NULL,8,6106252264512714815);
INSERT INTO goal_entry VALUES(12,'01a0803e-e280-7335-9aca-a2ede8fb8f0b','2026-09-08T09:00:00Z','2026-09-08T09:00:00Z',1,2,'2026-09-08',NULL,5,NULL,8,577793947987339007);
INSERT INTO goal_entry VALUES(13,'01a15889-fa80-74a0-99b7-885bbe4811dd','2026-10-20T09:00:00Z','2026-10-20T09:00:00Z',1,2,'2026-10-20',60,NULL,NULL,11,1986888708857539486);
INSERT INTO goal_entry VALUES(14,'01a1a0a3-0280-75d7-aeb6-fe2c8bfe952b','2026-11-03T09:00:00Z','2026-11-03T09:00:00Z',1,1,'2026-11-03',80,NULL,NULL,12,-776630073504441515);
INSERT INTO goal_entry VALUES(15,'01a1e8bc-0a80-7247-9faf-a297d1f72290','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,1,'2026-11-17',90,NULL,NULL,13,6871319528324044401);
INSERT INTO goal_entry VALUES(16,'01a1e8bc-0a80-7247-9faf-a298d0cdb16c','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,1,'2026-11-17',NULL,8,NULL,13,-6735098978689766821);
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
INSERT INTO move VALUES(1,'01a0c857-ea80-70bb-a7c9-7b48e03602c8','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,'goal',1,'2026-09-22','2026-10-20','2026-11-17','the release moved',8598339296678745893);
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
INSERT INTO topic VALUES(1,'019ecfa8-b280-7375-a386-e985411165aa','2026-06-16T09:00:00Z','2026-07-14T09:00:00Z',1,'How to say no',NULL,'mentee','covered','2026-07-14',4,0,2901607242974681694);
INSERT INTO topic VALUES(2,'01a1e8bc-0a80-77fa-9630-89140ef91f10','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'What comes after the lead role?',NULL,'mentee','open','2026-11-17',NULL,0,-2512658731559749971);
INSERT INTO topic VALUES(3,'01a20cc8-8e80-71e5-81aa-4b9090aee804','2026-11-24T09:00:00Z','2026-11-24T09:00:00Z',1,'Dealing with a loud voice in the room',NULL,'mentor','open','2026-11-24',NULL,0,3917493754417385513);
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
INSERT INTO followup VALUES(1,'019e878f-aa80-70fd-b88e-fc8f8babece1','2026-06-02T09:00:00Z','2026-06-23T09:00:00Z',1,'mentee','Shadow one',NULL,1,NULL,'done','2026-06-23',NULL,0,9026106103244879238);
INSERT INTO followup VALUES(2,'019e878f-aa80-70fd-b88e-fc908f4dc649','2026-06-02T09:00:00Z','2026-08-25T09:00:00Z',1,'mentee','Lead a small one',NULL,1,NULL,'done','2026-08-25',NULL,0,6616495828095412003);
INSERT INTO followup VALUES(3,'019e878f-aa80-742f-ac97-2971076fac40','2026-06-02T09:00:00Z','2026-06-09T09:00:00Z',1,'mentee','write down three decisions you disagree with','2026-06-11',NULL,1,'done','2026-06-09',NULL,0,-6358323999388278124);
INSERT INTO followup VALUES(4,'019e878f-aa80-742f-ac97-2972d9109c94','2026-06-02T09:00:00Z','2026-06-16T09:00:00Z',1,'mentor','send the review checklist','2026-06-16',NULL,1,'done','2026-06-16',NULL,0,2141515255397274797);
INSERT INTO followup VALUES(5,'019ecfa8-b280-718e-8c44-c1d666e27f83','2026-06-16T09:00:00Z','2026-06-23T09:00:00Z',1,'mentee','shadow Kim''s review','2026-06-26',NULL,2,'done','2026-06-23',NULL,0,6714463482851144798);
INSERT INTO followup VALUES(6,'019f5fda-c280-715f-8a0c-7dab23d713ed','2026-07-14T09:00:00Z','2026-07-28T09:00:00Z',1,'mentor','introduce Ana to Kim''s team','2026-07-28',NULL,4,'done','2026-07-28',NULL,0,-2936353271979180778);
INSERT INTO followup VALUES(7,'019f5fda-c280-715f-8a0c-7dac5c456698','2026-07-14T09:00:00Z','2026-08-04T09:00:00Z',1,'mentee','draft the RFC','2026-07-30',NULL,4,'done','2026-08-04',NULL,0,7801820192351492874);
INSERT INTO followup VALUES(8,'019ff00c-d280-7103-ba34-8813800bd7a2','2026-08-11T09:00:00Z','2026-08-25T09:00:00Z',1,'mentee','lead the small review','2026-08-26',NULL,6,'done','2026-08-25',NULL,0,4092666471467683380);
INSERT INTO followup VALUES(9,'01a0803e-e280-7335-9aca-a2eb35742257','2026-09-08T09:00:00Z','2026-10-20T09:00:00Z',1,'mentee','say no once and write it down','2026-09-18',NULL,8,'done','2026-10-20',NULL,0,-7205399488638797315);
INSERT INTO followup VALUES(10,'01a1a0a3-0280-75d7-aeb6-fe2aed0829ff','2026-11-03T09:00:00Z','2026-11-10T09:00:00Z',1,'mentee','send the invitation','2026-11-11',NULL,12,'done','2026-11-10',NULL,0,-2970838361686790177);
INSERT INTO followup VALUES(11,'01a1a0a3-0280-75d7-aeb6-fe2b75fb305f','2026-11-03T09:00:00Z','2026-11-03T09:00:00Z',1,'mentor','read the slides','2026-11-27',NULL,12,'open','2026-11-03',NULL,0,7121109071976771463);
INSERT INTO followup VALUES(12,'01a1c4af-8680-7614-b328-694d2b9bd78b','2026-11-10T09:00:00Z','2026-11-10T09:00:00Z',1,'mentee','Thank Kim Lee, who leads the platform team for the meeting','2026-11-13',NULL,NULL,'done','2026-11-10',NULL,0,-620947045310279959);
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
INSERT INTO feedback VALUES(1,'019f17c1-ba80-71e8-a075-3b79231d0aa9','2026-06-30T09:00:00Z','2026-07-07T09:00:00Z',1,'mentor','keep','2026-06-30','Tuesday''s incident call','You gave a status every 10 minutes','Nobody had to ask',NULL,NULL,'I had not noticed that it helped; I will keep it up','2026-07-07',NULL,0,4902335061927961634);
INSERT INTO feedback VALUES(2,'01a01419-5680-771d-889d-3cb11fd9a834','2026-08-18T09:00:00Z','2026-08-25T09:00:00Z',1,'mentee','change','2026-08-18','Our call two weeks ago','You answered before I had finished','I lost the thread',NULL,NULL,'Thank you. I will count to three','2026-08-25',NULL,0,7362888599550820418);
INSERT INTO feedback VALUES(3,'01a20cc8-8e80-73ed-a945-01a20c13b48f','2026-11-24T09:00:00Z','2026-11-24T09:00:00Z',1,'mentor','change','2026-11-24','The rehearsal on Thursday','You looked at the slides while you spoke','I could not tell what mattered most','Pick one sentence and look up for it',NULL,NULL,NULL,NULL,0,-9151350771419711911);
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
INSERT INTO win VALUES(1,'019e878f-aa80-742f-ac97-2973d1ae429e','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,'Asked for the mentorship herself','2026-06-02',NULL,1,0,-6831960321847685103);
INSERT INTO win VALUES(2,'019f17c1-ba80-7107-8757-70b2538bb4fc','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,'Kim asked for her opinion','2026-06-30',NULL,3,0,-6079517380285297783);
INSERT INTO win VALUES(3,'019ff00c-d280-7103-ba34-881753a39ae7','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,'RFC accepted in the first round','2026-08-11',NULL,6,0,-5062754267523454603);
INSERT INTO win VALUES(4,'01a03825-da80-72e8-8b25-3956d873f1da','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'Led the small review','2026-08-25',NULL,7,0,1259411743227938642);
INSERT INTO win VALUES(5,'01a15889-fa80-74a0-99b7-885cc5c190b5','2026-10-20T09:00:00Z','2026-10-20T09:00:00Z',1,'Said no to an extra rota','2026-10-20',NULL,11,0,-7597099147303061874);
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
, outcome TEXT, outcome_on TEXT, outcome_note TEXT) STRICT;
INSERT INTO insight VALUES(1,'019ecfa8-b280-718e-8c44-c1d850bc7de0','2026-06-16T09:00:00Z','2026-08-25T09:00:00Z',1,'Write the decision down before the meeting','2026-06-16',2,0,7347303907853425285,'helped','2026-08-25','The RFC began with the decision');
INSERT INTO insight VALUES(2,'01a03825-da80-72e8-8b25-3957bc86130b','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'Name the cost of a yes','2026-08-25',7,0,-4653872105688590558,NULL,NULL,NULL);
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
INSERT INTO review VALUES(1,'01a03825-da80-7686-abe3-e43f8d876c29','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'2026-06-02','2026-08-25','Led a small review','Says no too late','Lead the big review','','','Fortnightly calls','',NULL,0,-7500987095261995390);
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    sql TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
INSERT INTO step VALUES(1,'2026-06-02T09:00:00Z','You are Sam Rivera, in Europe/London, working mon-fri 09:00-17:30','done','DELETE FROM person WHERE id=1',6620563617325924621);
INSERT INTO step VALUES(2,'2026-06-02T09:00:00Z','Added pair `ana`: Sam Rivera mentors Ana Díaz','done',replace('DELETE FROM pair WHERE id=1;\nDELETE FROM person WHERE id=2','\n',char(10)),78013965906039960);
INSERT INTO step VALUES(3,'2026-06-02T09:00:00Z','Added pair `priya`: Priya Nair mentors Sam Rivera','done',replace('DELETE FROM pair WHERE id=2;\nDELETE FROM person WHERE id=3','\n',char(10)),-5853987999582995229);
INSERT INTO step VALUES(4,'2026-06-02T09:00:00Z',replace('Recorded version 1 of the agreement with Ana; Ana has still to accept it (`mentor agree accept --by mentee`)\n`ana` is the pair in use from now on (`mentor pair use SLUG` chooses another)','\n',char(10)),'done',replace('DELETE FROM setting WHERE id=1;\nDELETE FROM agreement WHERE id=1','\n',char(10)),7285353555915129894);
INSERT INTO step VALUES(5,'2026-06-02T09:00:00Z','Ana accepted version 1 on 2026-06-02; both sides have agreed','done','UPDATE agreement SET "id"=1,"uid"=''019e878f-aa80-72b2-9460-bf8fe2f85dac'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"version"=1,"accepted_by_mentor"=''2026-06-02'',"accepted_by_mentee"=NULL,"changed_because"=NULL,"purpose"=''Grow into a tech lead'',"goals"='''',"starts"=''2026-06-02'',"ends"=''2027-03-09'',"review_on"=NULL,"review_every"=''12 weeks'',"cadence"=''every 2 weeks'',"length"=45,"hours_a_month"=NULL,"channel"=''video'',"mentor_replies_within"=''2 working days'',"mentee_replies_within"=''2 working days'',"feedback_within"=''5 working days'',"materials_before"=NULL,"notice"=''24 hours'',"scheduled_by"=NULL,"agenda_by"=NULL,"mentor_expects"=''Comes with an agenda'',"mentee_expects"=''Honest feedback'',"confidential"=''What is said stays here'',"off_limits"=''Family'',"contact_between"=NULL,"outside_contact"=''The programme''''s coordinator'',"end_notice"=''7 days'',"how_we_end"=NULL,"additional"=NULL,"checksum"=188065685523586623 WHERE id=1',8524639778581526764);
INSERT INTO step VALUES(6,'2026-06-02T09:00:00Z',replace('Added goal 1 of Ana: Lead a design review, by Tue 20 Oct (in 4 months)\nAdded follow-up 1 for Ana: Shadow one\nAdded follow-up 2 for Ana: Lead a small one','\n',char(10)),'done',replace('DELETE FROM followup WHERE id=2;\nDELETE FROM followup WHERE id=1;\nDELETE FROM goal WHERE id=1','\n',char(10)),8672374134814889171);
INSERT INTO step VALUES(7,'2026-06-02T09:00:00Z','Added goal 2 of Ana: Say no without guilt, by Tue 29 Dec (in 6 months)','done','DELETE FROM goal WHERE id=2',7289761260176300372);
INSERT INTO step VALUES(8,'2026-06-02T09:00:00Z','Goal 1 is confidence 3 of 10: Lead a design review','done','DELETE FROM goal_entry WHERE id=1',-1930693070020638855);
INSERT INTO step VALUES(9,'2026-06-02T09:00:00Z','Added norm 1: When I am silent in a call, it means','done','DELETE FROM norm WHERE id=1',4905576861300736109);
INSERT INTO step VALUES(10,'2026-06-02T09:00:00Z','Changed Ana Díaz: America/Bogota, working mon-fri 09:00-17:00','done',replace('UPDATE person SET "id"=2,"uid"=''019e878f-aa80-7772-b689-f07de753205c'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"name"=''Ana Díaz'',"zone"=''America/Bogota'',"days"=''mon-fri'',"hours"=''09:00-17:00'',"language"=NULL,"preferences"=''written first, then talk\nexamples before principles'',"holidays"=NULL,"notes"=NULL,"is_user"=0,"called"=NULL,"needs"='''',"avoids"='''',"checksum"=5580884138861165620 WHERE id=2','\n',char(10)),3924401943763362115);
INSERT INTO step VALUES(11,'2026-06-02T09:00:00Z',replace('Logged check-in 1 with Ana on Tue 2 Jun 10:00 (04:00 for Ana), 1 h\nAdded follow-up 3 for Ana: write down three decisions you disagree with, due Thu 11 Jun (in 9 days)\nAdded follow-up 4 for Sam: send the review checklist, due Tue 16 Jun (in 14 days)\nAdded win 1: Asked for the mentorship herself','\n',char(10)),'done',replace('DELETE FROM win WHERE id=1;\nDELETE FROM followup WHERE id=4;\nDELETE FROM followup WHERE id=3;\nDELETE FROM checkin WHERE id=1','\n',char(10)),1131009880110625272);
INSERT INTO step VALUES(12,'2026-06-09T09:00:00Z','Follow-up 3 of Ana is done: write down three decisions you disagree with','done','UPDATE followup SET "id"=3,"uid"=''019e878f-aa80-742f-ac97-2971076fac40'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''write down three decisions you disagree with'',"due"=''2026-06-11'',"goal"=NULL,"checkin"=1,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-4196187321932768829 WHERE id=3',-5641031288331823783);
INSERT INTO step VALUES(13,'2026-06-09T09:00:00Z','Ana on norm 1, When I am silent in a call, it means: I am thinking; give me a moment','done','UPDATE norm SET "id"=1,"uid"=''019e878f-aa80-7583-95e6-3d990da9ae2c'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"title"=''When I am silent in a call, it means'',"mentor_says"=NULL,"mentor_said_on"=NULL,"mentee_says"=NULL,"mentee_said_on"=NULL,"checksum"=-5006365990489594724 WHERE id=1',-1033884357120127068);
INSERT INTO step VALUES(14,'2026-06-09T09:00:00Z','Sam on norm 1, When I am silent in a call, it means: I disagree and look for words','done','UPDATE norm SET "id"=1,"uid"=''019e878f-aa80-7583-95e6-3d990da9ae2c'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-09T09:00:00Z'',"pair"=1,"title"=''When I am silent in a call, it means'',"mentor_says"=NULL,"mentor_said_on"=NULL,"mentee_says"=''I am thinking; give me a moment'',"mentee_said_on"=''2026-06-09'',"checksum"=-1430314697125456187 WHERE id=1',4518734815772761002);
INSERT INTO step VALUES(15,'2026-06-16T09:00:00Z','Added skill 1: Leading design reviews','done','DELETE FROM skill WHERE id=1',4678711578274353840);
INSERT INTO step VALUES(16,'2026-06-16T09:00:00Z','Ana rated skill 1 at 2 (advanced beginner): Leading design reviews','done','DELETE FROM rating WHERE id=1',-288720346163591843);
INSERT INTO step VALUES(17,'2026-06-16T09:00:00Z','Sam rated skill 1 at 3 (competent): Leading design reviews','done','DELETE FROM rating WHERE id=2',-8496456502991834019);
INSERT INTO step VALUES(18,'2026-06-16T09:00:00Z','Follow-up 4 of Sam is done: send the review checklist','done','UPDATE followup SET "id"=4,"uid"=''019e878f-aa80-742f-ac97-2972d9109c94'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentor'',"title"=''send the review checklist'',"due"=''2026-06-16'',"goal"=NULL,"checkin"=1,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-541671065863855200 WHERE id=4',-2474396378381946694);
INSERT INTO step VALUES(19,'2026-06-16T09:00:00Z','Added topic 1 from Ana: How to say no','done','DELETE FROM topic WHERE id=1',2158124890522935341);
INSERT INTO step VALUES(20,'2026-06-16T09:00:00Z',replace('Logged check-in 2 with Ana on Tue 16 Jun 10:00 (04:00 for Ana), 45 min\nAdded follow-up 5 for Ana: shadow Kim''s review, due Fri 26 Jun (in 10 days)\nGoal 1 is at 10 %: Lead a design review\nAdded insight 1: Write the decision down before the meeting','\n',char(10)),'done',replace('DELETE FROM insight WHERE id=1;\nDELETE FROM goal_entry WHERE id=2;\nDELETE FROM followup WHERE id=5;\nDELETE FROM checkin WHERE id=2','\n',char(10)),2110955275131736339);
INSERT INTO step VALUES(21,'2026-06-23T09:00:00Z',replace('Follow-up 5 of Ana is done: shadow Kim''s review\nFollow-up 1 of Ana is done: Shadow one','\n',char(10)),'done',replace('UPDATE followup SET "id"=1,"uid"=''019e878f-aa80-70fd-b88e-fc8f8babece1'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Shadow one'',"due"=NULL,"goal"=1,"checkin"=NULL,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-3513279128834950202 WHERE id=1;\nUPDATE followup SET "id"=5,"uid"=''019ecfa8-b280-718e-8c44-c1d666e27f83'',"created_at"=''2026-06-16T09:00:00Z'',"changed_at"=''2026-06-16T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''shadow Kim''''s review'',"due"=''2026-06-26'',"goal"=NULL,"checkin"=2,"state"=''open'',"state_on"=''2026-06-16'',"because"=NULL,"private"=0,"checksum"=4692865638694784262 WHERE id=5','\n',char(10)),-4192286188148625700);
INSERT INTO step VALUES(22,'2026-06-30T09:00:00Z',replace('Logged check-in 3 with Ana on Tue 30 Jun 10:00 (04:00 for Ana), 50 min\nGoal 1 is at 25 %: Lead a design review\nGoal 1 is confidence 4 of 10: Lead a design review\nAdded win 2: Kim asked for her opinion','\n',char(10)),'done',replace('DELETE FROM win WHERE id=2;\nDELETE FROM goal_entry WHERE id=4;\nDELETE FROM goal_entry WHERE id=3;\nDELETE FROM checkin WHERE id=3','\n',char(10)),3206483519941414437);
INSERT INTO step VALUES(23,'2026-06-30T09:00:00Z','Added feedback 1 from Sam for Ana (keep): Tuesday''s incident call','done','DELETE FROM feedback WHERE id=1',-6449217953125683444);
INSERT INTO step VALUES(24,'2026-07-07T09:00:00Z','Recorded Ana''s response to feedback 1','done','UPDATE feedback SET "id"=1,"uid"=''019f17c1-ba80-71e8-a075-3b79231d0aa9'',"created_at"=''2026-06-30T09:00:00Z'',"changed_at"=''2026-06-30T09:00:00Z'',"pair"=1,"from"=''mentor'',"kind"=''keep'',"on"=''2026-06-30'',"situation"=''Tuesday''''s incident call'',"behaviour"=''You gave a status every 10 minutes'',"impact"=''Nobody had to ask'',"request"=NULL,"goal"=NULL,"response"=NULL,"responded_on"=NULL,"follow_up"=NULL,"private"=0,"checksum"=3564179024683056783 WHERE id=1',-5399165029928921899);
INSERT INTO step VALUES(25,'2026-07-07T09:00:00Z','Asked pulse 1 of Sam and Ana, Tue 7 Jul: each answers alone (`mentor pulse answer`)','done','DELETE FROM pulse WHERE id=1',-653447025268872930);
INSERT INTO step VALUES(26,'2026-07-07T09:00:00Z','Kept the answers of Sam to pulse 1','done','DELETE FROM pulse_answer WHERE id=1',-6464666294315895685);
INSERT INTO step VALUES(27,'2026-07-07T09:00:00Z',replace('Kept the answers of Ana to pulse 1\nBoth have answered pulse 1: 1 difference to talk about','\n',char(10)),'done',replace('UPDATE pulse SET "id"=1,"uid"=''019f3bce-3e80-704a-bffa-b7bca2463051'',"created_at"=''2026-07-07T09:00:00Z'',"changed_at"=''2026-07-07T09:00:00Z'',"pair"=1,"on"=''2026-07-07'',"state"=''open'',"state_on"=''2026-07-07'',"because"=NULL,"checksum"=-7826036067746092201 WHERE id=1;\nDELETE FROM pulse_answer WHERE id=2','\n',char(10)),-4187968367876192731);
INSERT INTO step VALUES(28,'2026-07-14T09:00:00Z',replace('Logged check-in 4 with Ana on Tue 14 Jul 10:00 (04:00 for Ana), 45 min\nAdded follow-up 6 for Sam: introduce Ana to Kim''s team, due Tue 28 Jul (in 14 days)\nAdded follow-up 7 for Ana: draft the RFC, due Thu 30 Jul (in 16 days)\nTopic 1 is covered: How to say no','\n',char(10)),'done',replace('UPDATE topic SET "id"=1,"uid"=''019ecfa8-b280-7375-a386-e985411165aa'',"created_at"=''2026-06-16T09:00:00Z'',"changed_at"=''2026-07-14T09:00:00Z'',"pair"=1,"title"=''How to say no'',"notes"=NULL,"from"=''mentee'',"state"=''covered'',"state_on"=''2026-07-14'',"covered_in"=NULL,"private"=0,"checksum"=-314127255588342979 WHERE id=1;\nUPDATE topic SET "id"=1,"uid"=''019ecfa8-b280-7375-a386-e985411165aa'',"created_at"=''2026-06-16T09:00:00Z'',"changed_at"=''2026-06-16T09:00:00Z'',"pair"=1,"title"=''How to say no'',"notes"=NULL,"from"=''mentee'',"state"=''open'',"state_on"=''2026-06-16'',"covered_in"=NULL,"private"=0,"checksum"=-1035352449791820256 WHERE id=1;\nDELETE FROM followup WHERE id=7;\nDELETE FROM followup WHERE id=6;\nDELETE FROM checkin WHERE id=4','\n',char(10)),-7410135274405470138);
INSERT INTO step VALUES(29,'2026-07-28T09:00:00Z','Asked question 1 from Ana for Sam: Whom do I ask for the traffic figures?','done','DELETE FROM question WHERE id=1',358123220527470482);
INSERT INTO step VALUES(30,'2026-07-28T09:00:00Z','Sam answered question 1 after 0.2 working days','done','UPDATE question SET "id"=1,"uid"=''019fa7f3-ca80-7356-b8ac-59cc56cc7434'',"created_at"=''2026-07-28T09:00:00Z'',"changed_at"=''2026-07-28T09:00:00Z'',"pair"=1,"title"=''Whom do I ask for the traffic figures?'',"notes"=NULL,"from"=''mentee'',"asked_at"=''2026-07-27T16:00:00Z'',"seen_at"=NULL,"answer_by"=NULL,"answered_at"=NULL,"answer"=NULL,"state"=''open'',"state_on"=''2026-07-28'',"because"=NULL,"private"=0,"checksum"=4292676932595879640 WHERE id=1',-1917761665338789034);
INSERT INTO step VALUES(31,'2026-07-28T09:00:00Z','Added resource 1: A talk about disagreeing in writing','done','DELETE FROM resource WHERE id=1',1639248137791637270);
INSERT INTO step VALUES(32,'2026-07-28T09:00:00Z','Follow-up 6 of Sam is done: introduce Ana to Kim''s team','done','UPDATE followup SET "id"=6,"uid"=''019f5fda-c280-715f-8a0c-7dab23d713ed'',"created_at"=''2026-07-14T09:00:00Z'',"changed_at"=''2026-07-14T09:00:00Z'',"pair"=1,"owner"=''mentor'',"title"=''introduce Ana to Kim''''s team'',"due"=''2026-07-28'',"goal"=NULL,"checkin"=4,"state"=''open'',"state_on"=''2026-07-14'',"because"=NULL,"private"=0,"checksum"=-4303350050261093505 WHERE id=6',7226372852640686382);
INSERT INTO step VALUES(33,'2026-07-28T09:00:00Z',replace('Logged check-in 5 with Ana on Tue 28 Jul 10:00 (04:00 for Ana), 40 min\nGoal 1 is at 40 %: Lead a design review\nGoal 2 is at 20 %: Say no without guilt\nAdded approach 1: Questions in writing before the call','\n',char(10)),'done',replace('DELETE FROM approach WHERE id=1;\nDELETE FROM goal_entry WHERE id=6;\nDELETE FROM goal_entry WHERE id=5;\nDELETE FROM checkin WHERE id=5','\n',char(10)),8642967174302096308);
INSERT INTO step VALUES(34,'2026-08-04T09:00:00Z','Follow-up 7 of Ana is done: draft the RFC','done','UPDATE followup SET "id"=7,"uid"=''019f5fda-c280-715f-8a0c-7dac5c456698'',"created_at"=''2026-07-14T09:00:00Z'',"changed_at"=''2026-07-14T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''draft the RFC'',"due"=''2026-07-30'',"goal"=NULL,"checkin"=4,"state"=''open'',"state_on"=''2026-07-14'',"because"=NULL,"private"=0,"checksum"=-8698437138307390151 WHERE id=7',-3700371115900188365);
INSERT INTO step VALUES(35,'2026-08-11T09:00:00Z',replace('Logged check-in 6 with Ana on Tue 11 Aug 10:00 (04:00 for Ana), 55 min\nAdded follow-up 8 for Ana: lead the small review, due Wed 26 Aug (in 15 days)\nGoal 1 is at 50 %: Lead a design review\nGoal 1 is confidence 6 of 10: Lead a design review\nAdded approach 2: Questions in writing before the call\nAdded win 3: RFC accepted in the first round','\n',char(10)),'done',replace('DELETE FROM win WHERE id=3;\nDELETE FROM approach WHERE id=2;\nDELETE FROM goal_entry WHERE id=8;\nDELETE FROM goal_entry WHERE id=7;\nDELETE FROM followup WHERE id=8;\nDELETE FROM checkin WHERE id=6','\n',char(10)),8870247773729339219);
INSERT INTO step VALUES(36,'2026-08-11T09:00:00Z','Resource 1 is done: A talk about disagreeing in writing','done','UPDATE resource SET "id"=1,"uid"=''019fa7f3-ca80-7226-9b6a-cd09caa1c0ae'',"created_at"=''2026-07-28T09:00:00Z'',"changed_at"=''2026-07-28T09:00:00Z'',"pair"=1,"title"=''A talk about disagreeing in writing'',"link"=NULL,"why"=''The RFC will need it'',"goal"=1,"state"=''open'',"state_on"=''2026-07-28'',"because"=NULL,"private"=0,"checksum"=690851122164618634 WHERE id=1',7770196071618736023);
INSERT INTO step VALUES(37,'2026-08-11T09:00:00Z','Insight 1 explained from memory; it comes back on Tue 28 Jul (14 days ago)','done','DELETE FROM recall WHERE id=1',-4855988890787402846);
INSERT INTO step VALUES(38,'2026-08-18T09:00:00Z','Added feedback 2 from Ana for Sam (change): Our call two weeks ago','done','DELETE FROM feedback WHERE id=2',-2904230006700654264);
INSERT INTO step VALUES(39,'2026-08-25T09:00:00Z','Recorded Sam''s response to feedback 2','done','UPDATE feedback SET "id"=2,"uid"=''01a01419-5680-771d-889d-3cb11fd9a834'',"created_at"=''2026-08-18T09:00:00Z'',"changed_at"=''2026-08-18T09:00:00Z'',"pair"=1,"from"=''mentee'',"kind"=''change'',"on"=''2026-08-18'',"situation"=''Our call two weeks ago'',"behaviour"=''You answered before I had finished'',"impact"=''I lost the thread'',"request"=NULL,"goal"=NULL,"response"=NULL,"responded_on"=NULL,"follow_up"=NULL,"private"=0,"checksum"=8594998191283739624 WHERE id=2',-2540568398206764386);
INSERT INTO step VALUES(40,'2026-08-25T09:00:00Z',replace('Follow-up 8 of Ana is done: lead the small review\nFollow-up 2 of Ana is done: Lead a small one','\n',char(10)),'done',replace('UPDATE followup SET "id"=2,"uid"=''019e878f-aa80-70fd-b88e-fc908f4dc649'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Lead a small one'',"due"=NULL,"goal"=1,"checkin"=NULL,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-3715506817259411091 WHERE id=2;\nUPDATE followup SET "id"=8,"uid"=''019ff00c-d280-7103-ba34-8813800bd7a2'',"created_at"=''2026-08-11T09:00:00Z'',"changed_at"=''2026-08-11T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''lead the small review'',"due"=''2026-08-26'',"goal"=NULL,"checkin"=6,"state"=''open'',"state_on"=''2026-08-11'',"because"=NULL,"private"=0,"checksum"=-3456053384368736719 WHERE id=8','\n',char(10)),361235175874083282);
INSERT INTO step VALUES(41,'2026-08-25T09:00:00Z',replace('Logged check-in 7 with Ana on Tue 25 Aug 10:00 (04:00 for Ana), 45 min\nGoal 1 is at 70 %: Lead a design review\nGoal 1 is confidence 7 of 10: Lead a design review\nAdded win 4: Led the small review\nAdded insight 2: Name the cost of a yes','\n',char(10)),'done',replace('DELETE FROM insight WHERE id=2;\nDELETE FROM win WHERE id=4;\nDELETE FROM goal_entry WHERE id=10;\nDELETE FROM goal_entry WHERE id=9;\nDELETE FROM checkin WHERE id=7','\n',char(10)),-141873208684200527);
INSERT INTO step VALUES(42,'2026-08-25T09:00:00Z','Ana rated skill 1 at 3 (competent): Leading design reviews','done','DELETE FROM rating WHERE id=3',8946531683339262330);
INSERT INTO step VALUES(43,'2026-08-25T09:00:00Z','Sam rated skill 1 at 5 (expert): Leading design reviews','done','DELETE FROM rating WHERE id=4',-8237298137637645181);
INSERT INTO step VALUES(44,'2026-08-25T09:00:00Z','Insight 1 was taken and helped: Write the decision down before the meeting','done','UPDATE insight SET "id"=1,"uid"=''019ecfa8-b280-718e-8c44-c1d850bc7de0'',"created_at"=''2026-06-16T09:00:00Z'',"changed_at"=''2026-06-16T09:00:00Z'',"pair"=1,"title"=''Write the decision down before the meeting'',"on"=''2026-06-16'',"checkin"=2,"private"=0,"outcome"=NULL,"outcome_on"=NULL,"outcome_note"=NULL,"checksum"=4303884340485779656 WHERE id=1',-5978364307774604351);
INSERT INTO step VALUES(45,'2026-08-25T09:00:00Z','Recorded review 1 of `ana`: 2026-06-02 to 2026-08-25','done','DELETE FROM review WHERE id=1',1206898524235308297);
INSERT INTO step VALUES(46,'2026-09-08T09:00:00Z',replace('Logged check-in 8 with Ana on Tue 8 Sep 10:00 (04:00 for Ana), 45 min\nAdded follow-up 9 for Ana: say no once and write it down, due Fri 18 Sep (in 10 days)\nGoal 2 is at 40 %: Say no without guilt\nGoal 2 is confidence 5 of 10: Say no without guilt','\n',char(10)),'done',replace('DELETE FROM goal_entry WHERE id=12;\nDELETE FROM goal_entry WHERE id=11;\nDELETE FROM followup WHERE id=9;\nDELETE FROM checkin WHERE id=8','\n',char(10)),-7368015277337330793);
INSERT INTO step VALUES(47,'2026-09-15T09:00:00Z','Ana Díaz is away from Fri 18 Sep to Wed 23 Sep (6 days): exams','done','DELETE FROM away WHERE id=1',424350697298995137);
INSERT INTO step VALUES(48,'2026-09-22T09:00:00Z','Added option 1: Staff engineer on the platform team','done','DELETE FROM option WHERE id=1',4787202531170309266);
INSERT INTO step VALUES(49,'2026-09-22T09:00:00Z','Changed goal 1 of Ana: Lead a design review, by Tue 17 Nov (in 8 weeks)','done',replace('UPDATE goal SET "id"=1,"uid"=''019e878f-aa80-70fd-b88e-fc8e49a5d7db'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"title"=''Lead a design review'',"why"=''Decisions stick when they are hers'',"done_when"=''Review led, notes shared'',"target"=''2026-10-20'',"support"=NULL,"category"=NULL,"state"=''active'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=7339417873269109320 WHERE id=1;\nDELETE FROM move WHERE id=1','\n',char(10)),6948230263765508760);
INSERT INTO step VALUES(50,'2026-09-22T09:00:00Z','Logged check-in 9 with Ana on Tue 22 Sep 10:00 (04:00 for Ana), 30 min','done','DELETE FROM checkin WHERE id=9',1394795996174008899);
INSERT INTO step VALUES(51,'2026-09-22T09:00:00Z','Asked pulse 2 of Sam and Ana, Tue 22 Sep: each answers alone (`mentor pulse answer`)','done','DELETE FROM pulse WHERE id=2',-1995631383547843808);
INSERT INTO step VALUES(52,'2026-09-22T09:00:00Z','Kept the answers of Sam to pulse 2','done','DELETE FROM pulse_answer WHERE id=3',-6050720756185540105);
INSERT INTO step VALUES(53,'2026-09-22T09:00:00Z',replace('Kept the answers of Ana to pulse 2\nBoth have answered pulse 2: nothing lies far apart','\n',char(10)),'done',replace('UPDATE pulse SET "id"=2,"uid"=''01a0c857-ea80-7571-b985-f243d7493590'',"created_at"=''2026-09-22T09:00:00Z'',"changed_at"=''2026-09-22T09:00:00Z'',"pair"=1,"on"=''2026-09-22'',"state"=''open'',"state_on"=''2026-09-22'',"because"=NULL,"checksum"=-9035398697082651947 WHERE id=2;\nDELETE FROM pulse_answer WHERE id=4','\n',char(10)),1520647575496478703);
INSERT INTO step VALUES(54,'2026-09-29T09:00:00Z','Added introduction 1: Kim Lee, who leads the platform team','done','DELETE FROM introduction WHERE id=1',7086412956252649690);
INSERT INTO step VALUES(55,'2026-10-06T09:00:00Z','Planned check-in 10 with Ana on Wed 7 Oct 17:00 (11:00 for Ana), 45 min','done','DELETE FROM checkin WHERE id=10',4136900231859129206);
INSERT INTO step VALUES(56,'2026-10-06T09:00:00Z','Check-in 10 cancelled by Ana','done','UPDATE checkin SET "id"=10,"uid"=''01a11070-f280-7181-8b74-6e91ce6cfc3a'',"created_at"=''2026-10-06T09:00:00Z'',"changed_at"=''2026-10-06T09:00:00Z'',"pair"=1,"state"=''planned'',"planned_at"=''2026-10-07T16:00:00Z'',"zone"=''Europe/London'',"planned_minutes"=45,"held_at"=NULL,"minutes"=NULL,"channel"=''video'',"by"=NULL,"because"=NULL,"cancelled_at"=NULL,"notes"=NULL,"decisions"='''',"blockers"='''',"next_topic"=NULL,"feeling"=NULL,"private_note"=NULL,"private"=0,"checksum"=-986513643942316880 WHERE id=10',1017032473158049157);
INSERT INTO step VALUES(57,'2026-10-06T09:00:00Z','Introduction 1 to Kim Lee, who leads the platform team is agreed (`mentor introduction blurb` has a text to send)','done','UPDATE introduction SET "id"=1,"uid"=''01a0ec64-6e80-70f8-942d-08222151115b'',"created_at"=''2026-09-29T09:00:00Z'',"changed_at"=''2026-09-29T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''asked'',"state_on"=''2026-09-29'',"asked_on"=''2026-09-29'',"agreed_on"=NULL,"introduced_on"=NULL,"met_on"=NULL,"thanked_on"=NULL,"because"=NULL,"outcome"=NULL,"thanks"=NULL,"private"=0,"checksum"=-7043264095029833774 WHERE id=1',-1414122265500740881);
INSERT INTO step VALUES(58,'2026-10-06T09:00:00Z','Noted for option 1: Staff engineer on the platform team','done','DELETE FROM option_note WHERE id=1',6640193486974230499);
INSERT INTO step VALUES(59,'2026-10-20T09:00:00Z',replace('Logged check-in 11 with Ana on Tue 20 Oct 10:00 (04:00 for Ana), 45 min\nFollow-up 9 of Ana is done: say no once and write it down\nGoal 2 is at 60 %: Say no without guilt\nAdded win 5: Said no to an extra rota','\n',char(10)),'done',replace('DELETE FROM win WHERE id=5;\nDELETE FROM goal_entry WHERE id=13;\nUPDATE followup SET "id"=9,"uid"=''01a0803e-e280-7335-9aca-a2eb35742257'',"created_at"=''2026-09-08T09:00:00Z'',"changed_at"=''2026-09-08T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''say no once and write it down'',"due"=''2026-09-18'',"goal"=NULL,"checkin"=8,"state"=''open'',"state_on"=''2026-09-08'',"because"=NULL,"private"=0,"checksum"=492094218724779608 WHERE id=9;\nDELETE FROM checkin WHERE id=11','\n',char(10)),4082490455304239697);
INSERT INTO step VALUES(60,'2026-11-03T09:00:00Z',replace('Logged check-in 12 with Ana on Tue 3 Nov 09:00 (04:00 for Ana), 50 min\nAdded follow-up 10 for Ana: send the invitation, due Wed 11 Nov (in 8 days)\nAdded follow-up 11 for Sam: read the slides, due Fri 27 Nov (in 24 days)\nGoal 1 is at 80 %: Lead a design review','\n',char(10)),'done',replace('DELETE FROM goal_entry WHERE id=14;\nDELETE FROM followup WHERE id=11;\nDELETE FROM followup WHERE id=10;\nDELETE FROM checkin WHERE id=12','\n',char(10)),7876655987298312882);
INSERT INTO step VALUES(61,'2026-11-03T09:00:00Z','Introduction 1 to Kim Lee, who leads the platform team is introduced','done','UPDATE introduction SET "id"=1,"uid"=''01a0ec64-6e80-70f8-942d-08222151115b'',"created_at"=''2026-09-29T09:00:00Z'',"changed_at"=''2026-10-06T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''agreed'',"state_on"=''2026-10-06'',"asked_on"=''2026-09-29'',"agreed_on"=''2026-10-06'',"introduced_on"=NULL,"met_on"=NULL,"thanked_on"=NULL,"because"=NULL,"outcome"=NULL,"thanks"=NULL,"private"=0,"checksum"=-3353435844871538039 WHERE id=1',-2165485542889020463);
INSERT INTO step VALUES(62,'2026-11-10T09:00:00Z',replace('Added follow-up 12 for Ana: Thank Kim Lee, who leads the platform team for the meeting, due Fri 13 Nov (in 3 days)\nIntroduction 1 to Kim Lee, who leads the platform team is met','\n',char(10)),'done',replace('UPDATE introduction SET "id"=1,"uid"=''01a0ec64-6e80-70f8-942d-08222151115b'',"created_at"=''2026-09-29T09:00:00Z'',"changed_at"=''2026-11-03T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''introduced'',"state_on"=''2026-11-03'',"asked_on"=''2026-09-29'',"agreed_on"=''2026-10-06'',"introduced_on"=''2026-11-03'',"met_on"=NULL,"thanked_on"=NULL,"because"=NULL,"outcome"=NULL,"thanks"=NULL,"private"=0,"checksum"=5014466159586584716 WHERE id=1;\nDELETE FROM followup WHERE id=12','\n',char(10)),-4740138485284940793);
INSERT INTO step VALUES(63,'2026-11-10T09:00:00Z',replace('Follow-up 12 of Ana is done: Thank Kim Lee, who leads the platform team for the meeting\nIntroduction 1 to Kim Lee, who leads the platform team is thanked','\n',char(10)),'done',replace('UPDATE introduction SET "id"=1,"uid"=''01a0ec64-6e80-70f8-942d-08222151115b'',"created_at"=''2026-09-29T09:00:00Z'',"changed_at"=''2026-11-10T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''met'',"state_on"=''2026-11-10'',"asked_on"=''2026-09-29'',"agreed_on"=''2026-10-06'',"introduced_on"=''2026-11-03'',"met_on"=''2026-11-10'',"thanked_on"=NULL,"because"=NULL,"outcome"=''Ana joins their reviews'',"thanks"=12,"private"=0,"checksum"=-2501480587427215701 WHERE id=1;\nUPDATE followup SET "id"=12,"uid"=''01a1c4af-8680-7614-b328-694d2b9bd78b'',"created_at"=''2026-11-10T09:00:00Z'',"changed_at"=''2026-11-10T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Thank Kim Lee, who leads the platform team for the meeting'',"due"=''2026-11-13'',"goal"=NULL,"checkin"=NULL,"state"=''open'',"state_on"=''2026-11-10'',"because"=NULL,"private"=0,"checksum"=7881841388764369792 WHERE id=12','\n',char(10)),-2325528943711829623);
INSERT INTO step VALUES(64,'2026-11-10T09:00:00Z','Follow-up 10 of Ana is done: send the invitation','done','UPDATE followup SET "id"=10,"uid"=''01a1a0a3-0280-75d7-aeb6-fe2aed0829ff'',"created_at"=''2026-11-03T09:00:00Z'',"changed_at"=''2026-11-03T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''send the invitation'',"due"=''2026-11-11'',"goal"=NULL,"checkin"=12,"state"=''open'',"state_on"=''2026-11-03'',"because"=NULL,"private"=0,"checksum"=-7233113265894113006 WHERE id=10',2338083815388316498);
INSERT INTO step VALUES(65,'2026-11-17T09:00:00Z','Added topic 2 from Ana: What comes after the lead role?','done','DELETE FROM topic WHERE id=2',-4309966820636770350);
INSERT INTO step VALUES(66,'2026-11-17T09:00:00Z',replace('Logged check-in 13 with Ana on Tue 17 Nov 09:00 (04:00 for Ana), 45 min\nGoal 1 is at 90 %: Lead a design review\nGoal 1 is confidence 8 of 10: Lead a design review\nPlanned check-in 14 with Ana on Tue 8 Dec 17:00 (12:00 for Ana), 45 min','\n',char(10)),'done',replace('DELETE FROM checkin WHERE id=14;\nDELETE FROM goal_entry WHERE id=16;\nDELETE FROM goal_entry WHERE id=15;\nDELETE FROM checkin WHERE id=13','\n',char(10)),176114720402395138);
INSERT INTO step VALUES(67,'2026-11-24T09:00:00Z','Added topic 3 from Sam: Dealing with a loud voice in the room','done','DELETE FROM topic WHERE id=3',-8217357542060239213);
INSERT INTO step VALUES(68,'2026-11-24T09:00:00Z','Added feedback 3 from Sam for Ana (change): The rehearsal on Thursday','done','DELETE FROM feedback WHERE id=3',6766042563778003079);
INSERT INTO step VALUES(69,'2026-11-24T09:00:00Z','Asked question 2 from Ana for Sam: Which of the two openings is stronger?','done','DELETE FROM question WHERE id=2',5492231052761949686);
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
INSERT INTO recall VALUES(1,'019ff00c-d280-717d-a92a-dc826ca8b698','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,1,'2026-08-11','The decision first, the talk about it second',-8189940892996003805);
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
INSERT INTO question VALUES(1,'019fa7f3-ca80-7356-b8ac-59cc56cc7434','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,'Whom do I ask for the traffic figures?',NULL,'mentee','2026-07-27T16:00:00Z',NULL,NULL,'2026-07-28T09:00:00Z','Kim''s team keeps them; ask there','answered','2026-07-28',NULL,0,-5643698296166896548);
INSERT INTO question VALUES(2,'01a20cc8-8e80-755c-a1d3-66214343d051','2026-11-24T09:00:00Z','2026-11-24T09:00:00Z',1,'Which of the two openings is stronger?',NULL,'mentee','2026-11-24T09:00:00Z',NULL,NULL,NULL,NULL,'open','2026-11-24',NULL,0,1397768439246064094);
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
INSERT INTO pulse VALUES(1,'019f3bce-3e80-704a-bffa-b7bca2463051','2026-07-07T09:00:00Z','2026-07-07T09:00:00Z',1,'2026-07-07','answered','2026-07-07',NULL,-367595227490312846);
INSERT INTO pulse VALUES(2,'01a0c857-ea80-7571-b985-f243d7493590','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,'2026-09-22','answered','2026-09-22',NULL,-6056485113921056639);
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
INSERT INTO pulse_answer VALUES(1,'019f3bce-3e80-73b0-ab10-ce153b603bde','2026-07-07T09:00:00Z','2026-07-07T09:00:00Z',1,1,'mentor','2026-07-07',4,4,5,3,4,4,'Starting with wins',NULL,NULL,151844225176921384);
INSERT INTO pulse_answer VALUES(2,'019f3bce-3e80-75fd-bb32-1b5b19307e31','2026-07-07T09:00:00Z','2026-07-07T09:00:00Z',1,1,'mentee','2026-07-07',4,4,3,4,4,3,NULL,'More silence after a question',NULL,-1561595293514339755);
INSERT INTO pulse_answer VALUES(3,'01a0c857-ea80-7718-be1f-efab1633d924','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,2,'mentor','2026-09-22',4,4,5,4,4,4,NULL,NULL,NULL,8642730359516221881);
INSERT INTO pulse_answer VALUES(4,'01a0c857-ea80-72a1-b950-47768928178f','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,2,'mentee','2026-09-22',4,4,5,4,4,4,NULL,NULL,NULL,265128487714317125);
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
INSERT INTO introduction VALUES(1,'01a0ec64-6e80-70f8-942d-08222151115b','2026-09-29T09:00:00Z','2026-11-10T09:00:00Z',1,'Kim Lee, who leads the platform team','Kim has led the move to one build','Half an hour about design reviews','thanked','2026-11-10','2026-09-29','2026-10-06','2026-11-03','2026-11-10','2026-11-10',NULL,'Ana joins their reviews',12,0,4716738989784825454);
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
INSERT INTO skill VALUES(1,'019ecfa8-b280-778e-b33f-23f45e1a95af','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,'Leading design reviews','A lead does it every week',4,'active','2026-06-16',NULL,0,3597817428871930305);
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
INSERT INTO rating VALUES(1,'019ecfa8-b280-731b-b371-2d5b81ae0e32','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,1,'mentee',2,'2026-06-16',NULL,NULL,1252630991855735288);
INSERT INTO rating VALUES(2,'019ecfa8-b280-7358-a0cb-a9ce5c54b945','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,1,'mentor',3,'2026-06-16','Her notes on Kim''s review',NULL,-7429981655251710838);
INSERT INTO rating VALUES(3,'01a03825-da80-7518-8097-be260a4b4852','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,1,'mentee',3,'2026-08-25','Led the small review',NULL,2056898281747027593);
INSERT INTO rating VALUES(4,'01a03825-da80-7638-829f-c360831bda03','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,1,'mentor',5,'2026-08-25','The small review ran without me',NULL,-62193092292825027);
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
INSERT INTO resource VALUES(1,'019fa7f3-ca80-7226-9b6a-cd09caa1c0ae','2026-07-28T09:00:00Z','2026-08-11T09:00:00Z',1,'A talk about disagreeing in writing',NULL,'The RFC will need it',1,'done','2026-08-11','Two sentences for every no',0,5530067328235716471);
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
INSERT INTO option VALUES(1,'01a0c857-ea80-75b6-837d-152239e56288','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,'Staff engineer on the platform team','More design, fewer tickets',replace('Two led design reviews\nA talk outside the team','\n',char(10)),'Two led design reviews','considered','2026-09-22',NULL,0,-4671038995258241029);
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
INSERT INTO option_note VALUES(1,'01a11070-f280-7163-91a9-02febbd6c7f6','2026-10-06T09:00:00Z','2026-10-06T09:00:00Z',1,1,'2026-10-06','note','Kim says the team looks for people who write well',-3530466865638565355);
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
INSERT INTO norm VALUES(1,'019e878f-aa80-7583-95e6-3d990da9ae2c','2026-06-02T09:00:00Z','2026-06-09T09:00:00Z',1,'When I am silent in a call, it means','I disagree and look for words','2026-06-09','I am thinking; give me a moment','2026-06-09',-5097091612070304060);
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
INSERT INTO approach VALUES(1,'019fa7f3-ca80-77ef-b2f6-602a6c532eea','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,'Questions in writing before the call','2026-07-28',NULL,NULL,5,0,7638967657928655910);
INSERT INTO approach VALUES(2,'019ff00c-d280-7103-ba34-8816acb501fa','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,'Questions in writing before the call','2026-08-11','yes',NULL,6,0,-641914076321697613);
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
INSERT INTO away VALUES(1,'01a0a44b-6680-74d2-b5f7-9b2d9d0c86a3','2026-09-15T09:00:00Z','2026-09-15T09:00:00Z',2,'2026-09-18','2026-09-23','exams',0,6737381365435985567);
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
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search','search',0,'CREATE VIRTUAL TABLE search USING fts5(
    title,
    text,
    content = '''',
    contentless_delete = 1,
    tokenize = ''unicode61 remove_diacritics 2''
)');
CREATE TABLE IF NOT EXISTS 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_data VALUES(1,X'5d823f8418');
INSERT INTO search_data VALUES(10,X'00000000ff00000102035a00021201012f3e0000100101013f3f0000010001110102012e010132');
INSERT INTO search_data VALUES(137438953473,X'000000670330697381f080808002020701026f6681f0808080020203020770656e696e677381f080808002020601087374726f6e67657281f0808080020208010374686581f08080800202040202776f81f08080800202050105776869636881f0808080020202040c0c11120d0c');
INSERT INTO search_data VALUES(2336462209025,X'00000f160330313081a0808080010601010c01016190808080020a01010c05069fffffff7f060101049080808000020390808080000601010ab08080800102039fffffff7f06010109a08080800102068fffffff7f06010103c080808001060101059fffffff7f06010102a080808000020290808080000601010ba080808000080701010e0204626f7574d0808080010601010881908080800006010107f080808000020402076363657074656481b080808003020302046674657282908080800206010104020567656e64619080808002060101129fffffff7f0601010d03016f81a0808080020601010602026c6cd0808080010601010d02016d838080808001080401010a02016eb0808080010601010c0301619080808002080201010a8fffffff7f06010102e0808080050203030164818080808009020581ffffffff7806010104030673776572656481a0808080020601010902027265c080808001060101060202736b81a08080800106010112d08080800008050101070402656481b080808001020201020301066265666f7265908080800208010107108190808080000601010a9fffffff7f020681d0808080000205010205030367616e81c080808001060101040202696781d0808080010601010e010463616c6c81a08080800106010105010601010381dfffffff7f02089080808000020701020705017381d0808080010601011202086865636b6c697374818080808004020502046f6d6573b0808080010601010a03096f7264696e61746f72b0808080010601011d0302737481c08080800202040303756e7481a080808002060101180103646179908080800206010114bfffffff7f0601010e0206656369646573d08080800406010104050473696f6e81c0808080010804010107a08080800006010103090173c08080800106010102908080800106010106b080808001020503047369676ec080808001020481f0808080000203b0808080000a010103080c020369617a908080800202030306736167726565d08080800406010108afffffff7f020781ffffffff7e060101030903696e6782d080808001020502016f81f080808001020303026573d0808080010601010c81e080808000060101040302776e8180808080030203060208bfffffff7802050204726166748180808080070202010465616368d0808080010601010502076e67696e65657282e080808001020302047665727981a0808080010601010b81908080800006010106a0808080000601010b020778616d706c657390808080020601010605017383a08080800106010102010666616d696c79b0808080010601011802076565646261636bb08080800106010110030377657282e08080800106010104020669677572657381f080808001020903066e697368656481a0808080020601010d03037273749080808002080101030d81a0808080010206afffffff7e0601010402026f7281b0808080010203010204bfffffff7f0206e0808080000601010ab080808000060101060408746e696768746c7981d0808080010601011101046761766581a0808080010601010802036976658380808080010601010c02026f74d080808001060101020203726f77b08080800106010102020475696c74c0808080020205010368616481a0808080010801011007010601010c0205656c70656481a0808080010601011a03017281b080808002020581908080800006010102040165b08080800106010116040173c080808001060101070503656c6681b080808001020602056f6e657374b0808080010601010f030177f080808001020201016981a0808080010801011409010a01010b0609cfffffff7f02048190808080000a030101020902016ed08080800306010105e0808080000204819fffffff7e0206b0808080000206908080800002030102030306636964656e7481a080808001060101040302746fb080808001060101030406726f647563658180808080060202020173b08080800106010113a08080800406010104020174d08080800506010107b08080800402079fffffff780801011907c08080800006010108d08080800006010105a08080800006010106b080808000020901046b65657081a0808080010601011d05017381f080808001060101050202696dd08080800306010106b0808080020203010205afffffff7c0202bfffffff7f06010102d0808080010601010502036e6f77d0808080010601010401046c617465d08080800506010105ffffffff7c0601010a0203656164b080808001060101069080808000020290808080000601010bb0808080010202060202cfffffff790601010ce080808000060101030503696e6782b0808080010202030164c0808080010601010af08080800302029fffffff7d06010102f080808002060101029fffffff7e080101080c02036f6e6790808080020601010d03026f6b838080808001060101050302737481a0808080020601011001046d616465d0808080050601010602016582c08080800406010107bfffffff7d0601010d0303616e73838080808001020a03056574696e6781c080808001020803086e746f727368697081b08080800102050206696e7574657381a0808080010601010d02056f6d656e748380808080010601010f0302726582908080800206010102cfffffff7f0601010203037665648190808080010601010401046e6169729080808003020303026d6581c0808080020202020365656482d0808080010601010502016fc08080800202039080808006060101039fffffff79020590808080080203cfffffff78060101088180808080000601010c0304626f647981a0808080010601010f03017481a0808080010601011604026573c0808080010601010b8280808080010601010304046963656481a0808080010601011701026f6681c080808002020502016e82c080808002060101049fffffff7f02040302636581808080800902040301658180808080010203010205020670696e696f6e81b0808080020206020474686572d080808001060101060202757281a080808002060101020305747369646582e0808080010601010d0208776e657273686970d080808004060101020108706c6174666f726d82e080808001020602087261637469736564d080808008060101040308696e6369706c657390808080020601010804027961908080800302028fffffff7f0601010203076f6772616d6d65b0808080010601011b01087175657374696f6e829080808002060101060901738390808080010202010202010372616e82c080808004060101050203656164d0808080060601010203056c6561736581908080800106010103030476696577c08080800108050101099080808002060101080406010104afffffff7d0204010205030205afffffff7c02059fffffff7d080101050cf080808001060101070106010105010601010407017382b0808080010204b0808080000801010a0c02026663d080808005060101030106010104b0808080010204afffffff7c02028fffffff7e0601010381908080800006010103020569766572619080808001020302046f756e6481b0808080030207010173b0808080010601011ca08080800206010107b08080800202040102069fffffff7b06010103d08080800006010103d080808001060101060203616964b0808080010601011403016d90808080010202030177d08080800306010104030179c0808080020202afffffff7f0204908080800802020403696e67d0808080080601010204017381d08080800106010107020565636f6e6481e0808080010601010903026e648180808080040202040674656e636573d0808080080601010681ffffffff790601010902056861646f7781808080800102020402020403726564c0808080010601010c030165d080808003060101030206696c656e636582908080800206010103060174838080808001020502046d616c6cd08080800706010103afffffff7b0204060204afffffff7c02049fffffff7d06010104f08080800206010104010601010306026572d0808080050601010802047461666682e080808001020204057274696e6782908080800106010102040374757381a0808080010601010a04027973b08080800106010115030369636bc08080800106010103010474616c6b90808080020601010581cfffffff7f06010106f080808000020390808080000601010c05026564d08080800106010107020365616d8180808080060207efffffff7b06010104f080808000080701010f050173d0808080040601010703026368b08080800106010105020468616e6b81a0808080020601011404017481a080808001060101180301659080808002060101119fffffff7f0601011aa08080800106010104030601010201060101030106010102afffffff7d02030302030102038fffffff79060101029080808001060101118fffffff7f02040202050102038fffffff7d0c0306010102060102038fffffff7f0601010d9080808000080101020590808080000207d0808080020601010301060101028fffffff7d060101029080808000080501010eb080808000020601020604016d81f0808080010601010604016e9080808002060101040402726581f08080800106010108040179c080808001060101050306696e6b696e678380808080010601010b03047265616481a08080800206010112050165d080808002060101050606010105afffffff7b02049fffffff7f0601011a04046f756768d08080800206010103020669636b65747382e0808080010601010502016fd08080800106010103a0808080000203908080800502049fffffff7b0601011101060101190306676574686572d0808080060601010503016f81d08080800106010109020672616666696381f0808080010208020675657364617981a080808001060101020202776fd08080800406010106cfffffff7e0601010481afffffff7f060101089080808000080101070c0102757081a0808080010601011f0105766964656fb0808080010601010801047765656b82b0808080010601010705017381a0808080020601010503026c6cd0808080070601010603026e74d0808080020601010205060101050203686174b08080800106010112a0808080000601010902060101020302656ec0808080010601010490808080030601010582afffffff7d020203016fd0808080040601010304016d81f08080800102020203696c6c81a0808080010601011c010601011781afffffff7f0601010403026e7382908080800106010104040e73201110190d0d0e0c1d15120d180f2e0f0e270d120f140c0f17111a1c200c220d0b17160e0f1123120d11120f1012202814100f0d0e0d1511150c0c0d100a282c120d10153f100d300e183a0d2f0e0e0e0f160d0f121211170f0d0c0f34100d17100c140c0e100f0e11131213131412140e0f0e114f15330e0e3a0e0a0c180e0d110c1b120e0c120b370d0e110f0d0e290d200c0d100d812d0d0c0e0c1210210f1228110d10122a0e10100d0d121c1e0c0b1e');
INSERT INTO search_data VALUES(2336462209026,X'0000012005307769746890808080020601010b9fffffff7f0601010bd0808080020208bfffffff7e06010105d0808080000601010305036f7574c08080800202048280808080020601010602046f726473838080808001060101070204726974658180808080030202060206bfffffff7802020503696e6782d0808080010207c0808080000204010204050374656e908080800206010102010379657381c080808002020702026f7581808080800302069fffffff7e0601010701080101080f0103ee8080908080800208010109099fffffff7f100101070407050804908080800006010108e0808080000a0101060a07010a0101070907afffffff7f0a0101060707818080808000060101079080808000080101060ca080808000060101080431161018170e0d1b');
INSERT INTO search_data VALUES(2473901162497,X'00000638023061d080808009060101079fffffff7a02040204626f7574d0808080090601010681cfffffff780601010e020466746572f080808002020402046761696ed08080800b0601010302016ed08080800b06010108dfffffff7a0205efffffff7c0601010c03016182a0808080010601011203016481808080800902059fffffff7a0601011b02017481a0808080030601010901046261636bd08080800b0601010202026967d08080800c06010104020475696c6482a080808001060101090105636f6d6573f08080800202030303756c6481a0808080030601011101076465616c696e67f080808003020203047369676e82a0808080010601010f02036f776ed08080800906010105b080808000020801056578747261d08080800b06010109dfffffff7a02060103666f7281808080800c020a9fffffff770601011e81cfffffff7e06010107010468616c6682a0808080010601010b03017382a0808080010601010302036f757282a0808080010601010d030177d08080800d0601010601016981a0808080030601011002026c6cd08080800a0601010402016ef080808003020703087669746174696f6e81808080800a020402017481808080800902079fffffff7a0601011f01056a6f696e7382a0808080010601011301036b696d81808080800c0203819fffffff750802010102d0808080000601010201046c656164f080808002020605017381808080800c0206819fffffff75020503016482a0808080010601010403016581808080800c0204819fffffff75020302036f6f6b81a0808080030601011c0502656481a0808080030601010805017382f0808080010601010603027564f080808003020501086d6174746572656481a080808003060101150206656574696e6781808080800c020c02036f737481a080808003060101160302766582a0808080010601010601026e6fd080808009060101080206010106afffffff7e0203afffffff7c020303017481a08080800306010112040468696e67d0808080090601010201026f6e81a0808080030601010403026365818080808009020403016581a08080800306010119ffffffff7e06010108020670656e696e67d08080800d06010104010670656f706c6582f08080800106010108020369636b81a0808080030601011802066c616e6e6564d08080800c06010102040574666f726d81808080800c0208819fffffff75020701047265616481808080800b020203076865617273616c81a0808080030601010308026564d08080800d06010102030476696577d08080800c06010105010601010807017382a080808001080101100702036f6c65f080808002020703026f6df080808003020903027461d08080800b0601010adfffffff7a0207010473616964d08080800b06010105dfffffff7a0202030179818080808009020204017382f080808001060101030203656e6481808080800a0202040574656e636581a0808080030601011a02026865d08080800b0601010402056c6964657381808080800b02049fffffff780601010b0204706f6b6581a0808080030601010e01047465616d81808080800c0209819fffffff750208d0808080000601010503026c6c81a08080800306010113020468616e6b81808080800c0202030165d08080800c060101030108010103069fffffff75020501020890808080070203010203010407069fffffff77080101020affffffff7e0806010105d080808000060101040402697282a08080800106010114030675727364617981a0808080030601010502016fd080808009060101030206010107dfffffff7a0204efffffff7c060101070102757081a0808080030601011d0105766964656fd08080800a06010102040601010202046f696365f0808080030206010477656c6c82f0808080010601010b03026e74d08080800d060101090203686174f0808080020202b080808001060101140303696c6581a0808080030601010c03016f81808080800c0205819fffffff750204d080808000060101090203697468f0808080030203020472697465d08080800906010104b080808000020681efffffff780601010a0103796574d0808080090601010902026f7581a08080800308010107080103ee8080d08080800a060101030306010105cfffffff760a0101060b0affffffff7e0801010a090413190d0f1c0d140d0f0d100e0f1010151720100d0f0c0d0d0a121411210d130d130f0e0d0b14100f0e200d0f0e0c1611120f11170e130d140e0c0b14160b0d0d110d18101f0e0e470e12210e150d100d150f1c0c200e0f');
INSERT INTO search_data VALUES(9009535716950016,X'080000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008000000090000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_idx VALUES(1,X'',2);
INSERT INTO search_idx VALUES(17,X'',2);
INSERT INTO search_idx VALUES(17,X'30776974',4);
INSERT INTO search_idx VALUES(18,X'',2);
CREATE TABLE IF NOT EXISTS 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_docsize VALUES(4294967297,X'0200',1);
INSERT INTO search_docsize VALUES(4294967298,X'0214',9);
INSERT INTO search_docsize VALUES(4294967299,X'0200',3);
INSERT INTO search_docsize VALUES(8589934593,X'0001',2);
INSERT INTO search_docsize VALUES(8589934594,X'0001',3);
INSERT INTO search_docsize VALUES(12884901889,X'001c',5);
INSERT INTO search_docsize VALUES(17179869185,X'040b',46);
INSERT INTO search_docsize VALUES(17179869186,X'0400',7);
INSERT INTO search_docsize VALUES(21474836481,X'000d',10);
INSERT INTO search_docsize VALUES(21474836482,X'0005',18);
INSERT INTO search_docsize VALUES(21474836483,X'0007',20);
INSERT INTO search_docsize VALUES(21474836484,X'0007',25);
INSERT INTO search_docsize VALUES(21474836485,X'0007',30);
INSERT INTO search_docsize VALUES(21474836486,X'0004',32);
INSERT INTO search_docsize VALUES(21474836487,X'0005',38);
INSERT INTO search_docsize VALUES(21474836488,X'0005',43);
INSERT INTO search_docsize VALUES(21474836489,X'0008',47);
INSERT INTO search_docsize VALUES(21474836490,X'0003',50);
INSERT INTO search_docsize VALUES(21474836491,X'0009',53);
INSERT INTO search_docsize VALUES(21474836492,X'0004',54);
INSERT INTO search_docsize VALUES(21474836493,X'0008',60);
INSERT INTO search_docsize VALUES(21474836494,X'0001',60);
INSERT INTO search_docsize VALUES(30064771073,X'0400',25);
INSERT INTO search_docsize VALUES(30064771074,X'0600',59);
INSERT INTO search_docsize VALUES(30064771075,X'0800',61);
INSERT INTO search_docsize VALUES(34359738369,X'0200',19);
INSERT INTO search_docsize VALUES(34359738370,X'0400',37);
INSERT INTO search_docsize VALUES(34359738371,X'0700',11);
INSERT INTO search_docsize VALUES(34359738372,X'0400',16);
INSERT INTO search_docsize VALUES(34359738373,X'0400',19);
INSERT INTO search_docsize VALUES(34359738374,X'0600',29);
INSERT INTO search_docsize VALUES(34359738375,X'0300',31);
INSERT INTO search_docsize VALUES(34359738376,X'0400',37);
INSERT INTO search_docsize VALUES(34359738377,X'0700',53);
INSERT INTO search_docsize VALUES(34359738378,X'0300',58);
INSERT INTO search_docsize VALUES(34359738379,X'0300',54);
INSERT INTO search_docsize VALUES(34359738380,X'0b00',57);
INSERT INTO search_docsize VALUES(38654705665,X'0003',46);
INSERT INTO search_docsize VALUES(42949672961,X'001e',22);
INSERT INTO search_docsize VALUES(42949672962,X'0019',36);
INSERT INTO search_docsize VALUES(42949672963,X'001e',62);
INSERT INTO search_docsize VALUES(47244640257,X'0500',10);
INSERT INTO search_docsize VALUES(47244640258,X'0500',20);
INSERT INTO search_docsize VALUES(47244640259,X'0600',32);
INSERT INTO search_docsize VALUES(47244640260,X'0400',38);
INSERT INTO search_docsize VALUES(47244640261,X'0600',53);
INSERT INTO search_docsize VALUES(51539607553,X'0706',41);
INSERT INTO search_docsize VALUES(51539607554,X'0600',38);
INSERT INTO search_docsize VALUES(55834574849,X'0011',42);
INSERT INTO search_docsize VALUES(60129542145,X'0008',34);
INSERT INTO search_docsize VALUES(64424509441,X'0807',27);
INSERT INTO search_docsize VALUES(64424509442,X'0700',63);
INSERT INTO search_docsize VALUES(73014444033,X'0003',23);
INSERT INTO search_docsize VALUES(73014444034,X'0005',24);
INSERT INTO search_docsize VALUES(77309411329,X'0714',57);
INSERT INTO search_docsize VALUES(81604378625,X'0306',14);
INSERT INTO search_docsize VALUES(85899345922,X'0006',15);
INSERT INTO search_docsize VALUES(85899345923,X'0004',39);
INSERT INTO search_docsize VALUES(85899345924,X'0006',40);
INSERT INTO search_docsize VALUES(90194313217,X'060b',33);
INSERT INTO search_docsize VALUES(94489280513,X'0613',45);
INSERT INTO search_docsize VALUES(98784247809,X'000a',52);
INSERT INTO search_docsize VALUES(103079215105,X'090e',13);
INSERT INTO search_docsize VALUES(107374182401,X'0600',30);
INSERT INTO search_docsize VALUES(107374182402,X'0600',32);
INSERT INTO search_docsize VALUES(111669149697,X'0001',44);
CREATE TABLE IF NOT EXISTS 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_config VALUES('version',4);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('person',3);
INSERT INTO sqlite_sequence VALUES('step',69);
INSERT INTO sqlite_sequence VALUES('pair',2);
INSERT INTO sqlite_sequence VALUES('agreement',1);
INSERT INTO sqlite_sequence VALUES('setting',1);
INSERT INTO sqlite_sequence VALUES('goal',2);
INSERT INTO sqlite_sequence VALUES('followup',12);
INSERT INTO sqlite_sequence VALUES('goal_entry',16);
INSERT INTO sqlite_sequence VALUES('norm',1);
INSERT INTO sqlite_sequence VALUES('checkin',14);
INSERT INTO sqlite_sequence VALUES('win',5);
INSERT INTO sqlite_sequence VALUES('skill',1);
INSERT INTO sqlite_sequence VALUES('rating',4);
INSERT INTO sqlite_sequence VALUES('topic',3);
INSERT INTO sqlite_sequence VALUES('insight',2);
INSERT INTO sqlite_sequence VALUES('feedback',3);
INSERT INTO sqlite_sequence VALUES('pulse',2);
INSERT INTO sqlite_sequence VALUES('pulse_answer',4);
INSERT INTO sqlite_sequence VALUES('question',2);
INSERT INTO sqlite_sequence VALUES('resource',1);
INSERT INTO sqlite_sequence VALUES('approach',2);
INSERT INTO sqlite_sequence VALUES('recall',1);
INSERT INTO sqlite_sequence VALUES('review',1);
INSERT INTO sqlite_sequence VALUES('away',1);
INSERT INTO sqlite_sequence VALUES('option',1);
INSERT INTO sqlite_sequence VALUES('move',1);
INSERT INTO sqlite_sequence VALUES('introduction',1);
INSERT INTO sqlite_sequence VALUES('option_note',1);
CREATE INDEX goal_of_pair ON goal (pair, state, state_on);
CREATE INDEX checkin_of_pair ON checkin (pair, state, held_at);
CREATE INDEX checkin_planned ON checkin (pair, planned_at) WHERE state = 'planned';
CREATE INDEX checkin_missed ON checkin (pair, planned_at) WHERE state IN ('cancelled', 'late-cancelled', 'no-show');
CREATE INDEX goal_entry_of_goal ON goal_entry (goal, "on");
CREATE INDEX goal_entry_of_checkin ON goal_entry (checkin) WHERE checkin IS NOT NULL;
CREATE INDEX move_of_record ON move (what, number);
CREATE INDEX move_of_pair ON move (pair, "on");
CREATE INDEX topic_of_pair ON topic (pair, state, state_on);
CREATE INDEX topic_of_checkin ON topic (covered_in) WHERE covered_in IS NOT NULL;
CREATE INDEX followup_of_pair ON followup (pair, state, due);
CREATE INDEX followup_closed ON followup (pair, state_on) WHERE state <> 'open';
CREATE INDEX followup_of_goal ON followup (goal) WHERE goal IS NOT NULL;
CREATE INDEX followup_of_checkin ON followup (checkin) WHERE checkin IS NOT NULL;
CREATE INDEX feedback_of_pair ON feedback (pair, "on");
CREATE INDEX feedback_unanswered ON feedback (pair, "on") WHERE response IS NULL;
CREATE INDEX win_of_pair ON win (pair, "on");
CREATE INDEX win_of_checkin ON win (checkin) WHERE checkin IS NOT NULL;
CREATE INDEX insight_of_pair ON insight (pair, "on");
CREATE INDEX insight_of_checkin ON insight (checkin) WHERE checkin IS NOT NULL;
CREATE INDEX review_of_pair ON review (pair, "on");
CREATE INDEX insight_open ON insight (pair, "on") WHERE outcome IS NULL;
CREATE INDEX recall_of_insight ON recall (insight);
CREATE INDEX question_of_pair ON question (pair, asked_at);
CREATE INDEX question_open ON question (pair, asked_at) WHERE state = 'open';
CREATE INDEX pulse_of_pair ON pulse (pair, "on");
CREATE INDEX pulse_answer_of_pulse ON pulse_answer (pulse, side);
CREATE INDEX introduction_of_pair ON introduction (pair, state, state_on);
CREATE INDEX skill_of_pair ON skill (pair);
CREATE INDEX rating_of_skill ON rating (skill, "on");
CREATE INDEX resource_of_pair ON resource (pair, state, state_on);
CREATE INDEX option_of_pair ON option (pair, state, state_on);
CREATE INDEX option_note_of_option ON option_note (option);
CREATE INDEX norm_of_pair ON norm (pair);
CREATE INDEX approach_of_pair ON approach (pair, "on");
CREATE INDEX away_of_person ON away (person, until);
CREATE INDEX closing_of_pair ON closing (pair);
PRAGMA writable_schema=OFF;
COMMIT;

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
, called TEXT, needs TEXT, avoids TEXT, past TEXT) STRICT;
INSERT INTO person VALUES(1,'019e83b2-e580-7553-a5d8-3863318265e6','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z','Sam Rivera','Europe/London','mon-fri','09:00-17:30',NULL,'',NULL,NULL,1,116755789022820989,NULL,'','',NULL);
INSERT INTO person VALUES(2,'019e83b2-e580-70fe-8232-5d0d11b8095f','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z','Ana Díaz','America/Bogota','mon-fri','09:00-17:00',NULL,replace('writing first, then talk\nexamples before principles','\n',char(10)),NULL,NULL,0,-6277676726947388071,'Ana, with a long first A','the agenda a day before','',NULL);
INSERT INTO person VALUES(3,'019e83b2-e580-7427-834a-bbefab312c32','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z','Priya Nair','Asia/Kolkata','mon-fri','09:00-17:00',NULL,'',NULL,NULL,0,-4121440631105031531,NULL,'','',NULL);
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
, past TEXT) STRICT;
INSERT INTO pair VALUES(1,'019e83b2-e580-70fe-8232-5d0ec80ccd84','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z','ana',1,2,'active','2026-06-01',NULL,3263075637382717655,NULL);
INSERT INTO pair VALUES(2,'019e83b2-e580-7427-834a-bbf07cbb8928','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z','priya',3,1,'active','2026-06-01',NULL,2457630203102687058,NULL);
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
    checksum INTEGER NOT NULL, accepted_by_mail TEXT,
    UNIQUE (pair, version)
) STRICT;
INSERT INTO agreement VALUES(1,'019e83b2-e580-77e4-9ef1-921181ad4d40','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z',1,1,'2026-06-01','2026-06-01',NULL,'Grow into a tech lead','','2026-06-01','2027-03-08',NULL,'12 weeks','every 2 weeks',45,NULL,'video','2 working days','2 working days','5 working days',NULL,'24 hours',NULL,NULL,'Comes with an agenda','Honest feedback','What is said stays here','Family',NULL,'The programme''s coordinator','7 days',NULL,NULL,5896637901207172488,NULL);
INSERT INTO agreement VALUES(2,'01a229ce-9c40-71f6-9050-92e98cbf9ffa','2026-11-30T00:15:36Z','2026-11-30T00:15:36Z',2,1,NULL,'2026-11-30',NULL,'Learn to teach','',NULL,NULL,NULL,NULL,'monthly on 1st and 3rd thu 17:00 Europe/London',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','',NULL,'',NULL,NULL,NULL,NULL,NULL,-7875435624074643041,NULL);
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
, state_at TEXT) STRICT;
INSERT INTO goal VALUES(1,'019e83b2-e580-72a1-8901-bd3b84024029','2026-06-01T15:00:00Z','2026-09-21T15:00:00Z',1,'Lead a design review','Decisions stick when they are hers','Review led, notes shared','2026-11-16',NULL,NULL,'active','2026-06-01',NULL,0,2229361130090782663,NULL);
INSERT INTO goal VALUES(2,'019e83b2-e580-75ee-ba8c-b48ab9e1f7c7','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z',1,'Say no without guilt',NULL,NULL,'2026-12-28',NULL,NULL,'active','2026-06-01',NULL,0,5277735547993008092,NULL);
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
, extra INTEGER) STRICT;
INSERT INTO checkin VALUES(1,'019e83b2-e580-7516-a27c-746bae7a44df','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-01T15:00:00Z',60,NULL,NULL,NULL,NULL,'Got to know each other. Talked about what a lead does all day.','','',NULL,NULL,NULL,0,3361016403984928133,0);
INSERT INTO checkin VALUES(2,'019ecbcb-ed80-75cf-88d3-e1677fd129ac','2026-06-15T15:00:00Z','2026-06-15T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-15T15:00:00Z',45,NULL,NULL,NULL,NULL,'Went through the three decisions.','','',NULL,NULL,NULL,0,2458162880790876950,0);
INSERT INTO checkin VALUES(3,'019f13e4-f580-7766-a517-e1556bea26b2','2026-06-29T15:00:00Z','2026-06-29T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-29T15:00:00Z',50,NULL,NULL,NULL,NULL,'What she saw in Kim''s review.','','',NULL,NULL,NULL,0,-5344846309264970310,0);
INSERT INTO checkin VALUES(4,'019f5bfd-fd80-72bd-9cc9-c70d6b89e36b','2026-07-13T15:00:00Z','2026-07-13T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-13T15:00:00Z',45,NULL,NULL,NULL,NULL,'Ownership: who decides when two teams disagree.','','',NULL,NULL,NULL,0,-3670986159232838661,0);
INSERT INTO checkin VALUES(5,'019fa417-0580-7664-b49c-a4b221547434','2026-07-27T15:00:00Z','2026-07-27T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-27T15:00:00Z',40,NULL,NULL,NULL,NULL,'The RFC is late; made it smaller.','','',NULL,NULL,NULL,0,6332337660386540104,0);
INSERT INTO checkin VALUES(6,'019fec30-0d80-7188-a3e6-35b71a2d3a78','2026-08-10T15:00:00Z','2026-08-10T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-10T15:00:00Z',55,NULL,NULL,NULL,NULL,'Read the RFC together.','','',NULL,NULL,NULL,0,-4125610549020518866,0);
INSERT INTO checkin VALUES(7,'01a03449-1580-7733-87a0-a11f798b5346','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-24T15:00:00Z',45,NULL,NULL,NULL,NULL,'The small review went well.','','',NULL,NULL,NULL,0,-3808699830674317356,0);
INSERT INTO checkin VALUES(8,'01a07c62-1d80-77f3-ba79-e5cb5318b63b','2026-09-07T15:00:00Z','2026-09-07T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-07T15:00:00Z',45,NULL,NULL,NULL,NULL,'Saying no: practised three sentences.','','',NULL,NULL,NULL,0,-568312100839390291,0);
INSERT INTO checkin VALUES(9,'01a0c47b-2580-7470-93b6-4894ae5e1a65','2026-09-21T15:00:00Z','2026-09-21T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-21T15:00:00Z',30,NULL,NULL,NULL,NULL,'Nothing to write down about a no yet.','','',NULL,NULL,NULL,0,3614377553108772023,0);
INSERT INTO checkin VALUES(10,'01a10c94-2d80-7464-a6a8-4e0e5991befc','2026-10-05T15:00:00Z','2026-10-05T15:00:00Z',1,'cancelled','2026-10-06T16:00:00Z','Europe/London',45,NULL,NULL,'video','mentee','ill','2026-10-05T15:00:00Z',NULL,'','',NULL,NULL,NULL,0,2224680652038916423,0);
INSERT INTO checkin VALUES(11,'01a154ad-3580-7213-bf79-4bd1a591999f','2026-10-19T15:00:00Z','2026-10-19T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-10-19T15:00:00Z',45,NULL,NULL,NULL,NULL,'Back again. She said no to an extra rota.','','',NULL,NULL,NULL,0,-1402234238969499604,0);
INSERT INTO checkin VALUES(12,'01a19cc6-3d80-75ba-bb6f-81fcfe1c7d1a','2026-11-02T15:00:00Z','2026-11-02T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-11-02T15:00:00Z',50,NULL,NULL,NULL,NULL,'Planned the big review.','','',NULL,NULL,NULL,0,6549076977718538281,0);
INSERT INTO checkin VALUES(13,'01a1e4df-4580-76d2-8153-3a88a47643fa','2026-11-16T15:00:00Z','2026-11-16T15:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-11-16T15:00:00Z',45,NULL,NULL,NULL,NULL,'Rehearsed the opening.','','','How the review went',NULL,NULL,0,-5984102349891899324,0);
INSERT INTO checkin VALUES(14,'01a1e4df-4580-76d2-8153-3a8b82ba07ab','2026-11-16T15:00:00Z','2026-11-16T15:00:00Z',1,'planned','2026-12-07T17:00:00Z','Europe/London',45,NULL,NULL,'video',NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,0,-5727008384973302485,0);
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
INSERT INTO goal_entry VALUES(1,'019e83b2-e580-74a8-9dd6-89fcf8bb23b5','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z',1,1,'2026-06-01',NULL,3,NULL,NULL,5521416549855364485);
INSERT INTO goal_entry VALUES(2,'019ecbcb-ed80-75cf-88d3-e169a2a02cb3','2026-06-15T15:00:00Z','2026-06-15T15:00:00Z',1,1,'2026-06-15',10,NULL,NULL,2,-3974944546113581192);
INSERT INTO goal_entry VALUES(3,'019f13e4-f580-7766-a517-e156b6f37e23','2026-06-29T15:00:00Z','2026-06-29T15:00:00Z',1,1,'2026-06-29',25,NULL,NULL,3,-6305349743648972480);
INSERT INTO goal_entry VALUES(4,'019f13e4-f580-7766-a517-e157729a085a','2026-06-29T15:00:00Z','2026-06-29T15:00:00Z',1,1,'2026-06-29',NULL,4,NULL,3,4335544440709290315);
INSERT INTO goal_entry VALUES(5,'019fa417-0580-7664-b49c-a4b31eec63f9','2026-07-27T15:00:00Z','2026-07-27T15:00:00Z',1,1,'2026-07-27',40,NULL,NULL,5,-3193974328408152786);
INSERT INTO goal_entry VALUES(6,'019fa417-0580-7664-b49c-a4b44379631d','2026-07-27T15:00:00Z','2026-07-27T15:00:00Z',1,2,'2026-07-27',20,NULL,NULL,5,-3132139038307001756);
INSERT INTO goal_entry VALUES(7,'019fec30-0d80-7188-a3e6-35b9ae095f18','2026-08-10T15:00:00Z','2026-08-10T15:00:00Z',1,1,'2026-08-10',50,NULL,NULL,6,-7575589669194470765);
INSERT INTO goal_entry VALUES(8,'019fec30-0d80-7188-a3e6-35bab33fd5e9','2026-08-10T15:00:00Z','2026-08-10T15:00:00Z',1,1,'2026-08-10',NULL,6,NULL,6,-68967123104826943);
INSERT INTO goal_entry VALUES(9,'01a03449-1580-7733-87a0-a1208c3c4b01','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,1,'2026-08-24',70,NULL,NULL,7,-7269146257294373253);
INSERT INTO goal_entry VALUES(10,'01a03449-1580-7733-87a0-a121863c1e14','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,1,'2026-08-24',NULL,7,NULL,7,-531351704193872979);
INSERT INTO goal_entry VALUES(11,'01a07c62-1d80-77f3-ba79-e5cdd84d1480','2026-09-07T15:00:00Z','2026-09-07T15:00:00Z',1,2,'2026-09-07',40,NULL,NULL,8,-2351075764993912486);
INSERT INTO goal_entry VALUES(12,'01a07c62-1d80-77f3-ba79-e5ce95dd2897','2026-09-07T15:00:00Z','2026-09-07T15:00:00Z',1,2,'2026-09-07',NULL,5,NULL,8,449807787817684065);
INSERT INTO goal_entry VALUES(13,'01a154ad-3580-7213-bf79-4bd2ff9ca654','2026-10-19T15:00:00Z','2026-10-19T15:00:00Z',1,2,'2026-10-19',60,NULL,NULL,11,272754165846653952);
INSERT INTO goal_entry VALUES(14,'01a19cc6-3d80-75ba-bb6f-81ff08444122','2026-11-02T15:00:00Z','2026-11-02T15:00:00Z',1,1,'2026-11-02',80,NULL,NULL,12,-4883398533851074923);
INSERT INTO goal_entry VALUES(15,'01a1e4df-4580-76d2-8153-3a898a29c479','2026-11-16T15:00:00Z','2026-11-16T15:00:00Z',1,1,'2026-11-16',90,NULL,NULL,13,-7710686789170626629);
INSERT INTO goal_entry VALUES(16,'01a1e4df-4580-76d2-8153-3a8a47a2e2d6','2026-11-16T15:00:00Z','2026-11-16T15:00:00Z',1,1,'2026-11-16',NULL,8,NULL,13,5818115968638823418);
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
, "by" TEXT) STRICT;
INSERT INTO move VALUES(1,'01a0c47b-2580-742d-a200-016b0c676d24','2026-09-21T15:00:00Z','2026-09-21T15:00:00Z',1,'goal',1,'2026-09-21','2026-10-19','2026-11-16','the release moved',5258483694522120352,NULL);
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
INSERT INTO topic VALUES(1,'019ecbcb-ed80-7793-953e-b342823a9447','2026-06-15T15:00:00Z','2026-07-13T15:00:00Z',1,'How to say no',NULL,'mentee','covered','2026-07-13',4,0,1443524339852329450);
INSERT INTO topic VALUES(2,'01a1e4df-4580-712f-84b5-2f221be795e7','2026-11-16T15:00:00Z','2026-11-16T15:00:00Z',1,'What comes after the lead role?',NULL,'mentee','open','2026-11-16',NULL,0,-7936960727835435835);
INSERT INTO topic VALUES(3,'01a208eb-c980-7519-984d-2fc1f1583675','2026-11-23T15:00:00Z','2026-11-23T15:00:00Z',1,'Dealing with a loud voice in the room',NULL,'mentor','open','2026-11-23',NULL,0,-2863347928506694394);
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
, past TEXT) STRICT;
INSERT INTO followup VALUES(1,'019e83b2-e580-72a1-8901-bd3c7b9d42fc','2026-06-01T15:00:00Z','2026-06-22T15:00:00Z',1,'mentee','Shadow one',NULL,1,NULL,'done','2026-06-22',NULL,0,-6188534523524665435,NULL);
INSERT INTO followup VALUES(2,'019e83b2-e580-72a1-8901-bd3daaf9c644','2026-06-01T15:00:00Z','2026-08-24T15:00:00Z',1,'mentee','Lead a small one',NULL,1,NULL,'done','2026-08-24',NULL,0,8825056982200933348,NULL);
INSERT INTO followup VALUES(3,'019e83b2-e580-7516-a27c-746c4475c5bb','2026-06-01T15:00:00Z','2026-06-08T15:00:00Z',1,'mentee','write down three decisions you disagree with','2026-06-10',NULL,1,'done','2026-06-08',NULL,0,4151327689468855576,NULL);
INSERT INTO followup VALUES(4,'019e83b2-e580-7516-a27c-746df29469e6','2026-06-01T15:00:00Z','2026-06-15T15:00:00Z',1,'mentor','send the review checklist','2026-06-15',NULL,1,'done','2026-06-15',NULL,0,-1829411521012657345,NULL);
INSERT INTO followup VALUES(5,'019ecbcb-ed80-75cf-88d3-e168fae0cc48','2026-06-15T15:00:00Z','2026-06-22T15:00:00Z',1,'mentee','shadow Kim''s review','2026-06-25',NULL,2,'done','2026-06-22',NULL,0,5806718775285652298,NULL);
INSERT INTO followup VALUES(6,'019f5bfd-fd80-72bd-9cc9-c70e9a1de9e3','2026-07-13T15:00:00Z','2026-07-27T15:00:00Z',1,'mentor','introduce Ana to Kim''s team','2026-07-27',NULL,4,'done','2026-07-27',NULL,0,1151319374492698038,NULL);
INSERT INTO followup VALUES(7,'019f5bfd-fd80-72bd-9cc9-c70f74f35411','2026-07-13T15:00:00Z','2026-08-03T15:00:00Z',1,'mentee','draft the RFC','2026-07-29',NULL,4,'done','2026-08-03',NULL,0,4257981004958705040,NULL);
INSERT INTO followup VALUES(8,'019fec30-0d80-7188-a3e6-35b81e6b0bdd','2026-08-10T15:00:00Z','2026-08-24T15:00:00Z',1,'mentee','lead the small review','2026-08-25',NULL,6,'done','2026-08-24',NULL,0,4542709460239636873,NULL);
INSERT INTO followup VALUES(9,'01a07c62-1d80-77f3-ba79-e5cce75587f6','2026-09-07T15:00:00Z','2026-10-19T15:00:00Z',1,'mentee','say no once and write it down','2026-09-17',NULL,8,'done','2026-10-19',NULL,0,4323357441295800316,NULL);
INSERT INTO followup VALUES(10,'01a19cc6-3d80-75ba-bb6f-81fd9c4d8e3f','2026-11-02T15:00:00Z','2026-11-09T15:00:00Z',1,'mentee','send the invitation','2026-11-10',NULL,12,'done','2026-11-09',NULL,0,-4037933372035336393,NULL);
INSERT INTO followup VALUES(11,'01a19cc6-3d80-75ba-bb6f-81fe9bfd6605','2026-11-02T15:00:00Z','2026-11-02T15:00:00Z',1,'mentor','read the slides','2026-11-26',NULL,12,'open','2026-11-02',NULL,0,-4103913880610122863,NULL);
INSERT INTO followup VALUES(12,'01a1c0d2-c180-71fa-bc10-39baedd0c775','2026-11-09T15:00:00Z','2026-11-09T15:00:00Z',1,'mentee','Thank Kim Lee for the meeting','2026-11-12',NULL,NULL,'done','2026-11-09',NULL,0,5355046043855862113,NULL);
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
, responded_at TEXT) STRICT;
INSERT INTO feedback VALUES(1,'019f13e4-f580-7274-bbf8-abcce8376910','2026-06-29T15:00:00Z','2026-07-06T15:00:00Z',1,'mentor','keep','2026-06-29','Tuesday''s incident call','You gave a status every 10 minutes','Nobody had to ask',NULL,NULL,'I had not noticed that it helped; I will keep it up','2026-07-06',NULL,0,1808700905797923207,'2026-07-06T15:00:00Z');
INSERT INTO feedback VALUES(2,'01a0103c-9180-7642-ad0a-95d77ba64dfd','2026-08-17T15:00:00Z','2026-08-24T15:00:00Z',1,'mentee','change','2026-08-17','Our call two weeks ago','You answered before I had finished','I lost the thread',NULL,NULL,'Thank you. I will count to three','2026-08-24',NULL,0,-9182757176842804764,'2026-08-24T15:00:00Z');
INSERT INTO feedback VALUES(3,'01a208eb-c980-734d-a5ac-f7517ab404de','2026-11-23T15:00:00Z','2026-11-23T15:00:00Z',1,'mentor','change','2026-11-23','The rehearsal on Thursday','You looked at the slides while you spoke','I could not tell what mattered most','Pick one sentence and look up for it',NULL,NULL,NULL,NULL,0,-1456683852349688225,NULL);
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
INSERT INTO win VALUES(1,'019e83b2-e580-7516-a27c-746eb87472b7','2026-06-01T15:00:00Z','2026-06-01T15:00:00Z',1,'Asked for the mentorship herself','2026-06-01',NULL,1,0,5823778965791404076);
INSERT INTO win VALUES(2,'019f13e4-f580-7766-a517-e15823aeedeb','2026-06-29T15:00:00Z','2026-06-29T15:00:00Z',1,'Kim asked for her opinion','2026-06-29',NULL,3,0,2533229006874084513);
INSERT INTO win VALUES(3,'019fec30-0d80-7188-a3e6-35bcb7d3c650','2026-08-10T15:00:00Z','2026-08-10T15:00:00Z',1,'RFC accepted in the first round','2026-08-10',NULL,6,0,-2701991494473129352);
INSERT INTO win VALUES(4,'01a03449-1580-7733-87a0-a12223c1eda0','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,'Led the small review','2026-08-24',NULL,7,0,7693557329675914422);
INSERT INTO win VALUES(5,'01a154ad-3580-7213-bf79-4bd36bf74001','2026-10-19T15:00:00Z','2026-10-19T15:00:00Z',1,'Said no to an extra rota','2026-10-19',NULL,11,0,3712118340671881359);
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
INSERT INTO insight VALUES(1,'019ecbcb-ed80-75cf-88d3-e16a7d2e2d04','2026-06-15T15:00:00Z','2026-08-24T15:00:00Z',1,'Write the decision down before the meeting','2026-06-15',2,0,-650203991376662204,'helped','2026-08-24','The RFC began with the decision');
INSERT INTO insight VALUES(2,'01a03449-1580-7733-87a0-a123428530f2','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,'Name the cost of a yes','2026-08-24',7,0,5444199808472533765,NULL,NULL,NULL);
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
, at TEXT) STRICT;
INSERT INTO review VALUES(1,'01a03449-1580-73c2-939c-aab77dd9547a','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,'2026-06-01','2026-08-24','Led a small review','Says no too late','Lead the big review','','','Fortnightly calls','',NULL,0,-555643798193351187,'2026-08-24T15:00:00Z');
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    sql TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
INSERT INTO step VALUES(1,'2026-06-01T15:00:00Z','You are Sam Rivera, in Europe/London, working mon-fri 09:00-17:30','done',replace('["person",1,null]\n','\n',char(10)),-3993782224497102382);
INSERT INTO step VALUES(2,'2026-06-01T15:00:00Z','Added pair `ana`: Sam Rivera mentors Ana Díaz','done',replace('["pair",1,null]\n["person",2,null]\n','\n',char(10)),8498634757221372445);
INSERT INTO step VALUES(3,'2026-06-01T15:00:00Z','Added pair `priya`: Priya Nair mentors Sam Rivera','done',replace('["pair",2,null]\n["person",3,null]\n','\n',char(10)),5654575896018881414);
INSERT INTO step VALUES(4,'2026-06-01T15:00:00Z',replace('Recorded version 1 of the agreement with Ana; Ana hasn''t accepted it yet (`mentor agree accept --by mentee`)\nFirst check-ins by Mon 15 Jun, Mon 29 Jun and Mon 13 Jul (each counted from the one before)\nswitched to `ana` (use `mentor pair use` to switch)','\n',char(10)),'done',replace('["agreement",1,null]\n["setting",1,null]\n','\n',char(10)),9174901950515910616);
INSERT INTO step VALUES(5,'2026-06-01T15:00:00Z','Ana accepted version 1 on Mon 1 Jun; you have both accepted it','done',replace('["agreement",1,{"accepted_by_mentee":null,"checksum":-6205978973953125642}]\n','\n',char(10)),-1714176500326309134);
INSERT INTO step VALUES(6,'2026-06-01T15:00:00Z',replace('Added goal 1: Lead a design review, by Mon 19 Oct (in 20 weeks)\nAdded follow-up 1 for Ana: Shadow one\nAdded follow-up 2 for Ana: Lead a small one','\n',char(10)),'done',replace('["followup",1,null]\n["followup",2,null]\n["goal",1,null]\n','\n',char(10)),-4434947466584661522);
INSERT INTO step VALUES(7,'2026-06-01T15:00:00Z','Added goal 2: Say no without guilt, by Mon 28 Dec (in 30 weeks)','done',replace('["goal",2,null]\n','\n',char(10)),4332823830547187391);
INSERT INTO step VALUES(8,'2026-06-01T15:00:00Z','Confidence in goal 1 is now 3 of 10: Lead a design review','done',replace('["goal_entry",1,null]\n','\n',char(10)),-8523254748967650526);
INSERT INTO step VALUES(9,'2026-06-01T15:00:00Z','Added norm 1: When I am silent in a call, it means','done',replace('["norm",1,null]\n','\n',char(10)),1194512287910542751);
INSERT INTO step VALUES(10,'2026-06-01T15:00:00Z','Updated Ana Díaz: called Ana, with a long first A (was none), needs the agenda a day before (was none)','done',replace('["person",2,{"called":null,"needs":"","checksum":4989874205314719000}]\n','\n',char(10)),-2305773162695847707);
INSERT INTO step VALUES(11,'2026-06-01T15:00:00Z',replace('Logged check-in 1 with Ana on Mon 1 Jun 16:00 (10:00 for Ana), 1 h\nAdded follow-up 3 for Ana: write down three decisions you disagree with, due Wed 10 Jun (in 9 days)\nAdded follow-up 4 for Sam: send the review checklist, due Mon 15 Jun (in 14 days)\nAdded win 1: Asked for the mentorship herself','\n',char(10)),'done',replace('["checkin",1,null]\n["followup",3,null]\n["followup",4,null]\n["win",1,null]\n','\n',char(10)),3107522111462833179);
INSERT INTO step VALUES(12,'2026-06-08T15:00:00Z','Completed follow-up 3 (Ana): write down three decisions you disagree with','done',replace('["followup",3,{"changed_at":"2026-06-01T15:00:00Z","state":"open","state_on":"2026-06-01","checksum":7945042755051068436}]\n','\n',char(10)),-4424854248097004353);
INSERT INTO step VALUES(13,'2026-06-08T15:00:00Z','Recorded Ana''s answer to norm 1: I am thinking; give me a moment','done',replace('["norm",1,{"changed_at":"2026-06-01T15:00:00Z","mentee_says":null,"mentee_said_on":null,"checksum":7171847119739338930}]\n','\n',char(10)),3810564937740730998);
INSERT INTO step VALUES(14,'2026-06-08T15:00:00Z','Recorded Sam''s answer to norm 1: I disagree and look for words','done',replace('["norm",1,{"mentor_says":null,"mentor_said_on":null,"checksum":1987049619181968547}]\n','\n',char(10)),-7651584623778717547);
INSERT INTO step VALUES(15,'2026-06-15T15:00:00Z','Added skill 1: Leading design reviews','done',replace('["skill",1,null]\n','\n',char(10)),7884580060702674171);
INSERT INTO step VALUES(16,'2026-06-15T15:00:00Z','Ana rated skill 1 at 2 (advanced beginner): Leading design reviews','done',replace('["rating",1,null]\n','\n',char(10)),8999233075660775085);
INSERT INTO step VALUES(17,'2026-06-15T15:00:00Z','Sam rated skill 1 at 3 (competent): Leading design reviews','done',replace('["rating",2,null]\n','\n',char(10)),1067334732903268155);
INSERT INTO step VALUES(18,'2026-06-15T15:00:00Z','Completed follow-up 4 (Sam): send the review checklist','done',replace('["followup",4,{"changed_at":"2026-06-01T15:00:00Z","state":"open","state_on":"2026-06-01","checksum":-4302990056544798992}]\n','\n',char(10)),6876315161836987189);
INSERT INTO step VALUES(19,'2026-06-15T15:00:00Z','Added topic 1 from Ana: How to say no','done',replace('["topic",1,null]\n','\n',char(10)),6083710822038407273);
INSERT INTO step VALUES(20,'2026-06-15T15:00:00Z',replace('Logged check-in 2 with Ana on Mon 15 Jun 16:00 (10:00 for Ana), 45 min\nAdded follow-up 5 for Ana: shadow Kim''s review, due Thu 25 Jun (in 10 days)\nGoal 1 is now at 10%: Lead a design review\nAdded advice 1: Write the decision down before the meeting','\n',char(10)),'done',replace('["checkin",2,null]\n["followup",5,null]\n["goal_entry",2,null]\n["insight",1,null]\n','\n',char(10)),344947924501716418);
INSERT INTO step VALUES(21,'2026-06-22T15:00:00Z',replace('Completed follow-up 5 (Ana): shadow Kim''s review\nCompleted follow-up 1 (Ana): Shadow one','\n',char(10)),'done',replace('["followup",1,{"changed_at":"2026-06-01T15:00:00Z","state":"open","state_on":"2026-06-01","checksum":-1431190427320177333}]\n["followup",5,{"changed_at":"2026-06-15T15:00:00Z","state":"open","state_on":"2026-06-15","checksum":236393376901632598}]\n','\n',char(10)),6427236379044141822);
INSERT INTO step VALUES(22,'2026-06-29T15:00:00Z',replace('Logged check-in 3 with Ana on Mon 29 Jun 16:00 (10:00 for Ana), 50 min\nGoal 1 is now at 25%: Lead a design review\nConfidence in goal 1 is now 4 of 10: Lead a design review\nAdded win 2: Kim asked for her opinion','\n',char(10)),'done',replace('["checkin",3,null]\n["goal_entry",3,null]\n["goal_entry",4,null]\n["win",2,null]\n','\n',char(10)),-9054506721659876475);
INSERT INTO step VALUES(23,'2026-06-29T15:00:00Z','Added feedback 1 from Sam for Ana (keep): Tuesday''s incident call','done',replace('["feedback",1,null]\n','\n',char(10)),5386529987012520061);
INSERT INTO step VALUES(24,'2026-07-06T15:00:00Z','Recorded Ana''s response to feedback 1','done',replace('["feedback",1,{"changed_at":"2026-06-29T15:00:00Z","response":null,"responded_on":null,"responded_at":null,"checksum":-750893270100232706}]\n','\n',char(10)),6249276576821295537);
INSERT INTO step VALUES(25,'2026-07-06T15:00:00Z','Asked pulse 1 for Sam and Ana (Mon 6 Jul); answer separately with `mentor pulse answer`','done',replace('["pulse",1,null]\n','\n',char(10)),-3711185963770706171);
INSERT INTO step VALUES(26,'2026-07-06T15:00:00Z','Saved Sam''s answers to pulse 1','done',replace('["pulse_answer",1,null]\n','\n',char(10)),212322894779366305);
INSERT INTO step VALUES(27,'2026-07-06T15:00:00Z',replace('Saved Ana''s answers to pulse 1\nYou have both answered pulse 1: 1 difference to talk about','\n',char(10)),'done',replace('["pulse",1,{"state":"open","checksum":7274043496798921324}]\n["pulse_answer",2,null]\n','\n',char(10)),-1027473161318135233);
INSERT INTO step VALUES(28,'2026-07-13T15:00:00Z',replace('Logged check-in 4 with Ana on Mon 13 Jul 16:00 (10:00 for Ana), 45 min\nAdded follow-up 6 for Sam: introduce Ana to Kim''s team, due Mon 27 Jul (in 14 days)\nAdded follow-up 7 for Ana: draft the RFC, due Wed 29 Jul (in 16 days)\nCovered topic 1: How to say no','\n',char(10)),'done',replace('["checkin",4,null]\n["followup",6,null]\n["followup",7,null]\n["topic",1,{"changed_at":"2026-06-15T15:00:00Z","state":"open","state_on":"2026-06-15","covered_in":null,"checksum":-298392632596684785}]\n','\n',char(10)),-8573014169157081155);
INSERT INTO step VALUES(29,'2026-07-27T15:00:00Z','Asked question 1 from Ana for Sam: Whom do I ask for the traffic figures?','done',replace('["question",1,null]\n','\n',char(10)),5460050986497763760);
INSERT INTO step VALUES(30,'2026-07-27T15:00:00Z','Sam answered question 1 on the 1st working day, in time','done',replace('["question",1,{"answered_at":null,"answer":null,"state":"open","checksum":8629562503030394946}]\n','\n',char(10)),-7209633812526972596);
INSERT INTO step VALUES(31,'2026-07-27T15:00:00Z','Added resource 1: A talk about disagreeing in writing','done',replace('["resource",1,null]\n','\n',char(10)),-420265659156759187);
INSERT INTO step VALUES(32,'2026-07-27T15:00:00Z','Completed follow-up 6 (Sam): introduce Ana to Kim''s team','done',replace('["followup",6,{"changed_at":"2026-07-13T15:00:00Z","state":"open","state_on":"2026-07-13","checksum":1258503092663600034}]\n','\n',char(10)),4337235784403547572);
INSERT INTO step VALUES(33,'2026-07-27T15:00:00Z',replace('Logged check-in 5 with Ana on Mon 27 Jul 16:00 (10:00 for Ana), 40 min\nGoal 1 is now at 40%: Lead a design review\nGoal 2 is now at 20%: Say no without guilt\nAdded approach 1: Questions in writing before the call','\n',char(10)),'done',replace('["approach",1,null]\n["checkin",5,null]\n["goal_entry",5,null]\n["goal_entry",6,null]\n','\n',char(10)),54663441981184576);
INSERT INTO step VALUES(34,'2026-08-03T15:00:00Z','Completed follow-up 7 (Ana): draft the RFC','done',replace('["followup",7,{"changed_at":"2026-07-13T15:00:00Z","state":"open","state_on":"2026-07-13","checksum":-711949320617204760}]\n','\n',char(10)),9169526670936796291);
INSERT INTO step VALUES(35,'2026-08-10T15:00:00Z',replace('Logged check-in 6 with Ana on Mon 10 Aug 16:00 (10:00 for Ana), 55 min\nAdded follow-up 8 for Ana: lead the small review, due Tue 25 Aug (in 15 days)\nGoal 1 is now at 50%: Lead a design review\nConfidence in goal 1 is now 6 of 10: Lead a design review\nAdded approach 2: Questions in writing before the call\nAdded win 3: RFC accepted in the first round','\n',char(10)),'done',replace('["approach",2,null]\n["checkin",6,null]\n["followup",8,null]\n["goal_entry",7,null]\n["goal_entry",8,null]\n["win",3,null]\n','\n',char(10)),-4171144854511162775);
INSERT INTO step VALUES(36,'2026-08-10T15:00:00Z','Completed resource 1: A talk about disagreeing in writing','done',replace('["resource",1,{"changed_at":"2026-07-27T15:00:00Z","state":"open","state_on":"2026-07-27","because":null,"checksum":4665516094261129687}]\n','\n',char(10)),-6070930784261828836);
INSERT INTO step VALUES(37,'2026-08-10T15:00:00Z','Recalled advice 1; next recall on Mon 7 Sep (in 4 weeks)','done',replace('["recall",1,null]\n','\n',char(10)),-6424279900913148298);
INSERT INTO step VALUES(38,'2026-08-17T15:00:00Z','Added feedback 2 from Ana for Sam (change): Our call two weeks ago','done',replace('["feedback",2,null]\n','\n',char(10)),287590577697726188);
INSERT INTO step VALUES(39,'2026-08-24T15:00:00Z','Recorded Sam''s response to feedback 2','done',replace('["feedback",2,{"changed_at":"2026-08-17T15:00:00Z","response":null,"responded_on":null,"responded_at":null,"checksum":259811608035564679}]\n','\n',char(10)),1059413455410973319);
INSERT INTO step VALUES(40,'2026-08-24T15:00:00Z',replace('Completed follow-up 8 (Ana): lead the small review\nCompleted follow-up 2 (Ana): Lead a small one','\n',char(10)),'done',replace('["followup",2,{"changed_at":"2026-06-01T15:00:00Z","state":"open","state_on":"2026-06-01","checksum":-3398034065440628213}]\n["followup",8,{"changed_at":"2026-08-10T15:00:00Z","state":"open","state_on":"2026-08-10","checksum":-6948762934032496168}]\n','\n',char(10)),1845116399021690524);
INSERT INTO step VALUES(41,'2026-08-24T15:00:00Z',replace('Logged check-in 7 with Ana on Mon 24 Aug 16:00 (10:00 for Ana), 45 min\nGoal 1 is now at 70%: Lead a design review\nConfidence in goal 1 is now 7 of 10: Lead a design review\nAdded win 4: Led the small review\nAdded advice 2: Name the cost of a yes','\n',char(10)),'done',replace('["checkin",7,null]\n["goal_entry",9,null]\n["goal_entry",10,null]\n["insight",2,null]\n["win",4,null]\n','\n',char(10)),-2355836544909803409);
INSERT INTO step VALUES(42,'2026-08-24T15:00:00Z','Ana rated skill 1 at 3 (competent): Leading design reviews','done',replace('["rating",3,null]\n','\n',char(10)),-6420900160606652132);
INSERT INTO step VALUES(43,'2026-08-24T15:00:00Z','Sam rated skill 1 at 5 (expert): Leading design reviews','done',replace('["rating",4,null]\n','\n',char(10)),7593705736940993673);
INSERT INTO step VALUES(44,'2026-08-24T15:00:00Z','Recorded outcome of advice 1: tried, and it helped','done',replace('["insight",1,{"changed_at":"2026-06-15T15:00:00Z","outcome":null,"outcome_on":null,"outcome_note":null,"checksum":7988862928688558206}]\n','\n',char(10)),-5010410696077042217);
INSERT INTO step VALUES(45,'2026-08-24T15:00:00Z','Recorded review 1 of `ana`: 1 Jun to 24 Aug 2026','done',replace('["review",1,null]\n','\n',char(10)),-2879795953464703659);
INSERT INTO step VALUES(46,'2026-09-07T15:00:00Z',replace('Logged check-in 8 with Ana on Mon 7 Sep 16:00 (10:00 for Ana), 45 min\nAdded follow-up 9 for Ana: say no once and write it down, due Thu 17 Sep (in 10 days)\nGoal 2 is now at 40%: Say no without guilt\nConfidence in goal 2 is now 5 of 10: Say no without guilt','\n',char(10)),'done',replace('["checkin",8,null]\n["followup",9,null]\n["goal_entry",11,null]\n["goal_entry",12,null]\n','\n',char(10)),8947511900566760148);
INSERT INTO step VALUES(47,'2026-09-14T15:00:00Z','Ana Díaz is away from Thu 17 Sep to Tue 22 Sep (6 days): exams','done',replace('["away",1,null]\n','\n',char(10)),-1131868100949275400);
INSERT INTO step VALUES(48,'2026-09-21T15:00:00Z','Added option 1: Staff engineer on the platform team','done',replace('["option",1,null]\n','\n',char(10)),-2395629591905986345);
INSERT INTO step VALUES(49,'2026-09-21T15:00:00Z','Updated goal 1: by Mon 16 Nov (was Mon 19 Oct)','done',replace('["goal",1,{"changed_at":"2026-06-01T15:00:00Z","target":"2026-10-19","checksum":1681252746428448040}]\n["move",1,null]\n','\n',char(10)),6818531901681979762);
INSERT INTO step VALUES(50,'2026-09-21T15:00:00Z','Logged check-in 9 with Ana on Mon 21 Sep 16:00 (10:00 for Ana), 30 min','done',replace('["checkin",9,null]\n','\n',char(10)),-5842109992772017786);
INSERT INTO step VALUES(51,'2026-09-21T15:00:00Z','Asked pulse 2 for Sam and Ana (Mon 21 Sep); answer separately with `mentor pulse answer`','done',replace('["pulse",2,null]\n','\n',char(10)),-152636865515787361);
INSERT INTO step VALUES(52,'2026-09-21T15:00:00Z','Saved Sam''s answers to pulse 2','done',replace('["pulse_answer",3,null]\n','\n',char(10)),2535473325178153162);
INSERT INTO step VALUES(53,'2026-09-21T15:00:00Z',replace('Saved Ana''s answers to pulse 2\nYou have both answered pulse 2: no big differences','\n',char(10)),'done',replace('["pulse",2,{"state":"open","checksum":-4751188090077673785}]\n["pulse_answer",4,null]\n','\n',char(10)),2948677463826930620);
INSERT INTO step VALUES(54,'2026-09-28T15:00:00Z','Added introduction 1: Kim Lee, who leads the platform team','done',replace('["introduction",1,null]\n','\n',char(10)),-4041015001353270587);
INSERT INTO step VALUES(55,'2026-10-05T15:00:00Z','Planned check-in 10 with Ana on Tue 6 Oct 17:00 (11:00 for Ana), 45 min','done',replace('["checkin",10,null]\n','\n',char(10)),-6026203558849891699);
INSERT INTO step VALUES(56,'2026-10-05T15:00:00Z','Cancelled check-in 10 (by Ana): ill','done',replace('["checkin",10,{"state":"planned","by":null,"because":null,"cancelled_at":null,"checksum":-8374481667686082589}]\n','\n',char(10)),370720647598549648);
INSERT INTO step VALUES(57,'2026-10-05T15:00:00Z','Introduction 1 to Kim Lee: agreed (`mentor introduction blurb 1` prints a message to send to both)','done',replace('["introduction",1,{"changed_at":"2026-09-28T15:00:00Z","state":"asked","state_on":"2026-09-28","agreed_on":null,"checksum":958312892382014010}]\n','\n',char(10)),-7451078599333588313);
INSERT INTO step VALUES(58,'2026-10-05T15:00:00Z','Added a note to option 1: Staff engineer on the platform team','done',replace('["option_note",1,null]\n','\n',char(10)),-6845008314343512916);
INSERT INTO step VALUES(59,'2026-10-19T15:00:00Z',replace('Logged check-in 11 with Ana on Mon 19 Oct 16:00 (10:00 for Ana), 45 min\nCompleted follow-up 9 (Ana): say no once and write it down\nGoal 2 is now at 60%: Say no without guilt\nAdded win 5: Said no to an extra rota','\n',char(10)),'done',replace('["checkin",11,null]\n["followup",9,{"changed_at":"2026-09-07T15:00:00Z","state":"open","state_on":"2026-09-07","checksum":-3764942686128321756}]\n["goal_entry",13,null]\n["win",5,null]\n','\n',char(10)),-230466690229899025);
INSERT INTO step VALUES(60,'2026-11-02T15:00:00Z',replace('Logged check-in 12 with Ana on Mon 2 Nov 15:00 (10:00 for Ana), 50 min\nAdded follow-up 10 for Ana: send the invitation, due Tue 10 Nov (in 8 days)\nAdded follow-up 11 for Sam: read the slides, due Thu 26 Nov (in 24 days)\nGoal 1 is now at 80%: Lead a design review','\n',char(10)),'done',replace('["checkin",12,null]\n["followup",10,null]\n["followup",11,null]\n["goal_entry",14,null]\n','\n',char(10)),-2825590372619714086);
INSERT INTO step VALUES(61,'2026-11-02T15:00:00Z','Introduction 1 to Kim Lee: introduced','done',replace('["introduction",1,{"changed_at":"2026-10-05T15:00:00Z","state":"agreed","state_on":"2026-10-05","introduced_on":null,"checksum":2844863459726247395}]\n','\n',char(10)),-8134093478939149282);
INSERT INTO step VALUES(62,'2026-11-09T15:00:00Z',replace('Introduction 1 to Kim Lee: met\nAdded follow-up 12 for Ana: Thank Kim Lee for the meeting, due Thu 12 Nov (in 3 days)','\n',char(10)),'done',replace('["followup",12,null]\n["introduction",1,{"changed_at":"2026-11-02T15:00:00Z","state":"introduced","state_on":"2026-11-02","met_on":null,"outcome":null,"thanks":null,"checksum":-8307620636425284461}]\n','\n',char(10)),-6683206831006930038);
INSERT INTO step VALUES(63,'2026-11-09T15:00:00Z',replace('Introduction 1 to Kim Lee: thanked\nCompleted follow-up 12 (Ana): Thank Kim Lee for the meeting','\n',char(10)),'done',replace('["followup",12,{"state":"open","checksum":4872703436672989118}]\n["introduction",1,{"state":"met","thanked_on":null,"checksum":-5305631233500649562}]\n','\n',char(10)),6310643759657804385);
INSERT INTO step VALUES(64,'2026-11-09T15:00:00Z','Completed follow-up 10 (Ana): send the invitation','done',replace('["followup",10,{"changed_at":"2026-11-02T15:00:00Z","state":"open","state_on":"2026-11-02","checksum":305633861827972596}]\n','\n',char(10)),9153931259315075004);
INSERT INTO step VALUES(65,'2026-11-16T15:00:00Z','Added topic 2 from Ana: What comes after the lead role?','done',replace('["topic",2,null]\n','\n',char(10)),-9002791894227009954);
INSERT INTO step VALUES(66,'2026-11-16T15:00:00Z',replace('Logged check-in 13 with Ana on Mon 16 Nov 15:00 (10:00 for Ana), 45 min\nGoal 1 is now at 90%: Lead a design review\nConfidence in goal 1 is now 8 of 10: Lead a design review\nPlanned check-in 14 with Ana on Mon 7 Dec 17:00 (12:00 for Ana), 45 min','\n',char(10)),'done',replace('["checkin",13,null]\n["checkin",14,null]\n["goal_entry",15,null]\n["goal_entry",16,null]\n','\n',char(10)),-6423237218192332139);
INSERT INTO step VALUES(67,'2026-11-23T15:00:00Z','Added topic 3 from Sam: Dealing with a loud voice in the room','done',replace('["topic",3,null]\n','\n',char(10)),-863180544523605673);
INSERT INTO step VALUES(68,'2026-11-23T15:00:00Z','Added feedback 3 from Sam for Ana (change): The rehearsal on Thursday','done',replace('["feedback",3,null]\n','\n',char(10)),-3224333094814419268);
INSERT INTO step VALUES(69,'2026-11-23T15:00:00Z','Asked question 2 from Ana for Sam: Which of the two openings is stronger?','done',replace('["question",2,null]\n','\n',char(10)),5009280731726978438);
INSERT INTO step VALUES(70,'2026-11-30T00:15:36Z',replace('Recorded version 1 of the agreement with Priya; Priya hasn''t accepted it yet (`mentor agree accept --by mentor`)\nFirst check-ins: Thu 3 Dec 17:00, Thu 17 Dec 17:00 and Thu 7 Jan 2027 17:00 (22:30 for Priya)','\n',char(10)),'done',replace('["agreement",2,null]\n','\n',char(10)),2710380790086495761);
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
INSERT INTO recall VALUES(1,'019fec30-0d80-759f-b1b8-45af6a7bd3e4','2026-08-10T15:00:00Z','2026-08-10T15:00:00Z',1,1,'2026-08-10','The decision first, the talk about it second',1506618157988422961);
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
INSERT INTO question VALUES(1,'019fa417-0580-75e5-a88a-5a905193e3c1','2026-07-27T15:00:00Z','2026-07-27T15:00:00Z',1,'Whom do I ask for the traffic figures?',NULL,'mentee','2026-07-26T16:00:00Z',NULL,NULL,'2026-07-27T15:00:00Z','Kim''s team keeps them; ask there','answered','2026-07-27',NULL,0,8453895095075357433);
INSERT INTO question VALUES(2,'01a208eb-c980-70e8-b1bd-ffe514dfcfd2','2026-11-23T15:00:00Z','2026-11-23T15:00:00Z',1,'Which of the two openings is stronger?',NULL,'mentee','2026-11-23T15:00:00Z',NULL,NULL,NULL,NULL,'open','2026-11-23',NULL,0,-6594100668233388210);
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
INSERT INTO pulse VALUES(1,'019f37f1-7980-7748-b981-5d3982d3c092','2026-07-06T15:00:00Z','2026-07-06T15:00:00Z',1,'2026-07-06','answered','2026-07-06',NULL,4213398793946111175);
INSERT INTO pulse VALUES(2,'01a0c47b-2580-747c-be96-bd9766960fc5','2026-09-21T15:00:00Z','2026-09-21T15:00:00Z',1,'2026-09-21','answered','2026-09-21',NULL,5377100693500057944);
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
INSERT INTO pulse_answer VALUES(1,'019f37f1-7980-7332-8fcc-b0236507f381','2026-07-06T15:00:00Z','2026-07-06T15:00:00Z',1,1,'mentor','2026-07-06',4,4,5,3,4,4,'Starting with wins',NULL,NULL,-9204747186371756140);
INSERT INTO pulse_answer VALUES(2,'019f37f1-7980-7041-9ad9-9404816d0b9b','2026-07-06T15:00:00Z','2026-07-06T15:00:00Z',1,1,'mentee','2026-07-06',4,4,3,4,4,3,NULL,'More silence after a question',NULL,-2998412310457286008);
INSERT INTO pulse_answer VALUES(3,'01a0c47b-2580-7388-a1e4-00e251074594','2026-09-21T15:00:00Z','2026-09-21T15:00:00Z',1,2,'mentor','2026-09-21',4,4,5,4,4,4,NULL,NULL,NULL,-2437202558431489522);
INSERT INTO pulse_answer VALUES(4,'01a0c47b-2580-700a-87cb-5aeb9e7413c7','2026-09-21T15:00:00Z','2026-09-21T15:00:00Z',1,2,'mentee','2026-09-21',4,4,5,4,4,4,NULL,NULL,NULL,7411976037226260401);
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
INSERT INTO introduction VALUES(1,'01a0e887-a980-73e8-b855-ede614091e2e','2026-09-28T15:00:00Z','2026-11-09T15:00:00Z',1,'Kim Lee, who leads the platform team','Kim has led the move to one build','Half an hour about design reviews','thanked','2026-11-09','2026-09-28','2026-10-05','2026-11-02','2026-11-09','2026-11-09',NULL,'Ana joins their reviews',12,0,-3240215006977000823);
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
INSERT INTO skill VALUES(1,'019ecbcb-ed80-7394-bdd6-0510fc504b9f','2026-06-15T15:00:00Z','2026-06-15T15:00:00Z',1,'Leading design reviews','A lead does it every week',4,'active','2026-06-15',NULL,0,-8147528362893011216);
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
INSERT INTO rating VALUES(1,'019ecbcb-ed80-7184-b493-28ac80cce33a','2026-06-15T15:00:00Z','2026-06-15T15:00:00Z',1,1,'mentee',2,'2026-06-15',NULL,NULL,-5044940049167734177);
INSERT INTO rating VALUES(2,'019ecbcb-ed80-75a2-97e1-ed275682f960','2026-06-15T15:00:00Z','2026-06-15T15:00:00Z',1,1,'mentor',3,'2026-06-15','Her notes on Kim''s review',NULL,205822663052547485);
INSERT INTO rating VALUES(3,'01a03449-1580-74b2-a39d-6e1f807c7f1d','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,1,'mentee',3,'2026-08-24','Led the small review',NULL,-2670158708494704570);
INSERT INTO rating VALUES(4,'01a03449-1580-714e-b434-1f36a74c3087','2026-08-24T15:00:00Z','2026-08-24T15:00:00Z',1,1,'mentor',5,'2026-08-24','The small review ran without me',NULL,-8742747323034370842);
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
INSERT INTO resource VALUES(1,'019fa417-0580-778d-b4ee-3c3130d8e5a6','2026-07-27T15:00:00Z','2026-08-10T15:00:00Z',1,'A talk about disagreeing in writing',NULL,'The RFC will need it',1,'done','2026-08-10','Two sentences for every no',0,-2407229871219751192);
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
INSERT INTO option VALUES(1,'01a0c47b-2580-7768-9d0e-efc9b875590c','2026-09-21T15:00:00Z','2026-09-21T15:00:00Z',1,'Staff engineer on the platform team','More design, fewer tickets',replace('Two led design reviews\nA talk outside the team','\n',char(10)),'Two led design reviews','considered','2026-09-21',NULL,0,315492854139735486);
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
INSERT INTO option_note VALUES(1,'01a10c94-2d80-7322-a2d6-343f05799af9','2026-10-05T15:00:00Z','2026-10-05T15:00:00Z',1,1,'2026-10-05','note','Kim says the team looks for people who write well',5623301198300174);
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
INSERT INTO norm VALUES(1,'019e83b2-e580-712b-8186-5e35d5ebf6e5','2026-06-01T15:00:00Z','2026-06-08T15:00:00Z',1,'When I am silent in a call, it means','I disagree and look for words','2026-06-08','I am thinking; give me a moment','2026-06-08',483155191064719246);
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
INSERT INTO approach VALUES(1,'019fa417-0580-7664-b49c-a4b5ded16b14','2026-07-27T15:00:00Z','2026-07-27T15:00:00Z',1,'Questions in writing before the call','2026-07-27',NULL,NULL,5,0,3221046550965013574);
INSERT INTO approach VALUES(2,'019fec30-0d80-7188-a3e6-35bb8050189c','2026-08-10T15:00:00Z','2026-08-10T15:00:00Z',1,'Questions in writing before the call','2026-08-10','yes',NULL,6,0,1770166960586301312);
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
, entered_at TEXT) STRICT;
INSERT INTO away VALUES(1,'01a0a06e-a180-72eb-89d5-b23655e10060','2026-09-14T15:00:00Z','2026-09-14T15:00:00Z',2,'2026-09-17','2026-09-22','exams',0,3210609974753613745,NULL);
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
INSERT INTO search_data VALUES(1,X'5e8235841b');
INSERT INTO search_data VALUES(10,X'00000000ff00000102045b00031201012f3e0000100101013f3f00000102010140400000010001110102012e010132');
INSERT INTO search_data VALUES(137438953473,X'000000670330697381f080808002020701026f6681f0808080020203020770656e696e677381f080808002020601087374726f6e67657281f0808080020208010374686581f08080800202040202776f81f08080800202050105776869636881f0808080020202040c0c11120d0c');
INSERT INTO search_data VALUES(274877906945,X'0000003006306c6561726eb0808080020601010201057465616368b0808080020601010402016fb08080800206010103041010');
INSERT INTO search_data VALUES(2336462209025,X'00000f160330313081a0808080010601010c01016190808080020a01010c05069fffffff7f060101049080808000020390808080000601010ab08080800102039fffffff7f06010109a08080800102068fffffff7f06010103c080808001060101059fffffff7f06010102a080808000020290808080000601010ba080808000080701010e0204626f7574d0808080010601010881908080800006010107f080808000020402076363657074656481b080808003020302046674657282908080800206010104020567656e64619080808002060101129fffffff7f0601010d03016f81a0808080020601010602026c6cd0808080010601010d02016d838080808001080401010a02016eb0808080010601010c0301619080808002080201010a8fffffff7f06010102e0808080050203030164818080808009020581ffffffff7806010104030673776572656481a0808080020601010902027265c080808001060101060202736b81a08080800106010112d08080800008050101070402656481b080808001020201020301066265666f7265908080800208010107108190808080000601010a9fffffff7f020681d0808080000205010205030367616e81c080808001060101040202696781d0808080010601010e010463616c6c81a08080800106010105010601010381dfffffff7f02089080808000020701020705017381d0808080010601011202086865636b6c697374818080808004020502046f6d6573b0808080010601010a03096f7264696e61746f72b0808080010601011d0302737481c08080800202040303756e7481a080808002060101180103646179908080800206010114bfffffff7f0601010e0206656369646573d08080800406010104050473696f6e81c0808080010804010107a08080800006010103090173c08080800106010102908080800106010106b080808001020503047369676ec080808001020481f0808080000203b0808080000a010103080c020369617a908080800202030306736167726565d08080800406010108afffffff7f020781ffffffff7e060101030903696e6782d080808001020502016f81f080808001020303026573d0808080010601010c81e080808000060101040302776e8180808080030203060208bfffffff7802050204726166748180808080070202010465616368d0808080010601010502076e67696e65657282e080808001020302047665727981a0808080010601010b81908080800006010106a0808080000601010b020778616d706c657390808080020601010605017383a08080800106010102010666616d696c79b0808080010601011802076565646261636bb08080800106010110030377657282e08080800106010104020669677572657381f080808001020903066e697368656481a0808080020601010d03037273749080808002080101030d81a0808080010206afffffff7e0601010402026f7281b0808080010203010204bfffffff7f0206e0808080000601010ab080808000060101060408746e696768746c7981d0808080010601011101046761766581a0808080010601010802036976658380808080010601010c02026f74d080808001060101020203726f77b08080800106010102020475696c74c0808080020205010368616481a0808080010801011007010601010c0205656c70656481a0808080010601011a03017281b080808002020581908080800006010102040165b08080800106010116040173c080808001060101070503656c6681b080808001020602056f6e657374b0808080010601010f030177f080808001020201016981a0808080010801011409010a01010b0609cfffffff7f02048190808080000a030101020902016ed08080800306010105e0808080000204819fffffff7e0206b0808080000206908080800002030102030306636964656e7481a080808001060101040302746fb080808001060101030406726f647563658180808080060202020173b08080800106010113a08080800406010104020174d08080800506010107b08080800402079fffffff780801011907c08080800006010108d08080800006010105a08080800006010106b080808000020901046b65657081a0808080010601011d05017381f080808001060101050202696dd08080800306010106b0808080020203010205afffffff7c0202bfffffff7f06010102d0808080010601010502036e6f77d0808080010601010401046c617465d08080800506010105ffffffff7c0601010a0203656164b080808001060101069080808000020290808080000601010bb0808080010202060202cfffffff790601010ce080808000060101030503696e6782b0808080010202030164c0808080010601010af08080800302029fffffff7d06010102f080808002060101029fffffff7e080101080c02036f6e6790808080020601010d03026f6b838080808001060101050302737481a0808080020601011001046d616465d0808080050601010602016582c08080800406010107bfffffff7d0601010d0303616e73838080808001020a03056574696e6781c080808001020803086e746f727368697081b08080800102050206696e7574657381a0808080010601010d02056f6d656e748380808080010601010f0302726582908080800206010102cfffffff7f0601010203037665648190808080010601010401046e6169729080808003020303026d6581c0808080020202020365656482d0808080010601010502016fc08080800202039080808006060101039fffffff79020590808080080203cfffffff78060101088180808080000601010c0304626f647981a0808080010601010f03017481a0808080010601011604026573c0808080010601010b8280808080010601010304046963656481a0808080010601011701026f6681c080808002020502016e82c080808002060101049fffffff7f02040302636581808080800902040301658180808080010203010205020670696e696f6e81b0808080020206020474686572d080808001060101060202757281a080808002060101020305747369646582e0808080010601010d0208776e657273686970d080808004060101020108706c6174666f726d82e080808001020602087261637469736564d080808008060101040308696e6369706c657390808080020601010804027961908080800302028fffffff7f0601010203076f6772616d6d65b0808080010601011b01087175657374696f6e829080808002060101060901738390808080010202010202010372616e82c080808004060101050203656164d0808080060601010203056c6561736581908080800106010103030476696577c08080800108050101099080808002060101080406010104afffffff7d0204010205030205afffffff7c02059fffffff7d080101050cf080808001060101070106010105010601010407017382b0808080010204b0808080000801010a0c02026663d080808005060101030106010104b0808080010204afffffff7c02028fffffff7e0601010381908080800006010103020569766572619080808001020302046f756e6481b0808080030207010173b0808080010601011ca08080800206010107b08080800202040102069fffffff7b06010103d08080800006010103d080808001060101060203616964b0808080010601011403016d90808080010202030177d08080800306010104030179c0808080020202afffffff7f0204908080800802020403696e67d0808080080601010204017381d08080800106010107020565636f6e6481e0808080010601010903026e648180808080040202040674656e636573d0808080080601010681ffffffff790601010902056861646f7781808080800102020402020403726564c0808080010601010c030165d080808003060101030206696c656e636582908080800206010103060174838080808001020502046d616c6cd08080800706010103afffffff7b0204060204afffffff7c02049fffffff7d06010104f08080800206010104010601010306026572d0808080050601010802047461666682e080808001020204057274696e6782908080800106010102040374757381a0808080010601010a04027973b08080800106010115030369636bc08080800106010103010474616c6b90808080020601010581cfffffff7f06010106f080808000020390808080000601010c05026564d08080800106010107020365616d8180808080060207efffffff7b06010104f080808000080701010f050173d0808080040601010703026368b08080800106010105020468616e6b81a0808080020601011404017481a080808001060101180301659080808002060101119fffffff7f0601011aa08080800106010104030601010201060101030106010102afffffff7d02030302030102038fffffff79060101029080808001060101118fffffff7f02040202050102038fffffff7d0c0306010102060102038fffffff7f0601010d9080808000080101020590808080000207d0808080020601010301060101028fffffff7d060101029080808000080501010eb080808000020601020604016d81f0808080010601010604016e9080808002060101040402726581f08080800106010108040179c080808001060101050306696e6b696e678380808080010601010b03047265616481a08080800206010112050165d080808002060101050606010105afffffff7b02049fffffff7f0601011a04046f756768d08080800206010103020669636b65747382e0808080010601010502016fd08080800106010103a0808080000203908080800502049fffffff7b0601011101060101190306676574686572d0808080060601010503016f81d08080800106010109020672616666696381f0808080010208020675657364617981a080808001060101020202776fd08080800406010106cfffffff7e0601010481afffffff7f060101089080808000080101070c0102757081a0808080010601011f0105766964656fb0808080010601010801047765656b82b0808080010601010705017381a0808080020601010503026c6cd0808080070601010603026e74d0808080020601010205060101050203686174b08080800106010112a0808080000601010902060101020302656ec0808080010601010490808080030601010582afffffff7d020203016fd0808080040601010304016d81f08080800102020203696c6c81a0808080010601011c010601011781afffffff7f0601010403026e7382908080800106010104040e73201110190d0d0e0c1d15120d180f2e0f0e270d120f140c0f17111a1c200c220d0b17160e0f1123120d11120f1012202814100f0d0e0d1511150c0c0d100a282c120d10153f100d300e183a0d2f0e0e0e0f160d0f121211170f0d0c0f34100d17100c140c0e100f0e11131213131412140e0f0e114f15330e0e3a0e0a0c180e0d110c1b120e0c120b370d0e110f0d0e290d200c0d100d812d0d0c0e0c1210210f1228110d10122a0e10100d0d121c1e0c0b1e');
INSERT INTO search_data VALUES(2336462209026,X'0000011b05307769746890808080020601010b9fffffff7f0601010bd0808080020208bfffffff7e06010105d0808080000601010305036f7574c08080800202048280808080020601010602046f726473838080808001060101070204726974658180808080030202060206bfffffff7802020503696e6790808080020601010282bfffffff7f0207c0808080000204010204010379657381c080808002020702026f7581808080800302069fffffff7e0601010701080101080f0103ee8080908080800208010109099fffffff7f100101070407050804908080800006010108e0808080000a0101060a07010a0101070907afffffff7f0a0101060707818080808000060101079080808000080101060ca080808000060101080431161018200d1b');
INSERT INTO search_data VALUES(2473901162497,X'00000617023061d080808009060101079fffffff7a02040204626f7574d0808080090601010681cfffffff780601010e020466746572f080808002020402046761696ed08080800b0601010302016ed08080800b06010108dfffffff7a0205efffffff7c0601010c03016182a0808080010601011203016481808080800902059fffffff7a0601011b02017481a0808080030601010901046261636bd08080800b0601010202026967d08080800c06010104020475696c6482a080808001060101090105636f6d6573f08080800202030303756c6481a0808080030601011101076465616c696e67f080808003020203047369676e82a0808080010601010f02036f776ed08080800906010105b080808000020801056578747261d08080800b06010109dfffffff7a02060103666f7281808080800c02059fffffff770601011e81cfffffff7e06010107010468616c6682a0808080010601010b03017382a0808080010601010302036f757282a0808080010601010d030177d08080800d0601010601016981a0808080030601011002026c6cd08080800a0601010402016ef080808003020703087669746174696f6e81808080800a020402017481808080800902079fffffff7a0601011f01056a6f696e7382a0808080010601011301036b696d81808080800c0203819fffffff750802010102d0808080000601010201046c656164f080808002020605017382a080808001020503016482a0808080010601010403016581808080800c0204819fffffff75020302036f6f6b81a0808080030601011c0502656481a0808080030601010805017382f0808080010601010603027564f080808003020501086d6174746572656481a080808003060101150206656574696e6781808080800c020702036f737481a080808003060101160302766582a0808080010601010601026e6fd080808009060101080206010106afffffff7e0203afffffff7c020303017481a08080800306010112040468696e67d0808080090601010201026f6e81a0808080030601010403026365818080808009020403016581a08080800306010119ffffffff7e06010108020670656e696e67d08080800d06010104010670656f706c6582f08080800106010108020369636b81a0808080030601011802066c616e6e6564d08080800c06010102040574666f726d82a080808001020701047265616481808080800b020203076865617273616c81a0808080030601010308026564d08080800d06010102030476696577d08080800c06010105010601010807017382a080808001080101100702036f6c65f080808002020703026f6df080808003020903027461d08080800b0601010adfffffff7a0207010473616964d08080800b06010105dfffffff7a0202030179818080808009020204017382f080808001060101030203656e6481808080800a0202040574656e636581a0808080030601011a02026865d08080800b0601010402056c6964657381808080800b02049fffffff780601010b0204706f6b6581a0808080030601010e01047465616d82a0808080010208d0808080000601010503026c6c81a08080800306010113020468616e6b81808080800c0202030165d08080800c060101030108010103069fffffff750205010208908080800702030102030102069fffffff77080101020affffffff7e0806010105d080808000060101040402697282a08080800106010114030675727364617981a0808080030601010502016fd080808009060101030206010107dfffffff7a0204efffffff7c060101070102757081a0808080030601011d0105766964656fd08080800a06010102040601010202046f696365f0808080030206010477656c6c82f0808080010601010b03026e74d08080800d060101090203686174f0808080020202b080808001060101140303696c6581a0808080030601010c03016f82a0808080010204d080808000060101090203697468f0808080030203020472697465d08080800906010104b080808000020681efffffff780601010a0103796574d0808080090601010902026f7581a08080800308010107080103ee8080d08080800a060101030306010105cfffffff760a0101060b0affffffff7e0801010a090413190d0f1c0d140d0f0d100e0f1010151720100d0f0c0d0d0a121411210d0b0d130f0e0d0b14100f0e200d0f0e0c1611120f110f0e130d140e0c0b14160b0d0d110d1810170e0e460e12210e150d100d150f140c200e0f');
INSERT INTO search_data VALUES(9009535716950016,X'080000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008000000090000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_idx VALUES(1,X'',2);
INSERT INTO search_idx VALUES(2,X'',2);
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
INSERT INTO search_docsize VALUES(12884901890,X'0003',64);
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
INSERT INTO search_docsize VALUES(34359738380,X'0600',57);
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
INSERT INTO search_config VALUES('mentor_seal_2',8321131589921872806);
INSERT INTO search_config VALUES('version',4);
CREATE TABLE revision (
    "table" TEXT NOT NULL,
    number INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    at TEXT NOT NULL,
    row TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY ("table", number, quarter)
) STRICT, WITHOUT ROWID;
INSERT INTO revision VALUES('feedback',1,1981500,'2026-07-06T15:00:00Z','{"id":1,"uid":"019f13e4-f580-7274-bbf8-abcce8376910","created_at":"2026-06-29T15:00:00Z","changed_at":"2026-06-29T15:00:00Z","pair":1,"from":"mentor","kind":"keep","on":"2026-06-29","situation":"Tuesday''s incident call","behaviour":"You gave a status every 10 minutes","impact":"Nobody had to ask","request":null,"goal":null,"response":null,"responded_on":null,"follow_up":null,"private":0,"responded_at":null,"checksum":-750893270100232706}',-7716257527118233039);
INSERT INTO revision VALUES('feedback',2,1986204,'2026-08-24T15:00:00Z','{"id":2,"uid":"01a0103c-9180-7642-ad0a-95d77ba64dfd","created_at":"2026-08-17T15:00:00Z","changed_at":"2026-08-17T15:00:00Z","pair":1,"from":"mentee","kind":"change","on":"2026-08-17","situation":"Our call two weeks ago","behaviour":"You answered before I had finished","impact":"I lost the thread","request":null,"goal":null,"response":null,"responded_on":null,"follow_up":null,"private":0,"responded_at":null,"checksum":259811608035564679}',583886623584194792);
INSERT INTO revision VALUES('followup',1,1980156,'2026-06-22T15:00:00Z','{"id":1,"uid":"019e83b2-e580-72a1-8901-bd3c7b9d42fc","created_at":"2026-06-01T15:00:00Z","changed_at":"2026-06-01T15:00:00Z","pair":1,"owner":"mentee","title":"Shadow one","due":null,"goal":1,"checkin":null,"state":"open","state_on":"2026-06-01","because":null,"private":0,"past":null,"checksum":-1431190427320177333}',-1307152026086933519);
INSERT INTO revision VALUES('followup',2,1986204,'2026-08-24T15:00:00Z','{"id":2,"uid":"019e83b2-e580-72a1-8901-bd3daaf9c644","created_at":"2026-06-01T15:00:00Z","changed_at":"2026-06-01T15:00:00Z","pair":1,"owner":"mentee","title":"Lead a small one","due":null,"goal":1,"checkin":null,"state":"open","state_on":"2026-06-01","because":null,"private":0,"past":null,"checksum":-3398034065440628213}',3531932359791951440);
INSERT INTO revision VALUES('followup',3,1978812,'2026-06-08T15:00:00Z','{"id":3,"uid":"019e83b2-e580-7516-a27c-746c4475c5bb","created_at":"2026-06-01T15:00:00Z","changed_at":"2026-06-01T15:00:00Z","pair":1,"owner":"mentee","title":"write down three decisions you disagree with","due":"2026-06-10","goal":null,"checkin":1,"state":"open","state_on":"2026-06-01","because":null,"private":0,"past":null,"checksum":7945042755051068436}',-4096852249027178994);
INSERT INTO revision VALUES('followup',4,1979484,'2026-06-15T15:00:00Z','{"id":4,"uid":"019e83b2-e580-7516-a27c-746df29469e6","created_at":"2026-06-01T15:00:00Z","changed_at":"2026-06-01T15:00:00Z","pair":1,"owner":"mentor","title":"send the review checklist","due":"2026-06-15","goal":null,"checkin":1,"state":"open","state_on":"2026-06-01","because":null,"private":0,"past":null,"checksum":-4302990056544798992}',208768186306906682);
INSERT INTO revision VALUES('followup',5,1980156,'2026-06-22T15:00:00Z','{"id":5,"uid":"019ecbcb-ed80-75cf-88d3-e168fae0cc48","created_at":"2026-06-15T15:00:00Z","changed_at":"2026-06-15T15:00:00Z","pair":1,"owner":"mentee","title":"shadow Kim''s review","due":"2026-06-25","goal":null,"checkin":2,"state":"open","state_on":"2026-06-15","because":null,"private":0,"past":null,"checksum":236393376901632598}',-1511415389736017457);
INSERT INTO revision VALUES('followup',6,1983516,'2026-07-27T15:00:00Z','{"id":6,"uid":"019f5bfd-fd80-72bd-9cc9-c70e9a1de9e3","created_at":"2026-07-13T15:00:00Z","changed_at":"2026-07-13T15:00:00Z","pair":1,"owner":"mentor","title":"introduce Ana to Kim''s team","due":"2026-07-27","goal":null,"checkin":4,"state":"open","state_on":"2026-07-13","because":null,"private":0,"past":null,"checksum":1258503092663600034}',-6082761006360208650);
INSERT INTO revision VALUES('followup',7,1984188,'2026-08-03T15:00:00Z','{"id":7,"uid":"019f5bfd-fd80-72bd-9cc9-c70f74f35411","created_at":"2026-07-13T15:00:00Z","changed_at":"2026-07-13T15:00:00Z","pair":1,"owner":"mentee","title":"draft the RFC","due":"2026-07-29","goal":null,"checkin":4,"state":"open","state_on":"2026-07-13","because":null,"private":0,"past":null,"checksum":-711949320617204760}',-4743631976702652344);
INSERT INTO revision VALUES('followup',8,1986204,'2026-08-24T15:00:00Z','{"id":8,"uid":"019fec30-0d80-7188-a3e6-35b81e6b0bdd","created_at":"2026-08-10T15:00:00Z","changed_at":"2026-08-10T15:00:00Z","pair":1,"owner":"mentee","title":"lead the small review","due":"2026-08-25","goal":null,"checkin":6,"state":"open","state_on":"2026-08-10","because":null,"private":0,"past":null,"checksum":-6948762934032496168}',4283498235134870577);
INSERT INTO revision VALUES('followup',9,1991580,'2026-10-19T15:00:00Z','{"id":9,"uid":"01a07c62-1d80-77f3-ba79-e5cce75587f6","created_at":"2026-09-07T15:00:00Z","changed_at":"2026-09-07T15:00:00Z","pair":1,"owner":"mentee","title":"say no once and write it down","due":"2026-09-17","goal":null,"checkin":8,"state":"open","state_on":"2026-09-07","because":null,"private":0,"past":null,"checksum":-3764942686128321756}',5074505245563712673);
INSERT INTO revision VALUES('followup',10,1993596,'2026-11-09T15:00:00Z','{"id":10,"uid":"01a19cc6-3d80-75ba-bb6f-81fd9c4d8e3f","created_at":"2026-11-02T15:00:00Z","changed_at":"2026-11-02T15:00:00Z","pair":1,"owner":"mentee","title":"send the invitation","due":"2026-11-10","goal":null,"checkin":12,"state":"open","state_on":"2026-11-02","because":null,"private":0,"past":null,"checksum":305633861827972596}',-5119528117712131980);
INSERT INTO revision VALUES('goal',1,1988892,'2026-09-21T15:00:00Z','{"id":1,"uid":"019e83b2-e580-72a1-8901-bd3b84024029","created_at":"2026-06-01T15:00:00Z","changed_at":"2026-06-01T15:00:00Z","pair":1,"title":"Lead a design review","why":"Decisions stick when they are hers","done_when":"Review led, notes shared","target":"2026-10-19","support":null,"category":null,"state":"active","state_on":"2026-06-01","because":null,"private":0,"state_at":null,"checksum":1681252746428448040}',-2421390616984837202);
INSERT INTO revision VALUES('insight',1,1986204,'2026-08-24T15:00:00Z','{"id":1,"uid":"019ecbcb-ed80-75cf-88d3-e16a7d2e2d04","created_at":"2026-06-15T15:00:00Z","changed_at":"2026-06-15T15:00:00Z","pair":1,"title":"Write the decision down before the meeting","on":"2026-06-15","checkin":2,"private":0,"outcome":null,"outcome_on":null,"outcome_note":null,"checksum":7988862928688558206}',7303887301662275360);
INSERT INTO revision VALUES('introduction',1,1990236,'2026-10-05T15:00:00Z','{"id":1,"uid":"01a0e887-a980-73e8-b855-ede614091e2e","created_at":"2026-09-28T15:00:00Z","changed_at":"2026-09-28T15:00:00Z","pair":1,"title":"Kim Lee, who leads the platform team","why":"Kim has led the move to one build","wish":"Half an hour about design reviews","state":"asked","state_on":"2026-09-28","asked_on":"2026-09-28","agreed_on":null,"introduced_on":null,"met_on":null,"thanked_on":null,"because":null,"outcome":null,"thanks":null,"private":0,"checksum":958312892382014010}',215674314861875681);
INSERT INTO revision VALUES('introduction',1,1992924,'2026-11-02T15:00:00Z','{"id":1,"uid":"01a0e887-a980-73e8-b855-ede614091e2e","created_at":"2026-09-28T15:00:00Z","changed_at":"2026-10-05T15:00:00Z","pair":1,"title":"Kim Lee, who leads the platform team","why":"Kim has led the move to one build","wish":"Half an hour about design reviews","state":"agreed","state_on":"2026-10-05","asked_on":"2026-09-28","agreed_on":"2026-10-05","introduced_on":null,"met_on":null,"thanked_on":null,"because":null,"outcome":null,"thanks":null,"private":0,"checksum":2844863459726247395}',4882900158210592730);
INSERT INTO revision VALUES('introduction',1,1993596,'2026-11-09T15:00:00Z','{"id":1,"uid":"01a0e887-a980-73e8-b855-ede614091e2e","created_at":"2026-09-28T15:00:00Z","changed_at":"2026-11-02T15:00:00Z","pair":1,"title":"Kim Lee, who leads the platform team","why":"Kim has led the move to one build","wish":"Half an hour about design reviews","state":"introduced","state_on":"2026-11-02","asked_on":"2026-09-28","agreed_on":"2026-10-05","introduced_on":"2026-11-02","met_on":null,"thanked_on":null,"because":null,"outcome":null,"thanks":null,"private":0,"checksum":-8307620636425284461}',-1178394571300425804);
INSERT INTO revision VALUES('norm',1,1978812,'2026-06-08T15:00:00Z','{"id":1,"uid":"019e83b2-e580-712b-8186-5e35d5ebf6e5","created_at":"2026-06-01T15:00:00Z","changed_at":"2026-06-01T15:00:00Z","pair":1,"title":"When I am silent in a call, it means","mentor_says":null,"mentor_said_on":null,"mentee_says":null,"mentee_said_on":null,"checksum":7171847119739338930}',846658325020862425);
INSERT INTO revision VALUES('resource',1,1984860,'2026-08-10T15:00:00Z','{"id":1,"uid":"019fa417-0580-778d-b4ee-3c3130d8e5a6","created_at":"2026-07-27T15:00:00Z","changed_at":"2026-07-27T15:00:00Z","pair":1,"title":"A talk about disagreeing in writing","link":null,"why":"The RFC will need it","goal":1,"state":"open","state_on":"2026-07-27","because":null,"private":0,"checksum":4665516094261129687}',-5540800996588757737);
INSERT INTO revision VALUES('topic',1,1982172,'2026-07-13T15:00:00Z','{"id":1,"uid":"019ecbcb-ed80-7793-953e-b342823a9447","created_at":"2026-06-15T15:00:00Z","changed_at":"2026-06-15T15:00:00Z","pair":1,"title":"How to say no","notes":null,"from":"mentee","state":"open","state_on":"2026-06-15","covered_in":null,"private":0,"checksum":-298392632596684785}',-3517442724595223273);
CREATE TABLE tally (id INTEGER PRIMARY KEY, count INTEGER NOT NULL, numbers INTEGER NOT NULL, checksums INTEGER NOT NULL) STRICT;
INSERT INTO tally VALUES(-1,0,2670600922744126944,0);
INSERT INTO tally VALUES(0,3,6,2581385835);
INSERT INTO tally VALUES(562949953421312,2,3,4272066601);
INSERT INTO tally VALUES(1125899906973696,1,1,4002346376);
INSERT INTO tally VALUES(1125899907104768,1,2,2542991775);
INSERT INTO tally VALUES(1688849860395008,2,3,2276657059);
INSERT INTO tally VALUES(2251799813816320,14,105,2977819145);
INSERT INTO tally VALUES(2814749767237632,16,136,3536667035);
INSERT INTO tally VALUES(3377699720658944,3,6,263054261);
INSERT INTO tally VALUES(3940649674080256,12,78,1245208606);
INSERT INTO tally VALUES(4503599627501568,1,1,1026341024);
INSERT INTO tally VALUES(5066549580922880,3,6,558303690);
INSERT INTO tally VALUES(5629499534344192,5,15,537404554);
INSERT INTO tally VALUES(6192449487765504,2,3,3300211785);
INSERT INTO tally VALUES(6755399441186816,1,1,3540604397);
INSERT INTO tally VALUES(7318349394608128,1,1,1997382961);
INSERT INTO tally VALUES(7881299348029440,2,3,1999286855);
INSERT INTO tally VALUES(8444249301450752,2,3,2680911391);
INSERT INTO tally VALUES(9007199254872064,4,10,3618290651);
INSERT INTO tally VALUES(9570149208293376,1,1,1497299593);
INSERT INTO tally VALUES(10133099161714688,1,1,341284592);
INSERT INTO tally VALUES(10696049115136000,4,10,4261141800);
INSERT INTO tally VALUES(11258999068557312,1,1,2839332584);
INSERT INTO tally VALUES(11821949021978624,1,1,1277971902);
INSERT INTO tally VALUES(12384898975399936,1,1,3596862478);
INSERT INTO tally VALUES(12947848928821248,1,1,516714382);
INSERT INTO tally VALUES(13510798882242560,2,3,2183490502);
INSERT INTO tally VALUES(14073748835794944,1,1,4051949489);
INSERT INTO tally VALUES(17451448556060672,1,1,3737067671);
INSERT INTO tally VALUES(18014398509613056,1,14,2214303019);
INSERT INTO tally VALUES(18577348463058685,3,6,4271099477);
INSERT INTO tally VALUES(18577348463058686,2,9,12062275);
INSERT INTO tally VALUES(18577348463058687,2,13,1486370306);
INSERT INTO tally VALUES(18577348463058688,2,17,3709544548);
INSERT INTO tally VALUES(18577348463058689,1,11,2522165292);
INSERT INTO tally VALUES(18577348463058690,2,25,1052188781);
INSERT INTO tally VALUES(19140298416480001,1,10,594987335);
INSERT INTO tally VALUES(19703248369901313,1,10,594987335);
INSERT INTO tally VALUES(20266198323298304,2,3,2276657059);
INSERT INTO tally VALUES(21392098230140928,12,94,72830332);
INSERT INTO tally VALUES(21392098230272000,4,42,3463836703);
INSERT INTO tally VALUES(21955048183693312,1,2,3607498616);
INSERT INTO tally VALUES(21955048183824384,2,7,1905883787);
INSERT INTO tally VALUES(21955048184086528,2,11,1556370);
INSERT INTO tally VALUES(21955048184217600,2,15,2578670676);
INSERT INTO tally VALUES(21955048184348672,2,19,3461716520);
INSERT INTO tally VALUES(21955048184479744,2,23,496360891);
INSERT INTO tally VALUES(21955048184872960,1,13,4266408960);
INSERT INTO tally VALUES(21955048185004032,1,14,623160981);
INSERT INTO tally VALUES(21955048185135104,2,31,2985208757);
INSERT INTO tally VALUES(22517998136983552,2,5,3794182603);
INSERT INTO tally VALUES(23080948090798080,1,1,763838954);
INSERT INTO tally VALUES(23643898043850498,1,11,2909819793);
INSERT INTO tally VALUES(24206847997271805,4,13,2543952710);
INSERT INTO tally VALUES(24206847997271806,1,6,61441462);
INSERT INTO tally VALUES(24206847997271807,3,17,251353853);
INSERT INTO tally VALUES(24206847997271809,1,9,3447347196);
INSERT INTO tally VALUES(24206847997271810,2,22,621228184);
INSERT INTO tally VALUES(24769797950668800,2,3,264047497);
INSERT INTO tally VALUES(24769797950693117,3,12,4203705249);
INSERT INTO tally VALUES(24769797950693118,2,13,278276934);
INSERT INTO tally VALUES(24769797950693119,1,8,2405685641);
INSERT INTO tally VALUES(24769797950693120,1,9,3447347196);
INSERT INTO tally VALUES(24769797950693122,3,33,3531047977);
INSERT INTO tally VALUES(25895697857511424,2,3,264047497);
INSERT INTO tally VALUES(26458647810932736,2,7,51468375);
INSERT INTO tally VALUES(26458647811063808,1,5,4152236874);
INSERT INTO tally VALUES(26458647811325952,2,13,278276934);
INSERT INTO tally VALUES(26458647811588096,1,8,2405685641);
INSERT INTO tally VALUES(26458647811850240,1,9,3447347196);
INSERT INTO tally VALUES(26458647812374528,2,21,2727594696);
INSERT INTO tally VALUES(27021597764354048,1,1,1026341024);
INSERT INTO tally VALUES(28710447624642304,1,1,1026341024);
INSERT INTO tally VALUES(29273397578063613,1,1,318976391);
INSERT INTO tally VALUES(29273397578063615,1,2,4288520676);
INSERT INTO tally VALUES(29273397578063618,1,3,245773919);
INSERT INTO tally VALUES(29836347531460608,1,3,245773919);
INSERT INTO tally VALUES(30399297484906238,1,1,318976391);
INSERT INTO tally VALUES(30399297484906239,1,2,4288520676);
INSERT INTO tally VALUES(30962247438327549,2,3,1272280269);
INSERT INTO tally VALUES(30962247438327551,2,7,1077735214);
INSERT INTO tally VALUES(30962247438327553,1,5,2482356367);
INSERT INTO tally VALUES(32088147345145856,1,1,442724396);
INSERT INTO tally VALUES(32088147345408000,1,2,829555873);
INSERT INTO tally VALUES(32088147345801216,1,3,835543672);
INSERT INTO tally VALUES(32088147345932288,1,4,242191542);
INSERT INTO tally VALUES(32088147346456576,1,5,2482356367);
INSERT INTO tally VALUES(32651097298591485,1,1,779350340);
INSERT INTO tally VALUES(32651097298591487,1,2,2520861445);
INSERT INTO tally VALUES(33214047252012799,1,2,2520861445);
INSERT INTO tally VALUES(33776997205540864,1,1,779350340);
INSERT INTO tally VALUES(33776997206196224,1,2,2520861445);
INSERT INTO tally VALUES(34339947158831104,1,1,1997382961);
INSERT INTO tally VALUES(34902897112252416,1,2,415788878);
INSERT INTO tally VALUES(35465847065673728,1,2,415788878);
INSERT INTO tally VALUES(36028797019119358,1,1,1583497977);
INSERT INTO tally VALUES(36591746972540670,1,1,708287687);
INSERT INTO tally VALUES(36591746972540672,1,2,1972623704);
INSERT INTO tally VALUES(37154696925937664,2,3,3188851228);
INSERT INTO tally VALUES(37154696926068736,2,7,429439423);
INSERT INTO tally VALUES(38280596832804610,1,1,1497299593);
INSERT INTO tally VALUES(38843546787643392,1,1,1497299593);
INSERT INTO tally VALUES(39406496739622912,4,10,4261141800);
INSERT INTO tally VALUES(40532396646489855,1,1,2839332584);
INSERT INTO tally VALUES(41095346599911167,1,1,2839332584);
INSERT INTO tally VALUES(41658296553332480,1,1,1277971902);
INSERT INTO tally VALUES(42221246506729472,1,1,3596862478);
INSERT INTO tally VALUES(42784196460175102,1,1,3007597638);
INSERT INTO tally VALUES(42784196460175103,1,2,3470860160);
INSERT INTO tally VALUES(43347146414096384,1,1,3007597638);
INSERT INTO tally VALUES(43347146414227456,1,2,3470860160);
CREATE TABLE share (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('person',3);
INSERT INTO sqlite_sequence VALUES('step',70);
INSERT INTO sqlite_sequence VALUES('pair',2);
INSERT INTO sqlite_sequence VALUES('agreement',2);
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
CREATE INDEX followup_changed ON followup (pair) WHERE past IS NOT NULL;
CREATE INDEX checkin_cancelled ON checkin (pair, cancelled_at) WHERE cancelled_at IS NOT NULL;
CREATE INDEX feedback_answered ON feedback (pair, responded_on) WHERE responded_on IS NOT NULL;
CREATE INDEX question_answered ON question (pair, answered_at);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id = 1835955314;
PRAGMA user_version = 9;

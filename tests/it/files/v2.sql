PRAGMA application_id = 1835955314;
PRAGMA user_version = 2;
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
INSERT INTO person VALUES(1,'019e6383-2680-769b-8fd5-e979383f8d0c','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z','Sam Rivera','Europe/London','mon-fri','09:00-17:30',NULL,'',NULL,NULL,1,-8899937080551121745,NULL,'','');
INSERT INTO person VALUES(2,'019e6383-2680-7481-b2e1-c186511320b3','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z','Ana Díaz','America/Bogota','mon-fri','09:00-17:00',NULL,replace('written first, then talk\nexamples before principles','\n',char(10)),NULL,NULL,0,-744971798513216554,'Ana, with a long first A','The agenda a day before','');
INSERT INTO person VALUES(3,'019e6383-2680-73fa-8591-95bc2c1636e7','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z','Priya Nair','Asia/Kolkata','mon-fri','09:00-17:00',NULL,'',NULL,NULL,0,1599698811840942072,NULL,'','');
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
INSERT INTO pair VALUES(1,'019e6383-2680-7481-b2e1-c187a5bc719b','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z','ana',1,2,'active','2026-05-26',NULL,3905595497611036144);
INSERT INTO pair VALUES(2,'019e6383-2680-73fa-8591-95bde161a3cd','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z','priya',3,1,'active','2026-05-26',NULL,1998577463458067044);
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
INSERT INTO agreement VALUES(1,'019e6383-2680-722d-9351-5f2de2b6ae13','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z',1,1,'2026-05-26','2026-05-26',NULL,'Grow into a tech lead','','2026-05-26','2027-03-02',NULL,'12 weeks','every 2 weeks',45,NULL,'video','2 working days','2 working days','5 working days',NULL,'24 hours',NULL,NULL,'Comes with an agenda','Honest feedback','What is said stays here','Family',NULL,'The programme''s coordinator','7 days',NULL,NULL,-2771484431687472710);
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
INSERT INTO goal VALUES(1,'019e6383-2680-7127-af46-47d2a5430fae','2026-05-26T09:00:00Z','2026-09-15T09:00:00Z',1,'Lead a design review','Decisions stick when they are hers','Review led, notes shared','2026-11-10',NULL,NULL,'active','2026-05-26',NULL,0,8880396094585327162);
INSERT INTO goal VALUES(2,'019e6383-2680-7452-b4ed-cc7c824b0f42','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z',1,'Say no without guilt',NULL,NULL,'2026-12-22',NULL,NULL,'active','2026-05-26',NULL,0,-3283987386255876161);
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
INSERT INTO checkin VALUES(1,'019e6383-2680-730a-a969-2d717c52498e','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-05-26T09:00:00Z',60,NULL,NULL,NULL,NULL,'Got to know each other. Talked about what a lead does all day.','','',NULL,NULL,NULL,0,5368422424593809284);
INSERT INTO checkin VALUES(2,'019eab9c-2e80-74eb-9ff1-6c3d8ee5f864','2026-06-09T09:00:00Z','2026-06-09T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-09T09:00:00Z',45,NULL,NULL,NULL,NULL,'Went through the three decisions.','','',NULL,NULL,NULL,0,345457524295992337);
INSERT INTO checkin VALUES(3,'019ef3b5-3680-748e-a4b4-3196b091d149','2026-06-23T09:00:00Z','2026-06-23T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-23T09:00:00Z',50,NULL,NULL,NULL,NULL,'What she saw in Kim''s review.','','',NULL,NULL,NULL,0,-3957403097648109623);
INSERT INTO checkin VALUES(4,'019f3bce-3e80-732e-9600-370b65a208d0','2026-07-07T09:00:00Z','2026-07-07T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-07T09:00:00Z',45,NULL,NULL,NULL,NULL,'Ownership: who decides when two teams disagree.','','',NULL,NULL,NULL,0,-1166381683662956547);
INSERT INTO checkin VALUES(5,'019f83e7-4680-746b-b3d4-69bfb00fb77e','2026-07-21T09:00:00Z','2026-07-21T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-21T09:00:00Z',40,NULL,NULL,NULL,NULL,'The RFC is late; made it smaller.','','',NULL,NULL,NULL,0,-1368359637115353249);
INSERT INTO checkin VALUES(6,'019fcc00-4e80-739f-b0a6-4b927a5c59df','2026-08-04T09:00:00Z','2026-08-04T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-04T09:00:00Z',55,NULL,NULL,NULL,NULL,'Read the RFC together.','','',NULL,NULL,NULL,0,8969876713229956826);
INSERT INTO checkin VALUES(7,'01a01419-5680-7753-8dec-aedf475e743e','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-18T09:00:00Z',45,NULL,NULL,NULL,NULL,'The small review went well.','','',NULL,NULL,NULL,0,3136348990227935953);
INSERT INTO checkin VALUES(8,'01a05c32-5e80-706d-8b01-b466bbae08e3','2026-09-01T09:00:00Z','2026-09-01T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-01T09:00:00Z',45,NULL,NULL,NULL,NULL,'Saying no: practised three sentences.','','',NULL,NULL,NULL,0,7617457381182705442);
INSERT INTO checkin VALUES(9,'01a0a44b-6680-71f7-800e-046a75cac5a9','2026-09-15T09:00:00Z','2026-09-15T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-15T09:00:00Z',30,NULL,NULL,NULL,NULL,'Nothing to write down about a no yet.','','',NULL,NULL,NULL,0,-6469436849785949348);
INSERT INTO checkin VALUES(10,'01a0ec64-6e80-738f-ab92-6512c41f4cb6','2026-09-29T09:00:00Z','2026-09-29T09:00:00Z',1,'cancelled','2026-09-30T16:00:00Z','Europe/London',45,NULL,NULL,'video','mentee','ill','2026-09-29T09:00:00Z',NULL,'','',NULL,NULL,NULL,0,8376894852245427262);
INSERT INTO checkin VALUES(11,'01a1347d-7680-72fe-9d0a-d770089901ad','2026-10-13T09:00:00Z','2026-10-13T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-10-13T09:00:00Z',45,NULL,NULL,NULL,NULL,'Back again. She said no to an extra rota.','','',NULL,NULL,NULL,0,-7862125710263115242);
INSERT INTO checkin VALUES(12,'01a17c96-7e80-72e5-9d2d-ae097cf72001','2026-10-27T09:00:00Z','2026-10-27T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-10-27T09:00:00Z',50,NULL,NULL,NULL,NULL,'Planned the big review.','','',NULL,NULL,NULL,0,-386104128250365402);
INSERT INTO checkin VALUES(13,'01a1c4af-8680-772d-80c3-edc72cf4bd5f','2026-11-10T09:00:00Z','2026-11-10T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-11-10T09:00:00Z',45,NULL,NULL,NULL,NULL,'Rehearsed the opening.','','','How the review went',NULL,NULL,0,-9099672564891565833);
INSERT INTO checkin VALUES(14,'01a1c4af-8680-772d-80c3-edcac371ebaf','2026-11-10T09:00:00Z','2026-11-10T09:00:00Z',1,'planned','2026-12-01T17:00:00Z','Europe/London',45,NULL,NULL,'video',NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,0,1048940379375425701);
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
INSERT INTO goal_entry VALUES(1,'019e6383-2680-74c8-8056-e7f86401f767','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z',1,1,'2026-05-26',NULL,3,NULL,NULL,-4533140898868358961);
INSERT INTO goal_entry VALUES(2,'019eab9c-2e80-74eb-9ff1-6c3fb646ff77','2026-06-09T09:00:00Z','2026-06-09T09:00:00Z',1,1,'2026-06-09',10,NULL,NULL,2,-7572224899650479792);
INSERT INTO goal_entry VALUES(3,'019ef3b5-3680-748e-a4b4-31974c41bd6b','2026-06-23T09:00:00Z','2026-06-23T09:00:00Z',1,1,'2026-06-23',25,NULL,NULL,3,1270649588976592661);
INSERT INTO goal_entry VALUES(4,'019ef3b5-3680-748e-a4b4-319812f42d72','2026-06-23T09:00:00Z','2026-06-23T09:00:00Z',1,1,'2026-06-23',NULL,4,NULL,3,-1335900966482764625);
INSERT INTO goal_entry VALUES(5,'019f83e7-4680-746b-b3d4-69c0f962c2b3','2026-07-21T09:00:00Z','2026-07-21T09:00:00Z',1,1,'2026-07-21',40,NULL,NULL,5,-1908646228532080116);
INSERT INTO goal_entry VALUES(6,'019f83e7-4680-746b-b3d4-69c13f47fb6d','2026-07-21T09:00:00Z','2026-07-21T09:00:00Z',1,2,'2026-07-21',20,NULL,NULL,5,4800987578477713876);
INSERT INTO goal_entry VALUES(7,'019fcc00-4e80-739f-b0a6-4b94defd0685','2026-08-04T09:00:00Z','2026-08-04T09:00:00Z',1,1,'2026-08-04',50,NULL,NULL,6,4846711279958323649);
INSERT INTO goal_entry VALUES(8,'019fcc00-4e80-739f-b0a6-4b95d8ff0cde','2026-08-04T09:00:00Z','2026-08-04T09:00:00Z',1,1,'2026-08-04',NULL,6,NULL,6,-8654031038230998884);
INSERT INTO goal_entry VALUES(9,'01a01419-5680-7753-8dec-aee065670e3a','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,1,'2026-08-18',70,NULL,NULL,7,-3493946597690325255);
INSERT INTO goal_entry VALUES(10,'01a01419-5680-7753-8dec-aee117dd0b91','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,1,'2026-08-18',NULL,7,NULL,7,-1884142568666225352);
INSERT INTO goal_entry VALUES(11,'01a05c32-5e80-706d-8b01-b468f16afa1a','2026-09-01T09:00:00Z','2026-09-01T09:00:00Z',1,2,'2026-09-01',40,NULL,NULL,8,439283344668265213);
INSERT INTO goal_entry VALUES(12,'01a05c32-5e80-706d-8b01-b46914a4b670','2026-09-01T09:00:00Z','2026-09-01T09:00:00Z',1,2,'2026-09-01',NULL,5,NULL,8,4156776020932501336);
INSERT INTO goal_entry VALUES(13,'01a1347d-7680-72fe-9d0a-d7719780f8dc','2026-10-13T09:00:00Z','2026-10-13T09:00:00Z',1,2,'2026-10-13',60,NULL,NULL,11,2463256072357757221);
INSERT INTO goal_entry VALUES(14,'01a17c96-7e80-72e5-9d2d-ae0cb563b75c','2026-10-27T09:00:00Z','2026-10-27T09:00:00Z',1,1,'2026-10-27',80,NULL,NULL,12,174486324665264350);
INSERT INTO goal_entry VALUES(15,'01a1c4af-8680-772d-80c3-edc83c7d979e','2026-11-10T09:00:00Z','2026-11-10T09:00:00Z',1,1,'2026-11-10',90,NULL,NULL,13,70224830490180438);
INSERT INTO goal_entry VALUES(16,'01a1c4af-8680-772d-80c3-edc9e2045c9e','2026-11-10T09:00:00Z','2026-11-10T09:00:00Z',1,1,'2026-11-10',NULL,8,NULL,13,-1548556258199824612);
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
INSERT INTO move VALUES(1,'01a0a44b-6680-71b3-8516-c8497eb2e661','2026-09-15T09:00:00Z','2026-09-15T09:00:00Z',1,'goal',1,'2026-09-15','2026-10-13','2026-11-10','the release moved',-7266938228538848323);
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
INSERT INTO topic VALUES(1,'019eab9c-2e80-7239-b894-4cca9ae1a145','2026-06-09T09:00:00Z','2026-07-07T09:00:00Z',1,'How to say no',NULL,'mentee','covered','2026-07-07',4,0,-4055640961243229204);
INSERT INTO topic VALUES(2,'01a1c4af-8680-76be-9b4a-20a853100d58','2026-11-10T09:00:00Z','2026-11-10T09:00:00Z',1,'What comes after the lead role?',NULL,'mentee','open','2026-11-10',NULL,0,-4575995164439946837);
INSERT INTO topic VALUES(3,'01a1e8bc-0a80-77b8-8d43-74bc7e78dc93','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'Dealing with a loud voice in the room',NULL,'mentor','open','2026-11-17',NULL,0,834272869394353833);
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
INSERT INTO followup VALUES(1,'019e6383-2680-7127-af46-47d35d3a2372','2026-05-26T09:00:00Z','2026-06-16T09:00:00Z',1,'mentee','Shadow one',NULL,1,NULL,'done','2026-06-16',NULL,0,-9033450788375161848);
INSERT INTO followup VALUES(2,'019e6383-2680-7127-af46-47d427a01910','2026-05-26T09:00:00Z','2026-08-18T09:00:00Z',1,'mentee','Lead a small one',NULL,1,NULL,'done','2026-08-18',NULL,0,1290673281075168010);
INSERT INTO followup VALUES(3,'019e6383-2680-730a-a969-2d7282d130c7','2026-05-26T09:00:00Z','2026-06-02T09:00:00Z',1,'mentee','write down three decisions you disagree with','2026-06-04',NULL,1,'done','2026-06-02',NULL,0,-8910854508808056887);
INSERT INTO followup VALUES(4,'019e6383-2680-730a-a969-2d73105ef7f8','2026-05-26T09:00:00Z','2026-06-09T09:00:00Z',1,'mentor','send the review checklist','2026-06-09',NULL,1,'done','2026-06-09',NULL,0,3267192659709569485);
INSERT INTO followup VALUES(5,'019eab9c-2e80-74eb-9ff1-6c3e782b3b48','2026-06-09T09:00:00Z','2026-06-16T09:00:00Z',1,'mentee','shadow Kim''s review','2026-06-19',NULL,2,'done','2026-06-16',NULL,0,-8616353147016565480);
INSERT INTO followup VALUES(6,'019f3bce-3e80-732e-9600-370cd302d735','2026-07-07T09:00:00Z','2026-07-21T09:00:00Z',1,'mentor','introduce Ana to Kim''s team','2026-07-21',NULL,4,'done','2026-07-21',NULL,0,-8078766028035700002);
INSERT INTO followup VALUES(7,'019f3bce-3e80-732e-9600-370d7c76a1f4','2026-07-07T09:00:00Z','2026-07-28T09:00:00Z',1,'mentee','draft the RFC','2026-07-23',NULL,4,'done','2026-07-28',NULL,0,4154788167419320595);
INSERT INTO followup VALUES(8,'019fcc00-4e80-739f-b0a6-4b934561e769','2026-08-04T09:00:00Z','2026-08-18T09:00:00Z',1,'mentee','lead the small review','2026-08-19',NULL,6,'done','2026-08-18',NULL,0,1027864502740500067);
INSERT INTO followup VALUES(9,'01a05c32-5e80-706d-8b01-b46706d0fa91','2026-09-01T09:00:00Z','2026-10-13T09:00:00Z',1,'mentee','say no once and write it down','2026-09-11',NULL,8,'done','2026-10-13',NULL,0,4577154907263416363);
INSERT INTO followup VALUES(10,'01a17c96-7e80-72e5-9d2d-ae0ac53fa774','2026-10-27T09:00:00Z','2026-11-03T09:00:00Z',1,'mentee','send the invitation','2026-11-04',NULL,12,'done','2026-11-03',NULL,0,-7438970539750718704);
INSERT INTO followup VALUES(11,'01a17c96-7e80-72e5-9d2d-ae0b3f8881c1','2026-10-27T09:00:00Z','2026-10-27T09:00:00Z',1,'mentor','read the slides','2026-11-20',NULL,12,'open','2026-10-27',NULL,0,3855221529089068818);
INSERT INTO followup VALUES(12,'01a1a0a3-0280-7048-a637-a69392bab030','2026-11-03T09:00:00Z','2026-11-03T09:00:00Z',1,'mentee','Thank Kim Lee, who leads the platform team for the meeting','2026-11-06',NULL,NULL,'done','2026-11-03',NULL,0,-6768213257561171715);
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
INSERT INTO feedback VALUES(1,'019ef3b5-3680-7451-a42f-b321f743b6ba','2026-06-23T09:00:00Z','2026-06-30T09:00:00Z',1,'mentor','keep','2026-06-23','Tuesday''s incident call','You gave a status every 10 minutes','Nobody had to ask',NULL,NULL,'I had not noticed that it helped; I will keep it up','2026-06-30',NULL,0,-4070200226626703103);
INSERT INTO feedback VALUES(2,'019ff00c-d280-7208-8ac4-8ef3e9e5d6f1','2026-08-11T09:00:00Z','2026-08-18T09:00:00Z',1,'mentee','change','2026-08-11','Our call two weeks ago','You answered before I had finished','I lost the thread',NULL,NULL,'Thank you. I will count to three','2026-08-18',NULL,0,-5065287174801092567);
INSERT INTO feedback VALUES(3,'01a1e8bc-0a80-77df-af07-7134ce3ee1f0','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'mentor','change','2026-11-17','The rehearsal on Thursday','You looked at the slides while you spoke','I could not tell what mattered most','Pick one sentence and look up for it',NULL,NULL,NULL,NULL,0,-4103350809724234401);
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
INSERT INTO win VALUES(1,'019e6383-2680-730a-a969-2d74698ba58b','2026-05-26T09:00:00Z','2026-05-26T09:00:00Z',1,'Asked for the mentorship herself','2026-05-26',NULL,1,0,-6631065150827678567);
INSERT INTO win VALUES(2,'019ef3b5-3680-748e-a4b4-31995d8f1b1f','2026-06-23T09:00:00Z','2026-06-23T09:00:00Z',1,'Kim asked for her opinion','2026-06-23',NULL,3,0,-53632392120637974);
INSERT INTO win VALUES(3,'019fcc00-4e80-739f-b0a6-4b97a2c9883f','2026-08-04T09:00:00Z','2026-08-04T09:00:00Z',1,'RFC accepted in the first round','2026-08-04',NULL,6,0,3291050023745326495);
INSERT INTO win VALUES(4,'01a01419-5680-7753-8dec-aee23114c32c','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,'Led the small review','2026-08-18',NULL,7,0,-1725683580506281285);
INSERT INTO win VALUES(5,'01a1347d-7680-72fe-9d0a-d7721feb2449','2026-10-13T09:00:00Z','2026-10-13T09:00:00Z',1,'Said no to an extra rota','2026-10-13',NULL,11,0,427321793555038558);
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
INSERT INTO insight VALUES(1,'019eab9c-2e80-74eb-9ff1-6c405b119a67','2026-06-09T09:00:00Z','2026-08-18T09:00:00Z',1,'Write the decision down before the meeting','2026-06-09',2,0,-3033471209717739404,'helped','2026-08-18','The RFC began with the decision');
INSERT INTO insight VALUES(2,'01a01419-5680-7753-8dec-aee355514546','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,'Name the cost of a yes','2026-08-18',7,0,-1351939532968241711,NULL,NULL,NULL);
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
INSERT INTO review VALUES(1,'01a01419-5680-7218-b09a-12b83874b0f6','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,'2026-05-26','2026-08-18','Led a small review','Says no too late','Lead the big review','','','Fortnightly calls','',NULL,0,-6522279239006467938);
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    sql TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
INSERT INTO step VALUES(1,'2026-05-26T09:00:00Z','You are Sam Rivera, in Europe/London, working mon-fri 09:00-17:30','done','DELETE FROM person WHERE id=1',-1190532360265357220);
INSERT INTO step VALUES(2,'2026-05-26T09:00:00Z','Added pair `ana`: Sam Rivera mentors Ana Díaz','done',replace('DELETE FROM pair WHERE id=1;\nDELETE FROM person WHERE id=2','\n',char(10)),-7345583039757844779);
INSERT INTO step VALUES(3,'2026-05-26T09:00:00Z','Added pair `priya`: Priya Nair mentors Sam Rivera','done',replace('DELETE FROM pair WHERE id=2;\nDELETE FROM person WHERE id=3','\n',char(10)),-2771177280151981644);
INSERT INTO step VALUES(4,'2026-05-26T09:00:00Z',replace('Recorded version 1 of the agreement with Ana; Ana has still to accept it (`mentor agree accept --by mentee`)\n`ana` is the pair in use from now on (`mentor pair use SLUG` chooses another)','\n',char(10)),'done',replace('DELETE FROM setting WHERE id=1;\nDELETE FROM agreement WHERE id=1','\n',char(10)),-7050861801605387790);
INSERT INTO step VALUES(5,'2026-05-26T09:00:00Z','Ana accepted version 1 on 2026-05-26; both sides have agreed','done','UPDATE agreement SET "id"=1,"uid"=''019e6383-2680-722d-9351-5f2de2b6ae13'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"pair"=1,"version"=1,"accepted_by_mentor"=''2026-05-26'',"accepted_by_mentee"=NULL,"changed_because"=NULL,"purpose"=''Grow into a tech lead'',"goals"='''',"starts"=''2026-05-26'',"ends"=''2027-03-02'',"review_on"=NULL,"review_every"=''12 weeks'',"cadence"=''every 2 weeks'',"length"=45,"hours_a_month"=NULL,"channel"=''video'',"mentor_replies_within"=''2 working days'',"mentee_replies_within"=''2 working days'',"feedback_within"=''5 working days'',"materials_before"=NULL,"notice"=''24 hours'',"scheduled_by"=NULL,"agenda_by"=NULL,"mentor_expects"=''Comes with an agenda'',"mentee_expects"=''Honest feedback'',"confidential"=''What is said stays here'',"off_limits"=''Family'',"contact_between"=NULL,"outside_contact"=''The programme''''s coordinator'',"end_notice"=''7 days'',"how_we_end"=NULL,"additional"=NULL,"checksum"=1955180612597327541 WHERE id=1',2209162176234750962);
INSERT INTO step VALUES(6,'2026-05-26T09:00:00Z',replace('Added goal 1 of Ana: Lead a design review, by Tue 13 Oct (in 4 months)\nAdded follow-up 1 for Ana: Shadow one\nAdded follow-up 2 for Ana: Lead a small one','\n',char(10)),'done',replace('DELETE FROM followup WHERE id=2;\nDELETE FROM followup WHERE id=1;\nDELETE FROM goal WHERE id=1','\n',char(10)),9157314512723200813);
INSERT INTO step VALUES(7,'2026-05-26T09:00:00Z','Added goal 2 of Ana: Say no without guilt, by Tue 22 Dec (in 6 months)','done','DELETE FROM goal WHERE id=2',7907864811760832858);
INSERT INTO step VALUES(8,'2026-05-26T09:00:00Z','Goal 1 is confidence 3 of 10: Lead a design review','done','DELETE FROM goal_entry WHERE id=1',-6076632710705513972);
INSERT INTO step VALUES(9,'2026-05-26T09:00:00Z','Added norm 1: When I am silent in a call, it means','done','DELETE FROM norm WHERE id=1',4662926267210054570);
INSERT INTO step VALUES(10,'2026-05-26T09:00:00Z','Changed Ana Díaz: America/Bogota, working mon-fri 09:00-17:00','done',replace('UPDATE person SET "id"=2,"uid"=''019e6383-2680-7481-b2e1-c186511320b3'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"name"=''Ana Díaz'',"zone"=''America/Bogota'',"days"=''mon-fri'',"hours"=''09:00-17:00'',"language"=NULL,"preferences"=''written first, then talk\nexamples before principles'',"holidays"=NULL,"notes"=NULL,"is_user"=0,"called"=NULL,"needs"='''',"avoids"='''',"checksum"=8404695553408053462 WHERE id=2','\n',char(10)),-3097033971537718167);
INSERT INTO step VALUES(11,'2026-05-26T09:00:00Z',replace('Logged check-in 1 with Ana on Tue 26 May 10:00 (04:00 for Ana), 1 h\nAdded follow-up 3 for Ana: write down three decisions you disagree with, due Thu 4 Jun (in 9 days)\nAdded follow-up 4 for Sam: send the review checklist, due Tue 9 Jun (in 14 days)\nAdded win 1: Asked for the mentorship herself','\n',char(10)),'done',replace('DELETE FROM win WHERE id=1;\nDELETE FROM followup WHERE id=4;\nDELETE FROM followup WHERE id=3;\nDELETE FROM checkin WHERE id=1','\n',char(10)),4405340062065832387);
INSERT INTO step VALUES(12,'2026-06-02T09:00:00Z','Follow-up 3 of Ana is done: write down three decisions you disagree with','done','UPDATE followup SET "id"=3,"uid"=''019e6383-2680-730a-a969-2d7282d130c7'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''write down three decisions you disagree with'',"due"=''2026-06-04'',"goal"=NULL,"checkin"=1,"state"=''open'',"state_on"=''2026-05-26'',"because"=NULL,"private"=0,"checksum"=-252208984425331085 WHERE id=3',1815008107605056988);
INSERT INTO step VALUES(13,'2026-06-02T09:00:00Z','Ana on norm 1, When I am silent in a call, it means: I am thinking; give me a moment','done','UPDATE norm SET "id"=1,"uid"=''019e6383-2680-75bd-abe1-dc2eb0ceb7f6'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"pair"=1,"title"=''When I am silent in a call, it means'',"mentor_says"=NULL,"mentor_said_on"=NULL,"mentee_says"=NULL,"mentee_said_on"=NULL,"checksum"=227535177698455909 WHERE id=1',-6528349933040538893);
INSERT INTO step VALUES(14,'2026-06-02T09:00:00Z','Sam on norm 1, When I am silent in a call, it means: I disagree and look for words','done','UPDATE norm SET "id"=1,"uid"=''019e6383-2680-75bd-abe1-dc2eb0ceb7f6'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"title"=''When I am silent in a call, it means'',"mentor_says"=NULL,"mentor_said_on"=NULL,"mentee_says"=''I am thinking; give me a moment'',"mentee_said_on"=''2026-06-02'',"checksum"=7053513810349884331 WHERE id=1',-3001976038059056543);
INSERT INTO step VALUES(15,'2026-06-09T09:00:00Z','Added skill 1: Leading design reviews','done','DELETE FROM skill WHERE id=1',-1534517700708891856);
INSERT INTO step VALUES(16,'2026-06-09T09:00:00Z','Ana rated skill 1 at 2 (advanced beginner): Leading design reviews','done','DELETE FROM rating WHERE id=1',-9018287788895535704);
INSERT INTO step VALUES(17,'2026-06-09T09:00:00Z','Sam rated skill 1 at 3 (competent): Leading design reviews','done','DELETE FROM rating WHERE id=2',2272843918822759053);
INSERT INTO step VALUES(18,'2026-06-09T09:00:00Z','Follow-up 4 of Sam is done: send the review checklist','done','UPDATE followup SET "id"=4,"uid"=''019e6383-2680-730a-a969-2d73105ef7f8'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"pair"=1,"owner"=''mentor'',"title"=''send the review checklist'',"due"=''2026-06-09'',"goal"=NULL,"checkin"=1,"state"=''open'',"state_on"=''2026-05-26'',"because"=NULL,"private"=0,"checksum"=1858869086246551926 WHERE id=4',-2975390024737353790);
INSERT INTO step VALUES(19,'2026-06-09T09:00:00Z','Added topic 1 from Ana: How to say no','done','DELETE FROM topic WHERE id=1',-880360118411201);
INSERT INTO step VALUES(20,'2026-06-09T09:00:00Z',replace('Logged check-in 2 with Ana on Tue 9 Jun 10:00 (04:00 for Ana), 45 min\nAdded follow-up 5 for Ana: shadow Kim''s review, due Fri 19 Jun (in 10 days)\nGoal 1 is at 10 %: Lead a design review\nAdded insight 1: Write the decision down before the meeting','\n',char(10)),'done',replace('DELETE FROM insight WHERE id=1;\nDELETE FROM goal_entry WHERE id=2;\nDELETE FROM followup WHERE id=5;\nDELETE FROM checkin WHERE id=2','\n',char(10)),4331505295426539994);
INSERT INTO step VALUES(21,'2026-06-16T09:00:00Z',replace('Follow-up 5 of Ana is done: shadow Kim''s review\nFollow-up 1 of Ana is done: Shadow one','\n',char(10)),'done',replace('UPDATE followup SET "id"=1,"uid"=''019e6383-2680-7127-af46-47d35d3a2372'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Shadow one'',"due"=NULL,"goal"=1,"checkin"=NULL,"state"=''open'',"state_on"=''2026-05-26'',"because"=NULL,"private"=0,"checksum"=6473088258364935114 WHERE id=1;\nUPDATE followup SET "id"=5,"uid"=''019eab9c-2e80-74eb-9ff1-6c3e782b3b48'',"created_at"=''2026-06-09T09:00:00Z'',"changed_at"=''2026-06-09T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''shadow Kim''''s review'',"due"=''2026-06-19'',"goal"=NULL,"checkin"=2,"state"=''open'',"state_on"=''2026-06-09'',"because"=NULL,"private"=0,"checksum"=5153952254180827418 WHERE id=5','\n',char(10)),-7382083986591224772);
INSERT INTO step VALUES(22,'2026-06-23T09:00:00Z',replace('Logged check-in 3 with Ana on Tue 23 Jun 10:00 (04:00 for Ana), 50 min\nGoal 1 is at 25 %: Lead a design review\nGoal 1 is confidence 4 of 10: Lead a design review\nAdded win 2: Kim asked for her opinion','\n',char(10)),'done',replace('DELETE FROM win WHERE id=2;\nDELETE FROM goal_entry WHERE id=4;\nDELETE FROM goal_entry WHERE id=3;\nDELETE FROM checkin WHERE id=3','\n',char(10)),4710967617253933036);
INSERT INTO step VALUES(23,'2026-06-23T09:00:00Z','Added feedback 1 from Sam for Ana (keep): Tuesday''s incident call','done','DELETE FROM feedback WHERE id=1',-4720349820861814298);
INSERT INTO step VALUES(24,'2026-06-30T09:00:00Z','Recorded Ana''s response to feedback 1','done','UPDATE feedback SET "id"=1,"uid"=''019ef3b5-3680-7451-a42f-b321f743b6ba'',"created_at"=''2026-06-23T09:00:00Z'',"changed_at"=''2026-06-23T09:00:00Z'',"pair"=1,"from"=''mentor'',"kind"=''keep'',"on"=''2026-06-23'',"situation"=''Tuesday''''s incident call'',"behaviour"=''You gave a status every 10 minutes'',"impact"=''Nobody had to ask'',"request"=NULL,"goal"=NULL,"response"=NULL,"responded_on"=NULL,"follow_up"=NULL,"private"=0,"checksum"=1201964284827766944 WHERE id=1',-2449009159035453139);
INSERT INTO step VALUES(25,'2026-06-30T09:00:00Z','Asked pulse 1 of Sam and Ana, Tue 30 Jun: each answers alone (`mentor pulse answer`)','done','DELETE FROM pulse WHERE id=1',-8507204097363119031);
INSERT INTO step VALUES(26,'2026-06-30T09:00:00Z','Kept the answers of Sam to pulse 1','done','DELETE FROM pulse_answer WHERE id=1',6946250669656896187);
INSERT INTO step VALUES(27,'2026-06-30T09:00:00Z',replace('Kept the answers of Ana to pulse 1\nBoth have answered pulse 1: 1 difference to talk about','\n',char(10)),'done',replace('UPDATE pulse SET "id"=1,"uid"=''019f17c1-ba80-71ac-98c0-c05934830a51'',"created_at"=''2026-06-30T09:00:00Z'',"changed_at"=''2026-06-30T09:00:00Z'',"pair"=1,"on"=''2026-06-30'',"state"=''open'',"state_on"=''2026-06-30'',"because"=NULL,"checksum"=-8262208847502367425 WHERE id=1;\nDELETE FROM pulse_answer WHERE id=2','\n',char(10)),-2352188743365005472);
INSERT INTO step VALUES(28,'2026-07-07T09:00:00Z',replace('Logged check-in 4 with Ana on Tue 7 Jul 10:00 (04:00 for Ana), 45 min\nAdded follow-up 6 for Sam: introduce Ana to Kim''s team, due Tue 21 Jul (in 14 days)\nAdded follow-up 7 for Ana: draft the RFC, due Thu 23 Jul (in 16 days)\nTopic 1 is covered: How to say no','\n',char(10)),'done',replace('UPDATE topic SET "id"=1,"uid"=''019eab9c-2e80-7239-b894-4cca9ae1a145'',"created_at"=''2026-06-09T09:00:00Z'',"changed_at"=''2026-07-07T09:00:00Z'',"pair"=1,"title"=''How to say no'',"notes"=NULL,"from"=''mentee'',"state"=''covered'',"state_on"=''2026-07-07'',"covered_in"=NULL,"private"=0,"checksum"=5762430650290192131 WHERE id=1;\nUPDATE topic SET "id"=1,"uid"=''019eab9c-2e80-7239-b894-4cca9ae1a145'',"created_at"=''2026-06-09T09:00:00Z'',"changed_at"=''2026-06-09T09:00:00Z'',"pair"=1,"title"=''How to say no'',"notes"=NULL,"from"=''mentee'',"state"=''open'',"state_on"=''2026-06-09'',"covered_in"=NULL,"private"=0,"checksum"=8012179522653540049 WHERE id=1;\nDELETE FROM followup WHERE id=7;\nDELETE FROM followup WHERE id=6;\nDELETE FROM checkin WHERE id=4','\n',char(10)),5196683608766536365);
INSERT INTO step VALUES(29,'2026-07-21T09:00:00Z','Asked question 1 from Ana for Sam: Whom do I ask for the traffic figures?','done','DELETE FROM question WHERE id=1',1193688081267453463);
INSERT INTO step VALUES(30,'2026-07-21T09:00:00Z','Sam answered question 1 after 0.2 working days','done','UPDATE question SET "id"=1,"uid"=''019f83e7-4680-75ef-92cd-5c2ea0cef382'',"created_at"=''2026-07-21T09:00:00Z'',"changed_at"=''2026-07-21T09:00:00Z'',"pair"=1,"title"=''Whom do I ask for the traffic figures?'',"notes"=NULL,"from"=''mentee'',"asked_at"=''2026-07-20T16:00:00Z'',"seen_at"=NULL,"answer_by"=NULL,"answered_at"=NULL,"answer"=NULL,"state"=''open'',"state_on"=''2026-07-21'',"because"=NULL,"private"=0,"checksum"=-7898975839750734149 WHERE id=1',-685049721716145848);
INSERT INTO step VALUES(31,'2026-07-21T09:00:00Z','Added resource 1: A talk about disagreeing in writing','done','DELETE FROM resource WHERE id=1',-5133669387077781011);
INSERT INTO step VALUES(32,'2026-07-21T09:00:00Z','Follow-up 6 of Sam is done: introduce Ana to Kim''s team','done','UPDATE followup SET "id"=6,"uid"=''019f3bce-3e80-732e-9600-370cd302d735'',"created_at"=''2026-07-07T09:00:00Z'',"changed_at"=''2026-07-07T09:00:00Z'',"pair"=1,"owner"=''mentor'',"title"=''introduce Ana to Kim''''s team'',"due"=''2026-07-21'',"goal"=NULL,"checkin"=4,"state"=''open'',"state_on"=''2026-07-07'',"because"=NULL,"private"=0,"checksum"=7505617673019849681 WHERE id=6',4273811984126157077);
INSERT INTO step VALUES(33,'2026-07-21T09:00:00Z',replace('Logged check-in 5 with Ana on Tue 21 Jul 10:00 (04:00 for Ana), 40 min\nGoal 1 is at 40 %: Lead a design review\nGoal 2 is at 20 %: Say no without guilt\nAdded approach 1: Questions in writing before the call','\n',char(10)),'done',replace('DELETE FROM approach WHERE id=1;\nDELETE FROM goal_entry WHERE id=6;\nDELETE FROM goal_entry WHERE id=5;\nDELETE FROM checkin WHERE id=5','\n',char(10)),3896631278460908437);
INSERT INTO step VALUES(34,'2026-07-28T09:00:00Z','Follow-up 7 of Ana is done: draft the RFC','done','UPDATE followup SET "id"=7,"uid"=''019f3bce-3e80-732e-9600-370d7c76a1f4'',"created_at"=''2026-07-07T09:00:00Z'',"changed_at"=''2026-07-07T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''draft the RFC'',"due"=''2026-07-23'',"goal"=NULL,"checkin"=4,"state"=''open'',"state_on"=''2026-07-07'',"because"=NULL,"private"=0,"checksum"=-3261806415418056443 WHERE id=7',-6416137887185891505);
INSERT INTO step VALUES(35,'2026-08-04T09:00:00Z',replace('Logged check-in 6 with Ana on Tue 4 Aug 10:00 (04:00 for Ana), 55 min\nAdded follow-up 8 for Ana: lead the small review, due Wed 19 Aug (in 15 days)\nGoal 1 is at 50 %: Lead a design review\nGoal 1 is confidence 6 of 10: Lead a design review\nAdded approach 2: Questions in writing before the call\nAdded win 3: RFC accepted in the first round','\n',char(10)),'done',replace('DELETE FROM win WHERE id=3;\nDELETE FROM approach WHERE id=2;\nDELETE FROM goal_entry WHERE id=8;\nDELETE FROM goal_entry WHERE id=7;\nDELETE FROM followup WHERE id=8;\nDELETE FROM checkin WHERE id=6','\n',char(10)),-7886192695691175027);
INSERT INTO step VALUES(36,'2026-08-04T09:00:00Z','Resource 1 is done: A talk about disagreeing in writing','done','UPDATE resource SET "id"=1,"uid"=''019f83e7-4680-75ed-a7fe-6995fc9ef9a6'',"created_at"=''2026-07-21T09:00:00Z'',"changed_at"=''2026-07-21T09:00:00Z'',"pair"=1,"title"=''A talk about disagreeing in writing'',"link"=NULL,"why"=''The RFC will need it'',"goal"=1,"state"=''open'',"state_on"=''2026-07-21'',"because"=NULL,"private"=0,"checksum"=-5161289152701990214 WHERE id=1',8781582327441861453);
INSERT INTO step VALUES(37,'2026-08-04T09:00:00Z','Insight 1 explained from memory; it comes back on Tue 21 Jul (14 days ago)','done','DELETE FROM recall WHERE id=1',-1566387578606044200);
INSERT INTO step VALUES(38,'2026-08-11T09:00:00Z','Added feedback 2 from Ana for Sam (change): Our call two weeks ago','done','DELETE FROM feedback WHERE id=2',-2046000003492475363);
INSERT INTO step VALUES(39,'2026-08-18T09:00:00Z','Recorded Sam''s response to feedback 2','done','UPDATE feedback SET "id"=2,"uid"=''019ff00c-d280-7208-8ac4-8ef3e9e5d6f1'',"created_at"=''2026-08-11T09:00:00Z'',"changed_at"=''2026-08-11T09:00:00Z'',"pair"=1,"from"=''mentee'',"kind"=''change'',"on"=''2026-08-11'',"situation"=''Our call two weeks ago'',"behaviour"=''You answered before I had finished'',"impact"=''I lost the thread'',"request"=NULL,"goal"=NULL,"response"=NULL,"responded_on"=NULL,"follow_up"=NULL,"private"=0,"checksum"=4118234700444658847 WHERE id=2',-2273548102838765334);
INSERT INTO step VALUES(40,'2026-08-18T09:00:00Z',replace('Follow-up 8 of Ana is done: lead the small review\nFollow-up 2 of Ana is done: Lead a small one','\n',char(10)),'done',replace('UPDATE followup SET "id"=2,"uid"=''019e6383-2680-7127-af46-47d427a01910'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Lead a small one'',"due"=NULL,"goal"=1,"checkin"=NULL,"state"=''open'',"state_on"=''2026-05-26'',"because"=NULL,"private"=0,"checksum"=-9154461031415688446 WHERE id=2;\nUPDATE followup SET "id"=8,"uid"=''019fcc00-4e80-739f-b0a6-4b934561e769'',"created_at"=''2026-08-04T09:00:00Z'',"changed_at"=''2026-08-04T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''lead the small review'',"due"=''2026-08-19'',"goal"=NULL,"checkin"=6,"state"=''open'',"state_on"=''2026-08-04'',"because"=NULL,"private"=0,"checksum"=5034909043175676829 WHERE id=8','\n',char(10)),-7194000751639012996);
INSERT INTO step VALUES(41,'2026-08-18T09:00:00Z',replace('Logged check-in 7 with Ana on Tue 18 Aug 10:00 (04:00 for Ana), 45 min\nGoal 1 is at 70 %: Lead a design review\nGoal 1 is confidence 7 of 10: Lead a design review\nAdded win 4: Led the small review\nAdded insight 2: Name the cost of a yes','\n',char(10)),'done',replace('DELETE FROM insight WHERE id=2;\nDELETE FROM win WHERE id=4;\nDELETE FROM goal_entry WHERE id=10;\nDELETE FROM goal_entry WHERE id=9;\nDELETE FROM checkin WHERE id=7','\n',char(10)),-2204454886582866726);
INSERT INTO step VALUES(42,'2026-08-18T09:00:00Z','Ana rated skill 1 at 3 (competent): Leading design reviews','done','DELETE FROM rating WHERE id=3',-3628716322247697439);
INSERT INTO step VALUES(43,'2026-08-18T09:00:00Z','Sam rated skill 1 at 5 (expert): Leading design reviews','done','DELETE FROM rating WHERE id=4',-6437245673483597222);
INSERT INTO step VALUES(44,'2026-08-18T09:00:00Z','Insight 1 was taken and helped: Write the decision down before the meeting','done','UPDATE insight SET "id"=1,"uid"=''019eab9c-2e80-74eb-9ff1-6c405b119a67'',"created_at"=''2026-06-09T09:00:00Z'',"changed_at"=''2026-06-09T09:00:00Z'',"pair"=1,"title"=''Write the decision down before the meeting'',"on"=''2026-06-09'',"checkin"=2,"private"=0,"outcome"=NULL,"outcome_on"=NULL,"outcome_note"=NULL,"checksum"=-5954764787586853841 WHERE id=1',-6397780058582433010);
INSERT INTO step VALUES(45,'2026-08-18T09:00:00Z','Recorded review 1 of `ana`: 2026-05-26 to 2026-08-18','done','DELETE FROM review WHERE id=1',12494849160188954);
INSERT INTO step VALUES(46,'2026-09-01T09:00:00Z',replace('Logged check-in 8 with Ana on Tue 1 Sep 10:00 (04:00 for Ana), 45 min\nAdded follow-up 9 for Ana: say no once and write it down, due Fri 11 Sep (in 10 days)\nGoal 2 is at 40 %: Say no without guilt\nGoal 2 is confidence 5 of 10: Say no without guilt','\n',char(10)),'done',replace('DELETE FROM goal_entry WHERE id=12;\nDELETE FROM goal_entry WHERE id=11;\nDELETE FROM followup WHERE id=9;\nDELETE FROM checkin WHERE id=8','\n',char(10)),8906537989864356705);
INSERT INTO step VALUES(47,'2026-09-08T09:00:00Z','Ana Díaz is away from Fri 11 Sep to Wed 16 Sep (6 days): exams','done','DELETE FROM away WHERE id=1',-985911842694916482);
INSERT INTO step VALUES(48,'2026-09-15T09:00:00Z','Added option 1: Staff engineer on the platform team','done','DELETE FROM option WHERE id=1',5029197944960845912);
INSERT INTO step VALUES(49,'2026-09-15T09:00:00Z','Changed goal 1 of Ana: Lead a design review, by Tue 10 Nov (in 8 weeks)','done',replace('UPDATE goal SET "id"=1,"uid"=''019e6383-2680-7127-af46-47d2a5430fae'',"created_at"=''2026-05-26T09:00:00Z'',"changed_at"=''2026-05-26T09:00:00Z'',"pair"=1,"title"=''Lead a design review'',"why"=''Decisions stick when they are hers'',"done_when"=''Review led, notes shared'',"target"=''2026-10-13'',"support"=NULL,"category"=NULL,"state"=''active'',"state_on"=''2026-05-26'',"because"=NULL,"private"=0,"checksum"=7585040435804554504 WHERE id=1;\nDELETE FROM move WHERE id=1','\n',char(10)),-2459641011420946203);
INSERT INTO step VALUES(50,'2026-09-15T09:00:00Z','Logged check-in 9 with Ana on Tue 15 Sep 10:00 (04:00 for Ana), 30 min','done','DELETE FROM checkin WHERE id=9',-3981633710895553176);
INSERT INTO step VALUES(51,'2026-09-15T09:00:00Z','Asked pulse 2 of Sam and Ana, Tue 15 Sep: each answers alone (`mentor pulse answer`)','done','DELETE FROM pulse WHERE id=2',4173766288242226710);
INSERT INTO step VALUES(52,'2026-09-15T09:00:00Z','Kept the answers of Sam to pulse 2','done','DELETE FROM pulse_answer WHERE id=3',-7482698157992092775);
INSERT INTO step VALUES(53,'2026-09-15T09:00:00Z',replace('Kept the answers of Ana to pulse 2\nBoth have answered pulse 2: nothing lies far apart','\n',char(10)),'done',replace('UPDATE pulse SET "id"=2,"uid"=''01a0a44b-6680-714f-9604-0e6b002b834f'',"created_at"=''2026-09-15T09:00:00Z'',"changed_at"=''2026-09-15T09:00:00Z'',"pair"=1,"on"=''2026-09-15'',"state"=''open'',"state_on"=''2026-09-15'',"because"=NULL,"checksum"=352966427044499580 WHERE id=2;\nDELETE FROM pulse_answer WHERE id=4','\n',char(10)),5926947872719651313);
INSERT INTO step VALUES(54,'2026-09-22T09:00:00Z','Added introduction 1: Kim Lee, who leads the platform team','done','DELETE FROM introduction WHERE id=1',8690065188526011072);
INSERT INTO step VALUES(55,'2026-09-29T09:00:00Z','Planned check-in 10 with Ana on Wed 30 Sep 17:00 (11:00 for Ana), 45 min','done','DELETE FROM checkin WHERE id=10',-5664658828369247798);
INSERT INTO step VALUES(56,'2026-09-29T09:00:00Z','Check-in 10 cancelled by Ana','done','UPDATE checkin SET "id"=10,"uid"=''01a0ec64-6e80-738f-ab92-6512c41f4cb6'',"created_at"=''2026-09-29T09:00:00Z'',"changed_at"=''2026-09-29T09:00:00Z'',"pair"=1,"state"=''planned'',"planned_at"=''2026-09-30T16:00:00Z'',"zone"=''Europe/London'',"planned_minutes"=45,"held_at"=NULL,"minutes"=NULL,"channel"=''video'',"by"=NULL,"because"=NULL,"cancelled_at"=NULL,"notes"=NULL,"decisions"='''',"blockers"='''',"next_topic"=NULL,"feeling"=NULL,"private_note"=NULL,"private"=0,"checksum"=-7216077793819433504 WHERE id=10',-7329507191249988777);
INSERT INTO step VALUES(57,'2026-09-29T09:00:00Z','Introduction 1 to Kim Lee, who leads the platform team is agreed (`mentor introduction blurb` has a text to send)','done','UPDATE introduction SET "id"=1,"uid"=''01a0c857-ea80-70d3-a8b8-e44d218ec9bb'',"created_at"=''2026-09-22T09:00:00Z'',"changed_at"=''2026-09-22T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''asked'',"state_on"=''2026-09-22'',"asked_on"=''2026-09-22'',"agreed_on"=NULL,"introduced_on"=NULL,"met_on"=NULL,"thanked_on"=NULL,"because"=NULL,"outcome"=NULL,"thanks"=NULL,"private"=0,"checksum"=2209605062277432662 WHERE id=1',1803535763470239573);
INSERT INTO step VALUES(58,'2026-09-29T09:00:00Z','Noted for option 1: Staff engineer on the platform team','done','DELETE FROM option_note WHERE id=1',-452139236198359884);
INSERT INTO step VALUES(59,'2026-10-13T09:00:00Z',replace('Logged check-in 11 with Ana on Tue 13 Oct 10:00 (04:00 for Ana), 45 min\nFollow-up 9 of Ana is done: say no once and write it down\nGoal 2 is at 60 %: Say no without guilt\nAdded win 5: Said no to an extra rota','\n',char(10)),'done',replace('DELETE FROM win WHERE id=5;\nDELETE FROM goal_entry WHERE id=13;\nUPDATE followup SET "id"=9,"uid"=''01a05c32-5e80-706d-8b01-b46706d0fa91'',"created_at"=''2026-09-01T09:00:00Z'',"changed_at"=''2026-09-01T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''say no once and write it down'',"due"=''2026-09-11'',"goal"=NULL,"checkin"=8,"state"=''open'',"state_on"=''2026-09-01'',"because"=NULL,"private"=0,"checksum"=-4080460352096474213 WHERE id=9;\nDELETE FROM checkin WHERE id=11','\n',char(10)),-1731907321701474773);
INSERT INTO step VALUES(60,'2026-10-27T09:00:00Z',replace('Logged check-in 12 with Ana on Tue 27 Oct 09:00 (04:00 for Ana), 50 min\nAdded follow-up 10 for Ana: send the invitation, due Wed 4 Nov (in 8 days)\nAdded follow-up 11 for Sam: read the slides, due Fri 20 Nov (in 24 days)\nGoal 1 is at 80 %: Lead a design review','\n',char(10)),'done',replace('DELETE FROM goal_entry WHERE id=14;\nDELETE FROM followup WHERE id=11;\nDELETE FROM followup WHERE id=10;\nDELETE FROM checkin WHERE id=12','\n',char(10)),7345077418858125454);
INSERT INTO step VALUES(61,'2026-10-27T09:00:00Z','Introduction 1 to Kim Lee, who leads the platform team is introduced','done','UPDATE introduction SET "id"=1,"uid"=''01a0c857-ea80-70d3-a8b8-e44d218ec9bb'',"created_at"=''2026-09-22T09:00:00Z'',"changed_at"=''2026-09-29T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''agreed'',"state_on"=''2026-09-29'',"asked_on"=''2026-09-22'',"agreed_on"=''2026-09-29'',"introduced_on"=NULL,"met_on"=NULL,"thanked_on"=NULL,"because"=NULL,"outcome"=NULL,"thanks"=NULL,"private"=0,"checksum"=-158665040862552810 WHERE id=1',-6255852870392306223);
INSERT INTO step VALUES(62,'2026-11-03T09:00:00Z',replace('Added follow-up 12 for Ana: Thank Kim Lee, who leads the platform team for the meeting, due Fri 6 Nov (in 3 days)\nIntroduction 1 to Kim Lee, who leads the platform team is met','\n',char(10)),'done',replace('UPDATE introduction SET "id"=1,"uid"=''01a0c857-ea80-70d3-a8b8-e44d218ec9bb'',"created_at"=''2026-09-22T09:00:00Z'',"changed_at"=''2026-10-27T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''introduced'',"state_on"=''2026-10-27'',"asked_on"=''2026-09-22'',"agreed_on"=''2026-09-29'',"introduced_on"=''2026-10-27'',"met_on"=NULL,"thanked_on"=NULL,"because"=NULL,"outcome"=NULL,"thanks"=NULL,"private"=0,"checksum"=2908299094895902896 WHERE id=1;\nDELETE FROM followup WHERE id=12','\n',char(10)),2918239013392139725);
INSERT INTO step VALUES(63,'2026-11-03T09:00:00Z',replace('Follow-up 12 of Ana is done: Thank Kim Lee, who leads the platform team for the meeting\nIntroduction 1 to Kim Lee, who leads the platform team is thanked','\n',char(10)),'done',replace('UPDATE introduction SET "id"=1,"uid"=''01a0c857-ea80-70d3-a8b8-e44d218ec9bb'',"created_at"=''2026-09-22T09:00:00Z'',"changed_at"=''2026-11-03T09:00:00Z'',"pair"=1,"title"=''Kim Lee, who leads the platform team'',"why"=''Kim has led the move to one build'',"wish"=''Half an hour about design reviews'',"state"=''met'',"state_on"=''2026-11-03'',"asked_on"=''2026-09-22'',"agreed_on"=''2026-09-29'',"introduced_on"=''2026-10-27'',"met_on"=''2026-11-03'',"thanked_on"=NULL,"because"=NULL,"outcome"=''Ana joins their reviews'',"thanks"=12,"private"=0,"checksum"=3151287846957601274 WHERE id=1;\nUPDATE followup SET "id"=12,"uid"=''01a1a0a3-0280-7048-a637-a69392bab030'',"created_at"=''2026-11-03T09:00:00Z'',"changed_at"=''2026-11-03T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Thank Kim Lee, who leads the platform team for the meeting'',"due"=''2026-11-06'',"goal"=NULL,"checkin"=NULL,"state"=''open'',"state_on"=''2026-11-03'',"because"=NULL,"private"=0,"checksum"=-2861323812459423715 WHERE id=12','\n',char(10)),-7700499084882581179);
INSERT INTO step VALUES(64,'2026-11-03T09:00:00Z','Follow-up 10 of Ana is done: send the invitation','done','UPDATE followup SET "id"=10,"uid"=''01a17c96-7e80-72e5-9d2d-ae0ac53fa774'',"created_at"=''2026-10-27T09:00:00Z'',"changed_at"=''2026-10-27T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''send the invitation'',"due"=''2026-11-04'',"goal"=NULL,"checkin"=12,"state"=''open'',"state_on"=''2026-10-27'',"because"=NULL,"private"=0,"checksum"=-6152583951913073396 WHERE id=10',-6806143141140667284);
INSERT INTO step VALUES(65,'2026-11-10T09:00:00Z','Added topic 2 from Ana: What comes after the lead role?','done','DELETE FROM topic WHERE id=2',-4027203980086587326);
INSERT INTO step VALUES(66,'2026-11-10T09:00:00Z',replace('Logged check-in 13 with Ana on Tue 10 Nov 09:00 (04:00 for Ana), 45 min\nGoal 1 is at 90 %: Lead a design review\nGoal 1 is confidence 8 of 10: Lead a design review\nPlanned check-in 14 with Ana on Tue 1 Dec 17:00 (12:00 for Ana), 45 min','\n',char(10)),'done',replace('DELETE FROM checkin WHERE id=14;\nDELETE FROM goal_entry WHERE id=16;\nDELETE FROM goal_entry WHERE id=15;\nDELETE FROM checkin WHERE id=13','\n',char(10)),-2083401279233581724);
INSERT INTO step VALUES(67,'2026-11-17T09:00:00Z','Added topic 3 from Sam: Dealing with a loud voice in the room','done','DELETE FROM topic WHERE id=3',745438904715919909);
INSERT INTO step VALUES(68,'2026-11-17T09:00:00Z','Added feedback 3 from Sam for Ana (change): The rehearsal on Thursday','done','DELETE FROM feedback WHERE id=3',1117926537755734820);
INSERT INTO step VALUES(69,'2026-11-17T09:00:00Z','Asked question 2 from Ana for Sam: Which of the two openings is stronger?','done','DELETE FROM question WHERE id=2',-3088132400227451400);
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
INSERT INTO recall VALUES(1,'019fcc00-4e80-71b5-905e-53bffd422a71','2026-08-04T09:00:00Z','2026-08-04T09:00:00Z',1,1,'2026-08-04','The decision first, the talk about it second',-8074303269013480749);
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
INSERT INTO question VALUES(1,'019f83e7-4680-75ef-92cd-5c2ea0cef382','2026-07-21T09:00:00Z','2026-07-21T09:00:00Z',1,'Whom do I ask for the traffic figures?',NULL,'mentee','2026-07-20T16:00:00Z',NULL,NULL,'2026-07-21T09:00:00Z','Kim''s team keeps them; ask there','answered','2026-07-21',NULL,0,9144962877433613452);
INSERT INTO question VALUES(2,'01a1e8bc-0a80-72e8-b993-1fe552120576','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'Which of the two openings is stronger?',NULL,'mentee','2026-11-17T09:00:00Z',NULL,NULL,NULL,NULL,'open','2026-11-17',NULL,0,-5562707672447090824);
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
INSERT INTO pulse VALUES(1,'019f17c1-ba80-71ac-98c0-c05934830a51','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,'2026-06-30','answered','2026-06-30',NULL,-1912391793561616643);
INSERT INTO pulse VALUES(2,'01a0a44b-6680-714f-9604-0e6b002b834f','2026-09-15T09:00:00Z','2026-09-15T09:00:00Z',1,'2026-09-15','answered','2026-09-15',NULL,-290867515189840638);
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
INSERT INTO pulse_answer VALUES(1,'019f17c1-ba80-75f9-856d-aa672e2c152f','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,1,'mentor','2026-06-30',4,4,5,3,4,4,'Starting with wins',NULL,NULL,4662709730553077442);
INSERT INTO pulse_answer VALUES(2,'019f17c1-ba80-70e6-97dd-f4a8e663ec79','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,1,'mentee','2026-06-30',4,4,3,4,4,3,NULL,'More silence after a question',NULL,-716956673325725676);
INSERT INTO pulse_answer VALUES(3,'01a0a44b-6680-701d-9465-ef699edd1396','2026-09-15T09:00:00Z','2026-09-15T09:00:00Z',1,2,'mentor','2026-09-15',4,4,5,4,4,4,NULL,NULL,NULL,-6033506435869653245);
INSERT INTO pulse_answer VALUES(4,'01a0a44b-6680-7396-b7b2-13f9eb40387f','2026-09-15T09:00:00Z','2026-09-15T09:00:00Z',1,2,'mentee','2026-09-15',4,4,5,4,4,4,NULL,NULL,NULL,5990818849060645605);
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
INSERT INTO introduction VALUES(1,'01a0c857-ea80-70d3-a8b8-e44d218ec9bb','2026-09-22T09:00:00Z','2026-11-03T09:00:00Z',1,'Kim Lee, who leads the platform team','Kim has led the move to one build','Half an hour about design reviews','thanked','2026-11-03','2026-09-22','2026-09-29','2026-10-27','2026-11-03','2026-11-03',NULL,'Ana joins their reviews',12,0,-3746760237866091411);
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
INSERT INTO skill VALUES(1,'019eab9c-2e80-75f0-b7e3-0afd5b400df1','2026-06-09T09:00:00Z','2026-06-09T09:00:00Z',1,'Leading design reviews','A lead does it every week',4,'active','2026-06-09',NULL,0,8331463485112901244);
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
INSERT INTO rating VALUES(1,'019eab9c-2e80-729d-a76c-d83ecc6760e6','2026-06-09T09:00:00Z','2026-06-09T09:00:00Z',1,1,'mentee',2,'2026-06-09',NULL,NULL,4043933806379137252);
INSERT INTO rating VALUES(2,'019eab9c-2e80-776b-9c2f-067007bf49c3','2026-06-09T09:00:00Z','2026-06-09T09:00:00Z',1,1,'mentor',3,'2026-06-09','Her notes on Kim''s review',NULL,3677069108335903359);
INSERT INTO rating VALUES(3,'01a01419-5680-7053-bc3e-6ea254160106','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,1,'mentee',3,'2026-08-18','Led the small review',NULL,8702369080393160902);
INSERT INTO rating VALUES(4,'01a01419-5680-725b-b7ab-440ab9433154','2026-08-18T09:00:00Z','2026-08-18T09:00:00Z',1,1,'mentor',5,'2026-08-18','The small review ran without me',NULL,8858809022389705999);
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
INSERT INTO resource VALUES(1,'019f83e7-4680-75ed-a7fe-6995fc9ef9a6','2026-07-21T09:00:00Z','2026-08-04T09:00:00Z',1,'A talk about disagreeing in writing',NULL,'The RFC will need it',1,'done','2026-08-04','Two sentences for every no',0,794745106423697894);
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
INSERT INTO option VALUES(1,'01a0a44b-6680-7702-acba-3fbd07a97e68','2026-09-15T09:00:00Z','2026-09-15T09:00:00Z',1,'Staff engineer on the platform team','More design, fewer tickets',replace('Two led design reviews\nA talk outside the team','\n',char(10)),'Two led design reviews','considered','2026-09-15',NULL,0,1628235159404638645);
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
INSERT INTO option_note VALUES(1,'01a0ec64-6e80-70d1-9f5f-99a1e4f24b53','2026-09-29T09:00:00Z','2026-09-29T09:00:00Z',1,1,'2026-09-29','note','Kim says the team looks for people who write well',2897834613539661360);
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
INSERT INTO norm VALUES(1,'019e6383-2680-75bd-abe1-dc2eb0ceb7f6','2026-05-26T09:00:00Z','2026-06-02T09:00:00Z',1,'When I am silent in a call, it means','I disagree and look for words','2026-06-02','I am thinking; give me a moment','2026-06-02',-7813662884101098661);
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
INSERT INTO approach VALUES(1,'019f83e7-4680-746b-b3d4-69c22c28dcaf','2026-07-21T09:00:00Z','2026-07-21T09:00:00Z',1,'Questions in writing before the call','2026-07-21',NULL,NULL,5,0,4309632186391487605);
INSERT INTO approach VALUES(2,'019fcc00-4e80-739f-b0a6-4b966a8e9ad9','2026-08-04T09:00:00Z','2026-08-04T09:00:00Z',1,'Questions in writing before the call','2026-08-04','yes',NULL,6,0,1657318220335119855);
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
INSERT INTO away VALUES(1,'01a0803e-e280-718e-af97-4e29f310aa1a','2026-09-08T09:00:00Z','2026-09-08T09:00:00Z',2,'2026-09-11','2026-09-16','exams',0,3928924047203204171);
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
COMMIT;

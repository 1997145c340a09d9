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
) STRICT;
INSERT INTO person VALUES(1,'019e878f-aa80-70e7-a436-358a141b2379','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','Sam Rivera','Europe/London','mon-fri','09:00-17:30',NULL,'',NULL,NULL,1,5575809906347834426);
INSERT INTO person VALUES(2,'019e878f-aa80-7641-9bbd-e5cd41273cf1','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','Ana Díaz','America/Bogota','mon-fri','09:00-17:00',NULL,replace('written first, then talk\nexamples before principles','\n',char(10)),NULL,NULL,0,-1862582795821435265);
INSERT INTO person VALUES(3,'019e878f-aa80-74d4-adf3-b4f7be4df0ee','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','Priya Nair','Asia/Kolkata','mon-fri','09:00-17:00',NULL,'',NULL,NULL,0,-1042437856342943320);
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
INSERT INTO pair VALUES(1,'019e878f-aa80-7641-9bbd-e5ceb19f07c3','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','ana',1,2,'active','2026-06-02',NULL,-3783243018638562923);
INSERT INTO pair VALUES(2,'019e878f-aa80-74d4-adf3-b4f8de0ef1a3','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z','priya',3,1,'active','2026-06-02',NULL,-124157349079614496);
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
INSERT INTO agreement VALUES(1,'019e878f-aa80-7005-b2c8-e6c1074e2f03','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,1,'2026-06-02','2026-06-02',NULL,'Grow into a tech lead','','2026-06-02','2027-03-09',NULL,'12 weeks','every 2 weeks',45,NULL,'video','2 working days','2 working days','5 working days',NULL,'24 hours',NULL,NULL,'Comes with an agenda','Honest feedback','What is said stays here','Family',NULL,'The programme''s coordinator','7 days',NULL,NULL,-4372885443252667224);
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
INSERT INTO goal VALUES(1,'019e878f-aa80-747d-8543-2071919ab4cb','2026-06-02T09:00:00Z','2026-09-22T09:00:00Z',1,'Lead a design review','Decisions stick when they are hers','Review led, notes shared','2026-11-17',NULL,NULL,'active','2026-06-02',NULL,0,7027092319122472205);
INSERT INTO goal VALUES(2,'019e878f-aa80-7562-aa98-87afbe8034f8','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,'Say no without guilt',NULL,NULL,'2026-12-29',NULL,NULL,'active','2026-06-02',NULL,0,-5754231480397290356);
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
INSERT INTO checkin VALUES(1,'019e878f-aa80-77ed-af58-f2afcf277c2e','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-02T09:00:00Z',60,NULL,NULL,NULL,NULL,'Got to know each other. Talked about what a lead does all day.','','',NULL,NULL,NULL,0,-1853166539681731344);
INSERT INTO checkin VALUES(2,'019ecfa8-b280-72d9-a448-ea4db03c95b1','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-16T09:00:00Z',45,NULL,NULL,NULL,NULL,'Went through the three decisions.','','',NULL,NULL,NULL,0,-8679947634110503409);
INSERT INTO checkin VALUES(3,'019f17c1-ba80-725d-9ef3-2650f0e74631','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-06-30T09:00:00Z',50,NULL,NULL,NULL,NULL,'What she saw in Kim''s review.','','',NULL,NULL,NULL,0,-1858998636503939579);
INSERT INTO checkin VALUES(4,'019f5fda-c280-72f5-ae90-bd7642d73b24','2026-07-14T09:00:00Z','2026-07-14T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-14T09:00:00Z',45,NULL,NULL,NULL,NULL,'Ownership: who decides when two teams disagree.','','',NULL,NULL,NULL,0,3813776108895670755);
INSERT INTO checkin VALUES(5,'019fa7f3-ca80-7139-937f-e38a00aed357','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-07-28T09:00:00Z',40,NULL,NULL,NULL,NULL,'The RFC is late; made it smaller.','','',NULL,NULL,NULL,0,4017188870022277288);
INSERT INTO checkin VALUES(6,'019ff00c-d280-73ff-9da5-3e204dcbc7cd','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-11T09:00:00Z',55,NULL,NULL,NULL,NULL,'Read the RFC together.','','',NULL,NULL,NULL,0,-8849291668413862074);
INSERT INTO checkin VALUES(7,'01a03825-da80-70ec-9a8e-cbb82761cbd3','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-08-25T09:00:00Z',45,NULL,NULL,NULL,NULL,'The small review went well.','','',NULL,NULL,NULL,0,-1864499131575627220);
INSERT INTO checkin VALUES(8,'01a0803e-e280-7570-8dd3-dcf21d965a5c','2026-09-08T09:00:00Z','2026-09-08T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-08T09:00:00Z',45,NULL,NULL,NULL,NULL,'Saying no: practised three sentences.','','',NULL,NULL,NULL,0,6632357278294428610);
INSERT INTO checkin VALUES(9,'01a0c857-ea80-77f9-affb-ac06747c7401','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-09-22T09:00:00Z',30,NULL,NULL,NULL,NULL,'Nothing to write down about a no yet.','','',NULL,NULL,NULL,0,-3315657489625199001);
INSERT INTO checkin VALUES(10,'01a11070-f280-757d-8fe9-1f7a39c463ba','2026-10-06T09:00:00Z','2026-10-06T09:00:00Z',1,'cancelled','2026-10-07T16:00:00Z','Europe/London',45,NULL,NULL,'video','mentee','ill','2026-10-06T09:00:00Z',NULL,'','',NULL,NULL,NULL,0,3516985811558824183);
INSERT INTO checkin VALUES(11,'01a15889-fa80-738e-98fd-7d51901ffabc','2026-10-20T09:00:00Z','2026-10-20T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-10-20T09:00:00Z',45,NULL,NULL,NULL,NULL,'Back again. She said no to an extra rota.','','',NULL,NULL,NULL,0,6368537610633899824);
INSERT INTO checkin VALUES(12,'01a1a0a3-0280-745a-9116-4412a376765a','2026-11-03T09:00:00Z','2026-11-03T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-11-03T09:00:00Z',50,NULL,NULL,NULL,NULL,'Planned the big review.','','',NULL,NULL,NULL,0,1095905021628289001);
INSERT INTO checkin VALUES(13,'01a1e8bc-0a80-71a5-9227-36b9562f5d90','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'held',NULL,'Europe/London',NULL,'2026-11-17T09:00:00Z',45,NULL,NULL,NULL,NULL,'Rehearsed the opening.','','','How the review went',NULL,NULL,0,-2265791060425402348);
INSERT INTO checkin VALUES(14,'01a1e8bc-0a80-71a5-9227-36bca80e4f70','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'planned','2026-12-08T17:00:00Z','Europe/London',45,NULL,NULL,'video',NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,0,682191291526045798);
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
INSERT INTO goal_entry VALUES(1,'019e878f-aa80-72fa-a8dd-9c9d1e6778c1','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,1,'2026-06-02',NULL,3,NULL,NULL,-9185465641703450382);
INSERT INTO goal_entry VALUES(2,'019ecfa8-b280-72d9-a448-ea4ffb97793e','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,1,'2026-06-16',10,NULL,NULL,2,5833343923151690038);
INSERT INTO goal_entry VALUES(3,'019f17c1-ba80-725d-9ef3-2651a8800a63','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,1,'2026-06-30',25,NULL,NULL,3,-2919340077470961775);
INSERT INTO goal_entry VALUES(4,'019f17c1-ba80-725d-9ef3-265290deff48','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,1,'2026-06-30',NULL,4,NULL,3,1679870554302396625);
INSERT INTO goal_entry VALUES(5,'019fa7f3-ca80-7139-937f-e38b0b97b256','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,1,'2026-07-28',40,NULL,NULL,5,1390756655457992967);
INSERT INTO goal_entry VALUES(6,'019fa7f3-ca80-7139-937f-e38c569da773','2026-07-28T09:00:00Z','2026-07-28T09:00:00Z',1,2,'2026-07-28',20,NULL,NULL,5,3916393130019993508);
INSERT INTO goal_entry VALUES(7,'019ff00c-d280-73ff-9da5-3e2208f85429','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,1,'2026-08-11',50,NULL,NULL,6,-4144232010560649335);
INSERT INTO goal_entry VALUES(8,'019ff00c-d280-73ff-9da5-3e23fa3e3805','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,1,'2026-08-11',NULL,6,NULL,6,4109248755048128646);
INSERT INTO goal_entry VALUES(9,'01a03825-da80-70ec-9a8e-cbb9dd123431','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,1,'2026-08-25',70,NULL,NULL,7,1208635714082041262);
INSERT INTO goal_entry VALUES(10,'01a03825-da80-70ec-9a8e-cbba459274e3','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,1,'2026-08-25',NULL,7,NULL,7,2089476893605669496);
INSERT INTO goal_entry VALUES(11,'01a0803e-e280-7570-8dd3-dcf43d5df21b','2026-09-08T09:00:00Z','2026-09-08T09:00:00Z',1,2,'2026-09-08',40,NULL,NULL,8,-8198044432593638017);
INSERT INTO goal_entry VALUES(12,'01a0803e-e280-7570-8dd3-dcf59fb618a0','2026-09-08T09:00:00Z','2026-09-08T09:00:00Z',1,2,'2026-09-08',NULL,5,NULL,8,-1908126055291273162);
INSERT INTO goal_entry VALUES(13,'01a15889-fa80-738e-98fd-7d5211dbe2aa','2026-10-20T09:00:00Z','2026-10-20T09:00:00Z',1,2,'2026-10-20',60,NULL,NULL,11,-1821705545355468792);
INSERT INTO goal_entry VALUES(14,'01a1a0a3-0280-745a-9116-441539cf6f74','2026-11-03T09:00:00Z','2026-11-03T09:00:00Z',1,1,'2026-11-03',80,NULL,NULL,12,-3223200496550132616);
INSERT INTO goal_entry VALUES(15,'01a1e8bc-0a80-71a5-9227-36bab24629ea','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,1,'2026-11-17',90,NULL,NULL,13,-3639833019359416963);
INSERT INTO goal_entry VALUES(16,'01a1e8bc-0a80-71a5-9227-36bb14e89cf1','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,1,'2026-11-17',NULL,8,NULL,13,3734125183546312379);
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
INSERT INTO move VALUES(1,'01a0c857-ea80-7626-9b43-6052a59c5790','2026-09-22T09:00:00Z','2026-09-22T09:00:00Z',1,'goal',1,'2026-09-22','2026-10-20','2026-11-17','the release moved',-4029874888690271102);
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
INSERT INTO topic VALUES(1,'019ecfa8-b280-7660-b47e-f15649b26970','2026-06-16T09:00:00Z','2026-07-14T09:00:00Z',1,'How to say no',NULL,'mentee','covered','2026-07-14',4,0,6586339313132111217);
INSERT INTO topic VALUES(2,'01a1e8bc-0a80-7149-9ba9-66b391e9419b','2026-11-17T09:00:00Z','2026-11-17T09:00:00Z',1,'What comes after the lead role?',NULL,'mentee','open','2026-11-17',NULL,0,4978248677270697098);
INSERT INTO topic VALUES(3,'01a20cc8-8e80-76d4-9b56-cbf9c9d02b3d','2026-11-24T09:00:00Z','2026-11-24T09:00:00Z',1,'Dealing with a loud voice in the room',NULL,'mentor','open','2026-11-24',NULL,0,-3741797385746608163);
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
INSERT INTO followup VALUES(1,'019e878f-aa80-747d-8543-207276c1b617','2026-06-02T09:00:00Z','2026-06-23T09:00:00Z',1,'mentee','Shadow one',NULL,1,NULL,'done','2026-06-23',NULL,0,8009352607235279969);
INSERT INTO followup VALUES(2,'019e878f-aa80-747d-8543-20731eadac5f','2026-06-02T09:00:00Z','2026-08-25T09:00:00Z',1,'mentee','Lead a small one',NULL,1,NULL,'done','2026-08-25',NULL,0,5146011392150745122);
INSERT INTO followup VALUES(3,'019e878f-aa80-77ed-af58-f2b038a73636','2026-06-02T09:00:00Z','2026-06-09T09:00:00Z',1,'mentee','write down three decisions you disagree with','2026-06-11',NULL,1,'done','2026-06-09',NULL,0,8867749311475844171);
INSERT INTO followup VALUES(4,'019e878f-aa80-77ed-af58-f2b1f33345c5','2026-06-02T09:00:00Z','2026-06-16T09:00:00Z',1,'mentor','send the review checklist','2026-06-16',NULL,1,'done','2026-06-16',NULL,0,6940378446799847617);
INSERT INTO followup VALUES(5,'019ecfa8-b280-72d9-a448-ea4ed12e835e','2026-06-16T09:00:00Z','2026-06-23T09:00:00Z',1,'mentee','shadow Kim''s review','2026-06-26',NULL,2,'done','2026-06-23',NULL,0,2101764100541367689);
INSERT INTO followup VALUES(6,'019f5fda-c280-72f5-ae90-bd77a891a65b','2026-07-14T09:00:00Z','2026-07-28T09:00:00Z',1,'mentor','introduce Ana to Kim''s team','2026-07-28',NULL,4,'done','2026-07-28',NULL,0,1577419555547589960);
INSERT INTO followup VALUES(7,'019f5fda-c280-72f5-ae90-bd78be7db494','2026-07-14T09:00:00Z','2026-08-04T09:00:00Z',1,'mentee','draft the RFC','2026-07-30',NULL,4,'done','2026-08-04',NULL,0,-7196761157355890407);
INSERT INTO followup VALUES(8,'019ff00c-d280-73ff-9da5-3e2190a78f6c','2026-08-11T09:00:00Z','2026-08-25T09:00:00Z',1,'mentee','lead the small review','2026-08-26',NULL,6,'done','2026-08-25',NULL,0,-5268527068596698964);
INSERT INTO followup VALUES(9,'01a0803e-e280-7570-8dd3-dcf3cbe94945','2026-09-08T09:00:00Z','2026-10-20T09:00:00Z',1,'mentee','say no once and write it down','2026-09-18',NULL,8,'done','2026-10-20',NULL,0,-4002598732673260294);
INSERT INTO followup VALUES(10,'01a1a0a3-0280-745a-9116-4413d4935421','2026-11-03T09:00:00Z','2026-11-10T09:00:00Z',1,'mentee','send the invitation','2026-11-11',NULL,12,'done','2026-11-10',NULL,0,-5409780684890299592);
INSERT INTO followup VALUES(11,'01a1a0a3-0280-745a-9116-4414af9e3892','2026-11-03T09:00:00Z','2026-11-03T09:00:00Z',1,'mentor','read the slides','2026-11-27',NULL,12,'open','2026-11-03',NULL,0,-3332189610189246510);
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
INSERT INTO feedback VALUES(1,'019f17c1-ba80-763d-889d-e0dcf43aabbc','2026-06-30T09:00:00Z','2026-07-07T09:00:00Z',1,'mentor','keep','2026-06-30','Tuesday''s incident call','You gave a status every 10 minutes','Nobody had to ask',NULL,NULL,'I had not noticed that it helped; I will keep it up','2026-07-07',NULL,0,7493687576630533021);
INSERT INTO feedback VALUES(2,'01a01419-5680-70a0-9b82-0de9dc191dff','2026-08-18T09:00:00Z','2026-08-25T09:00:00Z',1,'mentee','change','2026-08-18','Our call two weeks ago','You answered before I had finished','I lost the thread',NULL,NULL,'Thank you. I will count to three','2026-08-25',NULL,0,-9175534040832074547);
INSERT INTO feedback VALUES(3,'01a20cc8-8e80-72d0-8164-1354436e1ebb','2026-11-24T09:00:00Z','2026-11-24T09:00:00Z',1,'mentor','change','2026-11-24','The rehearsal on Thursday','You looked at the slides while you spoke','I could not tell what mattered most','Pick one sentence and look up for it',NULL,NULL,NULL,NULL,0,4638104087588290774);
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
INSERT INTO win VALUES(1,'019e878f-aa80-77ed-af58-f2b26403651d','2026-06-02T09:00:00Z','2026-06-02T09:00:00Z',1,'Asked for the mentorship herself','2026-06-02',NULL,1,0,-7101116276453550168);
INSERT INTO win VALUES(2,'019f17c1-ba80-725d-9ef3-2653e80314ff','2026-06-30T09:00:00Z','2026-06-30T09:00:00Z',1,'Kim asked for her opinion','2026-06-30',NULL,3,0,-3995760040276071691);
INSERT INTO win VALUES(3,'019ff00c-d280-73ff-9da5-3e246dd7e384','2026-08-11T09:00:00Z','2026-08-11T09:00:00Z',1,'RFC accepted in the first round','2026-08-11',NULL,6,0,-1747139258835403405);
INSERT INTO win VALUES(4,'01a03825-da80-70ec-9a8e-cbbb2a42e1b3','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'Led the small review','2026-08-25',NULL,7,0,-5760496378779135254);
INSERT INTO win VALUES(5,'01a15889-fa80-738e-98fd-7d53fe1ea42b','2026-10-20T09:00:00Z','2026-10-20T09:00:00Z',1,'Said no to an extra rota','2026-10-20',NULL,11,0,2121821427979992253);
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
INSERT INTO insight VALUES(1,'019ecfa8-b280-72d9-a448-ea50683cfef9','2026-06-16T09:00:00Z','2026-06-16T09:00:00Z',1,'Write the decision down before the meeting','2026-06-16',2,0,7832993072234609391);
INSERT INTO insight VALUES(2,'01a03825-da80-70ec-9a8e-cbbc60086257','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'Name the cost of a yes','2026-08-25',7,0,1430665034792370085);
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
INSERT INTO review VALUES(1,'01a03825-da80-777d-be33-8bcaced44c79','2026-08-25T09:00:00Z','2026-08-25T09:00:00Z',1,'2026-06-02','2026-08-25','Led a small review','Says no too late','Lead the big review','','','Fortnightly calls','',NULL,0,6216723788178550946);
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
INSERT INTO step VALUES(5,'2026-06-02T09:00:00Z','Ana accepted version 1 on 2026-06-02; both sides have agreed','done','UPDATE agreement SET "id"=1,"uid"=''019e878f-aa80-7005-b2c8-e6c1074e2f03'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"version"=1,"accepted_by_mentor"=''2026-06-02'',"accepted_by_mentee"=NULL,"changed_because"=NULL,"purpose"=''Grow into a tech lead'',"goals"='''',"starts"=''2026-06-02'',"ends"=''2027-03-09'',"review_on"=NULL,"review_every"=''12 weeks'',"cadence"=''every 2 weeks'',"length"=45,"hours_a_month"=NULL,"channel"=''video'',"mentor_replies_within"=''2 working days'',"mentee_replies_within"=''2 working days'',"feedback_within"=''5 working days'',"materials_before"=NULL,"notice"=''24 hours'',"scheduled_by"=NULL,"agenda_by"=NULL,"mentor_expects"=''Comes with an agenda'',"mentee_expects"=''Honest feedback'',"confidential"=''What is said stays here'',"off_limits"=''Family'',"contact_between"=NULL,"outside_contact"=''The programme''''s coordinator'',"end_notice"=''7 days'',"how_we_end"=NULL,"additional"=NULL,"checksum"=582251326961400250 WHERE id=1',4824634695341409180);
INSERT INTO step VALUES(6,'2026-06-02T09:00:00Z',replace('Added goal 1 of Ana: Lead a design review, by Tue 20 Oct (in 4 months)\nAdded follow-up 1 for Ana: Shadow one\nAdded follow-up 2 for Ana: Lead a small one','\n',char(10)),'done',replace('DELETE FROM followup WHERE id=2;\nDELETE FROM followup WHERE id=1;\nDELETE FROM goal WHERE id=1','\n',char(10)),8672374134814889171);
INSERT INTO step VALUES(7,'2026-06-02T09:00:00Z','Added goal 2 of Ana: Say no without guilt, by Tue 29 Dec (in 6 months)','done','DELETE FROM goal WHERE id=2',7289761260176300372);
INSERT INTO step VALUES(8,'2026-06-02T09:00:00Z','Goal 1 is confidence 3 of 10: Lead a design review','done','DELETE FROM goal_entry WHERE id=1',-1930693070020638855);
INSERT INTO step VALUES(9,'2026-06-02T09:00:00Z',replace('Logged check-in 1 with Ana on Tue 2 Jun 10:00 (04:00 for Ana), 1 h\nAdded follow-up 3 for Ana: write down three decisions you disagree with, due Thu 11 Jun (in 9 days)\nAdded follow-up 4 for Sam: send the review checklist, due Tue 16 Jun (in 14 days)\nAdded win 1: Asked for the mentorship herself','\n',char(10)),'done',replace('DELETE FROM win WHERE id=1;\nDELETE FROM followup WHERE id=4;\nDELETE FROM followup WHERE id=3;\nDELETE FROM checkin WHERE id=1','\n',char(10)),8394667944479270376);
INSERT INTO step VALUES(10,'2026-06-09T09:00:00Z','Follow-up 3 of Ana is done: write down three decisions you disagree with','done','UPDATE followup SET "id"=3,"uid"=''019e878f-aa80-77ed-af58-f2b038a73636'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''write down three decisions you disagree with'',"due"=''2026-06-11'',"goal"=NULL,"checkin"=1,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=4588278899159843919 WHERE id=3',1921108291077638517);
INSERT INTO step VALUES(11,'2026-06-16T09:00:00Z','Follow-up 4 of Sam is done: send the review checklist','done','UPDATE followup SET "id"=4,"uid"=''019e878f-aa80-77ed-af58-f2b1f33345c5'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentor'',"title"=''send the review checklist'',"due"=''2026-06-16'',"goal"=NULL,"checkin"=1,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-5338753874112620400 WHERE id=4',6165142478938387288);
INSERT INTO step VALUES(12,'2026-06-16T09:00:00Z','Added topic 1 from Ana: How to say no','done','DELETE FROM topic WHERE id=1',8153910522014410760);
INSERT INTO step VALUES(13,'2026-06-16T09:00:00Z',replace('Logged check-in 2 with Ana on Tue 16 Jun 10:00 (04:00 for Ana), 45 min\nAdded follow-up 5 for Ana: shadow Kim''s review, due Fri 26 Jun (in 10 days)\nGoal 1 is at 10 %: Lead a design review\nAdded insight 1: Write the decision down before the meeting','\n',char(10)),'done',replace('DELETE FROM insight WHERE id=1;\nDELETE FROM goal_entry WHERE id=2;\nDELETE FROM followup WHERE id=5;\nDELETE FROM checkin WHERE id=2','\n',char(10)),3050353367949585659);
INSERT INTO step VALUES(14,'2026-06-23T09:00:00Z',replace('Follow-up 5 of Ana is done: shadow Kim''s review\nFollow-up 1 of Ana is done: Shadow one','\n',char(10)),'done',replace('UPDATE followup SET "id"=1,"uid"=''019e878f-aa80-747d-8543-207276c1b617'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Shadow one'',"due"=NULL,"goal"=1,"checkin"=NULL,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-4951340775704204934 WHERE id=1;\nUPDATE followup SET "id"=5,"uid"=''019ecfa8-b280-72d9-a448-ea4ed12e835e'',"created_at"=''2026-06-16T09:00:00Z'',"changed_at"=''2026-06-16T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''shadow Kim''''s review'',"due"=''2026-06-26'',"goal"=NULL,"checkin"=2,"state"=''open'',"state_on"=''2026-06-16'',"because"=NULL,"private"=0,"checksum"=-7700850111262912991 WHERE id=5','\n',char(10)),4052637966107334398);
INSERT INTO step VALUES(15,'2026-06-30T09:00:00Z',replace('Logged check-in 3 with Ana on Tue 30 Jun 10:00 (04:00 for Ana), 50 min\nGoal 1 is at 25 %: Lead a design review\nGoal 1 is confidence 4 of 10: Lead a design review\nAdded win 2: Kim asked for her opinion','\n',char(10)),'done',replace('DELETE FROM win WHERE id=2;\nDELETE FROM goal_entry WHERE id=4;\nDELETE FROM goal_entry WHERE id=3;\nDELETE FROM checkin WHERE id=3','\n',char(10)),-1316858821998111558);
INSERT INTO step VALUES(16,'2026-06-30T09:00:00Z','Added feedback 1 from Sam for Ana (keep): Tuesday''s incident call','done','DELETE FROM feedback WHERE id=1',7384713866424583199);
INSERT INTO step VALUES(17,'2026-07-07T09:00:00Z','Recorded Ana''s response to feedback 1','done','UPDATE feedback SET "id"=1,"uid"=''019f17c1-ba80-763d-889d-e0dcf43aabbc'',"created_at"=''2026-06-30T09:00:00Z'',"changed_at"=''2026-06-30T09:00:00Z'',"pair"=1,"from"=''mentor'',"kind"=''keep'',"on"=''2026-06-30'',"situation"=''Tuesday''''s incident call'',"behaviour"=''You gave a status every 10 minutes'',"impact"=''Nobody had to ask'',"request"=NULL,"goal"=NULL,"response"=NULL,"responded_on"=NULL,"follow_up"=NULL,"private"=0,"checksum"=-909716556383783278 WHERE id=1',1236674632188341445);
INSERT INTO step VALUES(18,'2026-07-14T09:00:00Z',replace('Logged check-in 4 with Ana on Tue 14 Jul 10:00 (04:00 for Ana), 45 min\nAdded follow-up 6 for Sam: introduce Ana to Kim''s team, due Tue 28 Jul (in 14 days)\nAdded follow-up 7 for Ana: draft the RFC, due Thu 30 Jul (in 16 days)\nTopic 1 is covered: How to say no','\n',char(10)),'done',replace('UPDATE topic SET "id"=1,"uid"=''019ecfa8-b280-7660-b47e-f15649b26970'',"created_at"=''2026-06-16T09:00:00Z'',"changed_at"=''2026-06-16T09:00:00Z'',"pair"=1,"title"=''How to say no'',"notes"=NULL,"from"=''mentee'',"state"=''open'',"state_on"=''2026-06-16'',"covered_in"=NULL,"private"=0,"checksum"=4334465258456153220 WHERE id=1;\nDELETE FROM followup WHERE id=7;\nDELETE FROM followup WHERE id=6;\nDELETE FROM checkin WHERE id=4','\n',char(10)),7741291065300937394);
INSERT INTO step VALUES(19,'2026-07-28T09:00:00Z','Follow-up 6 of Sam is done: introduce Ana to Kim''s team','done','UPDATE followup SET "id"=6,"uid"=''019f5fda-c280-72f5-ae90-bd77a891a65b'',"created_at"=''2026-07-14T09:00:00Z'',"changed_at"=''2026-07-14T09:00:00Z'',"pair"=1,"owner"=''mentor'',"title"=''introduce Ana to Kim''''s team'',"due"=''2026-07-28'',"goal"=NULL,"checkin"=4,"state"=''open'',"state_on"=''2026-07-14'',"because"=NULL,"private"=0,"checksum"=3352040489802817510 WHERE id=6',5521624035320693675);
INSERT INTO step VALUES(20,'2026-07-28T09:00:00Z',replace('Logged check-in 5 with Ana on Tue 28 Jul 10:00 (04:00 for Ana), 40 min\nGoal 1 is at 40 %: Lead a design review\nGoal 2 is at 20 %: Say no without guilt','\n',char(10)),'done',replace('DELETE FROM goal_entry WHERE id=6;\nDELETE FROM goal_entry WHERE id=5;\nDELETE FROM checkin WHERE id=5','\n',char(10)),-7094220023084258458);
INSERT INTO step VALUES(21,'2026-08-04T09:00:00Z','Follow-up 7 of Ana is done: draft the RFC','done','UPDATE followup SET "id"=7,"uid"=''019f5fda-c280-72f5-ae90-bd78be7db494'',"created_at"=''2026-07-14T09:00:00Z'',"changed_at"=''2026-07-14T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''draft the RFC'',"due"=''2026-07-30'',"goal"=NULL,"checkin"=4,"state"=''open'',"state_on"=''2026-07-14'',"because"=NULL,"private"=0,"checksum"=4576531079668908330 WHERE id=7',2856891327253283640);
INSERT INTO step VALUES(22,'2026-08-11T09:00:00Z',replace('Logged check-in 6 with Ana on Tue 11 Aug 10:00 (04:00 for Ana), 55 min\nAdded follow-up 8 for Ana: lead the small review, due Wed 26 Aug (in 15 days)\nGoal 1 is at 50 %: Lead a design review\nGoal 1 is confidence 6 of 10: Lead a design review\nAdded win 3: RFC accepted in the first round','\n',char(10)),'done',replace('DELETE FROM win WHERE id=3;\nDELETE FROM goal_entry WHERE id=8;\nDELETE FROM goal_entry WHERE id=7;\nDELETE FROM followup WHERE id=8;\nDELETE FROM checkin WHERE id=6','\n',char(10)),-7134022170234840750);
INSERT INTO step VALUES(23,'2026-08-18T09:00:00Z','Added feedback 2 from Ana for Sam (change): Our call two weeks ago','done','DELETE FROM feedback WHERE id=2',480960139421230473);
INSERT INTO step VALUES(24,'2026-08-25T09:00:00Z','Recorded Sam''s response to feedback 2','done','UPDATE feedback SET "id"=2,"uid"=''01a01419-5680-70a0-9b82-0de9dc191dff'',"created_at"=''2026-08-18T09:00:00Z'',"changed_at"=''2026-08-18T09:00:00Z'',"pair"=1,"from"=''mentee'',"kind"=''change'',"on"=''2026-08-18'',"situation"=''Our call two weeks ago'',"behaviour"=''You answered before I had finished'',"impact"=''I lost the thread'',"request"=NULL,"goal"=NULL,"response"=NULL,"responded_on"=NULL,"follow_up"=NULL,"private"=0,"checksum"=7164042610482965897 WHERE id=2',-2399511691332249855);
INSERT INTO step VALUES(25,'2026-08-25T09:00:00Z',replace('Follow-up 8 of Ana is done: lead the small review\nFollow-up 2 of Ana is done: Lead a small one','\n',char(10)),'done',replace('UPDATE followup SET "id"=2,"uid"=''019e878f-aa80-747d-8543-20731eadac5f'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''Lead a small one'',"due"=NULL,"goal"=1,"checkin"=NULL,"state"=''open'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-8161852897351504675 WHERE id=2;\nUPDATE followup SET "id"=8,"uid"=''019ff00c-d280-73ff-9da5-3e2190a78f6c'',"created_at"=''2026-08-11T09:00:00Z'',"changed_at"=''2026-08-11T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''lead the small review'',"due"=''2026-08-26'',"goal"=NULL,"checkin"=6,"state"=''open'',"state_on"=''2026-08-11'',"because"=NULL,"private"=0,"checksum"=3213217505077677776 WHERE id=8','\n',char(10)),-8452403705746436578);
INSERT INTO step VALUES(26,'2026-08-25T09:00:00Z',replace('Logged check-in 7 with Ana on Tue 25 Aug 10:00 (04:00 for Ana), 45 min\nGoal 1 is at 70 %: Lead a design review\nGoal 1 is confidence 7 of 10: Lead a design review\nAdded win 4: Led the small review\nAdded insight 2: Name the cost of a yes','\n',char(10)),'done',replace('DELETE FROM insight WHERE id=2;\nDELETE FROM win WHERE id=4;\nDELETE FROM goal_entry WHERE id=10;\nDELETE FROM goal_entry WHERE id=9;\nDELETE FROM checkin WHERE id=7','\n',char(10)),-6987128112615110380);
INSERT INTO step VALUES(27,'2026-08-25T09:00:00Z','Recorded review 1 of `ana`: 2026-06-02 to 2026-08-25','done','DELETE FROM review WHERE id=1',6659014802141672380);
INSERT INTO step VALUES(28,'2026-09-08T09:00:00Z',replace('Logged check-in 8 with Ana on Tue 8 Sep 10:00 (04:00 for Ana), 45 min\nAdded follow-up 9 for Ana: say no once and write it down, due Fri 18 Sep (in 10 days)\nGoal 2 is at 40 %: Say no without guilt\nGoal 2 is confidence 5 of 10: Say no without guilt','\n',char(10)),'done',replace('DELETE FROM goal_entry WHERE id=12;\nDELETE FROM goal_entry WHERE id=11;\nDELETE FROM followup WHERE id=9;\nDELETE FROM checkin WHERE id=8','\n',char(10)),7959433266964275060);
INSERT INTO step VALUES(29,'2026-09-22T09:00:00Z','Changed goal 1 of Ana: Lead a design review, by Tue 17 Nov (in 8 weeks)','done',replace('UPDATE goal SET "id"=1,"uid"=''019e878f-aa80-747d-8543-2071919ab4cb'',"created_at"=''2026-06-02T09:00:00Z'',"changed_at"=''2026-06-02T09:00:00Z'',"pair"=1,"title"=''Lead a design review'',"why"=''Decisions stick when they are hers'',"done_when"=''Review led, notes shared'',"target"=''2026-10-20'',"support"=NULL,"category"=NULL,"state"=''active'',"state_on"=''2026-06-02'',"because"=NULL,"private"=0,"checksum"=-8407816004602775902 WHERE id=1;\nDELETE FROM move WHERE id=1','\n',char(10)),-1595892687219223574);
INSERT INTO step VALUES(30,'2026-09-22T09:00:00Z','Logged check-in 9 with Ana on Tue 22 Sep 10:00 (04:00 for Ana), 30 min','done','DELETE FROM checkin WHERE id=9',9114705070109926417);
INSERT INTO step VALUES(31,'2026-10-06T09:00:00Z','Planned check-in 10 with Ana on Wed 7 Oct 17:00 (11:00 for Ana), 45 min','done','DELETE FROM checkin WHERE id=10',-2656656420209221719);
INSERT INTO step VALUES(32,'2026-10-06T09:00:00Z','Check-in 10 cancelled by Ana','done','UPDATE checkin SET "id"=10,"uid"=''01a11070-f280-757d-8fe9-1f7a39c463ba'',"created_at"=''2026-10-06T09:00:00Z'',"changed_at"=''2026-10-06T09:00:00Z'',"pair"=1,"state"=''planned'',"planned_at"=''2026-10-07T16:00:00Z'',"zone"=''Europe/London'',"planned_minutes"=45,"held_at"=NULL,"minutes"=NULL,"channel"=''video'',"by"=NULL,"because"=NULL,"cancelled_at"=NULL,"notes"=NULL,"decisions"='''',"blockers"='''',"next_topic"=NULL,"feeling"=NULL,"private_note"=NULL,"private"=0,"checksum"=-3221621233630865681 WHERE id=10',7512494974700292913);
INSERT INTO step VALUES(33,'2026-10-20T09:00:00Z',replace('Logged check-in 11 with Ana on Tue 20 Oct 10:00 (04:00 for Ana), 45 min\nFollow-up 9 of Ana is done: say no once and write it down\nGoal 2 is at 60 %: Say no without guilt\nAdded win 5: Said no to an extra rota','\n',char(10)),'done',replace('DELETE FROM win WHERE id=5;\nDELETE FROM goal_entry WHERE id=13;\nUPDATE followup SET "id"=9,"uid"=''01a0803e-e280-7570-8dd3-dcf3cbe94945'',"created_at"=''2026-09-08T09:00:00Z'',"changed_at"=''2026-09-08T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''say no once and write it down'',"due"=''2026-09-18'',"goal"=NULL,"checkin"=8,"state"=''open'',"state_on"=''2026-09-08'',"because"=NULL,"private"=0,"checksum"=-8587860649148883031 WHERE id=9;\nDELETE FROM checkin WHERE id=11','\n',char(10)),-1666760546798445570);
INSERT INTO step VALUES(34,'2026-11-03T09:00:00Z',replace('Logged check-in 12 with Ana on Tue 3 Nov 09:00 (04:00 for Ana), 50 min\nAdded follow-up 10 for Ana: send the invitation, due Wed 11 Nov (in 8 days)\nAdded follow-up 11 for Sam: read the slides, due Fri 27 Nov (in 24 days)\nGoal 1 is at 80 %: Lead a design review','\n',char(10)),'done',replace('DELETE FROM goal_entry WHERE id=14;\nDELETE FROM followup WHERE id=11;\nDELETE FROM followup WHERE id=10;\nDELETE FROM checkin WHERE id=12','\n',char(10)),5222856319989080218);
INSERT INTO step VALUES(35,'2026-11-10T09:00:00Z','Follow-up 10 of Ana is done: send the invitation','done','UPDATE followup SET "id"=10,"uid"=''01a1a0a3-0280-745a-9116-4413d4935421'',"created_at"=''2026-11-03T09:00:00Z'',"changed_at"=''2026-11-03T09:00:00Z'',"pair"=1,"owner"=''mentee'',"title"=''send the invitation'',"due"=''2026-11-11'',"goal"=NULL,"checkin"=12,"state"=''open'',"state_on"=''2026-11-03'',"because"=NULL,"private"=0,"checksum"=-8811143062255498590 WHERE id=10',1049890377713445231);
INSERT INTO step VALUES(36,'2026-11-17T09:00:00Z','Added topic 2 from Ana: What comes after the lead role?','done','DELETE FROM topic WHERE id=2',1612838182439434335);
INSERT INTO step VALUES(37,'2026-11-17T09:00:00Z',replace('Logged check-in 13 with Ana on Tue 17 Nov 09:00 (04:00 for Ana), 45 min\nGoal 1 is at 90 %: Lead a design review\nGoal 1 is confidence 8 of 10: Lead a design review\nPlanned check-in 14 with Ana on Tue 8 Dec 17:00 (12:00 for Ana), 45 min','\n',char(10)),'done',replace('DELETE FROM checkin WHERE id=14;\nDELETE FROM goal_entry WHERE id=16;\nDELETE FROM goal_entry WHERE id=15;\nDELETE FROM checkin WHERE id=13','\n',char(10)),-3652247766627466808);
INSERT INTO step VALUES(38,'2026-11-24T09:00:00Z','Added topic 3 from Sam: Dealing with a loud voice in the room','done','DELETE FROM topic WHERE id=3',7446397981132363880);
INSERT INTO step VALUES(39,'2026-11-24T09:00:00Z','Added feedback 3 from Sam for Ana (change): The rehearsal on Thursday','done','DELETE FROM feedback WHERE id=3',2008560442717499973);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('person',3);
INSERT INTO sqlite_sequence VALUES('step',39);
INSERT INTO sqlite_sequence VALUES('pair',2);
INSERT INTO sqlite_sequence VALUES('agreement',1);
INSERT INTO sqlite_sequence VALUES('setting',1);
INSERT INTO sqlite_sequence VALUES('goal',2);
INSERT INTO sqlite_sequence VALUES('followup',11);
INSERT INTO sqlite_sequence VALUES('goal_entry',16);
INSERT INTO sqlite_sequence VALUES('checkin',14);
INSERT INTO sqlite_sequence VALUES('win',5);
INSERT INTO sqlite_sequence VALUES('topic',3);
INSERT INTO sqlite_sequence VALUES('insight',2);
INSERT INTO sqlite_sequence VALUES('feedback',3);
INSERT INTO sqlite_sequence VALUES('review',1);
INSERT INTO sqlite_sequence VALUES('move',1);
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
COMMIT;
PRAGMA application_id = 1835955314;
PRAGMA user_version = 1;

//! Names of columns in spreadsheets, and in the exports of other programs.

use crate::commands::data::import::columns::Synonyms;

/// Other names of a field, lower-case letters and digits only.
pub const SYNONYMS: Synonyms = &[
    (
        "title",
        &[
            "task", "what", "name", "subject", "summary", "action", "actionitem", "todo", "item",
            "activity", "content", "taskname", "tasktitle", "itemname", "cardname",
        ],
    ),
    ("owner", &["assignee", "assignees", "assigned", "assignedto", "who", "responsible", "side"]),
    ("from", &["raisedby", "askedby", "author", "who", "side"]),
    ("due", &["duedate", "dueon", "deadline", "until", "when", "date", "enddate", "finishby"]),
    ("target", &["due", "duedate", "targetdate", "deadline", "until", "when", "date", "enddate"]),
    ("on", &["date", "day", "when"]),
    ("goal", &["goalnumber", "stepof"]),
    ("why", &["reason", "rationale", "motivation", "purpose"]),
    (
        "done_when",
        &[
            "successcriteria", "criteria", "acceptancecriteria", "definitionofdone", "measure",
            "measures",
        ],
    ),
    ("support", &["help", "helpneeded", "supportneeded"]),
    ("category", &["tag", "label", "area", "type", "group"]),
    ("steps", &["milestones", "subtasks", "actions"]),
    ("notes", &["note", "details", "description", "comment", "comments"]),
    ("link", &["url", "address"]),
    ("pair", &["mentorship"]),
    ("id", &["number"]),
    ("cancelled", &["canceled", "iscancelled", "iscanceled", "wascancelled", "wascanceled"]),
    ("done", &["state", "status", "completed", "complete", "duecomplete", "finished", "closed"]),
    // `Completed` beside `Status` is the day.
    (
        "done_on",
        &[
            "stateon", "completedon", "finishedon", "closedon", "datecompleted", "completiondate",
            "completed", "finished", "closed", "completeddate", "datedone", "completedat",
            "finishedat", "closedat", "doneat", "resolved", "resolvedat", "datefinished",
            "dateclosed", "dateresolved", "resolutiondate",
        ],
    ),
];

/// Names of a field that give way to its others.
pub const FALLBACKS: Synonyms = &[("owner", &["person", "assign"]), ("done", &["progress"])];

/// Fields with their names in German, French, Spanish, Portuguese, Italian, Dutch and Polish, as lower-case letters and digits only.
pub const TRANSLATIONS: Synonyms = &[
    (
        "title",
        &[
            "aufgabe", "aufgabenname", "vorgangsname", "nomdelatâche", "nombredelatarea",
            "nomedatarefa", "nomeattività", "betreff", "titel", "tâche", "objet", "titre", "sujet",
            "tarea", "asunto", "título", "tarefa", "assunto", "attività", "oggetto", "titolo",
            "taak", "taaknaam", "naam", "actie", "onderwerp", "zadanie", "nazwazadania", "nazwa",
            "tytuł", "temat",
        ],
    ),
    (
        "owner",
        &[
            "zuständig", "verantwortlich", "zugewiesenan", "responsable", "assignéà", "attribuéà",
            "asignadoa", "responsável", "atribuídoa", "responsabile", "assegnatoa", "eigenaar",
            "toegewezenaan", "verantwoordelijke", "wie", "odpowiedzialny", "osobaodpowiedzialna",
            "przypisanydo", "przypisanedo", "właściciel", "osoba",
        ],
    ),
    ("due", DUE),
    ("target", DUE),
    ("on", DAY),
    (
        "notes",
        &[
            "notizen", "notiz", "bemerkung", "bemerkungen", "beschreibung", "kommentar",
            "kommentare", "remarque", "remarques", "commentaire", "commentaires", "notas",
            "descripción", "comentarios", "descrição", "comentários", "observações", "descrizione",
            "commenti", "notities", "notitie", "opmerking", "opmerkingen", "omschrijving",
            "beschrijving", "toelichting", "uwagi", "notatki", "notatka", "opis", "komentarz",
            "komentarze",
        ],
    ),
    (
        "done",
        &[
            "statut", "état", "estado", "situação", "stato", "erledigt", "terminé", "voltooid",
            "afgerond", "gereed", "stan", "ukończone", "wykonane",
        ],
    ),
    (
        "done_on",
        &[
            "erledigtam", "abgeschlossenam", "datedachèvement", "terminéle", "fechadefinalización",
            "fechacompletada", "datadeconclusão", "concluídaem", "datadicompletamento",
            "voltooidop", "afgerondop", "datumvoltooid", "dataukończenia", "datazakończenia",
        ],
    ),
    ("at", DAY),
    (
        "at",
        &[
            "beginn", "beginntam", "datededébut", "débutle", "fechadecomienzo", "fechadeinicio",
            "datadeinício", "datadiinizio", "datainizio", "begin", "von", "début", "inicio",
            "início", "inizio", "początek",
        ],
    ),
    (
        "time",
        &[
            "uhrzeit", "beginntum", "startzeit", "heure", "heurededébut", "hora", "horadecomienzo",
            "horadeinicio", "horadeinício", "ora", "oradiinizio", "orainizio", "zeit", "beginn",
            "von", "début", "inicio", "início", "inizio", "tijd", "begintijd", "starttijd",
            "begin", "godzina", "godzinarozpoczęcia", "początek",
        ],
    ),
    (
        "end",
        &[
            "endetum", "ende", "endzeit", "heuredefin", "horadefinalización", "horadefin",
            "horadetérmino", "horafinal", "oradifine", "orafine", "bis", "fin", "fim", "fine",
            "eindtijd", "einde", "koniec", "godzinazakończenia",
        ],
    ),
    (
        "minutes",
        &[
            "dauer", "minuten", "dauerminuten", "dauermin", "durée", "duréeminutes", "duréemin",
            "duración", "duraciónminutos", "minutos", "duração", "duraçãominutos", "durata",
            "duratamin", "minuti", "duur", "duurminuten", "czastrwania", "minuty",
        ],
    ),
    (
        "channel",
        &[
            "ort", "lieu", "emplacement", "lugar", "ubicación", "local", "luogo", "locatie",
            "plaats", "miejsce",
        ],
    ),
];

const DAY: &[&str] = &["datum", "tag", "termin", "fecha", "data", "giorno", "dag", "dzień"];

const DUE: &[&str] = &[
    "fällig", "fälligam", "fälligkeit", "fälligkeitsdatum", "frist", "échéance", "dateéchéance",
    "datedéchéance", "datelimite", "vencimiento", "fechadevencimiento", "fechalímite",
    "vencimento", "datadevencimento", "datadeconclusãoprevista", "prazo", "scadenza",
    "datadiscadenza", "datascadenza", "termin", "bis", "vervaldatum", "einddatum",
    "terminwykonania",
];

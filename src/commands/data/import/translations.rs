//! Names of columns in the exports of programs that are set to another language than English.

use crate::commands::data::import::columns::Synonyms;

/// Fields with their names in German, French, Spanish, Portuguese and Italian, as lower-case letters and digits only.
pub const TRANSLATIONS: Synonyms = &[
    (
        "title",
        &[
            "aufgabe", "betreff", "titel", "tâche", "objet", "titre", "sujet", "tarea", "asunto",
            "título", "tarefa", "assunto", "attività", "oggetto", "titolo",
        ],
    ),
    (
        "owner",
        &[
            "zuständig", "verantwortlich", "zugewiesenan", "responsable", "assignéà", "attribuéà",
            "asignadoa", "responsável", "atribuídoa", "responsabile", "assegnatoa",
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
            "commenti",
        ],
    ),
    ("done", &["statut", "état", "estado", "situação", "stato", "erledigt", "terminé"]),
    (
        "done_on",
        &[
            "erledigtam", "abgeschlossenam", "datedachèvement", "terminéle", "fechadefinalización",
            "fechacompletada", "datadeconclusão", "concluídaem", "datadicompletamento",
        ],
    ),
    ("at", DAY),
    (
        "at",
        &[
            "beginn", "beginntam", "datededébut", "débutle", "fechadecomienzo", "fechadeinicio",
            "datadeinício", "datadiinizio", "datainizio",
        ],
    ),
    (
        "time",
        &[
            "uhrzeit", "beginntum", "startzeit", "heure", "heurededébut", "hora", "horadecomienzo",
            "horadeinicio", "horadeinício", "ora", "oradiinizio", "orainizio",
        ],
    ),
    (
        "end",
        &[
            "endetum", "ende", "endzeit", "heuredefin", "horadefinalización", "horadefin",
            "horadetérmino", "horafinal", "oradifine", "orafine",
        ],
    ),
    (
        "minutes",
        &[
            "dauer", "minuten", "dauerminuten", "dauermin", "durée", "duréeminutes", "duréemin",
            "duración", "duraciónminutos", "minutos", "duração", "duraçãominutos", "durata",
            "duratamin", "minuti",
        ],
    ),
    ("channel", &["ort", "lieu", "emplacement", "lugar", "ubicación", "local", "luogo"]),
];

const DAY: &[&str] = &["datum", "tag", "fecha", "data", "giorno"];

const DUE: &[&str] = &[
    "fällig", "fälligam", "fälligkeit", "fälligkeitsdatum", "frist", "échéance", "dateéchéance",
    "datedéchéance", "datelimite", "vencimiento", "fechadevencimiento", "fechalímite",
    "vencimento", "datadevencimento", "datadeconclusãoprevista", "prazo", "scadenza",
    "datadiscadenza", "datascadenza",
];

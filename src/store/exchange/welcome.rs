//! How a document meets what is here already: whose pair it is, what it may say, what has to get another name.

use serde_json::{Map, Value as Json, json};

use crate::domain::pair::Pair;
use crate::domain::person::{Person, Side};
use crate::domain::text::is_same_name;
use crate::store::exchange::import::{ImportError, Importer, SourceLocation, text};
use crate::store::exchange::rules;
use crate::store::exchange::voice::{Remainder, silence};
use crate::store::table_row::TableRow;
use crate::store::{pairs, people, share::memory};

/// What the user says of a document that they take in.
#[derive(Clone, Copy, Debug, Default)]
pub struct ImportPolicy {
    /// Its user is them, whatever the name.
    pub is_mine: bool,
    /// What it says in their name is theirs.
    pub has_my_words: bool,
}

impl Importer<'_, '_, '_> {
    /// The people of the pairs that are here already are those of the document, whatever they are called there.
    pub(super) fn recognise_people(&mut self) -> Result<(), ImportError> {
        let user = people::user(self.tx)?.map(|user| user.id);
        let raw = self.sections.get(Pair::TABLE).map(|raw| raw.get());
        // What is wrong with it is said once the section is read.
        let pairs: Vec<Map<String, Json>> = raw
            .and_then(|raw| serde_json::from_str(raw).ok())
            .unwrap_or_default();
        for there in pairs {
            let word = |field: &str| there.get(field).and_then(Json::as_str);
            let uid = word("uid").unwrap_or_default();
            let Some(here) = self.tx.first::<Pair>("WHERE uid = ?1", [uid])? else {
                self.ensure_not_shared(&there)?;
                continue;
            };
            for (field, person) in [("mentor", here.mentor), ("mentee", here.mentee)] {
                if let Some(number) = there.get(field).and_then(Json::as_i64) {
                    self.numbers
                        .insert((Person::TABLE, number), person.number());
                }
            }
            if let Some(slug) = word("slug").filter(|_| !self.welcome.has_my_words) {
                let is_mentor = user == Some(here.mentor);
                let me = if is_mentor {
                    Side::Mentor
                } else {
                    Side::Mentee
                };
                self.sides.insert(slug.to_owned(), me);
            }
        }
        Ok(())
    }

    /// A pair under another identity, of two people who share one here, is that pair as the other side has it: a second copy of
    /// its records would take no part in the exchange.
    fn ensure_not_shared(&self, there: &Map<String, Json>) -> Result<(), ImportError> {
        let raw = self.sections.get(Person::TABLE).map(|raw| raw.get());
        let people: Vec<Map<String, Json>> = raw
            .and_then(|raw| serde_json::from_str(raw).ok())
            .unwrap_or_default();
        let name = |field: &str| {
            let mut people = people.iter();
            let person = people.find(|person| person.get("id") == there.get(field))?;
            person.get("name")?.as_str()
        };
        let Some((mentor, mentee)) = name("mentor").zip(name("mentee")) else {
            return Ok(());
        };
        let mut circles = memory::circles(self.tx)?;
        circles.retain(|circle| circle.partner.is_some());
        for pair in pairs::pairs(self.tx)? {
            let is_shared = circles.iter().any(|circle| circle.pair == pair.record.uid);
            let is_same =
                is_same_name(&pair.mentor.name, mentor) && is_same_name(&pair.mentee.name, mentee);
            if is_shared && is_same {
                return Err(ImportError::Shared {
                    slug: pair.slug().to_owned(),
                    who: pair.first_name(pair.user_side().other()).to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Leaves out what is said in the name of the user. True: nothing is left of the record.
    pub(super) fn silence<T: TableRow>(&mut self, fields: &mut Map<String, Json>) -> bool {
        let slug = fields.get("pair").and_then(Json::as_str);
        let Some(me) = slug.and_then(|slug| self.sides.get(slug)) else {
            return false;
        };
        let (words, is_empty) = match silence(T::TABLE, *me, fields) {
            Remainder::Whole => return false,
            Remainder::Without(words) => (words, false),
            Remainder::Nothing(words) => (words, true),
        };
        self.imported.left_out.push(words);
        is_empty
    }

    /// Gives a new record another name or version where its own is taken: neither may keep a document out for ever.
    pub(super) fn settle<T: TableRow>(
        &mut self,
        fields: &mut Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<(), ImportError> {
        match T::TABLE {
            Pair::TABLE => {
                let slug = text(fields, "slug", place)?;
                let mut free = slug.clone();
                for more in 2.. {
                    if pairs::by_slug(self.tx, &free)?.is_none() {
                        break;
                    }
                    free = format!("{slug}-{more}");
                }
                if free != slug {
                    let renamed = format!("the export's pair `{slug}` is `{free}` here");
                    self.imported.renamed.push(renamed);
                    fields.insert("slug".to_owned(), json!(free));
                }
                self.ensure_sides(fields, place)?;
            }
            "agreement" => {
                let slug = fields.get("pair").and_then(Json::as_str);
                let pair = slug.and_then(|slug| self.slugs.get(slug));
                let there = fields.get("version").and_then(Json::as_i64);
                let (Some(pair), Some(there)) = (pair, there) else {
                    return Ok(());
                };
                let last = "SELECT coalesce(max(version), 0) FROM agreement WHERE pair = ?1";
                let last = self.tx.number(last, [pair])?;
                let here = rules::merged_count(there, last, true, self.records);
                if here != there {
                    let renamed =
                        format!("version {there} of the export's agreement is version {here} here");
                    self.imported.renamed.push(renamed);
                    fields.insert("version".to_owned(), json!(here));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The user is one side of a new pair, and nobody is both.
    fn ensure_sides(
        &self,
        fields: &Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<(), ImportError> {
        let here = |field: &str| {
            let there = fields.get(field).and_then(Json::as_i64)?;
            self.numbers.get(&(Person::TABLE, there)).copied()
        };
        let sides = [here("mentor"), here("mentee")];
        if sides[0].is_some() && sides[0] == sides[1] {
            return Err(place.error_at("mentee", "mentor and mentee are the same person"));
        }
        match people::user(self.tx)? {
            Some(user) if !sides.contains(&Some(user.id.number())) => Err(place.error_at(
                "mentor",
                "neither the mentor nor the mentee owns this data file",
            )),
            _ => Ok(()),
        }
    }
}

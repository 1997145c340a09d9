//! Merging a document with existing data: recognising people and pairs, leaving out statements in the user's name, and
//! resolving name conflicts.

use serde_json::{Map, Value as Json, json};

use crate::domain::pair::Pair;
use crate::domain::person::{Person, Side};
use crate::domain::record::Id;
use crate::domain::text::is_same_name;
use crate::store::exchange::import::{ImportError, Importer, SourceLocation};
use crate::store::exchange::rules;
use crate::store::exchange::values::{text, usual_spelling};
use crate::store::exchange::voice::{Remainder, remove_statements};
use crate::store::share::circles;
use crate::store::table_row::TableRow;
use crate::store::{pairs, people};

/// What the user confirms about a document that they import.
#[derive(Clone, Copy, Debug, Default)]
pub struct ImportPolicy {
    /// The user of the document is the user of the file, even under another name.
    pub is_mine: bool,
    /// The statements in the document in the user's name are theirs.
    pub has_my_words: bool,
}

impl Importer<'_, '_, '_> {
    /// Maps the people of the document's pairs to those of the pairs that exist here already, whatever their names are.
    pub(super) fn recognise_people(&mut self) -> Result<(), ImportError> {
        let user = people::user(self.tx)?.map(|user| user.id);
        self.user = user.map(Id::number);
        let raw = self.sections.get(Pair::TABLE).map(|raw| raw.get());
        // Errors are reported later, when the section itself is imported.
        let pairs: Vec<Map<String, Json>> =
            raw.and_then(|raw| serde_json::from_str(raw).ok()).unwrap_or_default();
        for there in pairs {
            let word = |field: &str| there.get(field).and_then(Json::as_str);
            let uid = word("uid").and_then(usual_spelling).unwrap_or_default();
            let Some(here) = self.tx.first::<Pair>("WHERE uid = ?1", [uid])? else {
                self.ensure_not_shared(&there)?;
                continue;
            };
            for (field, person) in [("mentor", here.mentor), ("mentee", here.mentee)] {
                if let Some(number) = there.get(field).and_then(Json::as_i64) {
                    self.numbers.insert((Person::TABLE, number), person.number());
                }
            }
            if let Some(slug) = word("slug").filter(|_| !self.policy.has_my_words) {
                let is_mentor = user == Some(here.mentor);
                let me = if is_mentor { Side::Mentor } else { Side::Mentee };
                self.sides.insert(slug.to_owned(), me);
            }
        }
        Ok(())
    }

    /// Fails if a pair of the document has the same two people as a shared pair here, but another uid. It would be a
    /// second copy of that pair, which would not take part in the exchange.
    fn ensure_not_shared(&self, there: &Map<String, Json>) -> Result<(), ImportError> {
        let raw = self.sections.get(Person::TABLE).map(|raw| raw.get());
        let people: Vec<Map<String, Json>> =
            raw.and_then(|raw| serde_json::from_str(raw).ok()).unwrap_or_default();
        let name = |field: &str| {
            let mut people = people.iter();
            let person = people.find(|person| person.get("id") == there.get(field))?;
            person.get("name")?.as_str()
        };
        let Some((mentor, mentee)) = name("mentor").zip(name("mentee")) else {
            return Ok(());
        };
        let mut circles = circles::all(self.tx)?;
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

    /// Removes statements in the user's name from a record. Returns whether nothing is left of it.
    pub(super) fn remove_own_statements<T: TableRow>(
        &mut self,
        fields: &mut Map<String, Json>,
    ) -> bool {
        let number = |field: &str| fields.get(field).and_then(Json::as_i64);
        let person = number("person").and_then(|it| self.numbers.get(&(Person::TABLE, it)));
        let is_about_me = person.is_some() && person == self.user.as_ref();
        let slug = fields.get("pair").and_then(Json::as_str);
        // What is about the user belongs to no pair, so that any side of theirs will do.
        let side = match slug {
            Some(slug) => self.sides.get(slug),
            None => self.sides.values().next().filter(|_| is_about_me),
        };
        let Some(me) = side else {
            return false;
        };
        let (words, is_empty) = match remove_statements::<T>(*me, is_about_me, fields) {
            Remainder::Whole => return false,
            Remainder::Without(words) => (words, false),
            Remainder::Nothing(words) => (words, true),
        };
        self.summary.left_out.push(words);
        is_empty
    }

    /// Changes the slug of a new pair or the version of a new agreement if it is taken here, so that a conflict does
    /// not prevent the import.
    pub(super) fn resolve_conflicts<T: TableRow>(
        &mut self,
        fields: &mut Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<(), ImportError> {
        match T::TABLE {
            Pair::TABLE => {
                let slug = text(fields, "slug", place)?;
                let mut unused = slug.clone();
                for suffix in 2.. {
                    if pairs::by_slug(self.tx, &unused)?.is_none() {
                        break;
                    }
                    unused = format!("{slug}-{suffix}");
                }
                if unused != slug {
                    let renamed = format!("the export's pair `{slug}` is `{unused}` here");
                    self.summary.renamed.push(renamed);
                    fields.insert("slug".to_owned(), json!(unused));
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
                let here = rules::assign_number(there, last, true, self.records);
                if here != there {
                    let renamed =
                        format!("version {there} of the export's agreement is version {here} here");
                    self.summary.renamed.push(renamed);
                    fields.insert("version".to_owned(), json!(here));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Fails if the user is on neither side of a new pair, or if one person is on both.
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
            Some(user) if !sides.contains(&Some(user.id.number())) => {
                Err(place
                    .error_at("mentor", "neither the mentor nor the mentee owns this data file"))
            }
            _ => Ok(()),
        }
    }
}

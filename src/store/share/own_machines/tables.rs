//! The parts of every table as a person's own machines exchange them: all columns, and any of the machines may write them.

use std::sync::OnceLock;

use crate::share::parts::{PartWriter, SharePart, TableParts};
use crate::store::column::ColumnType;
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};

/// Returns the parts of all tables, owners first.
pub(in crate::store::share) fn own_tables() -> &'static [TableParts] {
    static TABLES: OnceLock<Vec<TableParts>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = OwnTables(Vec::new());
        let Ok(()) = visit_tables(&mut tables);
        tables.0
    })
}

struct OwnTables(Vec<TableParts>);

impl TableVisitor for OwnTables {
    type Error = std::convert::Infallible;

    fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
        let types = || T::COLUMNS.iter().copied().zip(T::column_types());
        let is_in_part = |column: &str| T::PARTS.iter().any(|part| part.columns.contains(&column));
        let owner = |column: &str| {
            let mut types = types();
            types.find_map(|(name, shape)| match shape {
                ColumnType::Link { to, owned: true } if name == column => Some(to),
                _ => None,
            })
        };
        // A record can't be stored without its owners, so the first part, which creates it, names them.
        let mut first: Vec<&'static str> =
            T::PARTS.first().map(|part| part.columns.to_vec()).unwrap_or_default();
        let mut others = Vec::new();
        for column in T::COLUMNS.iter().copied().filter(|column| !is_in_part(column)) {
            if T::PARTS.is_empty() || owner(column).is_some() {
                first.push(column);
            } else {
                others.push(column);
            }
        }
        let owned_by = T::OWNED_BY.or_else(|| {
            let owners = first.iter().filter_map(|column| Some((*column, owner(column)?)));
            let owners: Vec<_> = owners.collect();
            owners.iter().find(|(column, _)| *column != "pair").or(owners.first()).copied()
        });
        let mut parts = Vec::new();
        match T::PARTS {
            [] => parts.push(SharePart::new("it", first.leak())),
            [shared, rest @ ..] => {
                parts.push(SharePart { columns: first.leak(), ..of_any_machine(shared) });
                parts.extend(rest.iter().map(of_any_machine));
            }
        }
        // Each column that a partner never gets is a part of its own.
        parts.extend(others.into_iter().map(|name| SharePart::new(name, vec![name].leak())));
        self.0.push(TableParts { table: T::TABLE, parts: parts.leak(), is_fixed: false, owned_by });
        Ok(())
    }
}

fn of_any_machine(part: &SharePart) -> SharePart {
    SharePart { writer: PartWriter::Both, about: None, ..*part }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct EveryOwnColumn;

    impl TableVisitor for EveryOwnColumn {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            let table = own_tables().iter().find(|table| table.table == T::TABLE).unwrap();
            let mut placed: Vec<&str> =
                table.parts.iter().flat_map(|part| part.columns).copied().collect();
            let mut columns = T::COLUMNS.to_vec();
            placed.sort_unstable();
            columns.sort_unstable();
            assert_eq!(placed, columns, "{}", T::TABLE);
            let mut names: Vec<&str> = table.parts.iter().map(|part| part.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.parts.len(), "{}", T::TABLE);
            assert_eq!(table.owned_by.is_none(), T::TABLE == "person", "{}", T::TABLE);
            if let Some((column, _)) = table.owned_by {
                assert!(table.first().unwrap().columns.contains(&column), "{}", T::TABLE);
            }
            Ok(())
        }
    }

    #[test]
    fn own_machines_exchange_every_column_once() {
        let Ok(()) = visit_tables(&mut EveryOwnColumn);
    }
}

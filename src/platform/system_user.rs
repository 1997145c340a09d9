//! The user's entry in the system's list of users.

use std::path::Path;

/// An entry of `/etc/passwd`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemUser {
    pub login: String,
    /// The full name: the first part of the GECOS field. `None`: it is empty.
    pub full_name: Option<String>,
}

/// Finds the entry with this login name; without a login name, the one with this home folder, or else the one of its
/// owner.
pub fn find(
    passwd: &str,
    login: Option<&str>,
    home: Option<&Path>,
    owner: Option<u32>,
) -> Option<SystemUser> {
    let entries = passwd.lines().filter_map(|line| {
        let fields: Vec<&str> = line.split(':').collect();
        match fields[..] {
            [name, _, id, _, gecos, folder, ..] => Some((name, id, gecos, folder)),
            _ => None,
        }
    });
    let entries: Vec<(&str, &str, &str, &str)> = entries.collect();
    let has_home =
        |folder: &str| home.is_some_and(|home| home == Path::new(folder) && folder.len() > 1);
    let is_owner = |id: &str| owner.is_some_and(|owner| id == owner.to_string());
    let found = if let Some(login) = login {
        entries.iter().find(|(name, ..)| *name == login)
    } else {
        let at_home = entries.iter().find(|(.., folder)| has_home(folder));
        at_home.or_else(|| entries.iter().find(|(_, id, ..)| is_owner(id)))
    };
    let (login, _, gecos, _) = found?;
    let full_name = gecos.split(',').next().unwrap_or_default();
    // In GECOS, an ampersand stands for the capitalised login name.
    let full_name = full_name.replace('&', &capitalized(login));
    let full_name = full_name.trim();
    Some(SystemUser {
        login: (*login).to_owned(),
        full_name: (!full_name.is_empty()).then(|| full_name.to_owned()),
    })
}

fn capitalized(login: &str) -> String {
    let mut characters = login.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWD: &str = "root:x:0:0:root:/root:/bin/bash\n\
        broken line\n\
        sam:x:1000:1000:Sam Rivera,Room 5,,:/home/sam:/bin/zsh\n\
        deepa:x:1001:1001:& Rao:/home/deepa:/bin/sh\n\
        kim:x:1002:1002:,,,:/home/kim:/bin/sh\n";

    #[test]
    fn full_name_is_found_by_login_home_folder_or_its_owner() {
        let name = |login, home| {
            let user = find(PASSWD, login, home, None);
            user.map(|user| user.full_name.unwrap_or(user.login))
        };
        assert_eq!(name(Some("sam"), None).as_deref(), Some("Sam Rivera"));
        assert_eq!(name(Some("deepa"), None).as_deref(), Some("Deepa Rao"));
        assert_eq!(name(Some("kim"), None).as_deref(), Some("kim"));
        let home = Some(Path::new("/home/sam"));
        assert_eq!(name(None, home).as_deref(), Some("Sam Rivera"));
        assert_eq!(name(Some("ana"), home), None);
        assert_eq!(name(None, Some(Path::new("/"))), None);
        let owned = find(PASSWD, None, Some(Path::new("/tmp/home")), Some(1001));
        assert_eq!(owned.and_then(|user| user.full_name).as_deref(), Some("Deepa Rao"));
    }
}

//! The user's entry in the system's list of users.

use std::path::Path;

/// An entry of `/etc/passwd`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemUser {
    pub login: String,
    /// The full name: the first part of the GECOS field. `None`: it is empty.
    pub full_name: Option<String>,
}

/// Finds the entry with this login name; without a login name, the one with this home folder.
pub fn find(passwd: &str, login: Option<&str>, home: Option<&Path>) -> Option<SystemUser> {
    let mut entries = passwd.lines().filter_map(|line| {
        let fields: Vec<&str> = line.split(':').collect();
        match fields[..] {
            [name, _, _, _, gecos, folder, ..] => Some((name, gecos, folder)),
            _ => None,
        }
    });
    let (login, gecos, _) = entries.find(|(name, _, folder)| match (login, home) {
        (Some(login), _) => *name == login,
        (None, Some(home)) => home == Path::new(folder) && folder.len() > 1,
        (None, None) => false,
    })?;
    let full_name = gecos.split(',').next().unwrap_or_default();
    // In GECOS, an ampersand stands for the capitalised login name.
    let full_name = full_name.replace('&', &capitalized(login));
    let full_name = full_name.trim();
    Some(SystemUser {
        login: login.to_owned(),
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
    fn full_name_is_found_by_login_or_home_folder() {
        let name = |login, home| {
            let user = find(PASSWD, login, home);
            user.map(|user| user.full_name.unwrap_or(user.login))
        };
        assert_eq!(name(Some("sam"), None).as_deref(), Some("Sam Rivera"));
        assert_eq!(name(Some("deepa"), None).as_deref(), Some("Deepa Rao"));
        assert_eq!(name(Some("kim"), None).as_deref(), Some("kim"));
        let home = Some(Path::new("/home/sam"));
        assert_eq!(name(None, home).as_deref(), Some("Sam Rivera"));
        assert_eq!(name(Some("ana"), home), None);
        assert_eq!(name(None, Some(Path::new("/"))), None);
    }
}

//! The user's name and time zone, as the operating system knows them.

use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::app::App;
use crate::domain::person::Person;
use crate::domain::zone::{self, Tz};
use crate::platform::system_user;

/// The name of a user without one. Sentences about the user have to read well with it.
const UNNAMED: &str = "User";

impl App<'_, '_> {
    /// Returns the user with the name and the zone that the system knows. If it knows no name, the user is `User`, so
    /// that scripts need not give one.
    pub fn system_user(&self) -> Person {
        let name = self.system_user_name().unwrap_or_else(|| UNNAMED.to_owned());
        Person::new(name, self.system_zone(), true)
    }

    /// Returns a remark if the system knows no name of the user.
    pub fn unnamed_user_remark(&self) -> Option<String> {
        let is_unnamed = self.system_user_name().is_none();
        is_unnamed.then(|| {
            format!("your name is unknown, so you are `{UNNAMED}`; run `mentor init --name NAME` to change that")
        })
    }

    /// Returns the full name of the user, or else the login name.
    pub fn system_user_name(&self) -> Option<String> {
        let login =
            ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| self.environment.var(name));
        let configured = self.environment.var("MENTOR_USER").filter(|name| !name.trim().is_empty());
        let configured = configured.map(str::to_owned);
        let name = configured.or_else(|| {
            let home = self.environment.path_var("HOME");
            let passwd = (self.environment.passwd)().unwrap_or_default();
            let owner = home.and_then(|home| std::fs::metadata(home).ok()).map(|home| home.uid());
            let from_passwd = system_user::find(&passwd, login, home, owner);
            let from_passwd = from_passwd.map(|user| user.full_name.unwrap_or(user.login));
            from_passwd.or_else(|| login.map(str::to_owned))
        });
        name.filter(|name| !name.trim().is_empty())
    }

    /// Returns the zone of `$TZ`, else of the system, else UTC.
    pub fn system_zone(&self) -> Tz {
        self.system_zone_or_name().unwrap_or(Tz::UTC)
    }

    /// Returns a remark if the user is put into UTC because the system's zone is not understood.
    pub fn system_zone_remark(&self) -> Option<String> {
        let source = match self.environment.os_var("TZ") {
            Some(_) => "`TZ` is",
            None => "the system's time zone is",
        };
        let name = self.system_zone_or_name().err()?;
        Some(format!(
            "{source} `{name}`, which names no place, so you are in UTC; \
             run `mentor person edit me --tz ZONE` to change that"
        ))
    }

    /// Returns the system's zone, or its name as the error if it is not understood.
    fn system_zone_or_name(&self) -> std::result::Result<Tz, String> {
        let system = || match (self.environment.system_zone)() {
            Some(name) => zone::variable::zone(&name).ok_or(name),
            None => Ok(Tz::UTC),
        };
        let Some(value) = self.environment.os_var("TZ") else {
            return system();
        };
        let value = value.to_string_lossy();
        if let Some(zone) = zone::variable::zone(&value) {
            return Ok(zone);
        }
        let path = Path::new(value.trim_start_matches(':'));
        if path == Path::new("localtime") || path == Path::new("/etc/localtime") {
            return system();
        }
        // `TZ` may be the path of a link to a zone file.
        let target = path.is_absolute().then(|| path.canonicalize().ok());
        target
            .flatten()
            .and_then(|target| zone::variable::zone(target.to_str()?))
            .ok_or_else(|| value.into_owned())
    }
}

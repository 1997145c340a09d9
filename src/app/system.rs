//! What the system knows of the user: their name and their zone.

use std::path::Path;

use crate::app::App;
use crate::domain::person::Person;
use crate::domain::zone::{self, Tz};
use crate::platform::system_user;

impl App<'_, '_> {
    /// The user as the system knows them: their full name, or else their login name, and the system's zone. Where it
    /// knows no name, such as in a container, they are `Me`: a script need not say who it is.
    pub fn system_user(&self) -> Person {
        let login = ["USER", "LOGNAME", "USERNAME"]
            .iter()
            .find_map(|name| self.environment.var(name));
        let named = self
            .environment
            .var("MENTOR_USER")
            .filter(|name| !name.trim().is_empty());
        let named = named.map(str::to_owned);
        let name = named.or_else(|| {
            let home = self.environment.path_var("HOME");
            let passwd = (self.environment.passwd)().unwrap_or_default();
            let found = system_user::find(&passwd, login, home);
            let found = found.map(|user| user.full_name.unwrap_or(user.login));
            found.or_else(|| login.map(str::to_owned))
        });
        Person::new(
            name.unwrap_or_else(|| "Me".to_owned()),
            self.system_zone(),
            true,
        )
    }

    /// `$TZ`, then the system's zone, then UTC.
    pub fn system_zone(&self) -> Tz {
        self.system_zone_or_name().unwrap_or(Tz::UTC)
    }

    /// What to say when somebody is put into UTC because the zone of the system is not understood.
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

    /// The zone of the system, or what it is called if that is not understood.
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
        // A link to a zone's file.
        let target = path.is_absolute().then(|| path.canonicalize().ok());
        target
            .flatten()
            .and_then(|target| zone::variable::zone(target.to_str()?))
            .ok_or_else(|| value.into_owned())
    }
}

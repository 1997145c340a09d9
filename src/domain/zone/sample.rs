//! Zone constants for tests, named like the zones of the database.

use super::Tz;

macro_rules! zones {
    ($($constant:ident = $name:literal),+ $(,)?) => {
        #[expect(non_upper_case_globals, reason = "named like the zones")]
        #[allow(dead_code, reason = "one list for all tests")]
        impl Tz {
            $(pub const $constant: Tz = Tz::from_database($name);)+
        }

        #[test]
        fn sample_zones_exist() {
            for zone in [$(Tz::$constant),+] {
                assert_eq!(Tz::find_zone(zone.name()), Some(zone));
            }
        }
    };
}

zones! {
    Africa__Casablanca = "Africa/Casablanca",
    Africa__Johannesburg = "Africa/Johannesburg",
    Africa__Lagos = "Africa/Lagos",
    Africa__Nairobi = "Africa/Nairobi",
    America__Bogota = "America/Bogota",
    Australia__Brisbane = "Australia/Brisbane",
    America__Chicago = "America/Chicago",
    America__Denver = "America/Denver",
    America__Edmonton = "America/Edmonton",
    America__Havana = "America/Havana",
    America__Los_Angeles = "America/Los_Angeles",
    America__Mexico_City = "America/Mexico_City",
    America__New_York = "America/New_York",
    America__Santiago = "America/Santiago",
    America__Sao_Paulo = "America/Sao_Paulo",
    America__St_Johns = "America/St_Johns",
    America__Toronto = "America/Toronto",
    America__Vancouver = "America/Vancouver",
    Asia__Dubai = "Asia/Dubai",
    Asia__Jerusalem = "Asia/Jerusalem",
    Asia__Kathmandu = "Asia/Kathmandu",
    Asia__Kolkata = "Asia/Kolkata",
    Asia__Shanghai = "Asia/Shanghai",
    Asia__Singapore = "Asia/Singapore",
    Asia__Tokyo = "Asia/Tokyo",
    Australia__Adelaide = "Australia/Adelaide",
    Australia__Lord_Howe = "Australia/Lord_Howe",
    Australia__Sydney = "Australia/Sydney",
    Europe__Berlin = "Europe/Berlin",
    Europe__Dublin = "Europe/Dublin",
    Europe__Lisbon = "Europe/Lisbon",
    Europe__London = "Europe/London",
    Europe__Madrid = "Europe/Madrid",
    Europe__Moscow = "Europe/Moscow",
    Europe__Paris = "Europe/Paris",
    Pacific__Apia = "Pacific/Apia",
    Pacific__Auckland = "Pacific/Auckland",
    Pacific__Chatham = "Pacific/Chatham",
    Pacific__Honolulu = "Pacific/Honolulu",
    Pacific__Kiritimati = "Pacific/Kiritimati",
    Pacific__Pago_Pago = "Pacific/Pago_Pago",
}

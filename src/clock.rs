//! The only place that reads the clock. A run reads it once.

use chrono::{DateTime, Timelike, Utc};

use crate::environment::Environment;
use crate::error::{Failure, Result};

/// Returns the current time in whole seconds, or the value of `MENTOR_NOW` (RFC 3339).
pub fn now(environment: &Environment<'_>) -> Result<DateTime<Utc>> {
    let now = match environment.var("MENTOR_NOW") {
        None => (environment.system_clock)(),
        Some(text) => DateTime::parse_from_rfc3339(text)
            .map_err(|_| {
                Failure::refused(format!(
                    "`MENTOR_NOW` is `{text}`, which is not an RFC 3339 timestamp"
                ))
                .hint("write it like `2026-12-01T09:00:00Z`, or unset it")
            })?
            .with_timezone(&Utc),
    };
    Ok(now.with_nanosecond(0).unwrap_or(now))
}

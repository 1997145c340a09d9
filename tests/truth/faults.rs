//! Planted faults: the oracle with typical mistakes. A comparison that does not detect them would prove nothing.

use crate::ledger::Ledger;

pub struct Fault {
    pub name: &'static str,
    /// Changes the ledger to what a program with the fault would see.
    pub mistake: fn(&mut Ledger),
}

pub const FAULTS: [Fault; 6] = [
    Fault { name: "the newest terms hold for all days", mistake: take_the_newest_terms },
    Fault { name: "the user's today holds for both", mistake: take_the_users_zone },
    Fault { name: "a day ends a midnight late", mistake: end_days_late },
    Fault {
        name: "the day of the review is counted twice",
        mistake: begin_with_the_day_of_the_review,
    },
    Fault { name: "days away that were entered late excuse", mistake: enter_absences_early },
    Fault { name: "a moved day was never another", mistake: forget_moves },
];

fn take_the_newest_terms(ledger: &mut Ledger) {
    let in_force = ledger.versions_in_force();
    let Some((_, newest)) = in_force.last() else {
        return;
    };
    let newest = (*newest).clone();
    for version in &mut ledger.versions {
        let (starts, ends) = (version.terms.starts, version.terms.ends);
        version.terms = newest.clone();
        (version.terms.starts, version.terms.ends) = (starts, ends);
    }
}

fn take_the_users_zone(ledger: &mut Ledger) {
    let user = ledger.now_at_home(ledger.user).zone;
    let schedules = ledger.schedules.iter_mut().flatten();
    schedules.for_each(|schedule| schedule.home.zone = user);
}

fn end_days_late(ledger: &mut Ledger) {
    let duties = ledger.followups.iter_mut().flat_map(|one| &mut one.duties);
    duties.for_each(|duty| duty.due = duty.due.and_then(|due| due.succ_opt()));
}

fn begin_with_the_day_of_the_review(ledger: &mut Ledger) {
    for at in 0..ledger.reviews.len() {
        let day = ledger.reviews[at].on;
        ledger.reviews[at].moment = ledger.beginning_of_day(ledger.user, day);
    }
}

fn enter_absences_early(ledger: &mut Ledger) {
    let created = ledger.created;
    ledger.absences.iter_mut().for_each(|absence| absence.entered = created);
}

fn forget_moves(ledger: &mut Ledger) {
    for one in &mut ledger.followups {
        let (first, newest) = (one.duties[0], one.duty());
        one.duties = vec![crate::ledger::Duty { since: first.since, ..newest }];
    }
}

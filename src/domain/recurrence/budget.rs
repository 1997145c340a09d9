//! How much work the expansion of rules may take.

use crate::domain::recurrence::RecurrenceError;

/// How many more steps of expansion are allowed. A step is a period or a day that is examined; an occurrence costs
/// several. All rules of one calendar share a budget, so that no calendar can block a run or fill the memory.
#[derive(Clone, Debug)]
pub struct ExpansionBudget(pub usize);

impl Default for ExpansionBudget {
    fn default() -> Self {
        ExpansionBudget(8_000_000)
    }
}

impl ExpansionBudget {
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), RecurrenceError> {
        let left = self.0.checked_sub(steps);
        self.0 = left.unwrap_or_default();
        left.map(|_| ()).ok_or(RecurrenceError::TooOften)
    }
}

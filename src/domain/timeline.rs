//! The earlier values of a field, so that a fact can be evaluated by the value in force on its own day.

/// The earlier values of a field, oldest first, each with the key at which the next value replaced it: the first day of
/// the next value, or the moment of the change. The current value is stored in the record itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<K, T> {
    ended: Vec<(K, T)>,
}

impl<K, T> Default for Timeline<K, T> {
    fn default() -> Self {
        Timeline { ended: Vec::new() }
    }
}

impl<K: Copy + Ord, T> Timeline<K, T> {
    /// Ends `value`, the current one, at `until`. Values that began at `until` or later are dropped, since the change
    /// was backdated past them.
    pub fn end(&mut self, until: K, value: T) {
        let first_after = self.ended.partition_point(|(end, _)| *end < until);
        // A backdated change cuts short the value that was in force at `until`; otherwise it ends `value` itself.
        let in_force = if first_after < self.ended.len() {
            Some(self.ended.swap_remove(first_after).1)
        } else {
            None
        };
        self.ended.truncate(first_after);
        self.ended.push((until, in_force.unwrap_or(value)));
    }

    /// Returns the earlier value that was in force at `key`. `None`: the current one was.
    pub fn earlier_at(&self, key: K) -> Option<&T> {
        let index = self.ended.partition_point(|(end, _)| *end <= key);
        self.ended.get(index).map(|(_, value)| value)
    }

    /// Returns the key from which the current value is in force. `None`: it never changed.
    pub fn changed_last(&self) -> Option<K> {
        self.ended.last().map(|(end, _)| *end)
    }

    /// Returns the earlier values, oldest first, each with the key at which it began and the one at which it ended.
    /// `None`: it is the first value.
    pub fn earlier(&self) -> impl DoubleEndedIterator<Item = (Option<K>, K, &T)> {
        (0..self.ended.len()).map(|index| {
            let begin = index.checked_sub(1).map(|before| self.ended[before].0);
            let (end, value) = &self.ended[index];
            (begin, *end, value)
        })
    }

    /// Returns the first value. `None`: the value never changed.
    pub fn first_mut(&mut self) -> Option<&mut T> {
        self.ended.first_mut().map(|(_, value)| value)
    }

    pub fn is_empty(&self) -> bool {
        self.ended.is_empty()
    }
}

impl<K, T> FromIterator<(K, T)> for Timeline<K, T> {
    /// Takes the earlier values, oldest first.
    fn from_iter<I: IntoIterator<Item = (K, T)>>(ended: I) -> Self {
        Timeline { ended: ended.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(ended: &[(i32, char)]) -> Timeline<i32, char> {
        ended.iter().copied().collect()
    }

    #[test]
    fn a_value_is_in_force_until_the_next_one_begins() {
        let timeline = timeline(&[(10, 'a'), (20, 'b')]);
        let at = |key| timeline.earlier_at(key).copied();
        assert_eq!([at(9), at(10), at(19), at(20)], [Some('a'), Some('b'), Some('b'), None]);
        assert_eq!(timeline.changed_last(), Some(20));
    }

    #[test]
    fn a_backdated_change_ends_the_value_in_force_on_its_day() {
        let mut changed = timeline(&[(10, 'a'), (20, 'b')]);
        changed.end(15, 'c');
        assert_eq!(changed, timeline(&[(10, 'a'), (15, 'b')]));
        changed.end(5, 'd');
        assert_eq!(changed, timeline(&[(5, 'a')]));
    }

    #[test]
    fn a_second_change_at_the_same_key_leaves_no_gap() {
        let mut changed = timeline(&[(10, 'a')]);
        changed.end(10, 'b');
        assert_eq!(changed, timeline(&[(10, 'a')]));
    }
}

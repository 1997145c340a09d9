//! What a value was before it changed, so that a fact can be judged by what was in force on its own day.

/// The earlier values of something, oldest first, each with the key at which the next value took its place: the first
/// day of the next one, or the moment of the change. The value in force now is kept where it belongs, in its record.
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
    /// Ends `value` at `until`. Values that would have begun at `until` or later are dropped: the change was dated back
    /// over them.
    pub fn end(&mut self, until: K, value: T) {
        let first_after = self.ended.partition_point(|(end, _)| *end < until);
        // What held at `until` is what is cut short; without a later value, that is `value` itself.
        let cut = if first_after < self.ended.len() {
            Some(self.ended.swap_remove(first_after).1)
        } else {
            None
        };
        self.ended.truncate(first_after);
        self.ended.push((until, cut.unwrap_or(value)));
    }

    /// The earlier value that was in force at `key`. `None`: the present one was.
    pub fn earlier_at(&self, key: K) -> Option<&T> {
        let at = self.ended.partition_point(|(end, _)| *end <= key);
        self.ended.get(at).map(|(_, value)| value)
    }

    /// The key from which the present value is in force. `None`: it always was.
    pub fn changed_last(&self) -> Option<K> {
        self.ended.last().map(|(end, _)| *end)
    }

    /// The earlier values, oldest first, each with the keys between which it was in force.
    pub fn earlier(&self) -> impl DoubleEndedIterator<Item = (Option<K>, K, &T)> {
        (0..self.ended.len()).map(|at| {
            let begin = at.checked_sub(1).map(|before| self.ended[before].0);
            let (end, value) = &self.ended[at];
            (begin, *end, value)
        })
    }

    /// The earliest value. `None`: the present one always was.
    pub fn first_mut(&mut self) -> Option<&mut T> {
        self.ended.first_mut().map(|(_, value)| value)
    }

    pub fn is_empty(&self) -> bool {
        self.ended.is_empty()
    }
}

impl<K, T> FromIterator<(K, T)> for Timeline<K, T> {
    /// The earlier values, oldest first.
    fn from_iter<I: IntoIterator<Item = (K, T)>>(ended: I) -> Self {
        Timeline {
            ended: ended.into_iter().collect(),
        }
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
        assert_eq!(
            [at(9), at(10), at(19), at(20)],
            [Some('a'), Some('b'), Some('b'), None]
        );
        assert_eq!(timeline.changed_last(), Some(20));
    }

    #[test]
    fn a_change_that_is_dated_back_ends_what_held_on_its_day() {
        let mut changed = timeline(&[(10, 'a'), (20, 'b')]);
        changed.end(15, 'c');
        assert_eq!(changed, timeline(&[(10, 'a'), (15, 'b')]));
        changed.end(5, 'd');
        assert_eq!(changed, timeline(&[(5, 'a')]));
    }

    #[test]
    fn a_second_change_at_the_same_key_leaves_no_empty_stretch() {
        let mut changed = timeline(&[(10, 'a')]);
        changed.end(10, 'b');
        assert_eq!(changed, timeline(&[(10, 'a')]));
    }
}

//! A talk of a given length shared among its parts.

/// Shares `length` minutes among parts in proportion to the minutes they would like, whole minutes that add up to
/// it (largest remainder, as seats are shared). A part that wants something gets a minute where there are enough.
pub fn split_minutes(length: u32, wanted: &[u32]) -> Vec<u32> {
    let all: u32 = wanted.iter().sum();
    if all == 0 {
        return vec![0; wanted.len()];
    }
    let parts = u32::try_from(wanted.iter().filter(|want| **want > 0).count()).unwrap_or(u32::MAX);
    let floor = u32::from(length >= parts);
    let rest = length - floor * parts.min(length);
    let mut shares: Vec<u32> = wanted
        .iter()
        .map(|want| rest * want / all + floor * u32::from(*want > 0))
        .collect();
    let mut by_remainder: Vec<usize> = (0..wanted.len()).filter(|at| wanted[*at] > 0).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(rest * wanted[*at] % all));
    let given: u32 = shares.iter().sum();
    for at in by_remainder
        .into_iter()
        .cycle()
        .take((length - given) as usize)
    {
        shares[at] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_add_up_to_the_length() {
        for (length, wanted) in [
            (45, vec![3, 4, 20, 5, 3]),
            (30, vec![1, 1, 1]),
            (7, vec![50, 1, 0, 1]),
        ] {
            assert_eq!(
                split_minutes(length, &wanted).iter().sum::<u32>(),
                length,
                "{wanted:?}"
            );
        }
    }

    #[test]
    fn more_is_given_to_those_who_want_more_and_nothing_to_those_who_want_nothing() {
        assert_eq!(split_minutes(45, &[3, 30, 0, 12]), [4, 29, 0, 12]);
        assert_eq!(split_minutes(0, &[3, 30]), [0, 0]);
        assert_eq!(split_minutes(45, &[]), Vec::<u32>::new());
        assert_eq!(split_minutes(2, &[1, 1, 1]).iter().sum::<u32>(), 2);
    }
}

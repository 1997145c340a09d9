//! Splits the length of a call among the parts of its agenda.

/// Splits `length` into whole minutes in proportion to `wanted`, by the largest remainder method. The shares add up to
/// `length`, unless nothing is wanted. Every part that wants time gets at least one minute if there are enough.
pub fn split_minutes(length: u32, wanted: &[u32]) -> Vec<u32> {
    let total: u32 = wanted.iter().sum();
    if total == 0 {
        return vec![0; wanted.len()];
    }
    let parts = u32::try_from(wanted.iter().filter(|want| **want > 0).count()).unwrap_or(u32::MAX);
    let floor = u32::from(length >= parts);
    let rest = length - floor * parts.min(length);
    let mut shares: Vec<u32> =
        wanted.iter().map(|want| rest * want / total + floor * u32::from(*want > 0)).collect();
    let mut by_remainder: Vec<usize> =
        (0..wanted.len()).filter(|index| wanted[*index] > 0).collect();
    by_remainder.sort_by_key(|index| std::cmp::Reverse(rest * wanted[*index] % total));
    let assigned: u32 = shares.iter().sum();
    for index in by_remainder.into_iter().cycle().take((length - assigned) as usize) {
        shares[index] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_add_up_to_the_length() {
        for (length, wanted) in
            [(45, vec![3, 4, 20, 5, 3]), (30, vec![1, 1, 1]), (7, vec![50, 1, 0, 1])]
        {
            assert_eq!(split_minutes(length, &wanted).iter().sum::<u32>(), length, "{wanted:?}");
        }
    }

    #[test]
    fn minutes_are_split_in_proportion_and_empty_parts_get_none() {
        assert_eq!(split_minutes(45, &[3, 30, 0, 12]), [4, 29, 0, 12]);
        assert_eq!(split_minutes(0, &[3, 30]), [0, 0]);
        assert_eq!(split_minutes(45, &[]), Vec::<u32>::new());
        assert_eq!(split_minutes(2, &[1, 1, 1]).iter().sum::<u32>(), 2);
    }
}

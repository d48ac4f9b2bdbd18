//! One sort for everything: each of the standard library's is some 3 KB of the module anew for every type.

/// Puts items in the order of two numbers; equal ones stay as they stood.
pub(crate) fn sort_by_numbers<T>(items: &mut Vec<T>, numbers: impl Fn(&T) -> [u64; 2]) {
    let mut order: Vec<([u64; 2], u32)> = items.iter().zip(0..).map(|(item, at)| (numbers(item), at)).collect();
    order.sort_unstable();
    let mut given: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, at)| given[at as usize].take()));
}

/// A number that is larger for a smaller one that is not negative.
pub(crate) fn descending(number: f64) -> u64 {
    !number.to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_as_they_stood() {
        let mut items = vec![("b", 2.5), ("a", 0.0), ("c", 2.5), ("d", 1e9), ("e", 0.1)];
        sort_by_numbers(&mut items, |item| [descending(item.1), 0]);
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "dbcea");
        sort_by_numbers(&mut items, |item| [u64::from(item.1 > 1.0), u64::from(item.0 == "b")]);
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "eadcb");
    }
}

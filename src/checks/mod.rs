//! What a careful editor would look at again: one file a check, each precise rather than complete.

mod abbreviation;
mod ceased;
mod document;
mod name_spelling;
mod sum;
mod symbol_order;

use crate::analysis::{Check, ZoneKind};
use crate::layout::Layout;
use crate::records::Records;
use crate::text::{Reading, Stretch};
use std::collections::BTreeMap;

/// What every check sees.
struct Article<'a> {
    reading: &'a Reading,
    layout: &'a Layout,
    records: &'a Records,
}

impl Article<'_> {
    fn check<const N: usize>(
        &self,
        code: &'static str,
        message: String,
        values: [(&'static str, String); N],
        at: &[Stretch],
    ) -> Check {
        // one by one: collecting would sort them first, with a sort of their own
        let mut named = BTreeMap::new();
        for (name, value) in values {
            named.insert(name, value);
        }
        Check { code, message, values: named, spans: at.iter().map(|&s| self.reading.span(s)).collect() }
    }

    /// The token stands in what is read as the article itself.
    fn is_prose(&self, token: usize) -> bool {
        use ZoneKind::{Body, Heading, Lead, Question, Title};
        matches!(self.layout.zone(self.reading, token), Body | Heading | Lead | Question | Title)
    }

    /// The stretch of a mention.
    fn at(&self, mention: u32) -> Stretch {
        self.records.mentions[mention as usize].at
    }
}

/// Runs every check, in the order of the text.
pub(crate) fn run(reading: &Reading, layout: &Layout, records: &Records) -> Vec<Check> {
    let article = Article { reading, layout, records };
    let mut out = symbol_order::find(&article);
    out.extend(document::find(&article));
    out.extend(sum::find(&article));
    out.extend(name_spelling::find(&article));
    out.extend(ceased::find(&article));
    out.extend(abbreviation::find(&article));
    // those without a place come first
    crate::order::sort_by_numbers(&mut out, |c| {
        c.spans.first().map_or([0, 0], |s| [u64::from(s.start) + 1, s.end.into()])
    });
    out
}

#[cfg(test)]
mod tests {
    use crate::{Date, Options, analyze};

    /// The codes of the checks on a text, published on a day.
    pub(super) fn codes(text: &str, published: &str) -> Vec<&'static str> {
        let options = Options { published: Date::parse(published), ..Options::default() };
        analyze(text, &options).checks.iter().map(|c| c.code).collect()
    }

    /// The page says every check in Vietnamese too, from these alone.
    #[test]
    fn values_hold_what_the_message_names() {
        let text = "Nghị quyết số 18-NQ/TW ngày 26/10/2017 của Ban Chấp hành Trung ương. Kế hoạch số 12/KH-TU của Tỉnh ủy.\n\
            Đại hội bầu 45 đồng chí, gồm 20 đồng chí nữ, 24 đồng chí nam.\n\
            Bộ Giao thông vận tải yêu cầu các địa phương báo cáo việc triển khai KHTHQĐ.";
        let options = Options { published: Date::parse("2025-08-01"), ..Options::default() };
        let checks = analyze(text, &options).checks;
        let mut codes: Vec<&str> = checks.iter().map(|c| c.code).collect();
        codes.sort_unstable();
        assert_eq!(codes, ["ceased_unit", "document_date", "sum", "symbol_order", "unexplained_abbreviation"]);
        for check in checks {
            assert!(!check.values.is_empty());
            for value in check.values.values() {
                assert!(check.message.contains(value), "{value}: {}", check.message);
            }
        }
    }

    #[test]
    fn seeds_give_no_false_alarm() {
        for seed in std::fs::read_dir("seeds").unwrap() {
            let text = std::fs::read_to_string(seed.unwrap().path()).unwrap();
            let checks = analyze(&text, &Options::default()).checks;
            assert!(checks.is_empty(), "{checks:?}");
        }
    }
}

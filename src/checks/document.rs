//! A document whose date or issuer is not what the table of key documents has.
//!
//! Numbers begin anew with every term, so only a document of the same type, symbol and year is held to be the one of
//! the table; and only issuers of the table are told apart, because papers word them in many ways.

use super::Article;
use crate::analysis::{Check, Document};
use crate::lexicon::columns::key_documents;
use crate::lexicon::{Table, rows};
use crate::records::rows_with_symbol;
use crate::text::{Stretch, words_of};
use std::sync::LazyLock;

/// Compares every dated document with the table.
pub(super) fn find(article: &Article) -> Vec<Check> {
    article.records.documents.iter().filter_map(|d| compare(article, d)).collect()
}

fn compare(article: &Article, document: &Document) -> Option<Check> {
    let (symbol, date) = (document.symbol.as_deref()?, document.date.as_deref()?);
    let same = |row: &&u32| {
        let listed = key_documents::DATE.of(**row);
        listed.get(..4) == date.get(..4) && words_of(key_documents::TYPE.of(**row)) == words_of(&document.kind)
    };
    let mut fitting = rows_with_symbol(symbol).iter().filter(same);
    let (&row, None) = (fitting.next()?, fitting.next()) else { return None };
    let at: Vec<Stretch> = document.mentions.iter().map(|&m| article.at(m)).take(1).collect();
    let listed = key_documents::DATE.of(row);
    if listed != date {
        let message = format!("{symbol} is dated {date} here; the document known by this symbol is of {listed}.");
        let values =
            [("symbol", symbol), ("date", date), ("listed", listed)].map(|(key, value)| (key, value.to_string()));
        return Some(article.check("document_date", message, values, &at));
    }
    let issuer = document.issuer.as_deref()?;
    let listed = key_documents::ISSUER.of(row);
    let words = words_of(issuer);
    let is = |name: &str| words.starts_with(&words_of(name));
    let other = ISSUERS.iter().any(|other| *other != listed && is(other));
    (other && !is(listed)).then(|| {
        let message = format!("{symbol} is by \"{issuer}\" here; the document known by this symbol is by {listed}.");
        let values = [("symbol", symbol), ("issuer", issuer), ("listed", listed)];
        article.check("document_issuer", message, values.map(|(key, value)| (key, value.to_string())), &at)
    })
}

static ISSUERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut names: Vec<&str> = (0..rows(Table::KeyDocuments)).map(|r| key_documents::ISSUER.of(r)).collect();
    names.sort_unstable();
    names.dedup();
    names
});

#[cfg(test)]
mod tests {
    use crate::checks::tests::codes;

    #[test]
    fn date_and_issuer_against_the_table() {
        for (text, expected) in [
            ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương.", &[][..]),
            ("Nghị quyết số 18-NQ/TW ngày 26/10/2017 của Ban Chấp hành Trung ương.", &["document_date"]),
            ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Bộ Chính trị.", &["document_issuer"]),
            // another year: another document of that number
            ("Nghị quyết số 18-NQ/TW ngày 16/6/2005 của Bộ Chính trị.", &[]),
            ("Nghị quyết số 18-NQ/TW của Bộ Chính trị.", &[]),
        ] {
            assert_eq!(codes(text, "2024-05-01"), expected, "{text}");
        }
    }
}

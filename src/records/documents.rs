//! Not written yet.

use super::{Built, Context};
use crate::analysis::Document;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Document> {
    Built::default()
}

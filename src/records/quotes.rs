//! Not written yet.

use super::{Built, Context};
use crate::analysis::Quote;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Quote> {
    Built::default()
}

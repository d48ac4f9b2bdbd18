//! Not written yet.

use super::{Built, Context};
use crate::analysis::Abbreviation;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Abbreviation> {
    Built::default()
}

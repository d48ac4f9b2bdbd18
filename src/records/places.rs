//! Not written yet.

use super::{Built, Context};
use crate::analysis::Place;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Place> {
    Built::default()
}

//! Not written yet.

use super::{Built, Context};
use crate::analysis::Quantity;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Quantity> {
    Built::default()
}

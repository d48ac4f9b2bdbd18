//! Not written yet.

use super::{Built, Context};
use crate::analysis::Time;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Time> {
    Built::default()
}

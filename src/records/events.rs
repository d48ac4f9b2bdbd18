//! Not written yet.

use super::{Built, Context};
use crate::analysis::Event;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Event> {
    Built::default()
}

//! Not written yet.

use super::{Built, Context};
use crate::analysis::Organization;

/// Groups the mentions of this kind.
pub fn build(_context: &Context) -> Built<Organization> {
    Built::default()
}

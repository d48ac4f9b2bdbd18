//! Not written yet.

use super::{Built, Context};
use crate::analysis::{Person, Role};

/// Groups names into people and mentions of posts into posts, and joins the two.
pub fn build(_context: &Context) -> (Built<Person>, Built<Role>) {
    Default::default()
}

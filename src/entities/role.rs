//! Not written yet.

use super::Board;
use crate::layout::Layout;
use crate::text::Reading;

/// What the rules read beside the stretch.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {}

/// Proposes.
pub fn propose(_reading: &Reading, _layout: &Layout, _board: &mut Board) {}

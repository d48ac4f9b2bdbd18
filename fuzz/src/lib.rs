//! What the fuzz targets share: texts that look like news, and what must hold for them.

#[path = "../../tests/forms/mod.rs"]
mod forms;
#[path = "../../tests/invariants/mod.rs"]
pub mod invariants;
pub mod texts;

//! People and posts: which names are one person, which wordings one post, and who holds which.
//!
//! Between a name and a post the text says little more than marks: `Trưởng Ban … Phan Văn Phụng`,
//! `ông Mai Văn Chính, Ủy viên …, Phó trưởng …`. A post right before a name is that person's, with the posts
//! that a comma joins to it; posts behind a name and a comma are its, up to the next name. Verbs between the two
//! (`bầu`, `bổ nhiệm`, `thôi giữ chức`; table `post_links.tsv`) say that it is gained or left.

mod holders;
mod names;
mod titles;

use super::{Built, Context};
use crate::analysis::{Person, Role};

/// Groups names into people and mentions of posts into posts, and joins the two.
pub fn build(context: &Context) -> (Built<Person>, Built<Role>) {
    let mut people = names::group(context);
    let mut roles = titles::group(context);
    holders::join(context, &mut people, &mut roles);
    (people, roles)
}

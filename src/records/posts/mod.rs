//! People and posts: which names are one person, which wordings one post, and who holds which.
//!
//! Between a name and a post the text says little more than marks: `Trưởng Ban … Phan Văn Phụng`,
//! `ông Mai Văn Chính, Ủy viên …, Phó trưởng …`. A post right before a name is that person's, with the posts
//! that a comma joins to it; posts behind a name and a comma are its, up to the next name. Verbs between the two
//! (`bầu`, `bổ nhiệm`, `thôi giữ chức`; table `post_links.tsv`) say that it is gained or left.

mod births;
mod changes;
mod forms;
mod holders;
mod names;
mod rows;
mod sentence;
mod signs;
mod titles;
mod topic;

use super::{Built, Context};
use crate::analysis::{Person, Role};

/// Groups names into people and mentions of posts into posts, and joins the two.
pub(super) fn build(context: &Context) -> (Built<Person>, Built<Role>) {
    let mut people = names::group(context);
    let mut roles = titles::group(context);
    holders::join(context, &mut people, &mut roles);
    (people, roles)
}

#[cfg(test)]
mod tests {
    /// The people of a text with their posts: `name: post, post`.
    fn people(text: &str) -> Vec<String> {
        let analysis = crate::analyze(text, &crate::Options::default());
        let posts = |p: &crate::analysis::Person| {
            let titles: Vec<&str> = p.roles.iter().map(|r| r.title.as_str()).collect();
            format!("{}: {}", p.name, titles.join(", "))
        };
        analysis.people.iter().map(posts).collect()
    }

    #[test]
    fn posts_before_and_behind_a_name() {
        for (text, want) in [
            (
                "Ủy viên Bộ Chính trị, Bí thư Thành ủy Nguyễn Văn Nam dự.",
                "Nguyễn Văn Nam: Ủy viên Bộ Chính trị, Bí thư Thành ủy",
            ),
            (
                "Ông Mai Văn Chính, Ủy viên Trung ương Đảng, Giám đốc Sở Y tế, nêu.",
                "Mai Văn Chính: Ủy viên Trung ương Đảng, Giám đốc Sở Y tế",
            ),
            ("Ông Lê Văn Tám - Chủ tịch UBND tỉnh, nói.", "Lê Văn Tám: Chủ tịch UBND tỉnh"),
            ("Dự có Thủ tướng Phạm Văn Minh, Chủ tịch Quốc hội Trần Văn Mẫn.", "Phạm Văn Minh: Thủ tướng"),
        ] {
            assert_eq!(people(text)[0], want, "{text}");
        }
    }

    #[test]
    fn short_forms_join_the_name_they_shorten() {
        let found = people("Ông Trần Văn Huyến, Chủ tịch HĐND tỉnh, dự. Ông Huyến nêu ba việc.");
        assert_eq!(found, ["Trần Văn Huyến: Chủ tịch HĐND tỉnh"]);
    }

    #[test]
    fn verbs_say_that_a_post_is_gained_or_left() {
        use crate::analysis::{Change, Status};
        let text = "Ông Lê Văn Tám, Phó Giám đốc Sở Y tế, được bổ nhiệm giữ chức Giám đốc Sở Y tế.";
        let analysis = crate::analyze(text, &crate::Options::default());
        let gained = analysis.people[0].roles.iter().find(|r| r.title == "Giám đốc Sở Y tế").expect("the new post");
        assert_eq!((gained.status, gained.change), (Some(Status::Incoming), Some(Change::Appointed)));
    }
}

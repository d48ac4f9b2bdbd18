//! Who holds which post, as an article says: `cargo run --example posts seeds/*.txt`.

use langkinh::{Options, analyze};

fn main() -> std::io::Result<()> {
    for file in std::env::args().skip(1) {
        let analysis = analyze(&std::fs::read_to_string(file)?, &Options::default());
        for person in &analysis.people {
            for held in &person.roles {
                let role = &analysis.roles[held.role as usize];
                let body = role.organization.map_or("–", |at| &analysis.organizations[at as usize].name);
                let status = held.status.map_or(String::new(), |status| format!(" ({status:?})"));
                println!("{}\t{}{status}\t{body}", person.name, role.title);
            }
        }
    }
    Ok(())
}

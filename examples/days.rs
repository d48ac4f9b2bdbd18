//! What happened on which day, over several articles, with the day of publication where a text names none:
//! `cargo run --example days 2021-10-14 seeds/*.txt`.

use langkinh::analysis::Granularity;
use langkinh::{Date, Options, analyze};
use std::collections::BTreeMap;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let published = arguments.next().and_then(|day| Date::parse(&day)).ok_or("a day first, as YYYY-MM-DD")?;
    let options = Options { published: Some(published), ..Options::default() };
    let mut days: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in arguments {
        let text = std::fs::read_to_string(&file)?;
        let units: Vec<u16> = text.encode_utf16().collect();
        let analysis = analyze(&text, &options);
        for time in analysis.times.iter().filter(|time| time.granularity == Granularity::Day) {
            let entity = &analysis.entities[time.entity as usize];
            let words = String::from_utf16_lossy(&units[entity.start as usize..entity.end as usize]);
            if let Some(day) = &time.value {
                days.entry(day.clone()).or_default().push(format!("{file}: {words}"));
            }
        }
    }
    for (day, places) in days {
        println!("{day}\t{}", places.join("; "));
    }
    Ok(())
}

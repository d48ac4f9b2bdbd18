//! Every row of every table is found in a sentence made for its column: a form that no rule can reach is knowledge lost.
#![cfg(not(target_family = "wasm"))]

use langkinh::analysis::{Analysis, Entity, Kind};
use langkinh::{Options, analyze};

/// The rows of a table below its header.
fn rows(table: &str) -> Vec<Vec<String>> {
    let file = format!("{}/src/lexicon/data/{table}.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&file).expect("the table");
    let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).skip(1);
    lines.map(|l| l.split('\t').map(str::to_string).collect()).collect()
}

/// A sentence as it is analyzed, and what it says of the words looked for.
struct Read {
    units: Vec<u16>,
    analysis: Analysis,
}

impl Read {
    fn new(text: &str) -> Self {
        let published = langkinh::Date::parse("2025-10-01");
        let analysis = analyze(text, &Options { published, ..Options::default() });
        Self { units: text.encode_utf16().collect(), analysis }
    }

    fn words(&self, e: &Entity) -> String {
        String::from_utf16_lossy(&self.units[e.start as usize..e.end as usize])
    }

    /// The entities of a kind, as their words.
    fn marked(&self, kind: Kind) -> Vec<String> {
        self.analysis.entities.iter().filter(|e| e.kind == kind).map(|e| self.words(e)).collect()
    }

    /// An entity of the kind is these words.
    fn is(&self, kind: Kind, words: &str) -> bool {
        self.marked(kind).iter().any(|w| w == words)
    }

    /// An entity of the kind begins with these words.
    fn begins(&self, kind: Kind, words: &str) -> bool {
        self.marked(kind).iter().any(|w| w.starts_with(words))
    }
}

/// The form with a capital first letter.
fn capital(form: &str) -> String {
    let mut chars = form.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

/// Tries every form of some columns of a table; `test` says whether it was found. Prints and fails with those that were not.
#[track_caller]
fn every(table: &str, columns: &[usize], test: impl Fn(&[String], &str) -> bool) {
    let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
    let mut lost = Vec::new();
    let mut tried = 0;
    for row in rows(table) {
        for &column in columns {
            for form in cell(&row, column).split('|').filter(|f| !f.is_empty()) {
                tried += 1;
                if !test(&row, form) {
                    lost.push(form.to_string());
                }
            }
        }
    }
    assert!(tried > 0);
    assert!(lost.is_empty(), "{table}: {} of {tried} forms are not found: {}", lost.len(), lost.join(" | "));
}

fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", String::as_str)
}

#[test]
fn heads_of_bodies() {
    every("body_heads", &[0], |row, form| {
        let takes = cell(row, 3);
        let tails = [
            ("any", "Hoa Sen"),
            ("field", "Hoa Sen"),
            ("number", "5"),
            ("place", "tỉnh Long An"),
            ("body", "Tỉnh ủy Long An"),
            // the standing board of the Front, the center of a union, the staff of an army
            ("body", "Ủy ban MTTQ Việt Nam tỉnh"),
            ("body", "Hội Nông dân Việt Nam"),
            ("body", "Quân khu 7"),
        ];
        let tails = tails.iter().filter(|(flag, _)| takes.contains(flag)).map(|(_, tail)| *tail);
        let form = if takes.contains("lower") { form.to_string() } else { capital(form) };
        tails
            .chain([""])
            .any(|tail| Read::new(&format!("Hôm qua, {form} {tail} đã họp.")).begins(Kind::Organization, &form))
    });
}

#[test]
fn heads_of_bodies_from_behind() {
    every("body_heads", &[0], |row, form| {
        let (takes, form) = (cell(row, 3), capital(form));
        let read = || Read::new(&format!("Theo {form} Châu Thành, mưa to.")).marked(Kind::Place);
        !takes.contains("place") || read().iter().any(|place| place.ends_with("Châu Thành"))
    });
}

#[test]
fn heads_of_posts() {
    every("role_heads", &[0], |row, form| {
        let (takes, form) = (cell(row, 2), capital(form));
        let tail = match () {
            () if cell(row, 1).ends_with('_') => " Ban Tổ chức Tỉnh ủy",
            () if takes.contains("body") => " Sở Y tế tỉnh Long An",
            () if takes.contains("field") => " Tài chính",
            () if takes.contains("place") => " tỉnh Long An",
            () => "",
        };
        Read::new(&format!("Hôm qua, {form}{tail} Nguyễn Văn An đến.")).begins(Kind::Role, &form)
    });
}

#[test]
fn heads_of_posts_from_behind() {
    // in small letters a council is definite only behind the post that it completes
    let council = "hội đồng nhân dân tỉnh Long An";
    assert!(!Read::new(&format!("Hôm qua, nhiều {council} họp.")).is(Kind::Organization, council));
    every("role_heads", &[0], |_, form| {
        Read::new(&format!("Hôm qua, {} {council} đến.", capital(form))).is(Kind::Organization, council)
    });
}

#[test]
fn words_before_people() {
    every("honorifics", &[0], |_, form| {
        Read::new(&format!("Hôm qua, {form} Kan Lịch đã đến.")).is(Kind::Person, "Kan Lịch")
    });
}

#[test]
fn words_before_what_is_no_person() {
    every("not_persons", &[0], |_, form| {
        Read::new(&format!("Hôm qua, {form} Trần Văn Ơn đông người.")).marked(Kind::Person).is_empty()
    });
}

#[test]
fn fields_of_work() {
    every("fields", &[0], |_, form| {
        ["Trung tâm", "Học viện", "Liên hiệp"].iter().any(|head| {
            let name = format!("{head} {form}");
            Read::new(&format!("Hôm qua, {name} đã họp.")).is(Kind::Organization, &name)
        })
    });
}

#[test]
fn fields_of_work_from_behind() {
    let honorifics: Vec<String> = rows("honorifics").iter().map(|row| cell(row, 0).to_lowercase()).collect();
    every("fields", &[0], |_, form| {
        // `Nhà báo Hoài Nhơn` is a person; behind a person's name no place goes on
        let called = honorifics.iter().any(|row| row.split('|').any(|h| h == form.to_lowercase()));
        let read = || Read::new(&format!("Hôm qua, Trung tâm {form} Hoài Nhơn đã họp.")).marked(Kind::Place);
        called || form.ends_with("Hồ Chí Minh") || read().iter().any(|place| place.ends_with("Hoài Nhơn"))
    });
}

#[test]
fn bodies_of_one_name() {
    every("fixed_bodies", &[0], |_, form| Read::new(&format!("Hôm qua, {form} đã họp.")).is(Kind::Organization, form));
}

#[test]
fn organs_of_a_state() {
    every("state_organs", &[0], |_, form| {
        Read::new(&format!("Hôm qua, {form} Mỹ đã họp.")).is(Kind::Organization, &format!("{form} Mỹ"))
    });
}

#[test]
fn bodies_that_ended() {
    every("ended_bodies", &[0], |_, form| {
        Read::new(&format!("Hôm nay, {form} đã họp.")).analysis.checks.iter().any(|c| c.code == "ceased_unit")
    });
}

#[test]
fn units_of_places() {
    every("place_units", &[0], |row, form| {
        let names: &[&str] = match cell(row, 2) {
            "province" | "city" => &["Long An", "Cần Thơ"],
            "district" => &["Châu Thành", "5"],
            "commune" => &["Tân Lập"],
            "abroad" => &["California", "Huế"],
            _ => &["Hoa Sen Nở", "1A", "Sen", "Huế"],
        };
        // `Q.5`, `Q5`
        let glue = if form.ends_with('.') || form.len() == 1 { "" } else { " " };
        names.iter().any(|name| Read::new(&format!("Hôm qua ở {form}{glue}{name}, mưa to.")).begins(Kind::Place, form))
    });
}

#[test]
fn places_of_the_world() {
    every("regions", &[0], |_, form| Read::new(&format!("Hôm qua ở {form}, mưa to.")).is(Kind::Place, form));
}

#[test]
fn provinces() {
    every("provinces", &[0, 1], |row, form| {
        let unit = if form == "Hồ Chí Minh" { format!("{} ", cell(row, 4)) } else { String::new() };
        let name = format!("{unit}{form}");
        Read::new(&format!("Hôm qua tại {name}, mưa to.")).is(Kind::Place, &name)
    });
}

/// Names in many lines of one text, so that ten thousand take seconds.
fn in_lines(table: &str, columns: &[usize], unit_of: impl Fn(&[String]) -> String) {
    let mut names = Vec::new();
    for row in rows(table) {
        for &column in columns {
            let forms = cell(&row, column).split('|').filter(|f| !f.is_empty());
            names.extend(forms.map(|form| format!("{} {form}", unit_of(&row))));
        }
    }
    let text: String = names.iter().map(|name| format!("Hôm qua tại {name}, mưa to.\n")).collect();
    let read = Read::new(&text);
    let marked: std::collections::HashSet<String> = read.marked(Kind::Place).into_iter().collect();
    let lost: Vec<&String> = names.iter().filter(|name| !marked.contains(*name)).collect();
    assert!(lost.is_empty(), "{table}: {} of {} are not found: {lost:?}", lost.len(), names.len());
}

#[test]
fn districts() {
    in_lines("districts", &[0, 1], |row| cell(row, 3).to_string());
}

#[test]
fn communes() {
    let unit = |row: &[String]| cell(row, 3).to_string();
    in_lines("communes", &[0, 1], unit);
    in_lines("communes_before", &[0, 1], unit);
}

#[test]
fn types_of_documents() {
    every("doc_types", &[0], |row, form| {
        let tail = match cell(row, 3) {
            kind if kind.contains("number") => " số 12-AB/TW",
            kind if kind.contains("subject") => " Đất đai",
            kind if kind.contains("constitution") => " năm 2013",
            _ => " Nâng cao chất lượng đội ngũ cán bộ",
        };
        Read::new(&format!("Hôm qua, {form}{tail} được đọc.")).begins(Kind::Document, form)
    });
}

#[test]
fn types_of_documents_from_behind() {
    every("doc_types", &[0], |_, form| {
        let read = Read::new(&format!("Theo {form} 12/2024, việc tốt."));
        !read.is(Kind::Time, "12/2024")
    });
}

#[test]
fn subjects_of_laws() {
    every("laws", &[0], |_, form| {
        let name = format!("Luật {form}");
        Read::new(&format!("Theo {name}, việc này được phép.")).is(Kind::Document, &name)
    });
}

#[test]
fn documents_known_by_symbol() {
    every("key_documents", &[0], |row, symbol| {
        // a row for a range of numbers is known by none of them alone
        if symbol.contains('–') {
            return true;
        }
        let (kind, date) = (cell(row, 1), cell(row, 2).split('-').rev().collect::<Vec<_>>().join("/"));
        let read = Read::new(&format!("Theo {kind} số {symbol} ngày {date} của {}, việc tốt.", cell(row, 3)));
        read.analysis.documents.iter().any(|d| d.known.as_ref().is_some_and(|k| k.symbol == symbol))
    });
}

#[test]
fn heads_of_events() {
    every("event_heads", &[0], |row, form| {
        let form = capital(form);
        let tail = match cell(row, 2) {
            "congress" => " lần thứ XI",
            "ordinal" if form.ends_with("lần") => " thứ 6",
            "ordinal" => " thứ 6",
            "election" => " đại biểu Quốc hội khóa XV",
            "years" => " 50 năm thành lập ngành",
            "day" => " ngành Kiểm lâm",
            "title" => " sơ kết công tác dân vận chính quyền",
            "name" => " Hoa Sen lần thứ III",
            "edition" => " 2022",
            _ => "",
        };
        Read::new(&format!("Hôm qua dự {form}{tail}.")).begins(Kind::Event, &form)
    });
}

#[test]
fn days_with_a_name() {
    every("days", &[0], |row, form| {
        let (small, day, month) = (form.to_lowercase(), cell(row, 1), cell(row, 2));
        let read = Read::new(&format!("Hôm qua dự {form}. Sắp đến {small} ({day}/{month}). Từ {small} đã lâu."));
        let marked = read.marked(Kind::Event);
        [form, small.as_str()].iter().all(|name| marked.iter().filter(|&m| m == name).count() == 1)
    });
}

#[test]
fn units_of_measure() {
    every("units", &[0], |_, form| {
        let read = Read::new(&format!("Hôm qua có 25 {form}."));
        read.begins(Kind::Quantity, "25 ") || read.begins(Kind::Time, "25 ") || !read.marked(Kind::Quantity).is_empty()
    });
}

#[test]
fn words_that_compare() {
    every("comparisons", &[0], |row, form| {
        ["250 người", "25%"].iter().any(|counted| {
            let read = Read::new(&format!("Ở đó có {form} {counted}."));
            let found: Vec<_> = read.analysis.quantities.iter().filter_map(|q| q.comparison).collect();
            found.len() == 1 && serde_json::to_value(found[0]).unwrap() == cell(row, 1)
        })
    });
}

#[test]
fn what_is_counted() {
    every("countables", &[0], |row, form| {
        cell(row, 1) == "material" || Read::new(&format!("Ở đó có 250 {form}.")).begins(Kind::Quantity, "250 ")
    });
}

#[test]
fn what_is_numbered() {
    every("numbered", &[0], |row, form| {
        let counted = if cell(row, 1) == "weak" { "Hoa Sen" } else { "học sinh" };
        Read::new(&format!("Hôm qua, {form} 7 {counted} đến.")).analysis.quantities.iter().all(|q| q.value != 7.0)
    });
}

#[test]
fn number_words() {
    every("numerals", &[0], |row, form| {
        let (before, value) = match cell(row, 2) {
            "digit" | "ten" => (String::new(), 1.0),
            "tens" | "hundred" => ("hai ".to_string(), 2.0),
            "scale" => ("2 ".to_string(), 2.0),
            _ => return Read::new(&format!("Có hai trăm {form} sáu người.")).analysis.quantities[0].value == 206.0,
        };
        let worth = value * cell(row, 1).parse::<f64>().unwrap();
        // these are numbers only behind a ten
        let after = if ["một", "mốt", "lăm", "nhăm", "tư"].contains(&form) { "hai mươi " } else { &before };
        let worth = if after == "hai mươi " { 20.0 + worth } else { worth };
        let read = Read::new(&format!("Ở đó có {after}{form} người."));
        read.analysis.quantities.iter().any(|q| q.value == worth)
    });
}

#[test]
fn lunar_years() {
    every("lunar_years", &[0], |_, form| {
        let read = Read::new(&format!("Đó là năm {form}. Đón Tết {form} 2019."));
        read.is(Kind::Time, &format!("năm {form}")) && read.is(Kind::Time, &format!("{form} 2019"))
    });
}

#[test]
fn words_before_quotations() {
    every("quote_heads", &[0], |row, form| {
        let read = Read::new(&format!("Ở đó có {form} “Đoàn kết là sức mạnh”."));
        read.analysis.quotes.iter().any(|q| serde_json::to_value(q.kind).unwrap() == cell(row, 1))
    });
}

#[test]
fn verbs_of_saying() {
    every("speech_verbs", &[0], |_, form| {
        let said = "“Chúng tôi sẽ làm tốt việc này”";
        let texts = [
            format!("Ông Nguyễn Văn An {form}: {said}."),
            format!("{said}, ông Nguyễn Văn An {form}."),
            format!("Ông Nguyễn Văn An {form} việc này: {said}."),
        ];
        texts
            .iter()
            .any(|text| Read::new(text).analysis.quotes.iter().any(|q| q.speaker.as_deref() == Some("Nguyễn Văn An")))
    });
}

#[test]
fn words_between_people_and_posts() {
    const PERSON: &str = "ông Nguyễn Văn An";
    const POST: &str = "Giám đốc Sở Y tế tỉnh Long An";
    every("post_links", &[0], |row, form| {
        let (link, change) = (cell(row, 1), cell(row, 2));
        let holdings = |text: &str| -> Vec<_> {
            let people = Read::new(text).analysis.people;
            people.into_iter().filter(|p| p.name == "Nguyễn Văn An").flat_map(|p| p.roles).collect()
        };
        let name = |c| serde_json::to_value(c).unwrap().as_str().unwrap().to_string();
        let proposed = format!("Sở Nội vụ {form} bổ nhiệm {PERSON} giữ chức {POST}.");
        let texts = match link {
            // what is only proposed changes nothing
            "not" => return holdings(&proposed).iter().all(|h| h.change.is_none()),
            // words that only stand between others
            "done" | "word" | "passive" => return true,
            "hands" => vec![format!("Trao quyết định bổ nhiệm chức vụ {POST} {form} {PERSON}.")],
            "instead" => vec![
                format!("Ông Lê Văn Bình được bổ nhiệm giữ chức {POST} {form} {PERSON}."),
                format!("Ông Lê Văn Bình được bầu {form} {PERSON} giữ chức {POST}."),
            ],
            "particular" | "home" => vec![
                format!("Hôm qua, {PERSON}, {form} 1970, {POST}, đến."),
                format!("Hôm qua, {PERSON}, {form} Long An, {POST}, đến."),
            ],
            _ => vec![
                format!("Hôm qua, {PERSON} {form} {POST}."),
                format!("Hôm qua, {PERSON} được {form} {POST}."),
                format!("Hôm qua, {PERSON} được {form} giữ chức {POST}."),
                format!("Hôm qua, {PERSON}, {POST}, bị {form}."),
                format!("Hôm qua, {PERSON}, {POST}, {form}."),
                format!("Hôm qua đã {form} chức {POST} đối với {PERSON}."),
            ],
        };
        texts
            .iter()
            .any(|t| holdings(t).iter().any(|h| change.is_empty() || h.change.map(name).as_deref() == Some(change)))
    });
}

#[test]
fn names_of_other_countries() {
    every("foreign_names", &[0], |row, form| {
        let family = cell(row, 1) == "family";
        let name = if family { form.to_string() } else { format!("{form} Zorblat") };
        Read::new(&format!("Hôm qua, {name} cho biết tin này.")).is(Kind::Person, &name)
    });
}

#[test]
fn syllables_of_names() {
    every("surnames", &[0], |row, form| {
        let name = match cell(row, 1) {
            "surname" => format!("{form} Thị Hồng"),
            "middle" => format!("Nguyễn {form} Hồng"),
            "given" => format!("Nguyễn Thị {form}"),
            _ => return true,
        };
        Read::new(&format!("Hôm qua, đồng chí {name} đến.")).is(Kind::Person, &name)
    });
}

#[test]
fn words_beside_names() {
    every("name_cues", &[0], |row, form| {
        let kind = match cell(row, 2) {
            "person" => Kind::Person,
            "organization" => Kind::Organization,
            _ => Kind::Place,
        };
        let line = |name: &str| match cell(row, 1) {
            "before" => format!("Hôm qua {form} {name}. "),
            _ => format!("Hôm qua {name} {form}. "),
        };
        Read::new(&line("Zorblat").repeat(4)).marked(kind).iter().any(|w| w.contains("Zorblat"))
    });
}

#[test]
fn newspapers() {
    // the names are what records write; texts are found by codes and domains
    every("newspapers", &[1], |row, code| {
        let read = Read::new(&format!("({code}) - Sáng nay, tỉnh họp về việc trồng cây trong mùa mưa tới.\n"));
        let shared = rows("newspapers").iter().filter(|r| cell(r, 1).split('|').any(|c| c == code)).count() > 1;
        shared || read.analysis.meta.outlet.as_deref() == Some(cell(row, 0))
    });
    every("newspapers", &[2], |row, domain| {
        let read = Read::new(&format!("Tiêu đề\nSáng nay, tỉnh họp về việc trồng cây.\nNguồn: {domain}\n"));
        let shared = rows("newspapers").iter().filter(|r| cell(r, 2).split('|').any(|d| d == domain)).count() > 1;
        shared || read.analysis.meta.outlet.as_deref() == Some(cell(row, 0))
    });
}

#[test]
fn abbreviations() {
    every("abbreviations", &[0], |row, form| {
        let with = cell(row, 2).split('|').next().unwrap_or("");
        let text = format!("Hôm qua, công tác {form} {with} được bàn.");
        Read::new(&text).analysis.abbreviations.iter().any(|a| a.short == form)
    });
}

#[test]
fn keywords_of_topics() {
    every("topics", &[2], |row, form| {
        Read::new(&format!("Hôm qua bàn về {form}.")).analysis.metrics.topics.iter().any(|t| t.topic == cell(row, 0))
    });
}

#[test]
fn set_phrases() {
    every("formulas", &[2], |row, form| {
        Read::new(&format!("Hôm qua bàn về {form} ở đây."))
            .analysis
            .metrics
            .formulas
            .iter()
            .any(|f| f.text == cell(row, 0))
    });
}

#[test]
fn words_of_several_syllables() {
    every("compounds", &[0], |_, form| {
        let words = |text: &str| Read::new(text).analysis.metrics;
        let (with, without) = (words(&format!("Mà ở đây thì {form} vẫn cứ thế.")), words("Mà ở đây thì vẫn cứ thế."));
        with.words - without.words < with.syllables - without.syllables
    });
}

#[test]
fn furniture_of_sites() {
    const BODY: &str = "Sáng nay, tỉnh họp về việc trồng cây trong mùa mưa tới, có nhiều đại biểu dự.";
    every("boilerplate", &[0], |row, form| {
        let own = [
            "{}",
            "{}: Văn An",
            "{} 14/10/2021 08:35",
            "{}: 14/10/2021",
            "14/10/2021 08:35 {}",
            "{}: 1.234",
            "1.234 {}",
        ];
        let more = [
            "{} Nguyễn Văn An",
            "Nguyễn Văn An {}",
            "Ông An ({}) cùng đoàn ở tỉnh. Ảnh: Văn An",
            "5 {}",
            "{}2021.jpg",
            "({})",
        ];
        own.iter().chain(&more).any(|line| {
            let line = line.replace("{}", form);
            let texts = [
                format!("{line}\nTỉnh trồng cây\n{BODY}\n{BODY}\n"),
                format!("Tỉnh trồng cây\n{line}\n{BODY}\n{BODY}\n"),
                format!("Tỉnh trồng cây\n{BODY}\n{line}\n{BODY}\n"),
                format!("Tỉnh trồng cây\n{BODY}\n{BODY}\n{line}\n"),
            ];
            texts.iter().any(|text| {
                let at = text[..text.find(&line).unwrap()].encode_utf16().count() as u32;
                let (with, without) = (Read::new(text), Read::new(&text.replace(form, "Hoa")));
                let zone = |read: &Read| read.analysis.zones.iter().find(|z| z.start == at).map(|z| z.zone);
                let zone_of = |read: &Read| zone(read).map(|z| serde_json::to_value(z).unwrap());
                zone_of(&with) != zone_of(&without) || zone_of(&with).is_some_and(|z| z == cell(row, 1))
            })
        })
    });
}

//! Texts that nobody writes, each of one kind of repetition.

type Make<'a> = Box<dyn Fn() -> String + 'a>;

/// Syllables that names are made of, so that thousands of them differ.
const SYLLABLES: [&str; 24] = [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hạnh",
    "Khoa",
    "Linh",
    "Minh",
    "Ngân",
    "Oanh",
    "Phúc",
    "Quang",
    "Sơn",
    "Tâm",
    "Uyên",
    "Vinh",
    "Xuân",
    "Yến",
    "Đạt",
    "Thắng",
    "Trường",
    "Hiếu",
    "Lộc",
];

/// The n-th name of three syllables.
fn name(n: usize) -> String {
    let k = SYLLABLES.len();
    format!("{} {} {}", SYLLABLES[n % k], SYLLABLES[n / k % k], SYLLABLES[n / k / k % k])
}

/// The n-th row of capital letters.
fn letters(n: usize) -> String {
    (0..4).map(|i| char::from(b'A' + (n / 20usize.pow(i) % 20) as u8)).collect()
}

/// Name and text of each; texts have at least `size` bytes unless the name says otherwise.
pub fn all<'a>(seeds: &'a str, size: usize) -> Vec<(&'static str, Make<'a>)> {
    let mut all: Vec<(&str, Make)> = Vec::new();
    // the same again and again
    for one in [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "«",
        "(",
        ")",
        "[",
        "((",
        "()",
        "“”",
        "“a ",
        "“a” ",
        "\"a\" ",
        "(a ",
        "(a) ",
        "“(",
        "a “b ‘c ",
        "1",
        "9 ",
        "1/",
        "1-",
        "1.",
        "1,",
        "1:",
        "/",
        "-",
        "–",
        ".",
        ". ",
        "...",
        "!",
        "?",
        ":",
        ";",
        ",",
        ", ",
        "%",
        "&",
        "+",
        "|",
        "*",
        "12/2021 ",
        "1/1/2021 ",
        "2020-",
        "2020 - ",
        "7h30 ",
        "7h",
        "2h-",
        "XIII ",
        "IIII",
        "X, ",
        "X-",
        "a1",
        "1a",
        "1 a ",
        "a\u{301}",
        "\u{301}",
        "\u{323}\u{301}",
        "e\u{302}\u{301} ",
        "\u{1100}\u{1161}\u{11a8}",
        "가",
        "中",
        "𝔸",
        "😀",
        "\u{200b}",
        "\u{feff}",
        "\u{ad}",
        "\u{202e}",
        "\0",
        "\u{a0}",
        " ",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\u{2028}",
        "\u{85}",
        "a\r",
        "a\n\n",
        "A\n",
        "A.\n",
        "a:\n",
        "1\n",
        "(\n",
        "“\n",
        "a",
        "A",
        "aA",
        "a'",
        "H'",
        "a-",
        "A&",
        "A.",
        "a. ",
        "A. ",
        "T.Ư ",
        "a b ",
        "A B ",
        "A b ",
        "a B ",
        "A a-",
        "A'A ",
        "http://a.vn/",
        "a.vn/",
        "a@b.vn ",
        "a.b.",
        "<div>",
        "&nbsp;",
        "và ",
        "của ",
        "và A ",
        "của A ",
        ", A ",
        " - A",
        "A, a và ",
        "về việc ",
        "lần thứ ",
        "thứ nhất ",
        "khóa XIII, ",
        "nhiệm kỳ 2020-2025 ",
        "giai đoạn 2020-2025, ",
        "ngày 1, ",
        "ngày 1 đến ",
        "từ 1 đến ",
        "tháng 1 ",
        "năm 2020 ",
        "năm ",
        "ngày ",
        "một nghìn ",
        "triệu tỷ ",
        "mười ",
        "hai mươi ",
        "nửa ",
        "gần ",
        "1,5 triệu ",
        "5 người, ",
        "1 đồng/",
        "5%, ",
        "m2/",
        "Nguyễn ",
        "Nguyễn Văn ",
        "Nguyễn Văn An ",
        "ông ",
        "ông Nguyễn Văn An, ",
        "ông An và ",
        "Von ",
        "Ursula von der ",
        "Putin ",
        "Donald Trump, ",
        "Bí thư, ",
        "Bí thư kiêm ",
        "nguyên ",
        "Phó Chủ tịch ",
        "Giám đốc Sở ",
        "Chủ tịch UBND tỉnh ",
        "Thứ trưởng Bộ ",
        "Trợ lý Thư ký ",
        "ông An, Chủ tịch, ",
        "Chủ tịch Nguyễn Văn An ",
        "đồng chí: ",
        "Ban Thường vụ ",
        "Đại hội Đảng bộ ",
        "Chi bộ ",
        "Đảng ủy ",
        "UBND tỉnh ",
        "Sở Y tế, ",
        "Sở Y tế và ",
        "Công ty A ",
        "Công ty TNHH A và ",
        "Trường THCS ",
        "CLB A - ",
        "Trung tâm ",
        "tỉnh ",
        "tỉnh A, ",
        "xã A, huyện B, ",
        "Hà Nội - ",
        "cao tốc A - B - ",
        "TP. ",
        "Q.1, ",
        "số 5 A, ",
        "Nhà máy ",
        "Ia H'",
        "phía Nam ",
        "Cộng hòa ",
        "Nghị quyết ",
        "Nghị quyết số ",
        "Nghị quyết số 1-NQ/TW ",
        "Nghị quyết số 1, 2, ",
        "Luật ",
        "Luật A, ",
        "Luật sửa đổi, bổ sung Luật ",
        "05-CT/TW, ",
        "Quyết định của ",
        "Báo cáo về Báo cáo ",
        "18/NQ-",
        "Hội nghị ",
        "Hội nghị Trung ương ",
        "Hội nghị về ",
        "kỷ niệm 50 năm ngày ",
        "Lễ hội ",
        "Đại hội lần thứ XIII của Đảng ",
        "Giải A ",
        "bầu cử đại biểu ",
        "nói: ",
        "cho biết “a” ",
        "ông An nói: “",
        "An nói: “a.” ",
        "“a, b và c” ",
        "“A”, ",
        "PV: a?\n",
        "Hỏi: ",
        "- A\n",
        "A?\n",
        "Ảnh: A\n",
        "Theo A\n",
        "Nguồn: a.vn\n",
        "(A) ",
        "Ủy ban (UB) ",
        "gọi tắt là A ",
        "(sau đây gọi là “A”) ",
        "tổng 3, gồm 1 và 2, ",
        "được bầu làm ",
        "bổ nhiệm ông An làm Giám đốc ",
        "miễn nhiệm ",
    ] {
        all.push((one, Box::new(move || one.repeat(size.div_ceil(one.len())))));
    }
    // much of it
    let mega = 1 << 20;
    all.push(("one line of 1 MB", Box::new(move || seeds.replace('\n', " ").repeat(mega / seeds.len() + 1))));
    all.push((
        "one sentence of 1 MB",
        Box::new(move || seeds.replace(['\n', '.', '?', '!', '…'], " ").repeat(mega / seeds.len() + 1)),
    ));
    all.push(("a million lines", Box::new(|| "a\n".repeat(1_000_000))));
    all.push(("a million capital lines", Box::new(|| "A\n".repeat(1_000_000))));
    all.push(("a word of 1 MB", Box::new(move || "a".repeat(mega))));
    all.push(("a name of 1 MB", Box::new(move || "Nguyễn ".repeat(mega / 8))));
    all.push(("a number of 1 MB", Box::new(move || "9".repeat(mega))));
    all.push(("a letter with 1 MB of marks", Box::new(move || format!("a{}", "\u{323}\u{301}".repeat(mega / 4)))));
    all.push(("brackets 100,000 deep", Box::new(|| "(".repeat(100_000) + &")".repeat(100_000))));
    all.push(("quotations 100,000 deep", Box::new(|| "“a ".repeat(100_000) + &"” ".repeat(100_000))));
    all.push(("white space of 1 MB", Box::new(move || format!("a{}b", " ".repeat(mega)))));
    all.push(("ordinary text a hundred times", Box::new(move || seeds.repeat(100))));
    // thousands that differ
    let mut differ = |name: &'static str, make: fn(usize) -> String| {
        all.push((name, Box::new(move || (0..4_000).map(make).collect())));
    };
    differ("definitions", |n| format!("Trung tâm {} ({}) họp. {} họp. ", name(n), letters(n), letters(n)));
    differ("definitions first, uses then", |n| {
        if n < 2_000 {
            format!("Trung tâm {} ({}) họp. ", name(n), letters(n))
        } else {
            format!("{} họp. ", letters(n - 2_000))
        }
    });
    differ("abbreviations that nobody defines", |n| format!("{} họp. ", letters(n)));
    differ("persons", |n| format!("Ông Nguyễn {} nói. ", name(n)));
    differ("persons, taken up by their given names", |n| {
        format!("Ông Nguyễn {} nói. Ông {} đi. ", name(n), SYLLABLES[n % 24])
    });
    differ("persons of almost one name", |n| format!("Ông Nguyễn Văn {}{} nói. ", letters(n), "a"));
    differ("foreign names", |n| format!("Tổng thống {}ov nói. ", letters(n).to_lowercase()));
    differ("persons of one line", |n| format!("Nguyễn {}, ", name(n)));
    differ("posts", |n| format!("Giám đốc Công ty {} Nguyễn {} nói. ", letters(n), name(n)));
    differ("posts of one person", |n| format!("Ông Nguyễn Văn An, Giám đốc Công ty {}, nói. ", letters(n)));
    differ("posts in one sentence", |n| format!("Giám đốc Công ty {}, ", letters(n)));
    differ("posts, then names", |n| if n < 2_000 { "Giám đốc, ".into() } else { format!("Nguyễn {}, ", name(n)) });
    differ("names, then posts", |n| if n < 2_000 { format!("Nguyễn {}, ", name(n)) } else { "Giám đốc, ".into() });
    differ("changes of posts", |n| format!("Bổ nhiệm ông Nguyễn {} làm Giám đốc Sở Y tế; ", name(n)));
    differ("bodies", |n| format!("Công ty {} họp. ", name(n)));
    differ("bodies of bodies", |n| format!("Văn phòng Đảng ủy Công ty {} họp. ", name(n)));
    differ("bodies in one sentence", |n| format!("Công ty {}, ", name(n)));
    differ("places", |n| format!("tại xã {}, huyện {}. ", name(n), name(n * 7)));
    differ("places in one sentence", |n| format!("xã {}, ", name(n)));
    differ("bare names of places", |n| format!("{} - ", name(n)));
    differ("documents", |n| format!("Nghị quyết số {n}-NQ/TW ngày 1/1/2020 về {}. ", name(n)));
    differ("documents in one sentence", |n| format!("Nghị quyết số {n}-NQ/TW, "));
    differ("documents without numbers", |n| format!("Nghị quyết của Công ty {}. ", name(n)));
    differ("laws", |n| format!("Luật {}. ", name(n)));
    differ("events", |n| format!("Hội nghị {} lần thứ {n}. ", name(n)));
    differ("events by their days", |n| format!("Kỷ niệm {n} năm Ngày {}. ", name(n)));
    differ("times", |n| format!("ngày {}/{}/{}, ", n % 28 + 1, n % 12 + 1, 1990 + n % 40));
    differ("times without years", |n| format!("ngày {}/{}. ", n % 28 + 1, n % 12 + 1));
    differ("quantities", |n| format!("{n} người, "));
    differ("sums", |n| format!("tổng {} người, gồm {n} nam và {n} nữ. ", 2 * n));
    differ("parts of one sum", |n| if n == 0 { "Tổng 4000 người, gồm ".into() } else { format!("{n} nam, ") });
    differ("quotations", |n| format!("Ông Nguyễn {} nói: “Tốt {n}.” ", name(n)));
    differ("quotations of many lines", |n| format!("Ông {} nói: “Tốt {n}.\n", name(n)));
    differ("quotations in one sentence", |n| format!("“{}”, ", name(n)));
    differ("a motto of thousands of words", |n| {
        if n == 0 { "phương châm “".into() } else { format!("{}, ", name(n)) }
    });
    differ("questions and answers", |n| format!("PV: {} thế nào?\nÔng Nguyễn {}: Tốt.\n", name(n), name(n)));
    differ("captions", |n| format!("{} họp. Ảnh: {}\n", name(n), letters(n)));
    differ("headings", |n| format!("{n}. {}\n", name(n)));
    differ("titles", |n| format!("{} và tỉnh ta cùng họp bàn\n", name(n)));
    differ("lines in capitals", |n| format!("{}\n", name(n).to_uppercase()));
    differ("words", |n| format!("{} ", letters(n).to_lowercase()));
    differ("words of a sentence each", |n| format!("{}. ", letters(n)));
    differ("domains", |n| format!("{}.vn ", letters(n).to_lowercase()));
    differ("codes", |n| format!("{n}-{}/{} ", letters(n), letters(n * 3)));
    all
}

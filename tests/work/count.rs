//! The work of the analysis is linear in the text, whatever the text repeats.
//!
//! Time differs from run to run; so this counts how many edges of the program's control flow are taken. The compiler puts a call
//! of [`__sanitizer_cov_trace_pc`] on each (`make test-work` says with which flags), in our code and in what it uses, so that
//! no loop goes uncounted. Callgrind pointed at the same loops.

#[path = "../forms/mod.rs"]
mod forms;
mod generators;

use langkinh::{Options, analyze};
use std::process::{Command, ExitCode};
use std::{env, fs, thread};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// How many times the work of ordinary text any text may cost: of as many bytes, or of as many words where those are shorter.
const MOST: f64 = 3.0;
/// Texts of these sizes, in bytes, are made of each form; what generators make has the size of the last.
const SIZES: [usize; 2] = [4 << 10, 16 << 10];
/// Between two forms of a text, each in turn.
const GLUE: [&str; 8] = [" ", ", ", "\n", " và ", " - ", ". ", " (", "/"];

static mut EDGES: u64 = 0;

/// Called by the compiled code at each edge.
#[unsafe(no_mangle)]
pub extern "C" fn __sanitizer_cov_trace_pc() {
    // SAFETY: a process has one thread; the parts of the test are processes
    unsafe { EDGES += 1 }
}

/// Edges taken for a text.
fn work(text: &str) -> f64 {
    // SAFETY: as above
    let edges = || unsafe { EDGES };
    let before = edges();
    std::hint::black_box(analyze(text, &Options::default()));
    (edges() - before) as f64
}

/// Rows of letters, rows of digits, and other characters that are not white space.
fn words(text: &str) -> usize {
    let kind = |c: char| (!c.is_whitespace()).then_some((c.is_alphabetic(), c.is_numeric()));
    let mut last = None;
    let begins = |c: char| {
        let before = std::mem::replace(&mut last, kind(c));
        last.is_some_and(|kind| before != last || kind == (false, false))
    };
    text.chars().map(begins).filter(|begins| *begins).count()
}

/// What ordinary text costs.
struct Ordinary {
    seeds: String,
    /// Edges for each byte.
    work: f64,
    /// Bytes for each word.
    word: f64,
}

impl Ordinary {
    /// How many times the work of ordinary text this one takes.
    fn times(&self, text: &str) -> f64 {
        work(text) / self.work / (text.len() as f64).max(words(text) as f64 * self.word)
    }
}

/// Measures the samples.
fn ordinary() -> Ordinary {
    let files = fs::read_dir(format!("{ROOT}/seeds")).expect("seeds");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let seeds: Vec<String> = files.iter().map(|file| fs::read_to_string(file).expect("a sample")).collect();
    let seeds = seeds.join("\n\n");
    // the first analysis reads the lexicon and compiles patterns
    work(&seeds);
    let (bytes, words) = (seeds.len() as f64, words(&seeds) as f64);
    Ordinary { work: work(&seeds) / bytes, word: bytes / words, seeds }
}

/// Every text by its name, made when it is needed.
fn texts(seeds: &str) -> Vec<(String, Box<dyn Fn() -> String + '_>)> {
    let made = generators::all(seeds, SIZES[1]);
    let mut all: Vec<(String, Box<dyn Fn() -> String>)> =
        made.into_iter().map(|(name, make)| (name.escape_debug().to_string(), make)).collect();
    for (n, form) in forms::all().into_iter().enumerate() {
        // a bracket behind each: what is read inside of it may open the next
        for (size, glue) in [(SIZES[0], " "), (SIZES[1], " "), (SIZES[0], " ("), (SIZES[1], GLUE[n % GLUE.len()])] {
            let one = format!("{form}{glue}");
            all.push((format!("{one:?} {size}"), Box::new(move || one.repeat(size.div_ceil(one.len())))));
        }
    }
    all
}

/// Counts every `parts`-th text and prints those that cost too much, or all that are asked for; whether there are none.
fn count(part: usize, parts: usize, only: &[String]) -> bool {
    let ordinary = ordinary();
    let mut none = true;
    for (name, make) in texts(&ordinary.seeds).iter().skip(part).step_by(parts) {
        if !only.is_empty() && !only.iter().any(|o| name.contains(o)) {
            continue;
        }
        let times = ordinary.times(&make());
        if times > MOST || !only.is_empty() {
            println!("{times:.2} {name}");
        }
        none &= times <= MOST;
    }
    none
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [part, parts, only @ ..] = &arguments[..]
        && let (Ok(part), Ok(parts)) = (part.parse(), parts.parse())
    {
        return if count(part, parts, only) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let parts = thread::available_parallelism().map_or(1, |n| n.get());
    let this = env::current_exe().expect("this program");
    let run = |part: usize| Command::new(&this).args([part.to_string(), parts.to_string()]).args(&arguments).status();
    let runs: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..parts).map(|part| scope.spawn(move || run(part).expect("a part"))).collect();
        workers.into_iter().map(|worker| worker.join().expect("a worker")).collect()
    });
    if !runs.iter().all(|run| run.success()) {
        return ExitCode::FAILURE;
    }
    println!("no text costs more than {MOST} times the work of ordinary text");
    ExitCode::SUCCESS
}

//! Speed of `analyze` in MB/s: an article of the size papers print, and 64 KB and 1 MB of the same, beside the floor.
//! Equal speed at all sizes is what linear means; the ratio to the floor can be compared from year to year.

#[cfg(not(target_family = "wasm"))]
mod floor;

#[cfg(not(target_family = "wasm"))]
mod native {
    use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};
    use langkinh::{Options, analyze};
    use std::hint::black_box;

    fn seeds() -> String {
        let mut files: Vec<_> = std::fs::read_dir("seeds").unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        files.iter().map(|f| std::fs::read_to_string(f).unwrap() + "\n").collect()
    }

    /// The text over and over, cut at a character near `bytes`.
    fn repeated(text: &str, bytes: usize) -> String {
        let mut out = text.repeat(bytes / text.len() + 1);
        out.truncate((0..=bytes).rev().find(|&i| out.is_char_boundary(i)).unwrap_or(0));
        out
    }

    pub fn speed(c: &mut Criterion) {
        let seeds = seeds();
        let mut group = c.benchmark_group("analyze");
        group.sample_size(10);
        for (name, bytes) in [("10 KB", 10 << 10), ("64 KB", 64 << 10), ("1 MB", 1 << 20)] {
            let text = repeated(&seeds, bytes);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new("analyze", name), &text, |b, text| {
                b.iter(|| analyze(black_box(text), &Options::default()));
            });
            group.bench_with_input(BenchmarkId::new("floor", name), &text, |b, text| {
                b.iter(|| super::floor::floor(black_box(text)));
            });
        }
        group.finish();
    }

    criterion_group!(benches, speed);
}

#[cfg(not(target_family = "wasm"))]
criterion::criterion_main!(native::benches);

#[cfg(target_family = "wasm")]
fn main() {}

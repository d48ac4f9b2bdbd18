//! A line on the terminal that says how far a long run is.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often the line is drawn anew.
const OFTEN: Duration = Duration::from_millis(200);

/// How many articles are done; shown where standard error is a terminal and the answers go somewhere else.
pub struct Progress {
    begun: Instant,
    /// When the line was drawn last; nothing where it is never drawn.
    drawn: Option<Instant>,
    is_drawn: bool,
    done: u64,
    failed: u64,
}

impl Progress {
    pub fn new() -> Self {
        let begun = Instant::now();
        let is_seen = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { begun, drawn: is_seen.then_some(begun), is_drawn: false, done: 0, failed: 0 }
    }

    /// Counts an article.
    pub fn count(&mut self, is_analysis: bool) {
        self.done += 1;
        self.failed += u64::from(!is_analysis);
        if self.drawn.is_some_and(|drawn| drawn.elapsed() >= OFTEN) {
            self.draw();
        }
    }

    /// Takes the line away, before something else is said.
    pub fn clear(&mut self) {
        if self.is_drawn {
            let _ = write!(io::stderr(), "\r\x1b[K");
            self.is_drawn = false;
        }
    }

    /// Leaves the line as it is at the end, where it was there at all.
    pub fn end(&mut self) {
        if self.is_drawn {
            self.draw();
            let _ = writeln!(io::stderr());
        }
    }

    fn draw(&mut self) {
        let _ = write!(io::stderr(), "\r\x1b[K{}", said(self.done, self.failed, self.begun.elapsed()));
        self.drawn = Some(Instant::now());
        self.is_drawn = true;
    }
}

fn said(done: u64, failed: u64, time: Duration) -> String {
    let rate = done as f64 / time.as_secs_f64().max(0.001);
    let errors = match failed {
        0 => String::new(),
        1 => ", 1 error".into(),
        n => format!(", {n} errors"),
    };
    format!("{done} articles{errors}, {rate:.0} a second")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said() {
        assert_eq!(said(1200, 0, Duration::from_secs(4)), "1200 articles, 300 a second");
        assert_eq!(said(3, 1, Duration::from_secs(2)), "3 articles, 1 error, 2 a second");
        assert_eq!(said(3, 3, Duration::ZERO), "3 articles, 3 errors, 3000 a second");
    }
}

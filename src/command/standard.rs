//! Standard input and output, and whether they were closed when the command began (`<&-`, `>&-`).
//!
//! Rust opens `/dev/null` in place of a closed stream before `main`, so that input looks empty and output gets lost
//! without a word. Whether a stream was closed can only be asked earlier.

use std::io::{self, Stdin, StdoutLock};

/// Standard input; an error where it was closed.
pub fn input() -> io::Result<Stdin> {
    if closed::INPUT.load(closed::ORDER) {
        return Err(io::Error::other("standard input is closed"));
    }
    Ok(io::stdin())
}

/// Standard output; an error where it was closed.
pub fn output() -> io::Result<StdoutLock<'static>> {
    if closed::OUTPUT.load(closed::ORDER) {
        return Err(io::Error::other("standard output is closed"));
    }
    Ok(io::stdout().lock())
}

mod closed {
    use std::sync::atomic::{AtomicBool, Ordering};

    pub static INPUT: AtomicBool = AtomicBool::new(false);
    pub static OUTPUT: AtomicBool = AtomicBool::new(false);
    pub const ORDER: Ordering = Ordering::Relaxed;

    #[cfg(unix)]
    ctor::declarative::ctor! {
        #[ctor(unsafe)]
        fn look() {
            use std::os::fd::AsFd;
            // a descriptor that cannot be duplicated is none
            INPUT.store(std::io::stdin().as_fd().try_clone_to_owned().is_err(), ORDER);
            OUTPUT.store(std::io::stdout().as_fd().try_clone_to_owned().is_err(), ORDER);
        }
    }
}

//! Many articles on all cores: one thread reads, one a core works, one writes the answers in the order of the articles.
//!
//! What waits is bounded, in number and in bytes of input, so that memory is too: where one article takes long, the
//! others run ahead of it only so far. An answer is handed on as soon as it and all before it are there.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// Articles that may wait behind a slow one: as many short ones as keep every core busy meanwhile.
const MOST: usize = 4096;
/// Bytes of input that may wait; answers take some ten times as much.
const MOST_BYTES: usize = 8 << 20;
/// Deep enough for whatever the analysis does on the main thread of a program.
const STACK: usize = 8 << 20;

/// Something to work on.
pub struct Item<T> {
    pub task: T,
    /// Bytes of input that it holds.
    pub size: usize,
}

/// What the writer gets.
pub enum Event<A> {
    Answer(A),
    /// The next answer is not there yet: what was written should be seen now.
    Idle,
}

/// Reads `items` to the end or to the first error, does `work` on each on `jobs` threads, and gives the answers to
/// `write` in order. Ends at the first error of `write`; a reader that still waits for input is then left behind.
pub fn run<T, A>(
    items: impl Iterator<Item = io::Result<Item<T>>> + Send + 'static,
    jobs: usize,
    work: impl Fn(T) -> A + Send + Sync + 'static,
    mut write: impl FnMut(Event<A>) -> io::Result<()>,
) -> io::Result<()>
where
    T: Send + 'static,
    A: Send + 'static,
{
    let room = Arc::new(Room::new(MOST_BYTES));
    let (queue, tasks) = sync_channel::<(T, SyncSender<A>)>(MOST);
    let (order, coming) = sync_channel::<io::Result<Coming<A>>>(MOST);

    let tasks = Arc::new(Mutex::new(tasks));
    let work = Arc::new(work);
    for _ in 0..jobs {
        let (tasks, work) = (Arc::clone(&tasks), Arc::clone(&work));
        thread::Builder::new().stack_size(STACK).spawn(move || {
            // the lock is held while waiting: the other workers wait for it instead of for the queue
            let next = || tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
            while let Ok((task, answer)) = next() {
                let _ = answer.send(work(task)); // nobody waits for it where writing has failed
            }
        })?;
    }

    let room_of_reader = Arc::clone(&room);
    thread::Builder::new().spawn(move || read(items, &room_of_reader, &order, &queue))?;

    loop {
        let Coming { size, answer } = match coming.try_recv() {
            Ok(next) => next?,
            Err(TryRecvError::Disconnected) => return write(Event::Idle),
            Err(TryRecvError::Empty) => {
                write(Event::Idle)?;
                let Ok(next) = coming.recv() else { return Ok(()) };
                next?
            }
        };
        let answer = match answer.try_recv() {
            Ok(answer) => answer,
            Err(_) => {
                write(Event::Idle)?;
                answer.recv().map_err(|_| io::Error::other("a worker ended"))?
            }
        };
        write(Event::Answer(answer))?;
        room.leave(size);
    }
}

/// Hands every item to the workers, and to the writer where its answer will come; ends at the first error, or where nobody
/// waits for more.
fn read<T, A>(
    items: impl Iterator<Item = io::Result<Item<T>>>,
    room: &Room,
    order: &SyncSender<io::Result<Coming<A>>>,
    queue: &SyncSender<(T, SyncSender<A>)>,
) {
    for item in items {
        let item = match item {
            Ok(item) => item,
            Err(error) => {
                let _ = order.send(Err(error));
                return;
            }
        };
        room.enter(item.size);
        let (answer, receiver) = sync_channel(1);
        let is_wanted = order.send(Ok(Coming { size: item.size, answer: receiver })).is_ok();
        if !is_wanted || queue.send((item.task, answer)).is_err() {
            return;
        }
    }
}

/// An answer that is on its way.
struct Coming<A> {
    size: usize,
    answer: Receiver<A>,
}

/// Room for so many bytes. One item that is larger than all of it may enter alone.
struct Room {
    most: usize,
    taken: Mutex<usize>,
    left: Condvar,
}

impl Room {
    const fn new(most: usize) -> Self {
        Self { most, taken: Mutex::new(0), left: Condvar::new() }
    }

    fn enter(&self, size: usize) {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |taken: &mut usize| *taken > 0 && *taken + size > self.most;
        *self.left.wait_while(taken, is_full).unwrap_or_else(PoisonError::into_inner) += size;
    }

    fn leave(&self, size: usize) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) -= size;
        self.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn items(
        sizes: impl Iterator<Item = usize> + Send + 'static,
    ) -> impl Iterator<Item = io::Result<Item<usize>>> + Send {
        sizes.enumerate().map(|(task, size)| Ok(Item { task, size }))
    }

    fn answers(out: &mut Vec<usize>) -> impl FnMut(Event<usize>) -> io::Result<()> {
        |event| {
            if let Event::Answer(answer) = event {
                out.push(answer);
            }
            Ok(())
        }
    }

    #[test]
    fn answers_come_in_order_however_long_each_takes() {
        for jobs in 1..5 {
            let mut out = Vec::new();
            let spin = |task: usize| (0..(task * 7919) % 5000).fold(task, |n, i| std::hint::black_box(n + i - i));
            run(items((0..20_000).map(|i| i % 9000)), jobs, spin, answers(&mut out)).unwrap();
            assert!(out.iter().copied().eq(0..20_000), "{jobs} jobs");
        }
    }

    /// The first article takes until the reader can go no further; what entered by then is all that ever waits.
    #[test]
    fn what_waits_behind_a_slow_article_is_bounded() {
        for (size, most) in [(0, MOST + 2), (1000, MOST_BYTES / 1000), (MOST_BYTES * 2, 1)] {
            let read = Arc::new(AtomicUsize::new(0));
            let (reader, worker) = (Arc::clone(&read), Arc::clone(&read));
            let sizes = (0..3 * MOST).map(move |_| {
                reader.fetch_add(1, Ordering::SeqCst);
                size
            });
            let slow = move |task| {
                // until nothing more comes in; were it unbounded, this would see all of it
                let mut before = usize::MAX;
                while task == 0 && before != worker.load(Ordering::SeqCst) {
                    before = worker.load(Ordering::SeqCst);
                    thread::sleep(std::time::Duration::from_millis(100));
                }
                if task == 0 { before } else { 0 }
            };
            let mut out = Vec::new();
            run(items(sizes), 2, slow, answers(&mut out)).unwrap();
            assert_eq!(out.len(), 3 * MOST);
            // one more has been read than has entered
            assert!(out[0] <= most + 1, "{} articles of {size} bytes were read", out[0]);
        }
    }

    #[test]
    fn the_writer_is_told_before_it_waits() {
        let mut events = Vec::new();
        let (line, lines) = sync_channel::<usize>(0);
        thread::spawn(move || (0..3).for_each(|i| line.send(i).unwrap()));
        run(
            items(lines.into_iter()),
            2,
            |task| task,
            |event| {
                events.push(matches!(event, Event::Answer(_)));
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(events.iter().filter(|&&is_answer| is_answer).count(), 3);
        assert_eq!(events.last(), Some(&false));
    }

    #[test]
    fn errors_end_the_run_in_their_place() {
        let failing =
            (0..5).map(|i| if i == 3 { Err(io::Error::other("input")) } else { Ok(Item { task: i, size: 1 }) });
        let mut out = Vec::new();
        let error = run(failing, 2, |task| task, answers(&mut out)).unwrap_err();
        assert_eq!((error.to_string(), out), ("input".into(), vec![0, 1, 2]));
        let endless = items(std::iter::repeat(1));
        let error = run(endless, 2, |task| task, |_| Err(io::Error::other("output"))).unwrap_err();
        assert_eq!(error.to_string(), "output");
    }
}

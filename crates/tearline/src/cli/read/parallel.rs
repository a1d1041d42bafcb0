//! Work spread over threads, its results handed back in the order of the work and never many at once.
//!
//! Workers take items in order and may run ahead of the slowest by a few items and a few megabytes, no further: so the
//! memory in use depends on the size of documents and not on their number. Results come to the thread that asked,
//! which alone writes.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

/// How many items for each thread may be begun before the first of them is handed back.
const AHEAD: usize = 8;
/// How large they may be together, in bytes; a single one may be larger.
const WEIGHT: u64 = 16 << 20;

/// What comes to the thread that asked.
#[derive(Debug)]
pub enum Event<T> {
    /// The next result in order.
    Done(T),
    /// Nothing was done for this long: time to look at the clock, and at whether somebody wants to stop.
    Waiting,
}

/// Does `work` on the items `0..count` with `jobs` threads, and hands what it gives to `take` in the order of the items,
/// until that answers `false` or fails. `weight` is the size of an item in bytes.
pub fn ordered<T: Send, E>(
    jobs: usize,
    count: usize,
    weight: impl Fn(usize) -> u64 + Sync,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(Event<T>) -> Result<bool, E>,
) -> Result<(), E> {
    const PATIENCE: Duration = Duration::from_millis(100);
    let gate = Gate { state: Mutex::default(), changed: Condvar::new(), ahead: jobs * AHEAD, count };
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for _ in 0..jobs.min(count) {
            let (send, gate, weight, work) = (send.clone(), &gate, &weight, &work);
            scope.spawn(move || {
                // Where a thread dies, the others must not wait for its item for ever.
                let _closes = Closes(gate);
                while let Some((item, size)) = gate.enter(weight) {
                    if send.send((item, size, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let _closes = Closes(&gate);
        let mut early = BTreeMap::new();
        let mut next = 0;
        while next < count {
            match receive.recv_timeout(PATIENCE) {
                Ok((item, size, result)) => {
                    early.insert(item, (size, result));
                    while let Some((size, result)) = early.remove(&next) {
                        next += 1;
                        gate.leave(size);
                        if !take(Event::Done(result))? {
                            return Ok(());
                        }
                    }
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    if !take(Event::Waiting)? {
                        return Ok(());
                    }
                }
                // Only if a worker panicked, which the scope passes on.
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
            }
        }
        Ok(())
    })
}

/// Where workers wait until they may begin another item.
struct Gate {
    state: Mutex<State>,
    changed: Condvar,
    ahead: usize,
    count: usize,
}

#[derive(Default)]
struct State {
    begun: usize,
    left: usize,
    weight: u64,
    closed: bool,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next item and its weight, as soon as it may be begun; `None` when there is none, or nobody wants it any more.
    fn enter(&self, weight: impl Fn(usize) -> u64) -> Option<(usize, u64)> {
        let mut state = self.state();
        loop {
            if state.closed || state.begun == self.count {
                return None;
            }
            let (item, open) = (state.begun, state.begun - state.left);
            if open < self.ahead {
                let size = weight(item);
                if open == 0 || state.weight.saturating_add(size) <= WEIGHT {
                    state.begun += 1;
                    state.weight = state.weight.saturating_add(size);
                    return Some((item, size));
                }
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn leave(&self, size: u64) {
        let mut state = self.state();
        state.left += 1;
        state.weight = state.weight.saturating_sub(size);
        drop(state);
        self.changed.notify_all();
    }
}

/// Closes the gate when it goes, by whatever way.
struct Closes<'g>(&'g Gate);

impl Drop for Closes<'_> {
    fn drop(&mut self) {
        if thread::panicking() || self.0.state().begun < self.0.count {
            self.0.state().closed = true;
            self.0.changed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn squares(jobs: usize, count: usize, weight: u64) -> Vec<usize> {
        let mut found = Vec::new();
        let work = |item: usize| {
            // The first items take longest, so that others overtake them.
            thread::sleep(Duration::from_micros((100 - item.min(99)) as u64 * 20));
            item * item
        };
        let take = |event| -> Result<bool, Infallible> {
            if let Event::Done(square) = event {
                found.push(square);
            }
            Ok(true)
        };
        let Ok(()) = ordered(jobs, count, |_| weight, work, take);
        found
    }

    #[test]
    fn results_come_in_the_order_of_the_items_however_many_threads_there_are() {
        let expected: Vec<usize> = (0..100).map(|item| item * item).collect();
        for jobs in [1, 2, 7] {
            assert_eq!(squares(jobs, 100, 1), expected);
        }
        assert!(squares(3, 0, 1).is_empty());
    }

    #[test]
    fn items_larger_than_all_that_may_be_open_are_done_one_at_a_time() {
        assert_eq!(squares(3, 5, WEIGHT * 2), [0, 1, 4, 9, 16]);
    }

    #[test]
    fn work_does_not_run_far_ahead_of_a_slow_reader() {
        let (begun, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |_| {
            let ahead = begun.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            assert!(ahead <= 2 * AHEAD + 1, "{ahead} items were open");
        };
        let take = |event| -> Result<bool, Infallible> {
            if matches!(event, Event::Done(())) {
                thread::sleep(Duration::from_micros(200));
                taken.fetch_add(1, Ordering::SeqCst);
            }
            Ok(true)
        };
        let Ok(()) = ordered(2, 200, |_| 1, work, take);
    }

    #[test]
    fn a_reader_that_has_enough_ends_the_work() {
        let begun = AtomicUsize::new(0);
        let mut taken = 0;
        let take = |event| {
            taken += usize::from(matches!(event, Event::Done(())));
            if taken == 3 { Err("closed") } else { Ok(true) }
        };
        let work = |_| {
            begun.fetch_add(1, Ordering::SeqCst);
        };
        assert_eq!(ordered(2, 10_000, |_| 1, work, take), Err("closed"));
        assert!(begun.load(Ordering::SeqCst) < 100);
    }
}

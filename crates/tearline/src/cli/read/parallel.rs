//! Work spread over threads, its results handed back in the order of the work and never many at once.
//!
//! There are items (files), and in each any number of things (documents), which are found one after the other. A thread
//! that has opened an item works on what it finds there, and gives some of it to threads that have nothing to do: so a
//! thousand files are read by all of them, and so is one archive. Threads run ahead of what is handed back by a few
//! things and a few megabytes, no further: the memory in use depends on the size of documents and not on their number.
//! Results come to the thread that asked, which alone writes.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How many things for each thread may be begun before the first of them is handed back.
const AHEAD: usize = 8;
/// How large they may be together, in bytes; a single one may be larger.
const WEIGHT: u64 = 16 << 20;

/// What comes to the thread that asked.
#[derive(Debug)]
pub enum Event<T> {
    /// The next result in order.
    Done(T),
    /// All results of the next item have come.
    End,
    /// Nothing was done for this long: time to look at the clock, and at whether somebody wants to stop.
    Waiting,
}

/// What is to be done.
pub struct Task<Size, Open, Weigh, Work> {
    /// How many items there are.
    pub count: usize,
    /// The size of an item in bytes.
    pub size: Size,
    /// Finds all things in an item and gives each to its second argument, as long as that does not break.
    pub open: Open,
    /// The size of a thing in bytes.
    pub weigh: Weigh,
    /// Makes a result of a thing.
    pub work: Work,
}

/// Does the task with `jobs` threads, and hands the results to `take` in the order of the items and of the things in
/// them, until that answers `false` or fails.
pub fn ordered<D: Send, T: Send, E>(
    jobs: usize,
    task: &Task<
        impl Fn(usize) -> u64 + Sync,
        impl Fn(usize, &mut dyn FnMut(D) -> ControlFlow<()>) + Sync,
        impl Fn(&D) -> u64 + Sync,
        impl Fn(D) -> T + Sync,
    >,
    mut take: impl FnMut(Event<T>) -> Result<bool, E>,
) -> Result<(), E> {
    const PATIENCE: Duration = Duration::from_millis(100);
    let bench = Bench {
        state: Mutex::new(State::default()),
        changed: Condvar::new(),
        ready: Condvar::new(),
        ahead: jobs * AHEAD,
        count: task.count,
    };
    thread::scope(|scope| {
        // However this ends, by a panic too, nobody is left waiting.
        let _closes = Closes { bench: &bench, always: true };
        for _ in 0..jobs {
            let bench = &bench;
            scope.spawn(move || {
                let _closes = Closes { bench, always: false };
                while let Some(next) = bench.next(&task.size) {
                    match next {
                        Next::Thing(thing) => bench.work(thing, &task.work),
                        Next::Item(item, size) => {
                            let mut number = 0;
                            (task.open)(item, &mut |data| {
                                let flow = bench.found((item, number), (task.weigh)(&data), data, &task.work);
                                number += 1;
                                flow
                            });
                            bench.end(item, size, number);
                        }
                    }
                }
            });
        }
        let mut state = bench.state();
        while state.head.0 < task.count && !state.closed {
            let Some(event) = state.hand_back() else {
                let (kept, wait) = bench.ready.wait_timeout(state, PATIENCE).unwrap_or_else(PoisonError::into_inner);
                state = kept;
                if wait.timed_out() {
                    drop(state);
                    if !take(Event::Waiting)? {
                        return Ok(());
                    }
                    state = bench.state();
                }
                continue;
            };
            drop(state);
            bench.changed.notify_all();
            if !take(event)? {
                return Ok(());
            }
            state = bench.state();
        }
        Ok(())
    })
}

/// A thing by its item and its number in that.
type Key = (usize, usize);

/// A thing that waits for a thread.
struct Thing<D> {
    key: Key,
    size: u64,
    data: D,
}

enum Next<D> {
    Thing(Thing<D>),
    Item(usize, u64),
}

/// Where threads meet.
struct Bench<D, T> {
    state: Mutex<State<D, T>>,
    /// Something changed that a thread may wait for.
    changed: Condvar,
    /// Something changed that whoever asked may wait for.
    ready: Condvar,
    ahead: usize,
    count: usize,
}

struct State<D, T> {
    /// How many items were begun, and how many of those are still open.
    begun: usize,
    open: usize,
    /// The size of the items that are open.
    reserved: u64,
    /// The thing that is handed back next.
    head: Key,
    /// Things that were given away and not yet begun.
    offered: BTreeMap<Key, (u64, D)>,
    /// Threads that have nothing to do.
    idle: usize,
    /// How many things are begun and not handed back, and how large they are.
    held: usize,
    weight: u64,
    results: BTreeMap<Key, (u64, T)>,
    /// How many things there were in items that are no longer open.
    ends: BTreeMap<usize, usize>,
    closed: bool,
}

impl<D, T> Default for State<D, T> {
    fn default() -> Self {
        Self {
            begun: 0,
            open: 0,
            reserved: 0,
            head: (0, 0),
            offered: BTreeMap::new(),
            idle: 0,
            held: 0,
            weight: 0,
            results: BTreeMap::new(),
            ends: BTreeMap::new(),
            closed: false,
        }
    }
}

impl<D, T> State<D, T> {
    /// What comes next in order, if it is there.
    fn hand_back(&mut self) -> Option<Event<T>> {
        if let Some((size, result)) = self.results.remove(&self.head) {
            self.head.1 += 1;
            self.held -= 1;
            self.weight -= size;
            return Some(Event::Done(result));
        }
        if self.ends.get(&self.head.0) == Some(&self.head.1) {
            self.ends.remove(&self.head.0);
            self.head = (self.head.0 + 1, 0);
            return Some(Event::End);
        }
        None
    }

    fn offer(&mut self) -> Option<Thing<D>> {
        self.offered.pop_first().map(|(key, (size, data))| Thing { key, size, data })
    }
}

impl<D, T> Bench<D, T> {
    fn state(&self) -> MutexGuard<'_, State<D, T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, mut state: MutexGuard<'s, State<D, T>>) -> MutexGuard<'s, State<D, T>> {
        state.idle += 1;
        let mut state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        state.idle -= 1;
        state
    }

    /// What a thread does next; `None` when there is nothing more, or nobody wants it any more.
    fn next(&self, size: impl Fn(usize) -> u64) -> Option<Next<D>> {
        let mut state = self.state();
        loop {
            if state.closed {
                return None;
            }
            if let Some(thing) = state.offer() {
                return Some(Next::Thing(thing));
            }
            let item = state.begun;
            if item < self.count && item - state.head.0 < self.ahead {
                let size = size(item);
                // Nothing else is open: it may be of any size.
                let first = item == state.head.0;
                if first || state.reserved.saturating_add(state.weight).saturating_add(size) <= WEIGHT {
                    state.begun += 1;
                    state.open += 1;
                    state.reserved = state.reserved.saturating_add(size);
                    return Some(Next::Item(item, size));
                }
            }
            if item == self.count && state.open == 0 {
                return None;
            }
            state = self.wait(state);
        }
    }

    /// Takes a thing that was found as soon as there is room for it: gives it to a thread that has nothing to do, or
    /// works on it here.
    fn found(&self, key: Key, size: u64, data: D, work: impl Fn(D) -> T) -> ControlFlow<()> {
        let mut state = self.state();
        loop {
            if state.closed {
                return ControlFlow::Break(());
            }
            let room = state.held < self.ahead && state.weight.saturating_add(size) <= WEIGHT;
            // What everybody waits for needs no room.
            if room || state.head == key {
                break;
            }
            if let Some(thing) = state.offer() {
                drop(state);
                self.work(thing, &work);
                state = self.state();
            } else {
                state = self.wait(state);
            }
        }
        state.held += 1;
        state.weight = state.weight.saturating_add(size);
        if state.idle > state.offered.len() {
            state.offered.insert(key, (size, data));
            drop(state);
            self.changed.notify_all();
        } else {
            drop(state);
            self.work(Thing { key, size, data }, work);
        }
        ControlFlow::Continue(())
    }

    fn work(&self, thing: Thing<D>, work: impl Fn(D) -> T) {
        let result = work(thing.data);
        self.state().results.insert(thing.key, (thing.size, result));
        self.ready.notify_all();
    }

    /// An item was looked through.
    fn end(&self, item: usize, size: u64, things: usize) {
        let mut state = self.state();
        state.open -= 1;
        state.reserved = state.reserved.saturating_sub(size);
        state.ends.insert(item, things);
        drop(state);
        self.ready.notify_all();
        self.changed.notify_all();
    }
}

/// Ends the work when it goes: that of whoever asked always, that of a thread where it dies.
struct Closes<'b, D, T> {
    bench: &'b Bench<D, T>,
    always: bool,
}

impl<D, T> Drop for Closes<'_, D, T> {
    fn drop(&mut self) {
        if self.always || thread::panicking() {
            self.bench.state().closed = true;
            self.bench.ready.notify_all();
            self.bench.changed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Items of so many things each; the result of a thing is its item and its number.
    fn run(jobs: usize, items: &[usize], weight: u64) -> Vec<(usize, usize)> {
        let task = Task {
            count: items.len(),
            size: |_| weight,
            open: |item: usize, give: &mut dyn FnMut((usize, usize)) -> ControlFlow<()>| {
                for number in 0..items[item] {
                    if give((item, number)).is_break() {
                        return;
                    }
                }
            },
            weigh: |_: &(usize, usize)| weight,
            work: |thing: (usize, usize)| {
                // The first take longest, so that others overtake them.
                thread::sleep(Duration::from_micros(
                    (100 - thing.0.min(99) - thing.1.min(50) / 2).min(100) as u64 * 10,
                ));
                thing
            },
        };
        let (mut found, mut ends) = (Vec::new(), 0);
        let take = |event| -> Result<bool, Infallible> {
            match event {
                Event::Done(thing) => found.push(thing),
                Event::End => ends += 1,
                Event::Waiting => {}
            }
            Ok(true)
        };
        let Ok(()) = ordered(jobs, &task, take);
        assert_eq!(ends, items.len());
        found
    }

    #[test]
    fn results_come_in_order_however_many_threads_there_are_and_however_things_lie_in_items() {
        for items in [&[1; 100][..], &[300], &[0, 5, 0, 200, 1, 1, 90, 0], &[]] {
            let expected: Vec<(usize, usize)> = items
                .iter()
                .enumerate()
                .flat_map(|(item, count)| (0..*count).map(move |number| (item, number)))
                .collect();
            for jobs in [1, 2, 7] {
                assert_eq!(run(jobs, items, 1), expected, "{items:?} with {jobs} threads");
            }
        }
    }

    #[test]
    fn things_larger_than_all_that_may_be_held_are_done_one_at_a_time() {
        assert_eq!(run(3, &[1, 4, 1], WEIGHT * 2).len(), 6);
    }

    #[test]
    fn work_does_not_run_far_ahead_of_a_slow_reader() {
        let (begun, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let task = Task {
            count: 2,
            size: |_| 1,
            open: |_, give: &mut dyn FnMut(()) -> ControlFlow<()>| {
                for _ in 0..100 {
                    let _ = give(());
                }
            },
            weigh: |(): &()| 1,
            work: |()| {
                let ahead = begun.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
                assert!(ahead <= 2 * AHEAD + 2, "{ahead} things were held");
            },
        };
        let take = |event| -> Result<bool, Infallible> {
            if matches!(event, Event::Done(())) {
                thread::sleep(Duration::from_micros(200));
                taken.fetch_add(1, Ordering::SeqCst);
            }
            Ok(true)
        };
        let Ok(()) = ordered(2, &task, take);
    }

    #[test]
    fn a_reader_that_has_enough_ends_the_work() {
        let begun = AtomicUsize::new(0);
        let task = Task {
            count: 100,
            size: |_| 1,
            open: |_, give: &mut dyn FnMut(()) -> ControlFlow<()>| {
                for _ in 0..100 {
                    if give(()).is_break() {
                        return;
                    }
                }
            },
            weigh: |(): &()| 1,
            work: |()| {
                begun.fetch_add(1, Ordering::SeqCst);
            },
        };
        let mut taken = 0;
        let take = |event| {
            taken += usize::from(matches!(event, Event::Done(())));
            if taken == 3 { Err("closed") } else { Ok(true) }
        };
        assert_eq!(ordered(2, &task, take), Err("closed"));
        assert!(begun.load(Ordering::SeqCst) < 100);
    }
}

//! How far a thing may unpack: a few kilobytes can be made to fill a disk.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::refused::Why;

/// How many bytes were unpacked out of one file, over all its archives.
#[derive(Debug, Clone)]
pub(crate) struct Unpacked {
    so_far: Rc<Cell<u64>>,
    limit: u64,
}

impl Unpacked {
    /// Nothing yet, of `limit` bytes.
    pub fn new(limit: u64) -> Self {
        Self { so_far: Rc::default(), limit }
    }

    /// Counts `bytes` more.
    pub fn add(&self, bytes: u64) -> Result<(), Why> {
        let all = self.so_far.get().saturating_add(bytes);
        self.so_far.set(all);
        if all > self.limit { Err(Why::Unpacked { limit: self.limit }) } else { Ok(()) }
    }
}

/// Counts what is read.
#[derive(Debug)]
pub(crate) struct Counted<R> {
    source: R,
    count: Rc<Cell<u64>>,
}

impl<R> Counted<R> {
    /// Counts what is read from `source`.
    pub fn new(source: R) -> (Self, Rc<Cell<u64>>) {
        let count = Rc::new(Cell::new(0));
        (Self { source, count: Rc::clone(&count) }, count)
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// Passes on what a decompressor gives, until that is too much.
#[derive(Debug)]
pub(crate) struct Bounded<R> {
    source: R,
    packed: Rc<Cell<u64>>,
    given: u64,
    slack: u64,
    ratio: u64,
    unpacked: Unpacked,
}

impl<R> Bounded<R> {
    /// Bounds `source`, which unpacks what `packed` counts.
    pub fn new(source: R, packed: Rc<Cell<u64>>, limits: &super::Limits, unpacked: &Unpacked) -> Self {
        Self { source, packed, given: 0, slack: limits.slack, ratio: limits.ratio, unpacked: unpacked.clone() }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.given += read as u64;
        self.unpacked.add(read as u64)?;
        if self.given > self.slack && self.given > self.packed.get().saturating_mul(self.ratio) {
            return Err(Why::Bomb { ratio: self.ratio }.into());
        }
        Ok(read)
    }
}

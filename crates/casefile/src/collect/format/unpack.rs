//! How far a thing may unpack, and that it is as long as it says: a few kilobytes can be made to fill a disk, and half a
//! thing to look like a whole one.

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

/// Passes on a stretch of a file that says how long it is, and fails where the file ends before that.
#[derive(Debug)]
pub(crate) struct Stretch<R> {
    source: R,
    left: u64,
    format: &'static str,
    reason: &'static str,
    cut: bool,
}

impl<R> Stretch<R> {
    /// The next `length` bytes of `source`. Where they are not there, the file cannot be read as `format` for this `reason`.
    pub fn new(source: R, length: u64, format: &'static str, reason: &'static str) -> Self {
        Self { source, left: length, format, reason, cut: false }
    }

    /// Whether the file was found to end inside it.
    pub fn is_cut(&self) -> bool {
        self.cut
    }
}

impl<R: Read> Read for Stretch<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.source.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.left -= read as u64;
        if read == 0 && most > 0 {
            self.cut = true;
            return Err(Why::broken(self.format, self.reason).into());
        }
        Ok(read)
    }
}

//! Packed streams that may come in parts behind each other: members of gzip, frames of Zstandard.
//!
//! What stands behind the last part and is none costs nothing of what stands before it: a tape fills its last block with
//! zeros, and people put files behind each other.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use super::refused::Why;

/// A way of packing: reads one part.
pub(crate) trait Packing<S>: Read + Sized {
    /// What is not read where something else stands behind it: "gzip to its end".
    const ALL: &'static str;
    /// How every part begins.
    const MAGIC: &'static [u8];

    /// Begins a part.
    fn open(source: S) -> io::Result<Self>;

    /// What follows the part.
    fn close(self) -> S;

    /// Passes over what holds nothing and may stand between two parts; says whether there was any.
    fn pass(_: &mut S) -> io::Result<bool> {
        Ok(false)
    }
}

/// A member of a gzip stream.
pub(crate) type Gzip<R> = flate2::bufread::GzDecoder<BufReader<R>>;

impl<R: Read> Packing<BufReader<R>> for Gzip<R> {
    const ALL: &'static str = "gzip to its end";
    const MAGIC: &'static [u8] = b"\x1f\x8b";

    fn open(source: BufReader<R>) -> io::Result<Self> {
        Ok(Self::new(source))
    }

    fn close(self) -> BufReader<R> {
        self.into_inner()
    }
}

/// A frame of a Zstandard stream.
pub(crate) struct Zstd<R: Read>(StreamingDecoder<BufReader<R>, FrameDecoder>);

impl<R: Read> Packing<BufReader<R>> for Zstd<R> {
    const ALL: &'static str = "Zstandard to its end";
    const MAGIC: &'static [u8] = b"\x28\xb5\x2f\xfd";

    fn open(source: BufReader<R>) -> io::Result<Self> {
        Ok(Self(StreamingDecoder::new(source).map_err(|error| Why::broken("Zstandard", error))?))
    }

    fn close(self) -> BufReader<R> {
        self.0.into_inner()
    }

    /// A frame that is to be skipped holds a table for those who want to begin in the middle.
    fn pass(source: &mut BufReader<R>) -> io::Result<bool> {
        if source.fill_buf()?.first().is_none_or(|byte| byte >> 4 != 5) {
            return Ok(false);
        }
        let mut head = [0; 8];
        if source.read_exact(&mut head).is_err() || head[1..4] != *b"\x2a\x4d\x18" {
            return Ok(false);
        }
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
        io::copy(&mut source.take(length.into()), &mut io::sink())?;
        Ok(true)
    }
}

impl<R: Read> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| Why::broken("Zstandard", error).into())
    }
}

/// The parts of a stream as one.
pub(crate) struct Parts<P> {
    part: Option<P>,
    rest: Rc<Cell<bool>>,
}

impl<P> Parts<P> {
    /// The parts in `source`, and whether something else was found behind them, which is known when all were read.
    ///
    /// # Errors
    /// Where not even the first begins.
    pub fn new<R: Read>(source: R) -> Result<(Self, Rest), Why>
    where
        P: Packing<BufReader<R>>,
    {
        let part = P::open(BufReader::new(source)).map_err(|error| Why::system(&error))?;
        let rest = Rc::default();
        Ok((Self { part: Some(part), rest: Rc::clone(&rest) }, Rest { found: rest, all: P::ALL }))
    }

    /// Goes on to the next part, if there is one.
    fn next<R: Read>(&mut self) -> io::Result<()>
    where
        P: Packing<BufReader<R>>,
    {
        let Some(part) = self.part.take() else { return Ok(()) };
        let mut source = part.close();
        loop {
            let start = source.fill_buf()?;
            let zeros = start.iter().take_while(|byte| **byte == 0).count();
            let end = start.is_empty();
            source.consume(zeros);
            if end {
                return Ok(());
            }
            if zeros == 0 && !P::pass(&mut source)? {
                break;
            }
        }
        let start = source.fill_buf()?;
        let known = P::MAGIC.len().min(start.len());
        if known > 0 && start.get(..known) == P::MAGIC.get(..known) {
            self.part = Some(P::open(source)?);
        } else {
            self.rest.set(true);
        }
        Ok(())
    }
}

impl<R: Read> Read for Parts<Gzip<R>> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        read(self, buffer)
    }
}

impl<R: Read> Read for Parts<Zstd<R>> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        read(self, buffer)
    }
}

fn read<R: Read, P: Packing<BufReader<R>>>(parts: &mut Parts<P>, buffer: &mut [u8]) -> io::Result<usize> {
    while let Some(part) = &mut parts.part {
        let read = part.read(buffer)?;
        if read > 0 || buffer.is_empty() {
            return Ok(read);
        }
        parts.next()?;
    }
    Ok(0)
}

/// What stands behind the last part.
#[derive(Debug)]
pub(crate) struct Rest {
    found: Rc<Cell<bool>>,
    all: &'static str,
}

impl Rest {
    /// That there is nothing.
    ///
    /// # Errors
    /// Where there is something: all before it was read.
    pub fn none(&self) -> Result<(), Why> {
        if !self.found.get() {
            return Ok(());
        }
        Err(Why::broken(self.all, "something else stands behind it; what stands before that was read"))
    }
}

//! UTF-16: how it is told, and how a file of any size is read in it as if it were UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::refused::Why;

/// Which UTF-16 a text is in by its beginning: by its mark, or as [`unmarked`].
pub(crate) fn told(start: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(start) {
        Some((encoding, _)) => Some(encoding).filter(|encoding| *encoding != UTF_8),
        None => unmarked(start),
    }
}

/// Whether it is UTF-16 without a mark: in text of mostly Latin letters every other byte is zero.
pub(crate) fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..512).unwrap_or(bytes);
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = sample.len() / 2;
    if half < 4 {
        return None;
    }
    if odd * 10 >= half * 8 && even * 10 < half {
        return Some(UTF_16LE);
    }
    (even * 10 >= half * 8 && odd * 10 < half).then_some(UTF_16BE)
}

/// The beginning of a text as UTF-8, to look at.
pub(crate) fn look(start: &[u8], encoding: &'static Encoding) -> Vec<u8> {
    encoding.decode_with_bom_removal(start).0.into_owned().into_bytes()
}

/// Passes on a text as UTF-8 without its mark.
pub(crate) struct Narrowed<R> {
    source: R,
    decoder: Decoder,
    /// How many bytes were decoded.
    done: usize,
    out: Vec<u8>,
    /// How much of `out` was passed on.
    given: usize,
    ended: bool,
}

impl<R: Read> Narrowed<R> {
    /// Reads `source` in `encoding`.
    pub fn new(source: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { source, decoder, done: 0, out: Vec::new(), given: 0, ended: false }
    }

    /// Decodes some more.
    fn more(&mut self) -> io::Result<()> {
        let mut bytes = [0; 8 << 10];
        let count = self.source.read(&mut bytes)?;
        let bytes = bytes.get(..count).unwrap_or_default();
        self.ended = bytes.is_empty();
        // Two bytes become at most three, and a few are held back from the last time.
        self.out.resize(bytes.len() * 2 + 16, 0);
        let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(bytes, &mut self.out, self.ended);
        self.out.truncate(written);
        self.given = 0;
        if let DecoderResult::Malformed(wrong, after) = result {
            let at = (self.done + read).saturating_sub(usize::from(wrong) + usize::from(after));
            let byte = at.checked_sub(self.done).and_then(|at| bytes.get(at)).copied().unwrap_or_default();
            let encoding = self.decoder.encoding().name().to_owned();
            return Err(Why::Encoding { encoding, offset: at, byte }.into());
        }
        self.done += read;
        Ok(())
    }
}

impl<R: Read> Read for Narrowed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.out.len() && !self.ended && !buffer.is_empty() {
            self.more()?;
        }
        let left = self.out.get(self.given..).unwrap_or_default();
        let count = left.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(left) {
            *to = *from;
        }
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time, as a slow pipe does.
    struct Drops<'b>(&'b [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = buffer.len().min(1);
            self.0.read(&mut buffer[..most])
        }
    }

    #[test]
    fn a_stream_comes_as_utf_8_however_it_is_cut() {
        let text = "The café said „no” – 東京 𝄞.".repeat(600);
        for (mark, little) in [(true, true), (false, true), (true, false)] {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            let bytes: Vec<u8> =
                units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect();
            let encoding = if little { UTF_16LE } else { UTF_16BE };
            let read = |source: &mut dyn Read| io::read_to_string(Narrowed::new(source, encoding)).unwrap();
            assert_eq!(read(&mut bytes.as_slice()), text);
            assert_eq!(read(&mut Drops(&bytes)), text);
        }
    }

    #[test]
    fn half_a_character_is_named_with_its_place() {
        let mut bytes: Vec<u8> = "No.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.extend([0x34, 0xd8, b'x', 0]);
        let error = io::read_to_string(Narrowed::new(bytes.as_slice(), UTF_16LE)).unwrap_err();
        assert_eq!(error.to_string(), "it is not UTF-16LE: the byte 0x34 at offset 6 cannot be read");
    }
}

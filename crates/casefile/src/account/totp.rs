//! The second factor: codes of six digits that change every thirty seconds (RFC 6238 over RFC 4226, with SHA-1 as all
//! programs for it have it).

use sha1::{Digest, Sha1};

/// How long a code is good for, in seconds.
const STEP: u64 = 30;
/// By how many steps a clock may be wrong, either way.
const SKEW: u64 = 1;

/// The step of which `code` is the code about a moment, where it is that and later than the last that was used.
pub(super) fn step(secret: &[u8], code: &str, seconds: u64, last: u64) -> Option<u64> {
    let now = seconds / STEP;
    let fits = |step: &u64| *step > last && same(&self::code(secret, *step), code);
    (now.saturating_sub(SKEW)..=now + SKEW).find(fits)
}

/// The code of a step.
pub(super) fn code(secret: &[u8], step: u64) -> String {
    let digest = hmac(secret, &step.to_be_bytes());
    let at = usize::from(digest[19] & 0x0f);
    let word =
        digest.get(at..at + 4).map_or(0, |four| four.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte)));
    format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
}

/// HMAC of RFC 2104 with SHA-1, for keys of at most one block.
fn hmac(key: &[u8], message: &[u8]) -> [u8; 20] {
    let mut block = [0_u8; 64];
    if key.len() > block.len() {
        block[..20].copy_from_slice(&Sha1::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let inner = Sha1::new().chain_update(block.map(|byte| byte ^ 0x36)).chain_update(message).finalize();
    Sha1::new().chain_update(block.map(|byte| byte ^ 0x5c)).chain_update(inner).finalize().into()
}

fn same(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    one.len() == other.len() && differ == 0
}

/// A secret as programs for it take it: Base32 of RFC 4648 without its padding.
pub(super) fn base32(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut out = String::new();
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            out.push(char::from(SIGNS[(bits >> held & 31) as usize]));
        }
    }
    if held > 0 {
        out.push(char::from(SIGNS[(bits << (5 - held) & 31) as usize]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: the last six of its eight digits.
        let secret = b"12345678901234567890";
        for (seconds, wanted) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(secret, seconds / STEP), wanted);
            assert_eq!(step(secret, wanted, seconds, 0), Some(seconds / STEP));
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_wrong_and_no_code_is_taken_twice() {
        let secret = b"12345678901234567890";
        let code = code(secret, 100);
        assert_eq!(step(secret, &code, 100 * 30 + 59, 0), Some(100));
        assert_eq!(step(secret, &code, 99 * 30, 0), Some(100));
        assert_eq!(step(secret, &code, 102 * 30, 0), None);
        assert_eq!(step(secret, &code, 100 * 30, 100), None);
    }

    #[test]
    fn base32_is_that_of_the_standard() {
        // RFC 4648, section 10.
        for (bytes, text) in
            [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
    }
}

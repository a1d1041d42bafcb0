//! A fixed amount of integer work, by whose time machines and hours are compared.

use std::hint::black_box;

use super::cpu;
use crate::failure::Failure;

/// How many steps the loop has. On an idle processor of 2020 it takes about half a second.
const STEPS: u64 = 300_000_000;

/// The processor time of the loop, in seconds.
///
/// # Errors
/// If the system does not tell the time of a thread.
pub fn seconds() -> Result<f64, Failure> {
    let start = cpu::thread()?;
    let mut state = black_box(0x9e37_79b9_7f4a_7c15_u64);
    // Every step needs the one before (xorshift), so that no processor can do several at once.
    for _ in 0..STEPS {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    black_box(state);
    Ok(cpu::thread()? - start)
}

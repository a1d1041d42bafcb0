//! Passwords, hashed by Argon2id with the parameters that OWASP asks for at least: 19 MiB, two passes.
//! <https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html>

use argon2::{Algorithm, Argon2, Params, Version};

use super::{AccountError, Result};

const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How long a password must be, in characters, and may be, in bytes (NIST SP 800-63B asks for 8; longer is cheap).
const SHORTEST: usize = 12;
const LONGEST: usize = 1024;

/// The hash of a password as it is kept: method, parameters, salt and hash.
pub(super) fn hashed(password: &str, salt: [u8; 16]) -> Result<String> {
    let length = password.chars().count();
    if length < SHORTEST || password.len() > LONGEST {
        let message = format!("a password has {SHORTEST} characters or more, and this one has {length}");
        return Err(AccountError::Unusable(message));
    }
    let mut letters: Vec<char> = password.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < 5 {
        return Err(AccountError::Unusable("a password has five different characters or more".to_owned()));
    }
    let hash = digest(password, &salt, (MEMORY, PASSES, LANES))?;
    Ok(format!("argon2id${MEMORY},{PASSES},{LANES}${}${}", hex(&salt), hex(&hash)))
}

/// Whether a password is the one that was hashed. Where nothing is kept, the same work is done, so that how long it takes
/// does not tell whether there is such an account.
pub(super) fn fits(password: &str, kept: Option<&str>) -> bool {
    const NOBODY: &str = "argon2id$19456,2,1$00000000000000000000000000000000$00";
    let Some((salt, hash, parameters)) = parsed(kept.unwrap_or(NOBODY)) else { return false };
    let password = if password.len() > LONGEST { "" } else { password };
    let Ok(found) = digest(password, &salt, parameters) else { return false };
    let differ = found.iter().zip(&hash).fold(0, |sum, (a, b)| sum | (a ^ b));
    kept.is_some() && found.len() == hash.len() && differ == 0
}

type Parsed = (Vec<u8>, Vec<u8>, (u32, u32, u32));

fn parsed(kept: &str) -> Option<Parsed> {
    let mut parts = kept.split('$');
    let (Some("argon2id"), Some(parameters), Some(salt), Some(hash)) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let mut numbers = parameters.split(',').map(str::parse::<u32>);
    let parameters = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    Some((unhex(salt)?, unhex(hash)?, parameters))
}

fn digest(password: &str, salt: &[u8], (memory, passes, lanes): (u32, u32, u32)) -> Result<[u8; 32]> {
    let failed = |error: argon2::Error| AccountError::Unusable(format!("the password cannot be hashed: {error}"));
    let parameters = Params::new(memory, passes, lanes, Some(32)).map_err(failed)?;
    let mut hash = [0; 32];
    let method = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
    method.hash_password_into(password.as_bytes(), salt, &mut hash).map_err(failed)?;
    Ok(hash)
}

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hexadecimal digits as bytes.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        text.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    digits.len().is_multiple_of(2).then(|| digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_and_no_other() {
        let kept = hashed("correct horse battery", [7; 16]).unwrap();
        assert!(kept.starts_with("argon2id$19456,2,1$0707"));
        assert!(fits("correct horse battery", Some(&kept)));
        assert!(!fits("correct horse batterz", Some(&kept)));
        assert!(!fits("correct horse battery", None));
        assert!(!fits("", Some("nonsense")));
    }

    #[test]
    fn a_password_that_is_soon_guessed_is_refused() {
        for weak in ["short", "aaaaaaaaaaaaaaaa", "abababababab"] {
            assert!(hashed(weak, [7; 16]).is_err(), "{weak}");
        }
    }
}

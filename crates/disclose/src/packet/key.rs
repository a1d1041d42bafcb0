//! The keys that packets are signed with and verified by: Ed25519, in the PEM files that other programs read too.

use std::fmt;
use std::ops::Deref;

use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey, KeypairBytes};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

const PRIVATE: &str = "PRIVATE KEY";
const PUBLIC: &str = "PUBLIC KEY";

/// Why a text is not a key, or a key cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The other half of a pair.
    #[error("this is a {found}, and a {wanted} is needed: give the file of the other half of the pair")]
    OtherHalf {
        /// What it says it is.
        found: String,
        /// What it should be.
        wanted: &'static str,
    },
    /// Something else, or something damaged.
    #[error("this is no Ed25519 {wanted} in PEM ({why}): give the whole file, from -----BEGIN {wanted}----- on")]
    Malformed {
        /// What it should be.
        wanted: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// A key that would verify what nobody signed.
    #[error("this public key is weak, and signatures by it prove nothing: do not use it")]
    Weak,
    /// It could not be written.
    #[error("the key cannot be written as PEM ({0}): make another")]
    Unwritable(String),
}

/// The key that signs. It is never printed; dropping it overwrites it.
pub struct PrivateKey(SigningKey);

impl PrivateKey {
    /// The key made of `chance`: 32 bytes that nobody else can know or guess, from the system's source of randomness.
    pub fn from_chance(chance: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&chance))
    }

    /// Reads a key from PKCS#8 PEM.
    ///
    /// # Errors
    /// Text that is not the PEM of an Ed25519 private key.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        check_label(pem, PRIVATE)?;
        let key = SigningKey::from_pkcs8_pem(pem.trim());
        key.map(Self).map_err(|why| KeyError::Malformed { wanted: PRIVATE, why: why.to_string() })
    }

    /// The key as PKCS#8 PEM (version 1, which every program reads), in memory that is overwritten when dropped.
    ///
    /// # Errors
    /// A key that cannot be encoded, which does not happen to one that was made here.
    pub fn to_pem(&self) -> Result<impl Deref<Target = String> + use<>, KeyError> {
        let bytes = KeypairBytes { secret_key: self.0.to_bytes(), public_key: None };
        bytes.to_pkcs8_pem(LineEnding::LF).map_err(|why| KeyError::Unwritable(why.to_string()))
    }

    /// The other half of the pair.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The signature of these bytes.
    pub fn sign(&self, bytes: &[u8]) -> [u8; Signature::BYTE_SIZE] {
        self.0.sign(bytes).to_bytes()
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({})", self.public().id())
    }
}

/// The key that verifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads a key from SPKI PEM.
    ///
    /// # Errors
    /// Text that is not the PEM of an Ed25519 public key, or a key by which anything verifies.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        check_label(pem, PUBLIC)?;
        let key = VerifyingKey::from_public_key_pem(pem.trim())
            .map_err(|why| KeyError::Malformed { wanted: PUBLIC, why: why.to_string() })?;
        if key.is_weak() {
            return Err(KeyError::Weak);
        }
        Ok(Self(key))
    }

    /// The key of these 32 bytes, as RFC 8032 writes it.
    ///
    /// # Errors
    /// Bytes that are no point of the curve, or a key by which anything verifies.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        let key = VerifyingKey::from_bytes(bytes)
            .map_err(|why| KeyError::Malformed { wanted: PUBLIC, why: why.to_string() })?;
        if key.is_weak() { Err(KeyError::Weak) } else { Ok(Self(key)) }
    }

    /// The key's 32 bytes.
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The key as SPKI PEM.
    ///
    /// # Errors
    /// A key that cannot be encoded, which does not happen to one that was made here.
    pub fn to_pem(&self) -> Result<String, KeyError> {
        self.0.to_public_key_pem(LineEnding::LF).map_err(|why| KeyError::Unwritable(why.to_string()))
    }

    /// The name of the key: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes. It tells keys apart on a
    /// screen; it is no proof of anything.
    pub fn id(&self) -> String {
        let hash = record::id::Sha256(Sha256::digest(self.0.as_bytes()).into()).to_string();
        hash.chars().take(16).collect()
    }

    /// Whether `signature` is this key's over `bytes`, without the leniency that lets one signature be written in
    /// several ways.
    pub fn verifies(&self, bytes: &[u8], signature: &[u8; Signature::BYTE_SIZE]) -> bool {
        self.0.verify_strict(bytes, &Signature::from_bytes(signature)).is_ok()
    }
}

fn check_label(pem: &str, wanted: &'static str) -> Result<(), KeyError> {
    let Some(rest) = pem.trim_start().strip_prefix("-----BEGIN ") else {
        return Err(KeyError::Malformed { wanted, why: "it does not start with -----BEGIN".to_owned() });
    };
    match rest.split_once("-----") {
        Some((found @ (PRIVATE | PUBLIC), _)) if found != wanted => {
            Err(KeyError::OtherHalf { found: found.to_owned(), wanted })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> PrivateKey {
        PrivateKey::from_chance([7; 32])
    }

    #[test]
    fn a_pair_is_read_back_from_its_files() {
        let private = key();
        let pem = private.to_pem().unwrap();
        assert!(pem.starts_with("-----BEGIN PRIVATE KEY-----\n") && pem.ends_with("-----END PRIVATE KEY-----\n"));
        let again = PrivateKey::from_pem(&pem).unwrap();
        assert_eq!(again.public(), private.public());
        let pem = private.public().to_pem().unwrap();
        assert_eq!(PublicKey::from_pem(&format!("\n{pem}\n")).unwrap(), private.public());
        assert_eq!(PublicKey::from_pem(&pem.replace('\n', "\r\n")).unwrap(), private.public());
    }

    #[test]
    fn the_same_chance_makes_the_same_key_with_the_same_name() {
        assert_eq!(key().public().id(), "fe812c12f3ab4ce6");
        assert_eq!(
            key().public().to_pem().unwrap(),
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=\n\
             -----END PUBLIC KEY-----\n"
        );
        assert_eq!(
            *key().to_pem().unwrap(),
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH\n\
             -----END PRIVATE KEY-----\n"
        );
        assert_ne!(PrivateKey::from_chance([8; 32]).public().id(), key().public().id());
    }

    #[test]
    fn a_private_key_is_never_printed() {
        assert_eq!(format!("{:?}", key()), "PrivateKey(fe812c12f3ab4ce6)");
    }

    #[test]
    fn the_wrong_half_and_what_is_no_key_are_told_apart() {
        let private = key().to_pem().unwrap();
        assert_eq!(
            PublicKey::from_pem(&private).unwrap_err().to_string(),
            "this is a PRIVATE KEY, and a PUBLIC KEY is needed: give the file of the other half of the pair"
        );
        let public = key().public().to_pem().unwrap();
        assert!(matches!(PrivateKey::from_pem(&public), Err(KeyError::OtherHalf { .. })));
        assert_eq!(
            PublicKey::from_pem("not a key").unwrap_err().to_string(),
            "this is no Ed25519 PUBLIC KEY in PEM (it does not start with -----BEGIN): give the whole file, from \
             -----BEGIN PUBLIC KEY----- on"
        );
        for damaged in [public.replace("MC", "MD"), public[..60].to_owned(), public.replace("PUBLIC", "RSA PUBLIC")] {
            assert!(matches!(PublicKey::from_pem(&damaged), Err(KeyError::Malformed { .. })), "{damaged}");
        }
    }

    #[test]
    fn a_key_by_which_anything_verifies_is_refused() {
        // The neutral element of the curve.
        let pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\
                   -----END PUBLIC KEY-----\n";
        assert_eq!(PublicKey::from_pem(pem), Err(KeyError::Weak));
    }
}

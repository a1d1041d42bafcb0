//! Coming in: by password and code, by a session, by a token.

use std::collections::BTreeSet;

use record::time::Micros;
use record::viewer::Viewer;
use sha2::{Digest, Sha256};

use super::password::{fits, hex, unhex};
use super::{Account, AccountError, Result, Role, Secret, totp};
use crate::Casefile;
use crate::store::KeptSession;

/// How long a session lasts at most, and how long without being used: twelve hours, and two.
const LASTS: i64 = 12 * 3600 * 1_000_000;
const IDLE: i64 = 2 * 3600 * 1_000_000;
/// When its secret is made anew: a quarter of an hour. The old one is good for a minute more, for what is under way.
const ROTATES: i64 = 900 * 1_000_000;
const GRACE: i64 = 60 * 1_000_000;
/// How many tries may fail before somebody must wait, and how long at first and at most.
const FREE: i64 = 5;
const WAIT: i64 = 30 * 1_000_000;
const LONGEST: i64 = 900 * 1_000_000;
/// When tries are forgotten.
const FORGET: i64 = 3600 * 1_000_000;

/// Somebody who has just come in.
#[derive(Debug, Clone)]
pub struct LoggedIn {
    /// Who.
    pub account: Account,
    /// The secret of the session, which the browser keeps and the store does not.
    pub secret: String,
    /// What every write sends back.
    pub csrf: String,
}

/// Somebody who is in.
#[derive(Debug, Clone)]
pub struct Came {
    /// Who.
    pub account: Account,
    /// On whose behalf the store is asked.
    pub viewer: Viewer,
    /// What their writes send back; none of a token, which no browser sends by itself.
    pub csrf: Option<String>,
    /// The secret of the session from now on, where it was made anew.
    pub renewed: Option<String>,
    /// What a token lets them do; everything that their roles do where none is named.
    pub scopes: Option<BTreeSet<String>>,
}

impl Casefile {
    /// Whether anybody has an account here.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn has_accounts(&self) -> Result<bool> {
        Ok(!self.store.accounts().await?.is_empty())
    }

    /// Lets somebody in by name and password and, where they have a second factor, a code. `from` is where they come from:
    /// tries that fail are counted by both.
    ///
    /// # Errors
    /// Where anything of that is wrong, or too many tries failed.
    pub async fn log_in(&self, name: &str, password: &str, code: Option<&str>, from: &str) -> Result<LoggedIn> {
        let name = name.trim();
        let now = self.seams.now();
        let tried = [format!("name {}", name.to_lowercase()), format!("from {from}")];
        let mut wait = 0;
        for who in &tried {
            let (count, last) = self.store.attempts(who).await?;
            wait = wait.max(last.0.saturating_add(delay(count)).saturating_sub(now.0));
        }
        if wait > 0 {
            return Err(AccountError::Throttled(u64::try_from(wait / 1_000_000 + 1).unwrap_or(1)));
        }
        match self.proven(name, password, code, now).await {
            Ok(account) => {
                // The tries from one place stay counted: one account that is known must not open the others.
                self.store.count_attempt(&tried[0], 0, now, Micros(now.0 - FORGET)).await?;
                self.begin(account).await
            }
            // Whoever gave the right password is asked for the code, which is no failure.
            Err(AccountError::CodeNeeded) => Err(AccountError::CodeNeeded),
            Err(AccountError::Wrong) => {
                for who in &tried {
                    let (count, _) = self.store.attempts(who).await?;
                    self.store.count_attempt(who, count + 1, now, Micros(now.0 - FORGET)).await?;
                }
                Err(AccountError::Wrong)
            }
            Err(other) => Err(other),
        }
    }

    /// Whoever has this name, password and code.
    async fn proven(&self, name: &str, password: &str, code: Option<&str>, now: Micros) -> Result<Account> {
        let found = self.kept_account(name).await?;
        let kept = found.as_ref().and_then(|(_, secret, _)| secret.password.as_deref());
        let right = fits(password, kept);
        let Some((account, secret, seen)) = found.filter(|(account, ..)| right && !account.closed) else {
            return Err(AccountError::Wrong);
        };
        let Some(key) = secret.totp.as_deref().and_then(unhex) else { return Ok(account) };
        let code = code.map(str::trim).filter(|code| !code.is_empty()).ok_or(AccountError::CodeNeeded)?;
        let seconds = u64::try_from(now.0 / 1_000_000).unwrap_or(0);
        let step = totp::step(&key, code, seconds, secret.step).ok_or(AccountError::Wrong)?;
        let used = Secret { step, ..secret };
        // Where the same code comes twice at once, it is taken once. Sessions go on.
        if !self.use_code(&account.name, &used, &seen).await? {
            return Err(AccountError::Wrong);
        }
        Ok(account)
    }

    /// Lets in whoever is this subject at a provider of OpenID Connect, which has proven it.
    ///
    /// # Errors
    /// Where nobody is.
    pub async fn log_in_as(&self, issuer: &str, subject: &str) -> Result<LoggedIn> {
        let is = |account: &Account| {
            !account.closed && account.subject.as_ref().is_some_and(|(a, b)| a == issuer && b == subject)
        };
        let account = self.every_account().await?.into_iter().find(is).ok_or(AccountError::Nobody)?;
        self.begin(account).await
    }

    pub(super) async fn begin(&self, account: Account) -> Result<LoggedIn> {
        let (secret, csrf, now) = (self.secret(), self.secret(), self.seams.now());
        let kept = KeptSession {
            account: super::keep::key(&account.name),
            begun: now,
            made: now,
            seen: now,
            ends: Micros(now.0 + IDLE),
            csrf: csrf.clone(),
        };
        self.store.add_session(hash(&secret), &kept, now).await?;
        Ok(LoggedIn { account, secret, csrf })
    }

    /// Whoever has this session.
    ///
    /// # Errors
    /// Where it is over, or was never there.
    pub async fn by_session(&self, secret: &str) -> Result<Came> {
        let (key, now) = (hash(secret), self.seams.now());
        let kept = self.store.session(key).await?.ok_or(AccountError::Nobody)?;
        let over = now.0 > kept.ends.0 || now.0 > kept.begun.0 + LASTS;
        let account = self.kept_account(&kept.account).await?.map(|(account, ..)| account);
        let Some(account) = account.filter(|account| !over && !account.closed) else {
            self.store.end_session(key).await?;
            return Err(AccountError::Nobody);
        };
        let mut renewed = None;
        if now.0 - kept.made.0 > ROTATES {
            // A secret that is in its last minute is not made anew again.
            if kept.ends.0 > now.0 + GRACE {
                let fresh = self.secret();
                let next = KeptSession { made: now, seen: now, ends: Micros(now.0 + IDLE), ..kept.clone() };
                self.store.add_session(hash(&fresh), &next, now).await?;
                self.store.touch_session(key, now, Micros(now.0 + GRACE)).await?;
                renewed = Some(fresh);
            }
        } else if now.0 - kept.seen.0 > GRACE {
            self.store.touch_session(key, now, Micros(now.0 + IDLE)).await?;
        }
        Ok(Came { viewer: account.viewer(), account, csrf: Some(kept.csrf), renewed, scopes: None })
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub async fn log_out(&self, secret: &str) -> Result<()> {
        Ok(self.store.end_session(hash(secret)).await?)
    }

    /// Whoever has this token.
    ///
    /// # Errors
    /// Where it is over, or was never there.
    pub async fn by_token(&self, secret: &str) -> Result<Came> {
        let (name, body) = self.store.token(hash(secret)).await?.ok_or(AccountError::Nobody)?;
        let token: super::keep::Token = serde_json::from_str(&body).map_err(crate::CasefileError::from)?;
        let account = self.kept_account(&name).await?.map(|(account, ..)| account);
        let account = account.filter(|account| !account.closed).ok_or(AccountError::Nobody)?;
        if token.ends.is_some_and(|ends| ends < self.seams.now()) {
            return Err(AccountError::Nobody);
        }
        Ok(Came { viewer: account.viewer(), account, csrf: None, renewed: None, scopes: Some(token.scopes) })
    }

    /// 32 bytes that nobody can foresee, in hexadecimal digits.
    pub(super) fn secret(&self) -> String {
        hex(&[self.seams.chance(), self.seams.chance()].concat())
    }
}

impl Came {
    /// Whether they may do what somebody with one of these roles may, by a token that allows it.
    pub fn may(&self, roles: &[Role], scope: &str) -> bool {
        self.account.roles.iter().any(|role| roles.contains(role))
            && self.scopes.as_ref().is_none_or(|scopes| scopes.contains(scope))
    }
}

/// How long somebody waits after so many tries that failed.
fn delay(count: i64) -> i64 {
    match count - FREE {
        ..0 => 0,
        over => WAIT.saturating_mul(1 << over.min(10)).min(LONGEST),
    }
}

/// What is kept of a secret. It has 256 bits of chance, so that nothing slower is needed.
pub(super) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

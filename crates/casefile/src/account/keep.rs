//! Keeping accounts: the first one, others, their passwords, second factors and tokens.

use std::collections::BTreeSet;

use disclose::workflow::hidden_character;
use record::id::CaseId;
use record::marking::Clearance;
use record::time::Micros;
use serde::{Deserialize, Serialize};

use super::login::{LoggedIn, hash};
use super::password::{fits, hashed, hex, unhex};
use super::{Account, AccountError, Result, Role, Secret, totp};
use crate::{Casefile, CasefileError};

/// What is changed of an account. What is not stated stays.
#[derive(Debug, Clone, Default)]
pub struct Changed {
    /// What they may do.
    pub roles: Option<BTreeSet<Role>>,
    /// What they are cleared for.
    pub clearance: Option<String>,
    /// The cases they are admitted to; all where the list is none.
    pub cases: Option<Option<BTreeSet<CaseId>>>,
    /// Whether they may not come in any more.
    pub closed: Option<bool>,
    /// A new password, which they do not know themselves.
    pub password: Option<String>,
    /// Who they are at a provider.
    pub subject: Option<(String, String)>,
    /// Whether their second factor is forgotten.
    pub forget_factor: bool,
}

/// A second factor that is offered, to be confirmed by a code.
#[derive(Debug, Clone)]
pub struct Enrolled {
    /// The secret, as programs for it take it.
    pub secret: String,
    /// The same as an address, for a picture of it.
    pub address: String,
}

/// A token as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Token {
    pub(super) made: Micros,
    pub(super) name: String,
    pub(super) scopes: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ends: Option<Micros>,
}

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRow {
    /// Its id: the beginning of the hash that is kept.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// What it lets its bearer do.
    pub scopes: BTreeSet<String>,
    /// When it was made.
    pub made: Micros,
    /// When it ends.
    pub ends: Option<Micros>,
}

/// An account with its secret, and both as they are kept.
type Kept = (Account, Secret, (String, String));

impl Casefile {
    /// Sets the house up: its first account, with every role, which holds the store.
    ///
    /// # Errors
    /// Where the house has an account, or name or password cannot be used.
    pub async fn set_up(&self, name: &str, password: &str) -> Result<LoggedIn> {
        let account = Account {
            name: named(name)?,
            roles: Role::ALL.into_iter().collect(),
            clearance: "public".to_owned(),
            cases: None,
            full: true,
            closed: false,
            subject: None,
            since: self.seams.now(),
        };
        let secret = Secret { password: Some(hashed(password, self.seams.chance())?), ..Secret::default() };
        if !self.store.add_account(&key(&account.name), &json(&account)?, &json(&secret)?, true).await? {
            return Err(AccountError::SetUp);
        }
        self.begin(account).await
    }

    /// Enters an account.
    ///
    /// # Errors
    /// Where there is one of that name, or something of it cannot be used.
    pub async fn enter_account(&self, account: &Account, password: Option<&str>) -> Result<Account> {
        let account = Account { name: named(&account.name)?, since: self.seams.now(), ..account.clone() };
        readable(&account.clearance)?;
        if password.is_none() && account.subject.is_none() {
            return Err(AccountError::Unusable("an account needs a password, or a subject at a provider".to_owned()));
        }
        let password = password.map(|password| hashed(password, self.seams.chance())).transpose()?;
        let secret = Secret { password, ..Secret::default() };
        match self.store.add_account(&key(&account.name), &json(&account)?, &json(&secret)?, false).await? {
            true => Ok(account),
            false => Err(AccountError::Taken(account.name)),
        }
    }

    /// Every account, by name.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn every_account(&self) -> Result<Vec<Account>> {
        let rows = self.store.accounts().await?;
        rows.iter().map(|(_, body, _)| Ok(read(body)?)).collect()
    }

    /// Changes an account. Whoever is in by it is out, since they may do and see something else now.
    ///
    /// # Errors
    /// Where there is no such account, something cannot be used, or nobody could keep the accounts any more.
    pub async fn change_account(&self, name: &str, changed: &Changed) -> Result<Account> {
        let (mut account, mut secret, seen) = self.named_account(name).await?;
        if let Some(roles) = &changed.roles {
            account.roles = roles.clone();
        }
        if let Some(clearance) = &changed.clearance {
            readable(clearance)?;
            account.clearance = clearance.clone();
        }
        if let Some(cases) = &changed.cases {
            account.cases = cases.clone();
        }
        if let Some(closed) = changed.closed {
            account.closed = closed;
        }
        if let Some(subject) = &changed.subject {
            account.subject = Some(subject.clone());
        }
        if let Some(password) = &changed.password {
            secret.password = Some(hashed(password, self.seams.chance())?);
        }
        if changed.forget_factor {
            (secret.totp, secret.offered) = (None, None);
        }
        let keeps = |account: &Account| account.roles.contains(&Role::Administrator) && !account.closed;
        let others = self.every_account().await?;
        if !keeps(&account) && !others.iter().any(|other| other.name != account.name && keeps(other)) {
            return Err(AccountError::Last(account.name));
        }
        self.replace(&account, &secret, &seen, None).await?;
        Ok(account)
    }

    /// Gives somebody another password, who knows the old one. Their other sessions end.
    ///
    /// # Errors
    /// Where the old one is wrong, or the new one cannot be used.
    pub async fn change_password(&self, name: &str, old: &str, new: &str, session: &str) -> Result<()> {
        let (account, mut secret, seen) = self.named_account(name).await?;
        if !fits(old, secret.password.as_deref()) {
            return Err(AccountError::Wrong);
        }
        secret.password = Some(hashed(new, self.seams.chance())?);
        self.replace(&account, &secret, &seen, Some(hash(session))).await
    }

    /// Offers somebody a second factor. It counts when a code of it has confirmed it.
    ///
    /// # Errors
    /// Where there is no such account.
    pub async fn offer_factor(&self, name: &str, session: &str) -> Result<Enrolled> {
        let (account, mut secret, seen) = self.named_account(name).await?;
        let chance = [self.seams.chance(), self.seams.chance()].concat();
        let bytes = chance.get(..20).unwrap_or(&chance);
        secret.offered = Some(hex(bytes));
        self.replace(&account, &secret, &seen, Some(hash(session))).await?;
        let base32 = totp::base32(bytes);
        let plain: String =
            account.name.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' }).collect();
        let address = format!("otpauth://totp/Tearline:{plain}?secret={base32}&issuer=Tearline");
        Ok(Enrolled { secret: base32, address })
    }

    /// Confirms the second factor that was offered. Their other sessions end.
    ///
    /// # Errors
    /// Where none was offered, or the code is not of it.
    pub async fn confirm_factor(&self, name: &str, code: &str, session: &str) -> Result<()> {
        let (account, mut secret, seen) = self.named_account(name).await?;
        let offered = secret.offered.take().ok_or(AccountError::Wrong)?;
        let seconds = u64::try_from(self.seams.now().0 / 1_000_000).unwrap_or(0);
        let step = unhex(&offered).and_then(|bytes| totp::step(&bytes, code.trim(), seconds, 0));
        secret.step = step.ok_or(AccountError::Wrong)?;
        secret.totp = Some(offered);
        self.replace(&account, &secret, &seen, Some(hash(session))).await
    }

    /// Makes a token, and gives its secret, once.
    ///
    /// # Errors
    /// Where it has no name or no scope.
    pub async fn make_token(
        &self,
        account: &str,
        name: &str,
        scopes: &BTreeSet<String>,
        ends: Option<Micros>,
    ) -> Result<(TokenRow, String)> {
        if name.trim().is_empty() || scopes.is_empty() {
            return Err(AccountError::Unusable("a token needs a name and what it may do".to_owned()));
        }
        let secret = format!("tearline_{}", self.secret());
        let token = Token { made: self.seams.now(), name: name.trim().to_owned(), scopes: scopes.clone(), ends };
        self.store.add_token(hash(&secret), &key(account), &json(&token)?).await?;
        Ok((row(hash(&secret), token), secret))
    }

    /// The tokens of an account, the oldest first.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn tokens(&self, account: &str) -> Result<Vec<TokenRow>> {
        let kept = self.store.tokens(&key(account)).await?;
        let mut rows = Vec::with_capacity(kept.len());
        for (hash, body) in kept {
            rows.push(row(hash, read(&body)?));
        }
        rows.sort_by_key(|row| row.made);
        Ok(rows)
    }

    /// Takes a token back.
    ///
    /// # Errors
    /// Where the account has no such token.
    pub async fn end_token(&self, account: &str, id: &str) -> Result<()> {
        let all = self.store.tokens(&key(account)).await?;
        let found = all.iter().find(|(hash, _)| row_id(*hash) == id).map(|(hash, _)| *hash);
        let no_such = || AccountError::NoSuch { kind: "token", name: id.to_owned() };
        match self.store.end_token(&key(account), found.ok_or_else(no_such)?).await? {
            true => Ok(()),
            false => Err(no_such()),
        }
    }

    /// An account by its name, however that is written.
    pub(super) async fn kept_account(&self, name: &str) -> Result<Option<Kept>> {
        let Some((body, secret)) = self.store.account(&key(name)).await? else { return Ok(None) };
        Ok(Some((read(&body)?, read(&secret)?, (body, secret))))
    }

    async fn named_account(&self, name: &str) -> Result<Kept> {
        let no_such = || AccountError::NoSuch { kind: "account", name: name.to_owned() };
        self.kept_account(name).await?.ok_or_else(no_such)
    }

    /// Notes that a code was used. Says whether nothing else was changed in the meantime.
    pub(super) async fn use_code(&self, name: &str, secret: &Secret, seen: &(String, String)) -> Result<bool> {
        let (body, before) = seen;
        Ok(self.store.use_code(&key(name), &json(secret)?, (body, before)).await?)
    }

    async fn replace(
        &self,
        account: &Account,
        secret: &Secret,
        (body, before): &(String, String),
        but: Option<[u8; 32]>,
    ) -> Result<()> {
        let now = (json(account)?, json(secret)?);
        match self.store.change_account(&key(&account.name), (&now.0, &now.1), (body, before), but).await? {
            true => Ok(()),
            false => Err(AccountError::Moved),
        }
    }
}

fn row(hash: [u8; 32], token: Token) -> TokenRow {
    TokenRow { id: row_id(hash), name: token.name, scopes: token.scopes, made: token.made, ends: token.ends }
}

fn row_id(hash: [u8; 32]) -> String {
    hex(hash.get(..8).unwrap_or_default())
}

/// Names that differ in their case alone are one account.
pub(super) fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

fn named(name: &str) -> Result<String> {
    let name = name.trim();
    let shows = name.chars().any(char::is_alphanumeric) && hidden_character(name).is_none() && name.len() <= 100;
    if shows { Ok(name.to_owned()) } else { Err(AccountError::Unusable(format!("{name:?} is no name"))) }
}

fn readable(clearance: &str) -> Result<()> {
    let unread = |error: record::marking::NotAClearance| AccountError::Unusable(error.to_string());
    clearance.parse::<Clearance>().map(|_| ()).map_err(unread)
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(CasefileError::from)?)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> std::result::Result<T, CasefileError> {
    Ok(serde_json::from_str(text)?)
}

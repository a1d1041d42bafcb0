//! Accounts, sessions, tokens and tries, as the store keeps them; and who looked at what is protected.

use record::id::CaseId;
use record::label::Label;
use record::time::Micros;

use super::db::{Row, values};
use super::{LabelId, Store};
use crate::Result;
use crate::access::Visible;

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeptSession {
    pub account: String,
    /// When somebody logged in.
    pub begun: Micros,
    /// When this very secret was made.
    pub made: Micros,
    /// When it was last used, to the minute.
    pub seen: Micros,
    /// When it ends, whatever happens.
    pub ends: Micros,
    pub csrf: String,
}

/// One look at protected material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    pub at: Micros,
    pub account: String,
    pub case: CaseId,
    pub what: String,
}

impl Store {
    /// All accounts with their bodies and secrets, by name.
    pub(crate) async fn accounts(&self) -> Result<Vec<(String, String, String)>> {
        let rows = self.db.rows("SELECT name, body, secret FROM account ORDER BY name", &[]).await?;
        rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.text(2)?.to_owned()))).collect()
    }

    /// Body and secret of an account.
    pub(crate) async fn account(&self, name: &str) -> Result<Option<(String, String)>> {
        let row = self.db.row("SELECT body, secret FROM account WHERE name = $1", values![name]).await?;
        row.map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))).transpose()
    }

    /// Enters an account; `first` only where none is there, else only where none of that name is. Says whether it did.
    pub(crate) async fn add_account(&self, name: &str, body: &str, secret: &str, first: bool) -> Result<bool> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        let taken = match first {
            true => tx.rows("SELECT name FROM account", &[]).await?,
            false => tx.rows("SELECT name FROM account WHERE name = $1", values![name]).await?,
        };
        if !taken.is_empty() {
            return Ok(false);
        }
        tx.run("INSERT INTO account (name, body, secret) VALUES ($1, $2, $3)", values![name, body, secret]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Changes an account that is as it was looked at, and ends its sessions but for one. Says whether it did.
    pub(crate) async fn change_account(
        &self,
        name: &str,
        (body, secret): (&str, &str),
        seen: (&str, &str),
        but: Option<[u8; 32]>,
    ) -> Result<bool> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        const CHANGE: &str = "UPDATE account SET body = $2, secret = $3 WHERE name = $1 AND body = $4 AND secret = $5";
        if tx.run(CHANGE, values![name, body, secret, seen.0, seen.1]).await? == 0 {
            return Ok(false);
        }
        let but = but.unwrap_or_default();
        tx.run("DELETE FROM session WHERE account = $1 AND hash <> $2", values![name, but]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Notes that a code was used, where account and secret are as they were looked at. Says whether it did.
    pub(crate) async fn use_code(&self, name: &str, secret: &str, seen: (&str, &str)) -> Result<bool> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        const USE: &str = "UPDATE account SET secret = $2 WHERE name = $1 AND body = $3 AND secret = $4";
        let done = tx.run(USE, values![name, secret, seen.0, seen.1]).await?;
        tx.commit().await?;
        Ok(done > 0)
    }

    pub(crate) async fn session(&self, hash: [u8; 32]) -> Result<Option<KeptSession>> {
        const SESSION: &str = "SELECT account, begun, made, seen, ends, csrf FROM session WHERE hash = $1";
        let kept = |row: Row| {
            Ok(KeptSession {
                account: row.text(0)?.to_owned(),
                begun: Micros(row.int(1)?),
                made: Micros(row.int(2)?),
                seen: Micros(row.int(3)?),
                ends: Micros(row.int(4)?),
                csrf: row.text(5)?.to_owned(),
            })
        };
        self.db.row(SESSION, values![hash]).await?.map(kept).transpose()
    }

    /// Enters a session, and takes out those that are over.
    pub(crate) async fn add_session(&self, hash: [u8; 32], session: &KeptSession, now: Micros) -> Result<()> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        tx.run("DELETE FROM session WHERE ends < $1", values![now.0]).await?;
        const ADD: &str =
            "INSERT INTO session (hash, account, begun, made, seen, ends, csrf) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let KeptSession { account, begun, made, seen, ends, csrf } = session;
        tx.run(ADD, values![hash, account, begun.0, made.0, seen.0, ends.0, csrf]).await?;
        tx.commit().await
    }

    /// Says when a session was used, and when it ends.
    pub(crate) async fn touch_session(&self, hash: [u8; 32], seen: Micros, ends: Micros) -> Result<()> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        tx.run("UPDATE session SET seen = $2, ends = $3 WHERE hash = $1", values![hash, seen.0, ends.0]).await?;
        tx.commit().await
    }

    pub(crate) async fn end_session(&self, hash: [u8; 32]) -> Result<()> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        tx.run("DELETE FROM session WHERE hash = $1", values![hash]).await?;
        tx.commit().await
    }

    pub(crate) async fn add_token(&self, hash: [u8; 32], account: &str, body: &str) -> Result<()> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        tx.run("INSERT INTO token (hash, account, body) VALUES ($1, $2, $3)", values![hash, account, body]).await?;
        tx.commit().await
    }

    /// The account and body of a token.
    pub(crate) async fn token(&self, hash: [u8; 32]) -> Result<Option<(String, String)>> {
        let row = self.db.row("SELECT account, body FROM token WHERE hash = $1", values![hash]).await?;
        row.map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))).transpose()
    }

    /// The tokens of an account with their hashes.
    pub(crate) async fn tokens(&self, account: &str) -> Result<Vec<([u8; 32], String)>> {
        let rows =
            self.db.rows("SELECT hash, body FROM token WHERE account = $1 ORDER BY body", values![account]).await?;
        rows.iter().map(|row| Ok((row.array(0)?, row.text(1)?.to_owned()))).collect()
    }

    /// Takes a token of an account back. Says whether it was there.
    pub(crate) async fn end_token(&self, account: &str, hash: [u8; 32]) -> Result<bool> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        let gone = tx.run("DELETE FROM token WHERE account = $1 AND hash = $2", values![account, hash]).await?;
        tx.commit().await?;
        Ok(gone > 0)
    }

    /// How often somebody failed, and when last.
    pub(crate) async fn attempts(&self, who: &str) -> Result<(i64, Micros)> {
        let row = self.db.row("SELECT count, last FROM attempt WHERE who = $1", values![who]).await?;
        row.map_or(Ok((0, Micros(0))), |row| Ok((row.int(0)?, Micros(row.int(1)?))))
    }

    /// Counts a try that failed; 0 forgets them. Those that nobody looks at any more go too.
    pub(crate) async fn count_attempt(&self, who: &str, count: i64, now: Micros, forget: Micros) -> Result<()> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        tx.run("DELETE FROM attempt WHERE who = $1 OR last < $2", values![who, forget.0]).await?;
        if count > 0 {
            tx.run("INSERT INTO attempt (who, count, last) VALUES ($1, $2, $3)", values![who, count, now.0]).await?;
        }
        tx.commit().await
    }

    /// Enters that somebody looked at protected material, once for each label.
    pub(crate) async fn add_looks(&self, look: &Look, labels: &[&Label]) -> Result<()> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        for label in labels {
            let (id, _) = LabelId::of(label)?;
            const ADD: &str = "INSERT INTO audit (at, account, chain, label, what) VALUES ($1, $2, $3, $4, $5)";
            tx.run(ADD, values![look.at.0, &look.account, look.case.0, id.as_str(), &look.what]).await?;
        }
        tx.commit().await
    }

    /// Enters what was done to accounts.
    pub(crate) async fn add_note(&self, look: &Look) -> Result<()> {
        let mut tx = self.db.write(&CaseId::HOUSE.0).await?;
        const ADD: &str = "INSERT INTO audit (at, account, chain, label, what) VALUES ($1, $2, $3, '', $4)";
        tx.run(ADD, values![look.at.0, &look.account, look.case.0, &look.what]).await?;
        tx.commit().await
    }

    /// Who looked at what of it is visible and what was done to accounts, the newest first.
    pub(crate) async fn looks(&self, visible: &Visible) -> Result<Vec<Look>> {
        const ALL: &str =
            "SELECT at, account, chain, what FROM audit WHERE label = '' OR label IN (SELECT value FROM json_each($1))
             ORDER BY at DESC, what";
        let rows = self.db.rows(ALL, values![visible.json()]).await?;
        let look = |row: &Row| {
            Ok(Look {
                at: Micros(row.int(0)?),
                account: row.text(1)?.to_owned(),
                case: CaseId(row.array(2)?),
                what: row.text(3)?.to_owned(),
            })
        };
        rows.iter().map(look).collect()
    }
}

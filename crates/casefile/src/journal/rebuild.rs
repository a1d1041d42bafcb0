//! Making the tables again from the journal, to see that nothing else has changed them.

use sqlx::{AssertSqlSafe, SqlitePool};

use super::{Change, check};
use crate::Result;
use crate::store::{Store, fetch_blob, project};

/// The tables that are made from the journal.
const PROJECTIONS: [&str; 10] =
    ["cases", "document", "claim", "hypothesis", "root", "echo", "disclosure", "line", "approval", "packet"];

/// The tables of `store` that differ from what its journal makes, in words.
pub(crate) async fn differences(store: &Store) -> Result<Vec<String>> {
    let fresh = Store::in_memory().await?;
    for chain in check::chains(store.pool()).await? {
        let mut from = i64::MIN;
        loop {
            let entries = check::page(store.pool(), chain, from).await?;
            let Some(last) = entries.last().map(|entry| entry.seq) else { break };
            let mut tx = fresh.pool().begin().await?;
            for entry in &entries {
                let change = entry.change()?;
                let reading = match &change {
                    Change::DocumentCollected { reading, .. } => Some(fetch_blob(store.pool(), *reading).await?),
                    _ => None,
                };
                project(&mut tx, entry, &change, reading.as_deref()).await?;
            }
            tx.commit().await?;
            from = last.saturating_add(1);
        }
    }
    let mut faults = Vec::new();
    for table in PROJECTIONS {
        let (kept, made) = (rows(store.pool(), table).await?, rows(fresh.pool(), table).await?);
        if kept != made {
            let differing = kept
                .iter()
                .filter(|row| !made.contains(row))
                .count()
                .max(made.iter().filter(|row| !kept.contains(row)).count());
            faults.push(format!("the table {table} has {differing} rows that are not as the journal makes them"));
        }
    }
    Ok(faults)
}

/// Every row of a table as SQL literals, in order.
async fn rows(pool: &SqlitePool, table: &'static str) -> Result<Vec<String>> {
    let columns: Vec<String> =
        sqlx::query_scalar("SELECT name FROM pragma_table_info(?) ORDER BY cid").bind(table).fetch_all(pool).await?;
    let quoted: Vec<String> = columns.iter().map(|column| format!("quote({column})")).collect();
    // Table and column names are the migrations' own.
    let sql = format!("SELECT {} FROM {table} ORDER BY 1", quoted.join(" || ',' || "));
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(pool).await?)
}

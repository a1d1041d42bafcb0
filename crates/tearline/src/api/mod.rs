//! The desk: what the command line does, over HTTP, with one file for each room.
//!
//! [`serve`] opens a store once and answers until it is told to stop. A handler asks the store on behalf of a viewer and
//! writes what it is given; it never looks at what somebody may see. `ARCHITECTURE.md` has the rest under "Desk".

#![expect(unused_qualifications, reason = "what is made of the attributes of routes names types in full")]

mod accounts;
mod actors;
mod answer;
mod asked;
mod case;
mod claims;
mod collect;
mod contract;
mod covering;
mod declared;
mod disclose;
mod drafting;
mod events;
mod export;
mod guard;
mod house;
mod judging;
mod kept;
mod log;
mod metrics;
mod oidc;
mod page;
mod problem;
mod register;
mod registering;
mod reports;
mod review;
mod search;
mod timeline;
mod weigh;
mod who;

use std::path::PathBuf;
use std::sync::Arc;

use ::disclose::packet::PrivateKey;
use axum::Router;
use casefile::{Casefile, CasefileError, Seams};
use record::case::Case;
use record::viewer::Viewer;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

use answer::Answer;
pub use contract::document;
use metrics::Metrics;
pub use oidc::Provider;
use problem::Problem;
use who::{Right, Who};

/// How many handlers may work at the same time; the rest wait in the order they came.
const AT_ONCE: usize = 32;

/// Who may come in.
#[derive(Debug, Clone)]
pub enum Door {
    /// Nobody logs in: whoever sits at this machine is this viewer. On loopback only.
    Open(Viewer),
    /// Everybody logs in.
    Accounts {
        /// What whoever makes the first account must know: the server prints it, where there is none.
        code: String,
    },
}

/// How the desk is set up.
#[derive(Clone)]
pub struct Setting {
    /// Who may come in.
    pub door: Door,
    /// Whether it is the sample that is shown.
    pub demo: bool,
    /// A folder with the page, instead of the one inside the program: for whoever works on the page.
    pub page: Option<PathBuf>,
    /// This program, which reads PDFs in processes of its own; without it they are read in this one.
    pub program: Option<PathBuf>,
    /// The key that signs packets here, and the log; without one nothing is issued over HTTP.
    pub signing: Option<Arc<PrivateKey>>,
    /// Whether it is reached by TLS alone, so that cookies need it.
    pub behind_tls: bool,
    /// A provider of OpenID Connect that says who people are.
    pub provider: Option<Provider>,
}

/// The desk, as every handler holds it.
#[derive(Clone)]
pub struct Desk(Arc<Inside>);

/// What the desk is made of.
pub struct Inside {
    casefile: Casefile,
    seams: Arc<dyn Seams>,
    setting: Setting,
    /// What every write of somebody without a session sends back: made anew at every start.
    token: String,
    metrics: Metrics,
    answers: kept::Answers,
    turns: Semaphore,
    stopping: tokio::sync::watch::Sender<bool>,
}

impl std::ops::Deref for Desk {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}

/// A handler's work on the store as a whole: on whose behalf, and what on.
pub struct InHouse {
    /// The store.
    pub casefile: Casefile,
    /// On whose behalf.
    pub viewer: Viewer,
}

/// A handler's work on one case.
pub struct InCase {
    /// The store.
    pub casefile: Casefile,
    /// On whose behalf.
    pub viewer: Viewer,
    /// The case.
    pub case: Case,
}

impl Desk {
    /// A desk over an open store.
    pub fn new(casefile: Casefile, seams: &Arc<dyn Seams>, setting: Setting) -> Self {
        // Where people come over a network, every look at protected material is entered.
        let casefile = match setting.door {
            Door::Open(_) => casefile,
            Door::Accounts { .. } => casefile.audited(),
        };
        let token = [seams.chance(), seams.chance()].concat().iter().map(|byte| format!("{byte:02x}")).collect();
        Self(Arc::new(Inside {
            casefile,
            seams: Arc::clone(seams),
            setting,
            token,
            metrics: Metrics::default(),
            answers: kept::Answers::default(),
            turns: Semaphore::new(AT_ONCE),
            stopping: tokio::sync::watch::Sender::new(false),
        }))
    }

    /// 32 bytes that nobody can foresee, in hexadecimal digits.
    fn chance(&self) -> String {
        [self.seams.chance(), self.seams.chance()].concat().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Waits until the program is being stopped.
    async fn stopped(&self) {
        // Where the sender is gone, so is the desk.
        let _ = self.stopping.subscribe().wait_for(|stopping| *stopping).await;
    }

    /// Does a handler's work on a thread of its own: what it computes holds nobody else up, and what the store does need
    /// not move between threads.
    async fn ask<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: AsyncFnOnce() -> Result<T, Problem> + Send + 'static,
    {
        let _turn = self.turns.acquire().await.map_err(|_| Problem::stopping())?;
        let runtime = Handle::current();
        let done = tokio::task::spawn_blocking(move || runtime.block_on(work())).await;
        done.map_err(|_| Problem::broken())?
    }

    /// Asks the store as a whole.
    async fn of_house<F>(&self, who: Who, work: F) -> Result<Answer, Problem>
    where
        F: AsyncFnOnce(InHouse) -> Result<Answer, Problem> + Send + 'static,
    {
        let here = InHouse { casefile: self.casefile.clone(), viewer: who.viewer };
        self.ask(async move || work(here).await).await
    }

    /// Asks about one case.
    async fn of_case<F>(&self, who: Who, case: String, work: F) -> Result<Answer, Problem>
    where
        F: AsyncFnOnce(InCase) -> Result<Answer, Problem> + Send + 'static,
    {
        let (casefile, viewer) = (self.casefile.clone(), who.viewer);
        self.ask(async move || {
            let case = casefile.case(&viewer, Some(&case)).await?;
            work(InCase { casefile, viewer, case }).await
        })
        .await
    }
}

/// How often a change is decided anew where something else was entered in the meantime.
const TRIES: usize = 20;

impl Desk {
    /// Changes something in one case. `work` looks at what is there and changes it; where something was entered between the
    /// two, it looks again, so that nobody writes over what they have not seen.
    async fn change<F>(&self, who: Who, right: Right, case: String, work: F) -> Result<Answer, Problem>
    where
        F: AsyncFn(&InCase) -> Result<Answer, Problem> + Send + 'static,
    {
        who.may(right)?;
        let (casefile, viewer) = (self.casefile.clone(), who.viewer);
        self.ask(async move || {
            let case = casefile.case(&viewer, Some(&case)).await?;
            for _ in 1..TRIES {
                let casefile = casefile.pinned(case.id).await?;
                let here = InCase { casefile, viewer: viewer.clone(), case: case.clone() };
                match work(&here).await {
                    Err(problem) if problem.is_moved() => {}
                    done => return done,
                }
            }
            Err(Problem::from(CasefileError::Moved))
        })
        .await
    }

    /// Changes something that belongs to all cases.
    async fn change_house<F>(&self, who: Who, right: Right, work: F) -> Result<Answer, Problem>
    where
        F: AsyncFnOnce(InHouse) -> Result<Answer, Problem> + Send + 'static,
    {
        who.may(right)?;
        self.of_house(who, work).await
    }
}

/// Everything that answers, with what stands around it.
pub fn router(desk: Desk) -> Router {
    let (routes, document) = contract::routes().split_for_parts();
    let declared = Arc::new(declared::Declared::of(&document));
    let api = routes.layer(axum::middleware::from_fn_with_state(declared, declared::only));
    let whole = api.merge(metrics::routes()).fallback(page::answer);
    whole
        .layer(axum::middleware::from_fn_with_state(desk.clone(), kept::answered))
        .layer(axum::middleware::from_fn(answer::unchanged))
        .layer(axum::middleware::from_fn_with_state(desk.clone(), guard::around))
        .layer(axum::middleware::from_fn_with_state(desk.clone(), metrics::count))
        .layer(tower_http::compression::CompressionLayer::new())
        .layer(tower_http::catch_panic::CatchPanicLayer::custom(problem::panicked))
        .with_state(desk)
}

/// Answers at `listener` until `stop` is done; then what is being answered is answered to the end.
///
/// # Errors
/// Where the system takes the listener away.
pub async fn serve(
    listener: tokio::net::TcpListener,
    desk: Desk,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let told = desk.clone();
    let stop = async move {
        stop.await;
        // What never ends by itself ends now.
        told.stopping.send_replace(true);
    };
    let service = router(desk).into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}

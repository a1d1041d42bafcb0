//! `tearline serve`: the desk in a browser.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use casefile::{Casefile, Place};

use super::{Shared, demo};
use crate::Stage;
use crate::api::{self, Desk, Door, Provider, Setting};
use crate::failure::{Failure, Outcome};
use crate::show::style;

/// Open the desk in a browser: on the sample case, or on a case file
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline serve                                   the sample case, in a temporary folder
  tearline --case c.tearline serve --no-login      your own case file, on this machine alone
  tearline --case c.tearline serve --behind-tls    for a house: everybody logs in
  tearline serve --demo --port 8500 --no-open

It answers on this machine alone, and without login only under a name of this machine. Ctrl-C ends it; what was acknowledged is kept.")]
pub struct Args {
    /// Serve the sample case, which is gone when it ends
    #[arg(long)]
    demo: bool,
    /// The port; 0 takes one that is free
    #[arg(long, default_value_t = 8400)]
    port: u16,
    /// Let whoever sits at this machine in without login, with full rights or those of --view-as
    #[arg(long)]
    no_login: bool,
    /// It is reached by TLS alone, which something in front of it ends: cookies then need it
    #[arg(long)]
    behind_tls: bool,
    /// The address of a provider of OpenID Connect that says who people are: https://login.example
    #[arg(long, value_name = "URL", requires_all = ["oidc_client", "oidc_secret", "public"])]
    oidc: Option<String>,
    /// The name of this server there
    #[arg(long, value_name = "NAME")]
    oidc_client: Option<String>,
    /// A file with the secret of this server there
    #[arg(long, value_name = "FILE")]
    oidc_secret: Option<PathBuf>,
    /// The address of this server, as browsers have it: https://desk.example
    #[arg(long, value_name = "URL")]
    public: Option<String>,
    /// The private key that signs what is issued here
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Open no browser
    #[arg(long)]
    no_open: bool,
    /// Take the page from this folder instead of the program: for whoever works on it
    #[arg(long, value_name = "FOLDER", hide = true)]
    page: Option<PathBuf>,
}

impl Args {
    pub fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let named = shared.case.as_deref().is_some_and(|case| !case.is_empty());
        if self.demo || !named {
            let folder = demo::sample_folder(stage);
            writeln!(stage.err, "{0}making the sample case{0:#}", style::FAINT)?;
            let made = demo::make_sample(&folder, stage);
            let key = self.key.clone().unwrap_or_else(|| folder.join("signing.key"));
            let served =
                made.and_then(|file| self.serve(&Place::from(file.as_path()), Some(&key), true, shared, stage));
            remove(&folder);
            return served;
        }
        let (place, _) = shared.place()?;
        self.serve(&place, self.key.as_deref(), false, shared, stage)
    }

    fn provider(&self) -> Result<Option<Provider>, Failure> {
        let (Some(issuer), Some(client), Some(file), Some(here)) =
            (&self.oidc, &self.oidc_client, &self.oidc_secret, &self.public)
        else {
            return Ok(None);
        };
        let secret = std::fs::read_to_string(file).map_err(|error| Failure::file(file, &error))?.trim().to_owned();
        Ok(Some(Provider { issuer: issuer.clone(), client: client.clone(), secret, here: here.clone() }))
    }

    fn serve(&self, place: &Place, key: Option<&Path>, demo: bool, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let door = match demo || self.no_login {
            true => Door::Open(shared.viewer(stage)?),
            false => Door::Accounts { code: code(stage) },
        };
        let failed = |error: &std::io::Error| {
            Failure::failed(format!("the program cannot start: {error}"), "check the limits of the system")
        };
        let runtime =
            tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| failed(&error))?;
        let signing = key.map(super::key::load).transpose()?.map(Arc::new);
        let setting = Setting {
            door,
            demo,
            page: self.page.clone(),
            program: stage.program.clone(),
            signing,
            behind_tls: self.behind_tls,
            provider: self.provider()?,
        };
        runtime.block_on(async {
            let casefile = Casefile::open(place, Arc::clone(&stage.seams)).await?;
            let at = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), self.port);
            let listener = tokio::net::TcpListener::bind(at).await.map_err(|error| taken(at, &error))?;
            let at = listener.local_addr().map_err(|error| failed(&error))?;
            let heading = style::HEADING;
            if let Door::Accounts { code } = &setting.door
                && !casefile.has_accounts().await?
            {
                writeln!(
                    stage.out,
                    "nobody has an account here yet; whoever makes the first one needs the code {code}"
                )?;
            }
            writeln!(stage.out, "{heading}http://{at}/{heading:#} is open; Ctrl-C ends it")?;
            stage.out.flush()?;
            if !self.no_open {
                open(&format!("http://{at}/"));
            }
            let desk = Desk::new(casefile.clone(), &stage.seams, setting);
            let served = api::serve(listener, desk, stopped()).await;
            casefile.close().await;
            served.map_err(|error| failed(&error))?;
            Ok(0)
        })
    }
}

/// What whoever makes the first account must know: it is printed here, where only whoever starts the program sees it.
fn code(stage: &Stage<'_>) -> String {
    stage.seams.chance().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Ctrl-C, or the word of whoever started the program.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let asked = async {
        match signal(SignalKind::terminate()) {
            Ok(mut asked) => {
                asked.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = asked => {}
    }
}

fn taken(at: SocketAddr, error: &std::io::Error) -> Failure {
    let hint = match error.kind() {
        std::io::ErrorKind::AddrInUse => "choose another with --port, or --port 0 for one that is free",
        std::io::ErrorKind::PermissionDenied => "choose a port above 1023 with --port",
        _ => "check the network of this machine",
    };
    Failure::failed(format!("{at} cannot be listened at: {error}"), hint)
}

/// Opens a browser, where there is one; where there is none, the address was printed.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let quiet = std::process::Stdio::null;
    let _ = std::process::Command::new(opener).arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}

/// The sample was made for this run alone.
fn remove(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}

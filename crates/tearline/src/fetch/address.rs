//! Which addresses are those of the public network. A page that is fetched by name could lead into the house: to a
//! printer, to a service that trusts whoever is near it, or to the keys of the machine in a cloud.

use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Finds the addresses of a host and refuses those that are not public. The connection is then made to the very addresses
/// that were looked at, so that a name which answers otherwise the next time gains nothing.
#[derive(Debug)]
pub struct Public {
    inner: DefaultResolver,
    /// Whether any address will do.
    any: bool,
}

impl Public {
    /// With `any` every address will do.
    pub fn new(any: bool) -> Self {
        Self { inner: DefaultResolver::default(), any }
    }
}

/// An address that is not fetched from.
#[derive(Debug, thiserror::Error)]
#[error("{host} is {ip}, {what}")]
pub struct Refusal {
    host: String,
    ip: IpAddr,
    what: &'static str,
}

impl Resolver for Public {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        // One that is not public makes all suspect: who controls the name mixes them to get in.
        match found.iter().find_map(|address| Some((address.ip(), not_public(address.ip())?))) {
            Some((ip, what)) if !self.any => {
                let host = uri.host().unwrap_or_default().to_owned();
                Err(ureq::Error::Other(Box::new(Refusal { host, ip, what })))
            }
            _ => Ok(found),
        }
    }
}

/// What an address is, where it is not one of the public network.
fn not_public(ip: IpAddr) -> Option<&'static str> {
    match ip {
        IpAddr::V4(ip) => not_public_4(ip),
        IpAddr::V6(ip) => not_public_6(ip),
    }
}

/// By the registry of special addresses (RFC 6890 and what was added to it).
fn not_public_4(ip: Ipv4Addr) -> Option<&'static str> {
    match ip.octets() {
        [127, ..] => Some("this machine"),
        [169, 254, 169, 254] | [100, 100, 100, 200] | [168, 63, 129, 16] => Some("where a cloud keeps keys"),
        [169, 254, ..] => Some("an address of the local link"),
        [10, ..] | [192, 168, ..] => Some("a private address"),
        [172, second, ..] if second & 0xf0 == 16 => Some("a private address"),
        [100, second, ..] if second & 0xc0 == 64 => Some("an address inside a provider's network"),
        [0, ..] => Some("no address of a host"),
        [224..=239, ..] => Some("a multicast address"),
        [240..=255, ..] => Some("a reserved address"),
        [192, 0, 0 | 2, _] | [198, 51, 100, _] | [203, 0, 113, _] | [192, 88, 99, _] => Some("a reserved address"),
        [198, 18 | 19, ..] => Some("an address for tests"),
        _ => None,
    }
}

fn not_public_6(ip: Ipv6Addr) -> Option<&'static str> {
    let inner = |high: u16, low: u16| not_public_4(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)));
    match ip.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0] => Some("no address of a host"),
        [0, 0, 0, 0, 0, 0, 0, 1] => Some("this machine"),
        // An older address written as a newer one, or reached through a gateway.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            inner(high, low)
        }
        [0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254] => Some("where a cloud keeps keys"),
        [first, ..] if first & 0xfe00 == 0xfc00 => Some("a private address"),
        [first, ..] if first & 0xff80 == 0xfe80 => Some("an address of the local link"),
        [first, ..] if first & 0xff00 == 0xff00 => Some("a multicast address"),
        [0x2001, second, ..] if second < 0x200 || second == 0xdb8 => Some("a reserved address"),
        [0x3fff, second, ..] if second < 0x1000 => Some("a reserved address"),
        [first, ..] if first & 0xe000 == 0x2000 => None,
        _ => Some("a reserved address"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ip: &str, expected: Option<&str>) {
        assert_eq!(not_public(ip.parse().unwrap()), expected, "{ip}");
    }

    #[test]
    fn hosts_of_the_public_network_may_be_fetched_from() {
        for ip in ["8.8.4.4", "172.15.0.1", "172.32.0.1", "100.63.0.1", "198.17.0.1", "2606:4700::1", "2a00:1450::8a"] {
            check(ip, None);
        }
    }

    #[test]
    fn an_address_that_leads_into_the_house_may_not() {
        for (ip, what) in [
            ("127.0.0.1", "this machine"),
            ("127.99.0.1", "this machine"),
            ("0.0.0.0", "no address of a host"),
            ("10.1.2.3", "a private address"),
            ("172.16.0.1", "a private address"),
            ("172.31.255.255", "a private address"),
            ("192.168.1.1", "a private address"),
            ("169.254.169.254", "where a cloud keeps keys"),
            ("169.254.0.9", "an address of the local link"),
            ("100.64.0.1", "an address inside a provider's network"),
            ("224.0.0.1", "a multicast address"),
            ("255.255.255.255", "a reserved address"),
            ("::", "no address of a host"),
            ("::1", "this machine"),
            ("fd00:ec2::254", "where a cloud keeps keys"),
            ("fd12::1", "a private address"),
            ("fe80::1", "an address of the local link"),
            ("fec0::1", "an address of the local link"),
            ("ff02::1", "a multicast address"),
            ("2001:db8::1", "a reserved address"),
            ("2001::1", "a reserved address"),
            ("::7f00:1", "a reserved address"),
        ] {
            check(ip, Some(what));
        }
    }

    #[test]
    fn an_old_address_inside_a_new_one_is_seen() {
        check("::ffff:127.0.0.1", Some("this machine"));
        check("64:ff9b::10.0.0.1", Some("a private address"));
        check("2002:7f00:1::", Some("this machine"));
        check("::ffff:8.8.4.4", None);
    }
}

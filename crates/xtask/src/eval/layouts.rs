//! Layouts of web pages, in our own words, each as sites of some kind are built: what stands around an article, how its
//! paragraphs are marked, and where the page says who published it and when.

use std::fmt::Write;

use super::articles::Article;

/// A layout: its name, what makes a page of an article, and the encoding it is sent in.
pub struct Layout {
    pub name: &'static str,
    pub page: fn(&Article, &[Article]) -> String,
    /// Whether it is sent as windows-1252.
    pub western: bool,
    /// Whether it says who wrote the article.
    pub signed: bool,
}

/// All layouts.
pub const LAYOUTS: [Layout; 14] = [
    Layout { name: "json-ld, sidebar, related links", page: classic, western: false, signed: true },
    Layout { name: "meta tags, cookie banner, comments", page: banner, western: false, signed: true },
    Layout { name: "nothing but what a person sees", page: bare, western: false, signed: true },
    Layout { name: "div soup", page: soup, western: false, signed: false },
    Layout { name: "tables and fonts of 1999", page: old, western: true, signed: false },
    Layout { name: "amp-like", page: amp, western: false, signed: true },
    Layout { name: "figures, captions, pull quotes", page: figures, western: false, signed: false },
    Layout { name: "fact table, share buttons, forms", page: facts, western: false, signed: true },
    Layout { name: "microdata, time element", page: microdata, western: false, signed: true },
    Layout { name: "blog with excerpts and long comments", page: blog, western: false, signed: true },
    Layout { name: "unclosed paragraphs in windows-1252", page: unclosed, western: true, signed: true },
    Layout { name: "teasers beside, graph of json-ld", page: teasers, western: false, signed: true },
    Layout { name: "long consent dialogue first", page: consent, western: false, signed: true },
    Layout { name: "sections with headings, read-also boxes", page: sections, western: false, signed: true },
];

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A string inside JSON inside a script.
fn json(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('<', "\\u003c")
}

/// `<p>` after `<p>`, with something put in behind each.
fn paragraphs(article: &Article, between: fn(usize) -> &'static str) -> String {
    let mut made = String::new();
    for (at, paragraph) in article.paragraphs.iter().enumerate() {
        let _ = writeln!(made, "<p>{}</p>{}", escape(paragraph), between(at));
    }
    made
}

fn nothing(_: usize) -> &'static str {
    ""
}

/// Links to other articles.
fn links(others: &[Article], count: usize) -> String {
    others.iter().take(count).fold(String::new(), |mut made, other| {
        let _ = writeln!(made, "<li><a href=\"/news/{}\">{}</a></li>", other.date, escape(&other.title));
        made
    })
}

const MENU: &str = "<ul><li><a href=\"/\">Home</a></li><li><a href=\"/world\">World</a></li><li><a href=\"/business\">Business</a></li>
<li><a href=\"/sport\">Sport</a></li><li><a href=\"/weather\">Weather</a></li><li><a href=\"/about\">About us</a></li></ul>";

fn long_date(article: &Article) -> String {
    article.date.strftime("%A, %B %-d, %Y").to_string()
}

fn classic(article: &Article, others: &[Article]) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} - {outlet}</title>
<script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"{headline}\",
\"datePublished\":\"{date}T08:15:00+00:00\",\"dateModified\":\"2021-06-01T10:00:00Z\",\"author\":{{\"@type\":\"Person\",\"name\":\"{author}\"}},
\"publisher\":{{\"@type\":\"Organization\",\"name\":\"{outlet}\",\"logo\":{{\"@type\":\"ImageObject\",\"url\":\"/logo.png\"}}}}}}</script></head>
<body><header><div class=\"logo\"><a href=\"/\">{outlet}</a></div><nav>{MENU}</nav></header>
<main><article><h1>{title}</h1><p class=\"byline\">By {author}</p><div class=\"story-body\">{body}</div></article>
<aside class=\"sidebar\"><h3>Most read</h3><ol>{most}</ol></aside></main>
<section class=\"related\"><h2>Related stories</h2><ul>{related}</ul></section>
<footer><p>© 2021 {outlet}. All rights reserved. <a href=\"/terms\">Terms of use</a> <a href=\"/privacy\">Privacy</a></p></footer></body></html>",
        title = escape(&article.title),
        headline = json(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        body = paragraphs(article, nothing),
        most = links(others, 10),
        related = links(others.get(3..).unwrap_or_default(), 6),
    )
}

fn banner(article: &Article, others: &[Article]) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{title} | {outlet}</title>
<meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"{outlet}\">
<meta property=\"article:published_time\" content=\"{date}T17:40:00Z\"><meta property=\"article:modified_time\" content=\"2021-03-03T09:00:00Z\">
<meta name=\"author\" content=\"{author}\"><meta name=\"description\" content=\"News from {outlet}\"></head><body>
<div id=\"cookie-banner\" class=\"cookie-consent\" role=\"dialog\"><p>We and our partners use cookies to show you content that fits and to
count our readers. You can accept all, or choose what you allow.</p><button>Accept all</button><button>Choose</button></div>
<div class=\"topbar\">{MENU}</div><div class=\"container\"><div class=\"article\"><h1 class=\"headline\">{title}</h1>
<div class=\"meta\"><span class=\"author\">{author}</span> <span class=\"share\">Share Tweet Mail</span></div>
<div class=\"article-content\">{body}</div></div>
<div id=\"comments\" class=\"comments\"><h3>3 comments</h3>
<div class=\"comment\"><b>quayside</b><p>I live near there and nobody told us anything until it was all over, as always in this town.</p></div>
<div class=\"comment\"><b>old sailor</b><p>They said the same thing twenty years ago, and look what came of it. Wait and see, I say.</p></div>
<div class=\"comment\"><b>reader7</b><p>Can somebody explain why this took so long to be reported? Other places had it on Monday.</p></div></div></div>
<div class=\"footer\">{links}</div></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        body = paragraphs(article, nothing),
        links = links(others, 5),
    )
}

fn bare(article: &Article, others: &[Article]) -> String {
    format!(
        "<html><head><title>{title} | {outlet}</title></head><body><div class=\"masthead\"><b>{outlet}</b><br>Tuesday, June 1, 2021</div>
<div class=\"nav\">{MENU}</div><h1>{title}</h1><p>By {author} | {date}</p>{body}
<hr><p><a href=\"/\">Back to the front page</a></p><ul>{more}</ul><p>© 2021 {outlet}</p></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = long_date(article),
        body = paragraphs(article, nothing),
        more = links(others, 4),
    )
}

fn soup(article: &Article, others: &[Article]) -> String {
    let body = article.paragraphs.iter().fold(String::new(), |mut made, paragraph| {
        let _ = write!(
            made,
            "<div class=\"x7 k2\"><div class=\"x9\"><span class=\"t\">{}</span></div></div>",
            escape(paragraph)
        );
        made
    });
    let side = others.iter().take(8).fold(String::new(), |mut made, other| {
        let _ = write!(
            made,
            "<div class=\"x3\"><div class=\"x4\"><a href=\"/a\"><span>{}</span></a></div></div>",
            escape(&other.title)
        );
        made
    });
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title><meta name=\"publish-date\" content=\"{date}\">
<meta name=\"application-name\" content=\"{outlet}\"><meta name=\"twitter:title\" content=\"{title}\"></head><body><div class=\"x1\"><div class=\"x2\">
<div class=\"a1\"><a href=\"/\">Home</a></div><div class=\"a1\"><a href=\"/w\">World</a></div><div class=\"a1\"><a href=\"/s\">Sport</a></div></div>
<div class=\"m1\"><div class=\"m2\"><div class=\"h9\">{title}</div><div class=\"b1\">{body}</div></div><div class=\"m3\">{side}</div></div>
<div class=\"z1\"><div class=\"z2\">Imprint</div><div class=\"z2\">Contact</div></div></div></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        date = article.date,
    )
}

fn old(article: &Article, others: &[Article]) -> String {
    let body = article.paragraphs.iter().map(|paragraph| escape(paragraph)).collect::<Vec<_>>().join("<br><br>\n");
    let side = others.iter().take(9).fold(String::new(), |mut made, other| {
        let _ = write!(made, "<font size=1><a href=\"a.html\">{}</a></font><br>", escape(&other.title));
        made
    });
    format!(
        "<HTML><HEAD><TITLE>{outlet}: {title}</TITLE><META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=windows-1252\">
<META NAME=\"Publisher\" CONTENT=\"{outlet}\"></HEAD><BODY BGCOLOR=white><TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3><FONT SIZE=6>{outlet}</FONT></TD></TR>
<TR><TD WIDTH=120 VALIGN=top><A HREF=\"/\">Front</A><BR><A HREF=\"/w\">World</A><BR><A HREF=\"/s\">Sport</A></TD>
<TD WIDTH=480 VALIGN=top><H1>{title}</H1><FONT SIZE=2 COLOR=gray>{date}</FONT><P><FONT FACE=\"Times\">{body}</FONT></TD>
<TD WIDTH=160 VALIGN=top BGCOLOR=\"#eeeeee\"><B>More news</B><BR>{side}</TD></TR>
<TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>Copyright &copy; 2021 {outlet}</FONT></TD></TR></TABLE></BODY></HTML>",
        title = escape(&article.title),
        outlet = article.outlet,
        date = article.date.strftime("%-d %B %Y"),
    )
}

fn amp(article: &Article, others: &[Article]) -> String {
    fn advert(at: usize) -> &'static str {
        match at % 3 {
            1 => {
                "<amp-ad width=\"300\" height=\"250\" type=\"x\" data-slot=\"/1/2\"><div placeholder>Advertisement</div></amp-ad>"
            }
            _ => "",
        }
    }
    format!(
        "<!doctype html><html amp lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><link rel=\"canonical\" href=\"https://www.example.org/a\">
<script type=\"application/ld+json\">[{{\"@context\":\"http://schema.org\",\"@type\":\"BreadcrumbList\",\"itemListElement\":[]}},
{{\"@context\":\"http://schema.org\",\"@type\":\"Article\",\"mainEntityOfPage\":\"https://www.example.org/a\",\"headline\":\"{headline}\",
\"datePublished\":\"{date}\",\"author\":[\"{author}\"],\"publisher\":{{\"@type\":\"NewsMediaOrganization\",\"name\":\"{outlet}\"}}}}]</script>
<style amp-boilerplate>body{{visibility:hidden}}</style></head><body><amp-sidebar id=\"s\" layout=\"nodisplay\">{MENU}</amp-sidebar>
<header class=\"hd\"><button on=\"tap:s.toggle\">Menu</button><amp-img src=\"/l.png\" width=\"100\" height=\"30\"></amp-img></header>
<article class=\"amp-article\"><h1>{title}</h1><amp-img src=\"/p.jpg\" width=\"600\" height=\"400\" layout=\"responsive\"></amp-img>
<div class=\"amp-body\">{body}</div></article><amp-list src=\"/more.json\"></amp-list><ul class=\"more\">{more}</ul>
<footer class=\"ft\">{outlet}</footer></body></html>",
        title = escape(&article.title),
        headline = json(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        body = paragraphs(article, advert),
        more = links(others, 6),
    )
}

fn figures(article: &Article, others: &[Article]) -> String {
    fn picture(at: usize) -> &'static str {
        match at % 4 {
            0 => {
                "<figure class=\"image\"><img src=\"/1.jpg\" alt=\"A quay\"><figcaption>The quay on a quiet evening. <span class=\"credit\">Picture: archive</span></figcaption></figure>"
            }
            2 => {
                "<figure><img src=\"/2.jpg\" alt=\"\"><figcaption>A street in the old town. Picture: archive</figcaption></figure>"
            }
            _ => "",
        }
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} – {outlet}</title><meta property=\"og:title\" content=\"{title} – {outlet}\">
<meta property=\"og:site_name\" content=\"{outlet}\"><meta itemprop=\"datePublished\" content=\"{date}T05:00:00+01:00\"></head>
<body class=\"news\"><nav class=\"main-nav\">{MENU}</nav><div class=\"page\"><article><header><h1>{title}</h1></header>
<div class=\"body\">{body}</div><footer class=\"tags\"><a href=\"/t/1\">news</a> <a href=\"/t/2\">today</a></footer></article>
<aside>{more}</aside></div></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        date = article.date,
        body = paragraphs(article, picture),
        more = links(others, 7),
    )
}

fn facts(article: &Article, others: &[Article]) -> String {
    fn extra(at: usize) -> &'static str {
        match at {
            1 => {
                "<div class=\"newsletter-signup\"><form action=\"/n\"><label>Get our morning letter</label><input type=\"email\"><button>Sign up</button></form></div>"
            }
            2 => {
                "<div class=\"social-share\"><a href=\"#\">Share</a> <a href=\"#\">Mail</a> <a href=\"#\">Print</a></div>"
            }
            _ => "",
        }
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><meta name=\"dc.title\" content=\"{title}\">
<meta name=\"DC.date.issued\" content=\"{date}\"><meta name=\"DC.publisher\" content=\"{outlet}\"><meta name=\"DC.creator\" content=\"{author}\"></head>
<body><div id=\"header\"><h2>{outlet}</h2>{MENU}</div><div id=\"content\"><h1>{title}</h1><div id=\"story\">{body}
<table class=\"facts\"><tr><th>Tide</th><td>High</td></tr><tr><th>Wind</th><td>West</td></tr></table></div></div>
<div id=\"sidebar\"><h3>Latest</h3><ul>{more}</ul></div><div id=\"footer\">Contact · Imprint</div></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        body = paragraphs(article, extra),
        more = links(others, 12),
    )
}

fn microdata(article: &Article, others: &[Article]) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{outlet} :: {title}</title></head><body>
<div class=\"site-head\"><a href=\"/\">{outlet}</a><time datetime=\"2021-06-01\">1 June 2021</time></div><div class=\"menu\">{MENU}</div>
<div itemscope itemtype=\"https://schema.org/NewsArticle\"><h1 itemprop=\"headline\">{title}</h1>
<p><a rel=\"author\" href=\"/by\"><span itemprop=\"author\">{author}</span></a>, <time itemprop=\"datePublished\" datetime=\"{date}T10:00\">{shown}</time></p>
<div itemprop=\"articleBody\">{body}</div><div itemprop=\"publisher\" itemscope><meta itemprop=\"name\" content=\"{outlet}\"></div></div>
<div class=\"more-stories\"><h4>More</h4><ul>{more}</ul></div></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        shown = long_date(article),
        body = paragraphs(article, nothing),
        more = links(others, 8),
    )
}

fn blog(article: &Article, others: &[Article]) -> String {
    let excerpts = others.iter().take(3).fold(String::new(), |mut made, other| {
        let first = other.paragraphs.first().map_or("", String::as_str);
        let start: String = first.chars().take(220).collect();
        let _ = write!(
            made,
            "<div class=\"related-post\"><h4><a href=\"/p\">{}</a></h4><p class=\"excerpt\">{} …</p><a class=\"more-link\" href=\"/p\">Read more</a></div>",
            escape(&other.title),
            escape(&start)
        );
        made
    });
    format!(
        "<!doctype html><html lang=\"en-US\"><head><meta charset=\"UTF-8\"><title>{title} – {outlet}</title><meta property=\"og:site_name\" content=\"{outlet}\" /></head>
<body class=\"post-template single\"><div id=\"page\" class=\"site\"><header id=\"masthead\" class=\"site-header\"><p class=\"site-title\">{outlet}</p>
<nav class=\"main-navigation\">{MENU}</nav></header><div id=\"primary\" class=\"content-area\"><main class=\"site-main\"><article class=\"post hentry\">
<header class=\"entry-header\"><h1 class=\"entry-title\">{title}</h1><div class=\"entry-meta\"><span class=\"posted-on\">Posted on <a href=\"/d\"><time class=\"entry-date published\" datetime=\"{date}T06:30:00+00:00\">{shown}</time></a></span>
<span class=\"byline\"> by <span class=\"author vcard\"><a class=\"url fn n\" href=\"/by\">{author}</a></span></span></div></header>
<div class=\"entry-content\">{body}</div><footer class=\"entry-footer\"><span class=\"cat-links\">Posted in <a href=\"/c\">News</a></span></footer></article>
<div class=\"related-posts\"><h3>You might also like</h3>{excerpts}</div>
<div id=\"comments\" class=\"comments-area\"><h2 class=\"comments-title\">2 thoughts on this</h2><ol class=\"comment-list\">
<li class=\"comment\"><div class=\"comment-content\"><p>Thank you for writing this up so plainly, it was hard to find anything about it elsewhere, and my family has been asking me for days.</p></div></li>
<li class=\"comment\"><div class=\"comment-content\"><p>I do not agree with all of it, since the people I spoke to saw it otherwise, but it is good that somebody at last wrote about the matter at all.</p></div></li></ol></div>
</main></div><aside id=\"secondary\" class=\"widget-area\"><section class=\"widget\"><h2>Recent posts</h2><ul>{more}</ul></section></aside></div></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        shown = article.date.strftime("%B %-d, %Y"),
        body = paragraphs(article, nothing),
        more = links(others, 5),
    )
}

fn unclosed(article: &Article, others: &[Article]) -> String {
    let body = article.paragraphs.iter().fold(String::new(), |mut made, paragraph| {
        let _ = write!(
            made,
            "<p>{}\r\n",
            escape(paragraph).replace('’', "&rsquo;").replace('“', "&#147;").replace('”', "&#148;")
        );
        made
    });
    format!(
        "<html><head><title>{title}</title><meta http-equiv=content-type content='text/html; charset=iso-8859-1'><meta name=author content='{author}'>
<meta name=date content='{date}'><meta name=publisher content='{outlet}'></head><body><div align=center><img src=logo.gif alt='{outlet}'></div>
<p><a href=/>Home</a> | <a href=/w>World</a> | <a href=/s>Sport</a><h1>{title}</h1><div class=text>{body}</div><hr>
<ul>{more}</ul><center><small>All rights with the {outlet}</small></center></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        more = links(others, 6).replace("</li>", ""),
    )
}

fn teasers(article: &Article, others: &[Article]) -> String {
    let cards = others.iter().take(12).fold(String::new(), |mut made, other| {
        let first = other.paragraphs.first().map_or("", String::as_str);
        let start: String = first.chars().take(120).collect();
        let _ = write!(
            made,
            "<div class=\"card teaser\"><a href=\"/n\"><h3>{}</h3><p>{}…</p></a><time datetime=\"{}\">{}</time></div>",
            escape(&other.title),
            escape(&start),
            other.date,
            other.date
        );
        made
    });
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",
\"@graph\":[{{\"@type\":\"Organization\",\"@id\":\"https://x.example/#org\",\"name\":\"{outlet}\"}},{{\"@type\":\"WebSite\",\"name\":\"{outlet} online\"}},
{{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"{author}\"}},{{\"@type\":\"NewsArticle\",\"headline\":\"{headline}\",\"datePublished\":\"{date}T23:10:00-05:00\",
\"author\":{{\"@id\":\"#a\"}},\"publisher\":{{\"@id\":\"https://x.example/#org\"}}}}]}}</script></head><body><header><nav>{MENU}</nav></header>
<div class=\"grid\"><main><h1>{title}</h1><div class=\"article__body\">{body}</div></main><div class=\"rail\">{cards}</div></div></body></html>",
        title = escape(&article.title),
        headline = json(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        body = paragraphs(article, nothing),
    )
}

fn consent(article: &Article, others: &[Article]) -> String {
    let purposes = [
        "store and reach information on a device",
        "choose simple advertisements",
        "make a profile of what you read",
        "measure how advertisements do",
        "learn about our readers",
        "make our products better",
    ];
    let dialogue = purposes.iter().fold(String::new(), |mut made, purpose| {
        let _ = write!(
            made,
            "<div class=\"purpose\"><h5>To {purpose}</h5><p>Our partners may {purpose}, on the ground of your consent or of their own interest, which you may refuse at any time in your settings.</p></div>"
        );
        made
    });
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"{outlet}\">
<meta name=\"parsely-pub-date\" content=\"{date}T12:00:00Z\"><meta name=\"parsely-author\" content=\"{author}\"><title>{title} - {outlet}</title></head><body>
<div class=\"consent-modal gdpr\" aria-modal=\"true\"><h4>Your privacy</h4>{dialogue}<button>Agree</button></div>
<div class=\"wrapper\"><div class=\"nav-bar\">{MENU}</div><div class=\"post\"><h1>{title}</h1><div class=\"post-body\">{body}</div></div>
<div class=\"subscribe-box\"><p>Reading is free for a week. Then it is five a month.</p><a href=\"/s\">Subscribe</a></div><ul class=\"also\">{more}</ul></div></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date,
        body = paragraphs(article, nothing),
        more = links(others, 9),
    )
}

fn sections(article: &Article, others: &[Article]) -> String {
    fn also(at: usize) -> &'static str {
        match at % 3 {
            1 => {
                "<div class=\"read-also\"><strong>Read also:</strong> <a href=\"/n/1\">What the tide left on the beach</a></div>"
            }
            _ => "",
        }
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | {outlet}</title></head><body><header class=\"global-header\">{MENU}</header>
<article class=\"story\"><h1>{title}</h1><div class=\"story-info\"><div class=\"byline\">By {author}</div><div class=\"published\">Published: {date}</div>
<div class=\"updated\">Updated: 2 June 2021</div></div><section class=\"story-text\">{body}</section></article>
<section class=\"more-from\"><h2>More from {outlet}</h2><ul>{more}</ul></section><footer><p>© {outlet} 2021</p></footer></body></html>",
        title = escape(&article.title),
        outlet = article.outlet,
        author = article.author,
        date = article.date.strftime("%-d %B %Y"),
        body = paragraphs(article, also),
        more = links(others, 6),
    )
}

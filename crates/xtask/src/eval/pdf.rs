//! How well PDFs are read: known texts typeset by two programs in one and two columns, with running heads and numbers.
//!
//! The typesetters are not part of the house. `typst` is used where it is on the path or can be had from Python (`pip
//! install typst`), LibreOffice where `soffice` is; one that is missing is named and left out.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::articles::{self, Article, Part, words};
use crate::failure::{Failure, say};
use crate::places::Places;

/// How many articles each way.
const COUNT: usize = 40;

/// Measures and prints.
///
/// # Errors
/// If the texts are not there, or a file cannot be written.
pub fn run(places: &Places) -> Result<(), Failure> {
    for (part, name) in [(Part::Dev, "2019, on which the reader was made"), (Part::Held, "2020, held out")] {
        let articles: Vec<Article> = articles::articles(places, part)?.into_iter().take(COUNT).collect();
        say(format!("PDFs of Wikinews texts of {name}: percent of words in order, and titles right"));
        say(format!("{:<28} {:>5} {:>7} {:>7} {:>7}", "typeset by", "files", "mean", "worst", "title"));
        for columns in [1, 2] {
            typeset("typst", columns, &articles, typst)?;
            typeset("LibreOffice", columns, &articles, office)?;
        }
    }
    Ok(())
}

/// Makes PDFs `0.pdf`, `1.pdf`, … in a folder; false where the program is not there.
type Typesetter = fn(&Path, usize, &[Article]) -> Result<bool, Failure>;

fn typeset(name: &str, columns: usize, articles: &[Article], with: Typesetter) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|error| Failure::new(error.to_string()))?;
    if !with(folder.path(), columns, articles)? {
        say(format!("{name} is not there: left out"));
        return Ok(());
    }
    let (mut sum, mut worst, mut titles, mut count) = (0.0, f64::MAX, 0, 0);
    let mut time = Duration::ZERO;
    for (at, article) in articles.iter().enumerate() {
        let Ok(bytes) = std::fs::read(folder.path().join(format!("{at}.pdf"))) else { continue };
        let begun = Instant::now();
        let read = casefile::format::read_pdf_here(&bytes);
        time += begun.elapsed();
        let (text, title) = read.unwrap_or_default();
        let truth = words(&format!("{}\n{}", article.title, article.paragraphs.join("\n")));
        let found = words(&text);
        let share = in_order(&truth, &found) as f64 / truth.len().max(found.len()).max(1) as f64;
        sum += share;
        worst = f64::min(worst, share);
        titles += usize::from(title.is_some_and(|title| words(&title) == words(&article.title)));
        count += 1;
    }
    let each = count.max(1) as f64;
    say(format!(
        "{:<28} {count:5} {:7.2} {:7.2} {:7.1}   {:.0} ms each",
        format!("{name}, {columns} column{}", if columns == 1 { "" } else { "s" }),
        100.0 * sum / each,
        100.0 * worst,
        100.0 * titles as f64 / each,
        time.as_secs_f64() * 1000.0 / each
    ));
    Ok(())
}

/// The length of the longest common subsequence of words.
fn in_order(truth: &[String], found: &[String]) -> usize {
    let mut row = vec![0usize; found.len() + 1];
    for word in truth {
        let mut diagonal = 0;
        for (at, other) in found.iter().enumerate() {
            let above = row.get(at + 1).copied().unwrap_or(0);
            let left = row.get(at).copied().unwrap_or(0);
            let here = if word == other { diagonal + 1 } else { above.max(left) };
            diagonal = above;
            if let Some(slot) = row.get_mut(at + 1) {
                *slot = here;
            }
        }
    }
    row.last().copied().unwrap_or(0)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::at(path, &error))
}

fn is_there(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn typst(folder: &Path, columns: usize, articles: &[Article]) -> Result<bool, Failure> {
    for (at, article) in articles.iter().enumerate() {
        let string = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let body: String = article.paragraphs.iter().map(|text| format!("#par(text({}))\n", string(text))).collect();
        let source = format!(
            "#set page(paper: \"a4\", columns: {columns}, header: [#text({outlet}) #h(1fr) {date}], footer: align(center, context counter(page).display()))
#set par(justify: true, first-line-indent: {indent})
#set text(lang: \"en\", size: 10pt, hyphenate: true)
#place(top + center, scope: \"parent\", float: true, text(size: 17pt, weight: \"bold\", hyphenate: false, {title}))\n{body}",
            outlet = string(article.outlet),
            date = article.date.strftime("%B %Y"),
            indent = if at % 2 == 0 { "1em" } else { "0em" },
            title = string(&article.title),
        );
        write(&folder.join(format!("{at}.typ")), &source)?;
    }
    if is_there(Command::new("typst").arg("--version")) {
        for at in 0..articles.len() {
            is_there(Command::new("typst").arg("compile").arg(folder.join(format!("{at}.typ"))));
        }
        return Ok(true);
    }
    let script = format!(
        "import typst\nfor at in range({}):\n    typst.compile(f'{{at}}.typ', output=f'{{at}}.pdf')\n",
        articles.len()
    );
    Ok(is_there(Command::new("python3").args(["-c", &script]).current_dir(folder)))
}

fn office(folder: &Path, columns: usize, articles: &[Article]) -> Result<bool, Failure> {
    if !is_there(Command::new("soffice").arg("--version")) {
        return Ok(false);
    }
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut convert = Command::new("soffice");
    convert.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    convert.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder);
    for (at, article) in articles.iter().enumerate() {
        let body: String = article
            .paragraphs
            .iter()
            .map(|text| format!("<text:p text:style-name=\"Body\">{}</text:p>\n", escape(text)))
            .collect();
        let source = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="{gap}" fo:text-indent="{indent}"/><style:text-properties fo:font-size="10pt" fo:language="en" fo:country="US" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="4mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>
<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="{columns}" fo:column-gap="6mm"/></style:section-properties></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>{outlet}</text:p></style:header><style:footer><text:p>Page <text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="Head">{title}</text:p><text:section text:style-name="Columns" text:name="S">{body}</text:section></office:text></office:body></office:document>"#,
            gap = if at % 2 == 0 { "2mm" } else { "0mm" },
            indent = if at % 2 == 0 { "0mm" } else { "4mm" },
            outlet = escape(article.outlet),
            title = escape(&article.title),
        );
        let path = folder.join(format!("{at}.fodt"));
        write(&path, &source)?;
        convert.arg(path);
    }
    Ok(is_there(&mut convert))
}

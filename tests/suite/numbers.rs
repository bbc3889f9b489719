//! Every number that a figure shows is that of its CSV: in the cells of the workbook behind a chart of PowerPoint, in what
//! the chart keeps of them, in the tables of pages and in the drawing. In each, one digit that is another is found.

use crate::common::page;
use calamine::{Data, Reader, Xlsx};
use fascicle::chart::Chart;
use fascicle::layout::{Book, What};
use fascicle::render::Format;
use fascicle::theme::Theme;
use fascicle::{Request, Site, disk};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;

/// The values of a figure's CSV: by name and by edition, the older first; alone, the edition is empty.
#[derive(Clone, Debug, Default)]
struct Values {
    of: BTreeMap<String, BTreeMap<String, f64>>,
    editions: BTreeSet<String>,
}

/// Reads the columns of a CSV that hold a value, its name and, of lines and changes, when it is of.
fn values(csv: &[u8]) -> Values {
    let mut reader = csv::Reader::from_reader(csv);
    let head = reader.headers().unwrap().clone();
    let mut found = Values::default();
    for row in reader.records().map(Result::unwrap) {
        let cell = |name: &str| head.iter().position(|head| head == name).map_or("", |at| &row[at]);
        let number = |name: &str| cell(name).parse::<f64>().ok();
        let exact = |part: &str| match (number(&format!("{part}numerator")), number(&format!("{part}denominator"))) {
            (Some(count), Some(whole)) => Some(count / whole * 100.0),
            _ => number(&format!("{part}value")),
        };
        let mut add = |edition: &str, value: Option<f64>| {
            found.editions.insert(edition.to_owned());
            if let Some(value) = value {
                found.of.entry(cell("name").to_owned()).or_default().insert(edition.to_owned(), value);
            }
        };
        if head.iter().any(|head| head == "old_value") {
            add("1", exact("old_"));
            add("2", exact(""));
        } else {
            add(cell("value_edition"), exact(""));
        }
    }
    found
}

impl Values {
    /// Holds a number that stands under a name, of an edition by its place, against the value; `shown` are the decimals
    /// to which it was rounded, where it was.
    fn hold(&self, name: &str, edition: usize, number: f64, shown: Option<u32>) -> Result<(), String> {
        let id = self.editions.iter().nth(edition).ok_or("no such edition")?;
        let value =
            self.of.get(bare(name)).and_then(|of| of.get(id)).ok_or(format!("{name} has no value in {id:?}"))?;
        let near = shown.map_or(1e-6, |decimals| 0.5 / 10_f64.powi(decimals as i32) + 1e-6);
        match (value - number).abs() <= near {
            true => Ok(()),
            false => Err(format!("{name}: {number} where {value} stands in the CSV")),
        }
    }

    /// How many values there are.
    fn count(&self) -> usize {
        self.of.values().map(BTreeMap::len).sum()
    }
}

/// A name without the signs of its notes, the place of its segment and what is said of it in brackets.
fn bare(name: &str) -> &str {
    let name = name.trim_end();
    let cut = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).filter(|(before, within)| {
        !before.is_empty() && (within.bytes().all(|byte| byte.is_ascii_digit()) || within.starts_with("n.d."))
    });
    cut.map_or(name, |(before, _)| before).trim_end().trim_end_matches('*')
}

/// A printed number, and its decimals: "42%", "39,6%".
fn printed(words: &str) -> Option<(f64, u32)> {
    let number = words.trim().strip_suffix('%')?.replace(',', ".");
    let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len() as u32);
    Some((number.parse().ok()?, decimals))
}

/// Every cell of a workbook with a number that is shown: by the name and the edition it is of.
fn workbook(rows: &[Vec<Data>], values: &Values) -> Result<usize, String> {
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        _ => String::new(),
    };
    let number = |cell: &Data| match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        _ => None,
    };
    let head = &rows[0];
    let mut held = 0;
    // Lines have a row a date, and a column for each name or segment; all others have a row a name.
    if text(&head[0]) == "Data" {
        let mut lines: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for row in &rows[1..] {
            for (name, cell) in head.iter().zip(row).skip(1) {
                if let Some(number) = number(cell) {
                    lines.entry(bare(&text(name)).to_owned()).or_default().push(number);
                }
            }
        }
        for (name, line) in lines {
            let known: Vec<f64> = values.of.get(&name).into_iter().flat_map(BTreeMap::values).copied().collect();
            let same = known.len() == line.len() && known.iter().zip(&line).all(|(one, two)| (one - two).abs() < 1e-6);
            if !same {
                return Err(format!("{name}: {line:?} where {known:?} stands in the CSV"));
            }
            held += line.len();
        }
        return Ok(held);
    }
    let last = if text(&head[2]) == "Come scritto" { 2 } else { 3 };
    for row in &rows[1..] {
        for (edition, cell) in row[1..last].iter().enumerate() {
            if let Some(number) = number(cell) {
                values.hold(&text(&row[0]), edition, number, None)?;
                held += 1;
            }
        }
    }
    Ok(held)
}

/// What a chart keeps of its cells is what stands in them.
fn chart(xml: &str, rows: &[Vec<Data>]) -> Result<usize, String> {
    let document = roxmltree::Document::parse(xml).map_err(|error| error.to_string())?;
    let mut held = 0;
    for reference in document.descendants().filter(|node| node.has_tag_name((CHART, "numRef"))) {
        let child = |name: &'static str| reference.descendants().filter(move |node| node.tag_name().name() == name);
        let place = child("f").next().and_then(|node| node.text()).ok_or("a reference without a place")?;
        let cells = cells(place).ok_or(format!("{place} is no range"))?;
        for point in child("pt") {
            let at: usize = point.attribute("idx").and_then(|at| at.parse().ok()).ok_or("a point without a place")?;
            let kept: f64 = point.descendants().find_map(|node| node.text()?.parse().ok()).ok_or("no number")?;
            let (row, column) = *cells.get(at).ok_or(format!("{place} has no cell {at}"))?;
            match rows.get(row).and_then(|row| row.get(column)) {
                Some(Data::Float(number)) if (number - kept).abs() < 1e-9 => held += 1,
                Some(Data::Int(number)) if (*number as f64 - kept).abs() < 1e-9 => held += 1,
                // Dates and what is worked out in the workbook are no values of the figure.
                Some(Data::DateTime(_) | Data::String(_) | Data::Empty) | None => {}
                other => return Err(format!("{place}, {at}: {kept} where {other:?} stands in the workbook")),
            }
        }
    }
    Ok(held)
}

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// The cells of a range such as `Sheet1!$B$2:$B$17`, as rows and columns from 0.
fn cells(range: &str) -> Option<Vec<(usize, usize)>> {
    let (_, range) = range.split_once('!')?;
    let cell = |cell: &str| {
        let mut parts = cell.split('$').skip(1);
        let column = parts.next()?.bytes().fold(0, |column, byte| column * 26 + usize::from(byte - b'A') + 1) - 1;
        Some((parts.next()?.parse::<usize>().ok()? - 1, column))
    };
    let (from, to) = range.split_once(':').unwrap_or((range, range));
    let (from, to) = (cell(from)?, cell(to)?);
    Some((from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |column| (row, column))).collect())
}

/// Every value of the table of a page, where it is of one edition.
fn table(html: &str, values: &Values) -> Result<usize, String> {
    let (_, table) = html.split_once("<tbody>").ok_or("no table")?;
    let table = table.split("</tbody>").next().unwrap_or_default();
    let mut held = 0;
    for row in table.split("<tr").skip(1) {
        let mut cells = row.split("<td").map(|cell| page::text(cell.split_once('>').map_or("", |(_, words)| words)));
        let name = cells.next().unwrap_or_default();
        let name = name.trim_start_matches('>');
        if let Some((number, decimals)) = cells.next().as_deref().and_then(printed) {
            values.hold(name.trim(), 0, number, Some(decimals))?;
            held += 1;
        }
    }
    Ok(held)
}

/// Every value beside its name in a drawing of bars.
fn drawing(svg: &str, values: &Values) -> Result<usize, String> {
    let mut held = 0;
    for line in page::lines(svg) {
        let named = line.iter().position(|words| values.of.contains_key(bare(words)));
        if let Some((at, (number, decimals))) = named.zip(line.last().and_then(|words| printed(words))) {
            values.hold(&line[at], 0, number, Some(decimals))?;
            held += 1;
        }
    }
    Ok(held)
}

/// Puts another digit in the place of each: some are digits of values, and are found as such.
fn is_found_in(text: &str, what: &str, hold: impl Fn(&str) -> Result<usize, String>) {
    let sound = hold(text).unwrap_or_else(|why| panic!("{what}: {why}"));
    assert!(sound > 0, "{what} holds no value");
    let digits = text.match_indices(|sign: char| sign.is_ascii_digit()).map(|(at, _)| at);
    let another = |at: usize| {
        let digit = if &text[at..=at] == "5" { "7" } else { "5" };
        format!("{}{digit}{}", &text[..at], &text[at + 1..])
    };
    let found = digits.filter(|at| hold(&another(*at)).is_err_and(|why| why.contains(" where ")));
    assert!(found.take(3).count() == 3, "{what}: other digits are not found");
}

fn site() -> Site {
    let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk")).unwrap();
    let mut site = Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list));
    site.draw_as(&[Format::Svg, Format::Csv, Format::Json, Format::Pptx]);
    site
}

fn files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let files = std::sync::Mutex::new(BTreeMap::new());
    let put = |artifact: fascicle::files::Artifact| {
        files.lock().unwrap().insert(artifact.path, artifact.bytes);
        Ok::<(), ()>(())
    };
    site.ready().unwrap().write(put).unwrap();
    files.into_inner().unwrap()
}

fn part(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    archive.by_name(path).ok()?.read_to_end(&mut bytes).unwrap();
    Some(bytes)
}

fn rows(workbook: Vec<u8>) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(workbook)).unwrap();
    let range = workbook.worksheet_range_at(0).expect("a workbook has a sheet").unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn every_number_of_every_chart_workbook_table_and_drawing_is_that_of_the_csv() {
    let (site, theme) = (site(), Theme::builtin());
    let files = files(&site);
    let text = |path: &str| String::from_utf8(files[path].clone()).expect("it is text");
    let (mut charts, mut tables, mut drawings) = (0, 0, 0);
    for index in 0..site.report().covers.len() {
        let edition = site.edition(index);
        let book = Book::of(&edition, &site.report().site, &theme, &[]);
        let folder = |id: &str, ending: &str| match ending {
            "html" => format!("{}/figures/{id}/index.html", edition.cover.id),
            _ => format!("{}/figures/{id}/{id}.{ending}", edition.cover.id),
        };
        let mut held: BTreeMap<&str, usize> = BTreeMap::new();
        let bytes = &files[&format!("{}/slides.pptx", edition.cover.id)];
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        for slide in &book.talks[0].deck.slides {
            let What::Figure { figure, .. } = slide.what else { continue };
            let figure = &edition.figures[figure];
            let Some(xml) = part(&mut archive, &format!("ppt/charts/chart{}.xml", slide.number)) else { continue };
            let sheet = format!("ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx", slide.number);
            let rows = rows(part(&mut archive, &sheet).expect("a chart has its workbook"));
            let xml = String::from_utf8(xml).unwrap();
            let what = format!("{} of {}", figure.id, edition.cover.id);
            assert!(chart(&xml, &rows).unwrap_or_else(|why| panic!("{what}: {why}")) > 0, "{what}");
            // Distances are worked out of two values, and have a test of their own.
            if !matches!(figure.chart, Chart::Distance(_)) {
                let values = values(&files[&folder(&figure.id, "csv")]);
                let count = workbook(&rows, &values).unwrap_or_else(|why| panic!("{what}: {why}"));
                *held.entry(&figure.id).or_default() += count;
            }
            charts += 1;
        }
        for figure in &edition.figures {
            let what = format!("{} of {}", figure.id, edition.cover.id);
            let values = values(&files[&folder(&figure.id, "csv")]);
            if let Some(count) = held.get(figure.id.as_str()) {
                assert_eq!(*count, values.count(), "{what}: as many numbers in the workbook as in the CSV");
            }
            if matches!(figure.chart, Chart::Bars(_) | Chart::Columns(_) | Chart::Areas(_)) {
                let count = table(&text(&folder(&figure.id, "html")), &values);
                assert_eq!(count, Ok(values.count()), "{what}, table");
                tables += 1;
            }
            if matches!(figure.chart, Chart::Bars(_)) {
                let svg = text(&folder(&figure.id, "svg"));
                // A long name takes two lines, of which neither is the name.
                let words: BTreeSet<String> =
                    page::lines(&svg).concat().iter().map(|word| bare(word).to_owned()).collect();
                let whole = values.of.keys().filter(|name| words.contains(*name)).count();
                assert_eq!(drawing(&svg, &values), Ok(whole), "{what}, drawing");
                assert!(whole * 2 > values.count(), "{what}: {whole} names of {}", values.count());
                drawings += 1;
            }
        }
    }
    assert!(charts > 20 && tables > 10 && drawings > 10, "{charts} charts, {tables} tables, {drawings} drawings");
}

#[test]
fn another_digit_is_found_in_each() {
    let site = site();
    let files = files(&site);
    let of = |ending: &str| &files[&format!("2024-06_2024-08/figures/consenso/{ending}")];
    let values = values(of("consenso.csv"));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    is_found_in(&text(of("index.html")), "the table", |html| table(html, &values));
    is_found_in(&text(of("consenso.svg")), "the drawing", |svg| drawing(svg, &values));

    let bytes = &files["2024-06_2024-08/slides.pptx"];
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    let mut names = (1..100).map(|number| format!("ppt/charts/chart{number}.xml"));
    let name = &names.find(|name| archive.by_name(name).is_ok()).expect("the talk has charts");
    let xml = text(&part(&mut archive, name).unwrap());
    let sheet = name.replace("charts/chart", "embeddings/Microsoft_Excel_Sheet").replace(".xml", ".xlsx");
    let rows = rows(part(&mut archive, &sheet).unwrap());
    is_found_in(&xml, "the chart", |xml| chart(xml, &rows));

    let chart = [vec!["Nome", "%", "Come scritto"], vec!["Puglia", "69", "69%"]];
    let cell = |words: &&str| words.parse().map_or_else(|_| Data::String((*words).to_owned()), Data::Float);
    let mut rows: Vec<Vec<Data>> = chart.iter().map(|row| row.iter().map(cell).collect()).collect();
    let known = Values {
        of: BTreeMap::from([("Puglia".to_owned(), BTreeMap::from([(String::new(), 69.0)]))]),
        editions: BTreeSet::from([String::new()]),
    };
    assert_eq!(workbook(&rows, &known), Ok(1));
    rows[1][1] = Data::Float(96.0);
    assert!(workbook(&rows, &known).is_err());
}

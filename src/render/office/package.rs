//! Parts in a zip (Open Packaging Conventions, ECMA-376 part 2): each with its content type and its relations.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What the types of all relations of Office begin with.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The relations of one part to others, in the order in which they were asked for. A relation that is asked for twice
/// is the same one.
#[derive(Default)]
pub struct Relations {
    list: Vec<(String, String, bool)>,
}

impl Relations {
    /// The id of the relation to another part, such as `rId1`. `kind` is the last word of its type, `target` the path
    /// of the other part from this one.
    pub fn to(&mut self, kind: &str, target: &str) -> String {
        self.id(format!("{OFFICE}{kind}"), target, false)
    }

    /// The id of the relation to an address outside the file, such as `rId1`.
    pub fn outside(&mut self, address: &str) -> String {
        self.id(format!("{OFFICE}hyperlink"), address, true)
    }

    /// Adds the relation to the core properties, whose type is one of packages in general and not of Office.
    pub fn core(&mut self, target: &str) {
        let kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        self.id(kind.to_owned(), target, false);
    }

    fn id(&mut self, kind: String, target: &str, outside: bool) -> String {
        let known = self.list.iter().position(|(of, to, _)| *of == kind && to == target);
        let place = known.unwrap_or_else(|| {
            self.list.push((kind, target.to_owned(), outside));
            self.list.len() - 1
        });
        format!("rId{}", place + 1)
    }

    fn written(&self) -> String {
        let one = |(place, (kind, target, outside)): (usize, &(String, String, bool))| {
            let mode = if *outside { " TargetMode=\"External\"" } else { "" };
            format!(
                "<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{}\"{mode}/>",
                place + 1,
                super::xml::escape(target)
            )
        };
        let all: String = self.list.iter().enumerate().map(one).collect();
        format!(
            "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>",
            super::xml::HEAD
        )
    }
}

/// A file of Office while its parts are added.
#[derive(Default)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
    types: Vec<(String, String)>,
}

impl Package {
    /// Adds a part of XML with its relations. `kind` is its content type without `application/vnd.openxmlformats-`
    /// before and `+xml` after it.
    pub fn add(&mut self, path: &str, kind: &str, text: String, relations: &Relations) {
        self.types.push((path.to_owned(), format!("application/vnd.openxmlformats-{kind}+xml")));
        self.parts.push((path.to_owned(), text.into_bytes()));
        self.relate(path, relations);
    }

    /// Adds the core properties: what the file says of itself.
    pub fn add_core(&mut self, path: &str, text: String) {
        let kind = "application/vnd.openxmlformats-package.core-properties+xml";
        self.types.push((path.to_owned(), kind.to_owned()));
        self.parts.push((path.to_owned(), text.into_bytes()));
    }

    /// Adds the workbook of a chart.
    pub fn add_workbook(&mut self, path: &str, bytes: Vec<u8>) {
        self.parts.push((path.to_owned(), bytes));
    }

    fn relate(&mut self, path: &str, relations: &Relations) {
        if !relations.list.is_empty() {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            self.parts.push((format!("{folder}_rels/{name}.rels"), relations.written().into_bytes()));
        }
    }

    /// The bytes of the file; `relations` are those of the package as a whole. All parts bear the same date, the
    /// earliest that a zip can hold, so the same parts give the same bytes.
    ///
    /// # Panics
    /// Where two parts have the same path.
    pub fn finish(self, relations: &Relations) -> Vec<u8> {
        let mut overrides = String::new();
        for (path, kind) in &self.types {
            overrides.push_str(&format!("<Override PartName=\"/{path}\" ContentType=\"{kind}\"/>"));
        }
        let types = format!(
            "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>\
             {overrides}</Types>",
            super::xml::HEAD
        );
        let mut whole = Package::default();
        whole.parts.push(("[Content_Types].xml".into(), types.into_bytes()));
        whole.relate("", relations);
        whole.parts.extend(self.parts);

        let date = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in whole.parts {
            // A workbook is a zip already.
            let method = if path.ends_with(".xlsx") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            zip.start_file(path, date.compression_method(method)).expect("parts have names of their own");
            zip.write_all(&bytes).expect("memory takes what is written");
        }
        zip.finish().expect("memory takes what is written").into_inner()
    }
}

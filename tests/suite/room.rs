//! Figures take the room there is: every kind, with few and many territories, short and long names, none to two
//! decimals, notes and long titles, stands on its slide, or the fault names what its author can shorten.

use crate::common::italy::ITALY;
use crate::common::mistake::{self, Files};
use fascicle::diag::Code;
use fascicle::{Request, Site};
use std::fmt::Write;

/// What one project is made of.
#[derive(Clone, Copy, Debug)]
struct Made {
    territories: usize,
    long_names: bool,
    decimals: usize,
    notes: usize,
    long_words: bool,
}

impl Made {
    fn name(self, place: usize) -> String {
        match (self.territories, self.long_names) {
            (21, _) => ITALY[place].to_owned(),
            (_, true) => format!("Azienda sanitaria territoriale di Castelnuovo {place}"),
            (_, false) => format!("Zona {place}"),
        }
    }

    /// The n-th of some values that differ, some near each other and some at the ends, in thousandths.
    fn thousandths(place: usize, shift: usize) -> usize {
        match (place * 37 + shift * 11) % 23 {
            0 => 0,
            1 => 100_000,
            part => part * 4_321,
        }
    }

    fn printed(self, thousandths: usize) -> String {
        format!("{:.*}", self.decimals, thousandths as f64 / 1000.0)
    }

    /// The value of the whole: between the others.
    fn whole(self, shift: usize) -> String {
        let all = (0..self.territories).map(|place| Made::thousandths(place, shift));
        self.printed(all.sum::<usize>() / self.territories)
    }

    fn list(self) -> Option<String> {
        if self.territories == 21 {
            return None;
        }
        let mut list =
            "national: { code: TT, name: Tutte }\nareas: { nord: Nord, sud: Sud }\nterritories:\n".to_owned();
        for place in 0..self.territories {
            let area = if place % 2 == 0 { "nord" } else { "sud" };
            let (name, column, row) = (self.name(place), place % 8 + 1, place / 8 + 1);
            writeln!(list, "  Z{place}: {{ name: \"{name}\", area: {area}, tile: [{column}, {row}] }}").unwrap();
        }
        Some(list)
    }

    fn indicators(self) -> String {
        let (title, origin) = match self.long_words {
            true => (
                "Cittadini che hanno espresso il consenso alla consultazione dei propri documenti da parte degli operatori",
                "Ministero della Salute e Dipartimento per la trasformazione digitale, monitoraggio dell’attuazione",
            ),
            false => ("Una quota inventata", "Prova"),
        };
        let items: String = (0..16).map(|item| format!("      voce_{item}: Documento di tipo {item}\n")).collect();
        let places = self.decimals;
        format!(
            "groups:\n  prova: Prova\nindicators:\n  quota:\n    title: {title}\n    short: Quota\n    group: prova\n    \
             kind: share\n    of: degli assistiti\n    timing: stock\n    jump: 100\n    decimals: {places}\n    origin: \
             {origin}\n    definition: Una quota.\n    target: {{ value: 60, by: 2026-12-31, text: Piano, source: prova }}\n  \
             cose:\n    title: {title}\n    short: Cose\n    group: prova\n    kind: availability\n    of: delle 16 cose\n    \
             timing: stock\n    jump: 100\n    decimals: {places}\n    origin: {origin}\n    definition: Cose.\n    \
             items:\n{items}    figures:\n      items: {{ title: Cose, measure: \"% delle zone\" }}\n      table: {{ title: \
             Cose, measure: Cose }}\n      territories: {{ title: Cose (% su 16), measure: \"% su 16\" }}\n"
        )
    }

    fn observations(self, shift: usize) -> (String, String) {
        let mut values = format!("indicator: quota\nsource: dati\nnational: {}\nvalues:\n", self.whole(shift));
        let mut rows = "indicator: cose\npart: table\nsource: dati\nrows:\n".to_owned();
        for place in 0..self.territories {
            let (name, value) = (self.name(place), self.printed(Made::thousandths(place, shift)));
            let note = "Il valore è quello comunicato dalla Regione, che lo aggiorna ogni trimestre";
            match place {
                _ if place < self.notes => {
                    writeln!(values, "  \"{name}\": {{ value: {value}, note: \"{note} ({place})\" }}").unwrap()
                }
                _ if place % 7 == 6 => writeln!(values, "  \"{name}\": missing").unwrap(),
                _ => writeln!(values, "  \"{name}\": {value}").unwrap(),
            }
            writeln!(rows, "  \"{name}\": {{ voce_{}: no, others: yes }}", place % 16).unwrap();
        }
        (values, rows)
    }

    fn project(self) -> Files {
        let mut files = Files::new();
        let mut put = |path: &str, text: String| files.insert(path.to_owned(), Some(text));
        put("site.yaml", "title: Prova\norganisation: Nessuno\nlanguage: it\n".to_owned());
        put("indicators.yaml", self.indicators());
        put("sources.yaml", "prova: { publisher: Prova, title: Piano }\n".to_owned());
        let publisher = if self.long_words { "Istituto per la valutazione dei servizi sanitari" } else { "Prova" };
        let edition = format!("title: Prova\nsources:\n  dati: {{ publisher: {publisher}, title: Valori }}\n");
        for (shift, id) in ["2024-03", "2024-09", "2025-03"].into_iter().enumerate() {
            let (values, rows) = self.observations(shift);
            put(&format!("editions/{id}/edition.yaml"), edition.clone());
            put(&format!("editions/{id}/observations/quota.yaml"), values);
            put(&format!("editions/{id}/observations/cose.yaml"), rows);
        }
        let mut outline = "- title\n".to_owned();
        let views = ["bars", "areas", "columns", "distance", "strip", "lines", "tiles", "map"];
        for view in views.iter().filter(|view| **view != "map" || self.territories == 21) {
            writeln!(outline, "- figure: {{ show: quota, as: {view} }}").unwrap();
        }
        outline += "- figure: cose/table\n- figure: cose/items\n- figure: cose/territories\n- change: quota\n";
        outline += "- change: { figure: quota, as: slope }\n";
        put("outline.yaml", outline);
        put("editions/2024-03/outline.yaml", "- title\n- figure: quota\n".to_owned());
        put("editions/2024-09/outline.yaml", "- title\n- figure: quota\n".to_owned());
        if let Some(list) = self.list() {
            put("territories.yaml", list);
        }
        files
    }
}

#[test]
fn every_kind_of_figure_stands_on_its_slide() {
    let mut wrong = Vec::new();
    for territories in [3, 21, 40] {
        for (decimals, notes) in [(0, 1), (1, 2), (2, 3)] {
            for long_names in [false, true] {
                for long_words in [false, true] {
                    let made = Made { territories, long_names, decimals, notes, long_words };
                    let files = made.project();
                    let outline = files["outline.yaml"].clone().unwrap_or_default();
                    let Err(faults) = Site::check(&mistake::loaded(files), &Request::default()) else { continue };
                    for fault in faults.list.iter().filter(|fault| fault.is_fault()) {
                        let at = outline.get(fault.at.start as usize..fault.at.end as usize).unwrap_or_default();
                        let kind = if fault.code == Code::DoesNotFit { "" } else { "not what is tested: " };
                        wrong.push(format!("{kind}{made:?}: {} [{at}] {}", fault.message.en, fault.hint.en));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} figures:\n{}", wrong.len(), wrong.join("\n"));
}

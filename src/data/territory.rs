//! Territories: a list of the authors' own, or the 19 Regions and two autonomous Provinces of Italy, which are built in
//! with the names authors use.
//!
//! Codes of the built-in list: NUTS 2 (Commission Regulation (EU) 2016/2066 and later), ISTAT (regions; for the two autonomous
//! Provinces their province codes 021 and 022), ISO 3166-2:IT. Order is geographic, north to south, as ISTAT
//! prints its tables. Macro-areas are ISTAT's: nord-ovest, nord-est, centro, sud, isole.

/// Position of a territory in its [`Territories`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TerritoryId(pub u16);

/// One territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// The key that data files use: in the built-in list, the NUTS 2 code.
    pub code: String,
    /// The ISTAT code; empty outside Italy.
    pub istat: String,
    /// The ISO 3166-2 code; may be empty.
    pub iso: String,
    /// The NUTS code; may be empty.
    pub nuts: String,
    /// The name shown.
    pub name: String,
    /// A name of three letters at most, for tiles.
    pub short: String,
    /// Other spellings that mean it.
    pub aliases: Vec<String>,
    /// The key of its [`Area`]; empty where the list has no macro-areas.
    pub area: String,
    /// "nelle Marche", "in Umbria", "in the North East": the name after *in*.
    pub locative: String,
    /// "delle Marche", "dell’Umbria", "of the North East": the name after *di* or *of*.
    pub genitive: String,
    /// "le Marche", "la P.A. di Trento", "the North East": the name after *per* or *for*, with its article.
    pub article: String,
    /// Its place among tiles, as column and row from zero. Either all territories of a list have one or none has.
    pub tile: Option<(u16, u16)>,
}

/// A macro-area: some territories under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its key.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The common noun by which sentences call the territories of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The singular: "nation".
    pub one: String,
    /// The plural: "nations".
    pub many: String,
    /// Whether the noun is feminine, in a language that asks.
    pub feminine: bool,
}

/// The territories of a site, and the whole that they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territories {
    /// The territories, in geographic order.
    list: Vec<Territory>,
    /// The whole: Italia.
    national: Territory,
    /// The macro-areas, in the order of the list.
    areas: Vec<Area>,
    /// The common noun for a territory, where the authors give one.
    called: Option<Called>,
    /// Whether it is the list that comes with the program.
    built_in: bool,
    /// The place of each territory in alphabetical order.
    alphabetical: Vec<u16>,
    /// Every spelling, folded and sorted, with the territory it means; `None` is the whole.
    spellings: Vec<(String, Option<TerritoryId>)>,
}

/// What the whole may be called in every list, beside its own names.
const WHOLE: &str = "national";

impl Territories {
    /// A list in the order given. The caller sees to it that no spelling means two territories.
    pub fn new(list: Vec<Territory>, national: Territory) -> Territories {
        let mut spellings = Vec::new();
        for (index, territory) in list.iter().enumerate() {
            let id = TerritoryId(index as u16);
            spellings.extend(spellings_of(territory).map(|name| (name, Some(id))));
        }
        spellings.extend(spellings_of(&national).chain([WHOLE.to_owned()]).map(|name| (name, None)));
        spellings.sort();
        spellings.dedup();
        let mut order: Vec<usize> = (0..list.len()).collect();
        order.sort_by_cached_key(|&index| fold(&list[index].name));
        let mut alphabetical = vec![0; list.len()];
        for (place, index) in order.into_iter().enumerate() {
            alphabetical[index] = place as u16;
        }
        Territories { list, national, alphabetical, spellings, areas: Vec::new(), called: None, built_in: false }
    }

    /// The list with its macro-areas and the common noun for a territory.
    #[must_use]
    pub fn with(mut self, areas: Vec<Area>, called: Option<Called>) -> Territories {
        self.areas = areas;
        self.called = called;
        self
    }

    /// The 21 territories of Italia, with the grammar of Italian.
    pub fn italy() -> Territories {
        let mut list: Vec<Territory> = ITALY.iter().map(Row::territory).collect();
        let national = list.remove(0);
        let area = |(id, title): &(&str, &str)| Area { id: (*id).to_owned(), title: (*title).to_owned() };
        let areas = AREAS.iter().map(area).collect();
        Territories::new(list, national).with(areas, None).of_the_program()
    }

    /// The 21 territories of Italia for sentences in English. Their names stay Italian, as in official statistics; the
    /// whole is called Italy, and macro-areas have English titles.
    pub fn italy_in_english() -> Territories {
        let english = |territory: &Territory| Territory {
            locative: format!("in {}", territory.name),
            genitive: format!("of {}", territory.name),
            article: territory.name.clone(),
            ..territory.clone()
        };
        let Territories { list, national, areas, .. } = Territories::italy();
        let mut aliases = national.aliases.clone();
        aliases.push(national.name.clone());
        let whole = english(&Territory { name: "Italy".to_owned(), aliases, ..national });
        let list = list.iter().map(english).collect();
        let titled = |(area, title): (Area, &str)| Area { title: title.to_owned(), ..area };
        let areas = areas.into_iter().zip(AREAS_IN_ENGLISH).map(titled).collect();
        Territories::new(list, whole).with(areas, None).of_the_program()
    }

    /// Marks the list as the built-in one, and adds the NUTS 2 codes before 2010 as further spellings, since Istat
    /// still prints them.
    fn of_the_program(mut self) -> Territories {
        let older = |(index, territory): (usize, &Territory)| {
            let older = territory.code.replacen("ITH", "ITD", 1).replacen("ITI", "ITE", 1);
            (older != territory.code).then(|| (fold(&older), Some(TerritoryId(index as u16))))
        };
        self.spellings.extend(self.list.iter().enumerate().filter_map(older));
        self.spellings.sort();
        self.built_in = true;
        self
    }

    /// The macro-areas, in the order of the list.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The common noun for a territory, where the authors give one.
    pub fn called(&self) -> Option<&Called> {
        self.called.as_ref()
    }

    /// Whether it is the list that comes with the program, not one of the authors' own.
    pub fn is_built_in(&self) -> bool {
        self.built_in
    }

    /// Whether the territories have places among tiles.
    pub fn have_tiles(&self) -> bool {
        self.list.iter().all(|territory| territory.tile.is_some())
    }

    /// Each territory with its id, in geographic order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (TerritoryId, &Territory)> {
        self.list.iter().enumerate().map(|(index, territory)| (TerritoryId(index as u16), territory))
    }

    /// How many territories there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The territory with an id.
    pub fn get(&self, id: TerritoryId) -> &Territory {
        &self.list[usize::from(id.0)]
    }

    /// The place of a territory in alphabetical order, by which ties and lists are sorted.
    pub fn alphabetical(&self, id: TerritoryId) -> u16 {
        self.alphabetical[usize::from(id.0)]
    }

    /// The whole that the territories make, such as the nation.
    pub fn national(&self) -> &Territory {
        &self.national
    }

    /// What a name, an alias or a code means, where it is known; case, accents, hyphens and apostrophes do not matter.
    /// `Some(None)` is the whole. [`Territories::named`] tells what else a name may be.
    pub fn known(&self, text: &str) -> Option<Option<TerritoryId>> {
        let folded = fold(text);
        let place = self.spellings.partition_point(|(name, _)| *name < folded);
        self.spellings.get(place).filter(|(name, _)| *name == folded).map(|(_, id)| *id)
    }

    /// Every spelling, folded and sorted, with the territory it means; `None` is the whole.
    pub(super) fn spellings(&self) -> &[(String, Option<TerritoryId>)] {
        &self.spellings
    }
}

/// Every spelling that means a territory, folded: its name, its codes and its aliases.
fn spellings_of(territory: &Territory) -> impl Iterator<Item = String> {
    let own = [&territory.name, &territory.code, &territory.iso, &territory.nuts];
    own.into_iter().chain(&territory.aliases).map(|text| fold(text)).filter(|text| !text.is_empty())
}

/// Folds a text for comparison: lower case, without accents, and each run of signs that are neither letters nor digits
/// one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        let plain = match sign {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ŵ' => 'w',
            'ý' | 'ÿ' | 'ŷ' => 'y',
            // An accent written as a sign of its own, as some systems do.
            '\u{300}'..='\u{36f}' => continue,
            other => other,
        };
        if plain.is_alphanumeric() {
            folded.push(plain);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

struct Row {
    code: &'static str,
    istat: &'static str,
    iso: &'static str,
    name: &'static str,
    short: &'static str,
    area: &'static str,
    locative: &'static str,
    genitive: &'static str,
    article: &'static str,
    aliases: &'static [&'static str],
}

impl Row {
    fn territory(&self) -> Territory {
        Territory {
            code: self.code.into(),
            istat: self.istat.into(),
            iso: self.iso.into(),
            nuts: self.code.into(),
            name: self.name.into(),
            short: self.short.into(),
            aliases: self.aliases.iter().map(|&alias| alias.into()).collect(),
            area: self.area.into(),
            locative: self.locative.into(),
            genitive: self.genitive.into(),
            article: self.article.into(),
            tile: TILES.iter().find(|(short, _)| *short == self.short).map(|(_, place)| *place),
        }
    }
}

macro_rules! rows {
    ($($code:literal $istat:literal $iso:literal $name:literal $short:literal $area:literal
       $locative:literal $genitive:literal $article:literal [$($alias:literal)*];)*) => {
        &[$(Row { code: $code, istat: $istat, iso: $iso, name: $name, short: $short, area: $area,
                  locative: $locative, genitive: $genitive, article: $article, aliases: &[$($alias),*] }),*]
    };
}

const AREAS: &[(&str, &str)] =
    &[("nord-ovest", "Nord-ovest"), ("nord-est", "Nord-est"), ("centro", "Centro"), ("sud", "Sud"), ("isole", "Isole")];

/// Their titles in English, as Istat has them.
const AREAS_IN_ENGLISH: [&str; 5] = ["North-west", "North-east", "Centre", "South", "Islands"];

/// Places among tiles, by short name: neighbours stand together as far as squares allow, islands stand apart.
#[rustfmt::skip]
const TILES: &[(&str, (u16, u16))] = &[
                                                  ("BZ", (3, 0)),
    ("VDA", (0, 1)), ("PIE", (1, 1)), ("LOM", (2, 1)), ("TN", (3, 1)), ("VEN", (4, 1)), ("FVG", (5, 1)),
                     ("LIG", (1, 2)), ("EMR", (2, 2)),
                                      ("TOS", (2, 3)), ("UMB", (3, 3)), ("MAR", (4, 3)),
                                                       ("LAZ", (3, 4)), ("ABR", (4, 4)), ("MOL", (5, 4)),
                     ("SAR", (1, 5)),                                   ("CAM", (4, 5)), ("BAS", (5, 5)), ("PUG", (6, 5)),
                                                                                         ("CAL", (5, 6)),
                                                                        ("SIC", (4, 7)),
];

#[rustfmt::skip]
const ITALY: &[Row] = rows! {
    "IT" "00" "IT" "Italia" "ITA" "italia" "in Italia" "dell’Italia" "l’Italia" ["Italy" "ITALIA" "Totale Italia"];
    "ITC1" "01" "IT-21" "Piemonte" "PIE" "nord-ovest" "in Piemonte" "del Piemonte" "il Piemonte" ["Piedmont"];
    "ITC2" "02" "IT-23" "Valle d’Aosta" "VDA" "nord-ovest" "in Valle d’Aosta" "della Valle d’Aosta" "la Valle d’Aosta" ["Valle d'Aosta/Vallée d'Aoste" "Vallée d'Aoste" "VdA" "Val d'Aosta" "Aosta Valley"];
    "ITC3" "07" "IT-42" "Liguria" "LIG" "nord-ovest" "in Liguria" "della Liguria" "la Liguria" [];
    "ITC4" "03" "IT-25" "Lombardia" "LOM" "nord-ovest" "in Lombardia" "della Lombardia" "la Lombardia" ["Lombardy"];
    "ITH1" "021" "IT-BZ" "P.A. Bolzano" "BZ" "nord-est" "nella P.A. di Bolzano" "della P.A. di Bolzano" "la P.A. di Bolzano" ["P.A. di Bolzano" "Prov. Aut. di Bolzano" "Prov. Aut. Bolzano" "PA Bolzano" "PA di Bolzano" "Provincia autonoma di Bolzano" "Provincia autonoma di Bolzano/Bozen" "Provincia Autonoma Bolzano" "Bolzano" "Bolzano/Bozen" "Bozen" "Südtirol" "Suedtirol" "Alto Adige" "Alto Adige/Südtirol" "South Tyrol" "Autonome Provinz Bozen"];
    "ITH2" "022" "IT-TN" "P.A. Trento" "TN" "nord-est" "nella P.A. di Trento" "della P.A. di Trento" "la P.A. di Trento" ["P.A. di Trento" "Prov. Aut. di Trento" "Prov. Aut. Trento" "PA Trento" "PA di Trento" "Provincia autonoma di Trento" "Provincia Autonoma Trento" "Trento" "Trentino"];
    "ITH3" "05" "IT-34" "Veneto" "VEN" "nord-est" "in Veneto" "del Veneto" "il Veneto" [];
    "ITH4" "06" "IT-36" "Friuli-Venezia Giulia" "FVG" "nord-est" "in Friuli-Venezia Giulia" "del Friuli-Venezia Giulia" "il Friuli-Venezia Giulia" ["Friuli Venezia-Giulia" "Friuli VG" "Friuli V.G." "FVG" "Friuli"];
    "ITH5" "08" "IT-45" "Emilia-Romagna" "EMR" "nord-est" "in Emilia-Romagna" "dell’Emilia-Romagna" "l’Emilia-Romagna" ["Emilia R." "E-R" "ER"];
    "ITI1" "09" "IT-52" "Toscana" "TOS" "centro" "in Toscana" "della Toscana" "la Toscana" ["Tuscany"];
    "ITI2" "10" "IT-55" "Umbria" "UMB" "centro" "in Umbria" "dell’Umbria" "l’Umbria" [];
    "ITI3" "11" "IT-57" "Marche" "MAR" "centro" "nelle Marche" "delle Marche" "le Marche" ["Le Marche"];
    "ITI4" "12" "IT-62" "Lazio" "LAZ" "centro" "nel Lazio" "del Lazio" "il Lazio" [];
    "ITF1" "13" "IT-65" "Abruzzo" "ABR" "sud" "in Abruzzo" "dell’Abruzzo" "l’Abruzzo" ["Abruzzi"];
    "ITF2" "14" "IT-67" "Molise" "MOL" "sud" "in Molise" "del Molise" "il Molise" [];
    "ITF3" "15" "IT-72" "Campania" "CAM" "sud" "in Campania" "della Campania" "la Campania" [];
    "ITF4" "16" "IT-75" "Puglia" "PUG" "sud" "in Puglia" "della Puglia" "la Puglia" ["Puglie" "Apulia"];
    "ITF5" "17" "IT-77" "Basilicata" "BAS" "sud" "in Basilicata" "della Basilicata" "la Basilicata" ["Lucania"];
    "ITF6" "18" "IT-78" "Calabria" "CAL" "sud" "in Calabria" "della Calabria" "la Calabria" [];
    "ITG1" "19" "IT-82" "Sicilia" "SIC" "isole" "in Sicilia" "della Sicilia" "la Sicilia" ["Sicily"];
    "ITG2" "20" "IT-88" "Sardegna" "SAR" "isole" "in Sardegna" "della Sardegna" "la Sardegna" ["Sardinia"];
};

#[cfg(test)]
mod tests {
    use super::Territories;
    use crate::data::named::Named;

    #[test]
    fn there_are_twenty_one_and_no_spelling_means_two() {
        let italy = Territories::italy();
        assert_eq!(italy.len(), 21);
        for pair in italy.spellings.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "one spelling, two meanings");
        }
    }

    #[test]
    fn aliases_mean_the_territory_they_are_used_for() {
        let italy = Territories::italy();
        for (alias, name) in [
            ("Friuli VG", "Friuli-Venezia Giulia"),
            ("Friuli Venezia Giulia", "Friuli-Venezia Giulia"),
            ("P.A. Bolzano", "P.A. Bolzano"),
            ("Südtirol", "P.A. Bolzano"),
            ("Su\u{308}dtirol", "P.A. Bolzano"),
            ("Bolzano/Bozen", "P.A. Bolzano"),
            ("Prov. Aut. di Trento", "P.A. Trento"),
            ("VALLE D'AOSTA", "Valle d’Aosta"),
            ("Emilia Romagna", "Emilia-Romagna"),
            ("ITI4", "Lazio"),
            ("ITE4", "Lazio"),
            ("ITD1", "P.A. Bolzano"),
        ] {
            let Named::Territory(id) = italy.named(alias) else { panic!("{alias} is not known") };
            assert_eq!(italy.get(id).name, name);
        }
        for whole in ["italia", "Italy", "national"] {
            assert_eq!(italy.named(whole), Named::National);
            assert_eq!(Territories::italy_in_english().named(whole), Named::National);
        }
    }

    #[test]
    fn every_territory_is_in_a_macro_area() {
        let italy = Territories::italy();
        for (_, territory) in italy.iter() {
            assert!(italy.areas().iter().any(|area| area.id == territory.area), "{}", territory.name);
        }
    }

    #[test]
    fn every_territory_has_a_tile_and_no_two_have_one_place() {
        let italy = Territories::italy();
        assert!(italy.have_tiles());
        let places: std::collections::BTreeSet<_> = italy.iter().map(|(_, territory)| territory.tile).collect();
        assert_eq!(places.len(), 21);
    }

    #[test]
    fn a_slip_of_the_pen_names_its_neighbour() {
        let italy = Territories::italy();
        assert_eq!(italy.named("Lombradia"), Named::Unknown(Some("Lombardia".into())));
        assert_eq!(italy.named("Emilia"), Named::Unknown(None));
        assert_eq!(italy.named("Baviera"), Named::Unknown(None));
    }
}

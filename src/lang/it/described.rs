//! How a figure is drawn, and its values one after the other, for people who do not see it.

use super::list;
use crate::lang::facts::sentence;
use crate::lang::{DrawnFacts, Shape, ShapeNames};

/// The name of each kind of drawing in a list of figures.
pub const SHAPE_NAMES: ShapeNames = ShapeNames {
    bars: "barre",
    areas: "per macro-area",
    columns: "colonne",
    distance: "distanza",
    strip: "riquadri per macro-area",
    change: "variazione",
    matrix: "tabella",
    lines: "andamento nel tempo",
    tiles: "tessere",
    map: "mappa",
};

/// What kind of drawing it is, and what its parts mean.
pub fn drawn(facts: &DrawnFacts<'_>) -> String {
    let DrawnFacts { shape, called, axis, .. } = facts;
    let one = &called.one;
    let axis = format!("su un asse da 0 a {axis}");
    let whole = |place: &str| facts.whole.map_or_else(String::new, |whole| format!(" {whole} {place}."));
    match shape {
        Shape::Bars => format!(
            "Grafico a barre orizzontali, una per {one}, dal valore più alto al più basso; la lunghezza è il valore, {axis}.{}",
            whole("è tra le barre, al suo posto")
        ),
        Shape::Areas => format!(
            "Grafico a barre orizzontali raggruppate per macro-area, una per {one}, in ogni gruppo dal valore più alto al più \
             basso; la lunghezza è il valore, {axis}.{}",
            whole("è in testa")
        ),
        Shape::Columns => format!(
            "Grafico a colonne, una per {one}, da sinistra a destra dal valore più alto al più basso; l’altezza è il valore, \
             {axis}.{}",
            whole("è tra le colonne, al suo posto")
        ),
        Shape::Distance(zero) => format!(
            "Grafico a barre orizzontali ai due lati di una linea verticale ({zero}), una per {one}: a destra chi la supera, a \
             sinistra chi resta sotto; la lunghezza è la distanza in punti."
        ),
        Shape::Strip => format!(
            "Riquadri affiancati, uno per macro-area, tutti sulla stessa scala: in ciascuno barre orizzontali, una per {one}, \
             dal valore più alto al più basso, {axis}.{}",
            whole("è la linea verticale che li attraversa tutti")
        ),
        Shape::Dumbbell([before, after], joined) => format!(
            "Una riga per {one}, con due cerchi {axis}: quello vuoto è il valore di prima ({before}), quello \
             pieno è il valore di ora ({after}){}. Le righe vanno dal valore di ora più alto al più basso.",
            if *joined { "; una linea li unisce" } else { "; nessuna linea li unisce, perché non si confrontano" }
        ),
        Shape::Slope([before, after], joined) => format!(
            "Due assi verticali da 0 in su, con gli stessi valori: a sinistra prima ({before}), a destra ora ({after}). {}",
            match joined {
                true => format!("Una linea per {one} va da un valore all’altro: se sale, il valore è cresciuto."),
                false => "Nessuna linea unisce i valori, perché non si confrontano.".to_owned(),
            }
        ),
        Shape::Matrix(columns) => format!(
            "Tabella con una riga per {one} e {columns} colonne, una per voce: ogni casella dice se la voce è disponibile, non \
             disponibile o n.d.; in fondo alla riga c’è il totale. Le righe vanno dal totale più alto al più basso."
        ),
        Shape::Lines(dates) => format!(
            "Grafico a linee, una per {one}: in orizzontale le date ({}), in verticale il valore, {axis}.{} Dove un valore \
             manca, o non si confronta con il precedente, la linea si interrompe.",
            list(dates),
            whole("è la linea più spessa")
        ),
        Shape::Tiles(steps) => format!(
            "Tessere uguali, una per {one}, disposte all’incirca come sulla carta geografica; ciascuna porta la sigla e il \
             valore, e il colore dice in quale gradino sta: {}.",
            list(steps)
        ),
        Shape::Map(steps) => format!(
            "Mappa dell’Italia: il colore di ogni {one} dice in quale gradino sta il suo valore: {}.",
            list(steps)
        ),
    }
}

/// All values, one after the other; those that share a rank are joined already.
pub fn values(all: &[String]) -> String {
    sentence(&format!("Valori, in ordine: {}", all.join("; ")))
}

/// Names that share a rank, with their value: `Abruzzo e Molise 12% (9ª a pari merito)`.
pub fn at_a_place(names: &[&str], value: &str, place: Option<&str>) -> String {
    let names = list(names);
    place.map_or_else(|| format!("{names} {value}"), |place| format!("{names} {value} ({place})"))
}

/// A row of yes and no, with the items that are not there and those that are not known: `Lazio 2 su 4 (non disponibili:
/// a e b; n.d.: c)`.
pub fn row_of_table(name: &str, total: &str, no: &[&str], unknown: &[&str]) -> String {
    let lacks = [("non disponibili", no), ("n.d.", unknown)];
    let lacks = lacks.iter().filter(|(_, items)| !items.is_empty());
    let lacks: Vec<String> = lacks.map(|(words, items)| format!("{words}: {}", items.join(", "))).collect();
    if lacks.is_empty() { format!("{name} {total}") } else { format!("{name} {total} ({})", lacks.join("; ")) }
}

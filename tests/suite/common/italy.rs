//! Names that tests give to territories.

/// The Regions and autonomous Provinces of Italy, from north to south.
pub const ITALY: [&str; 21] = [
    "Piemonte",
    "Valle d’Aosta",
    "Lombardia",
    "P.A. Bolzano",
    "P.A. Trento",
    "Veneto",
    "Friuli-Venezia Giulia",
    "Liguria",
    "Emilia-Romagna",
    "Toscana",
    "Umbria",
    "Marche",
    "Lazio",
    "Abruzzo",
    "Molise",
    "Campania",
    "Puglia",
    "Basilicata",
    "Calabria",
    "Sicilia",
    "Sardegna",
];

//! fascicle turns indicator data and narrative into a talk, a report site and charts.

pub mod chart;
pub mod check;
pub mod data;
pub mod diag;
pub mod disk;
pub mod lang;
pub mod layout;
pub mod parse;
pub mod render;
pub mod resolve;
pub mod scene;
pub mod theme;

//! The ground: what an observation is, of what, where and when.
//!
//! These types hold meaning only. They know nothing of files, spelling, charts or languages; a value here
//! has already been read, and may still be wrong against its neighbours (that is for `check`).

pub mod address;
pub mod cell;
pub mod comparability;
pub mod indicator;
pub mod map;
pub mod named;
pub mod number;
pub mod observation;
pub mod paths;
pub mod period;
pub mod points;
pub mod prose;
pub mod status;
pub mod talk;
pub mod territory;
pub mod value;
pub mod view;
pub mod wider;

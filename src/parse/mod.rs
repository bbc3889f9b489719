//! Sources -> Draft: as written, every value with its place.

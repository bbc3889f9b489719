//! The commands as a user meets them: real files, the real command, what it writes and what it answers.

mod answers;
mod changes;
mod chart;
mod claims;
mod desk;
mod embed;
mod explain;
mod faults;
mod findings;
mod fit;
mod fix;
mod init;
mod language;
mod new;
mod pages;
mod schema;
mod shell;
mod sturdy;
mod talk;
mod talks;
mod verify;

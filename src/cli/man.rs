//! `fascicle man`

use super::{Arguments, Failure, say};
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man as Page;
use std::io::{self, Write};

/// Print the manual page
///
/// One page with all commands, in roff, to standard output: `fascicle man | man -l -` shows it.
#[derive(Debug, Args)]
pub struct Man {}

impl Man {
    pub fn run(self) -> Result<(), Failure> {
        let mut page = Vec::new();
        // What is written to memory does not fail.
        let _ = write(Arguments::command(), &mut page);
        say::bytes(&page)?;
        Ok(())
    }
}

/// The page of the program, then a part for each of its commands.
fn write(mut program: Command, page: &mut Vec<u8>) -> io::Result<()> {
    program = program.max_term_width(usize::MAX);
    program.build();
    let whole = Page::new(program.clone());
    whole.render_title(page)?;
    whole.render_name_section(page)?;
    whole.render_synopsis_section(page)?;
    whole.render_description_section(page)?;
    whole.render_options_section(page)?;
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        writeln!(page, ".SH \"FASCICLE {}\"", command.get_name().to_uppercase())?;
        let part = Page::new(command.clone());
        let mut text = Vec::new();
        part.render_synopsis_section(&mut text)?;
        part.render_description_section(&mut text)?;
        part.render_options_section(&mut text)?;
        // Sections of a command are below the command.
        page.extend(String::from_utf8_lossy(&text).replace("\n.SH ", "\n.SS ").replacen(".SH ", ".SS ", 1).bytes());
    }
    // Examples keep their lines.
    let mut text = Vec::new();
    whole.render_extra_section(&mut text)?;
    page.extend(String::from_utf8_lossy(&text).replace(".SH EXTRA\n", ".SH EXAMPLES\n.nf\n").bytes());
    writeln!(page, ".fi")?;
    whole.render_version_section(page)
}

//! The command line: arguments to values, values to a report, the report to a stream. One file a command.

mod assess;
mod check;
mod checklists;
mod compare;
mod cooperate;
mod countries;
mod diff;
mod explain;
mod files;
mod init;
mod instruments;
mod model_law;
mod pages;
mod program;
mod progress;
mod schema;
mod stream;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// How a run ended, for scripts (design, section 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// Done; gaps are no failure.
    Done,
    /// A rule of the user's was not met.
    Refused,
    /// Something is wrong with the content of a file.
    BadContent,
    /// The call is wrong, or a file can't be opened.
    Trouble,
}

impl Ending {
    fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Done => 0,
            Self::Refused => 3,
            Self::BadContent => 1,
            Self::Trouble => 2,
        })
    }

    /// The graver of two endings: trouble goes before bad content, and that before a rule that was not met.
    fn and(self, other: Self) -> Self {
        self.max(other)
    }
}

/// Lay a country's cybercrime law beside the treaties, element by element, and report the gaps.
///
/// Nothing is read from the network, and no file that is read is ever changed.
#[derive(Debug, Parser)]
#[command(
    name = "gapcheck",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 done (gaps are no failure), 1 something is wrong in a file, 2 wrong call or a file that can't be opened, 3 a file given to --check is out of date.\nBegin with: gapcheck init GHA --checklist budapest --output ghana.yaml"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Colour {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    Assess(assess::Arguments),
    Check(check::Arguments),
    Cooperate(cooperate::Arguments),
    Compare(compare::Arguments),
    Checklists(checklists::Arguments),
    Diff(diff::Arguments),
    Init(init::Arguments),
    Explain(explain::Arguments),
    Schema(schema::Arguments),
    Completions(pages::Completions),
    Man(pages::Man),
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    stream::set_colour(arguments.color);
    let ending = match arguments.command {
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Cooperate(arguments) => cooperate::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Checklists(arguments) => checklists::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => pages::completions(&arguments),
        Command::Man(arguments) => pages::man(&arguments),
    };
    match ending {
        Ok(ending) => ending.code(),
        Err(error) if stream::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            stream::complain(&error);
            Ending::Trouble.code()
        }
    }
}

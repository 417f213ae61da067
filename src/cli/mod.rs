//! The command line: arguments to values, values to a report, the report to a stream. One file a command.

mod assess;
mod check;
mod checklists;
mod compare;
mod config;
mod cooperate;
mod countries;
mod diff;
mod explain;
mod files;
mod init;
mod instruments;
mod model_law;
mod pages;
mod plan;
mod policy;
mod program;
mod progress;
mod project;
mod schema;
mod stream;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// How a run ended, for scripts (design, section 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// Done; gaps are no failure.
    Done,
    /// A rule of the user's is broken, or a file that was to be up to date is not.
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

    /// The graver of two endings: trouble goes before bad content, and that before a broken rule.
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
    after_help = "Exit codes: 0 done (gaps are no failure), 1 something is wrong in a file, 2 wrong call or a file that can't be opened, 3 a rule of `--fail-on` is broken, or a file given to `--check` is out of date.\nBegin with: gapcheck init GHA --checklist budapest --output ghana.yaml"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
    #[command(flatten)]
    project: project::Choice,
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
    Plan(plan::Arguments),
    Init(init::Arguments),
    Explain(explain::Arguments),
    Config(config::Arguments),
    Schema(schema::Arguments),
    Completions(pages::Completions),
    Man(pages::Man),
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    stream::set_colour(arguments.color);
    let project = arguments.project;
    let ending = match arguments.command {
        Command::Assess(arguments) => assess::run(&arguments, &project),
        Command::Check(arguments) => check::run(&arguments, &project),
        Command::Cooperate(arguments) => cooperate::run(&arguments, &project),
        Command::Compare(arguments) => compare::run(&arguments, &project),
        Command::Checklists(arguments) => checklists::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments, &project),
        Command::Plan(arguments) => plan::run(&arguments, &project),
        Command::Init(arguments) => init::run(&arguments, &project),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Config(arguments) => config::run(&arguments, &project),
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

//! Reports on the checklists themselves: which there are, one in full, two side by side, and all by model provision.

mod compare;
mod crosswalk;
pub mod facts;
mod list;
mod show;

pub use compare::compare;
pub use crosswalk::crosswalk;
pub use list::list;
pub use show::show;

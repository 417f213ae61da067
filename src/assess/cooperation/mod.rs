//! Whether two States' laws let them help each other: dual criminality, penalties, treaties in common, and powers (design, section 5).
//! A country's law is first made into a [`Profile`] of its own, so that the files of many need not be held at once; profiles are then compared.

mod pair;
mod point;
mod profile;
mod request;
mod yardstick;

pub use pair::{Cause, Cooperation, Joint, Obstacle, OffencePair, Pair, Threshold};
pub use point::{Narrowing, Point, State};
pub use profile::{Bond, OffenceProfile, OtherBond, Penalty, Profile};
pub use request::{Limit, Presence, Provision, REQUESTS, Request, RequestKind};
pub use yardstick::{UnknownOffence, Yardstick, Yardsticks};

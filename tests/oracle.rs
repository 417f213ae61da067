//! A second, naive implementation of design section 4 (`oracle/naive.rs`, read beside the design) and the files it is
//! tried on. It knows nothing of `src/`.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "oracle/counting.rs"]
mod counting;
#[path = "oracle/difference.rs"]
mod difference;
#[path = "oracle/facts.rs"]
mod facts;
#[path = "oracle/naive.rs"]
mod naive;
#[path = "oracle/rule_twelve.rs"]
mod rule_twelve;
#[path = "oracle/rules.rs"]
mod rules;
#[path = "oracle/scores.rs"]
mod scores;

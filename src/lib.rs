//! gapcheck lays a country's cybercrime law beside the model provisions of the treaties and finds the gaps.

pub mod diagnostic;
pub mod load;
pub mod model;

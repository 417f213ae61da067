//! Builds again when a checklist changes: the folder is embedded in the binary.

fn main() {
    println!("cargo::rerun-if-changed=checklists");
}

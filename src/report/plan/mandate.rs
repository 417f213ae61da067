//! On whose mandate each form rests. What is said of a text is what was read of it in `shared/reference`, and what was not read says so.

use crate::model::Legislation;

/// Resolution 20/7 of the Commission on Crime Prevention and Criminal Justice (2011), as its text has it.
pub(super) const RESOLUTION: &str = "Commission on Crime Prevention and Criminal Justice, resolution 20/7 (2011), paragraph 1: UNODC is requested, in cooperation with Member States, relevant international and regional organizations and, as appropriate, the private sector, to provide, upon request, technical assistance and training to States, based on national needs, especially with regard to the prevention, detection, investigation and prosecution of cybercrime in all its forms";

/// The same in a few words.
pub(super) const RESOLUTION_SHORT: &str = "Resolution 20/7 of the Commission on Crime Prevention and Criminal Justice (2011), paragraphs 1 (assistance upon request), 4 (cooperation of organisations) and 6 (donors)";

/// What a form that no text asks for says of itself.
pub(super) const OWN: &str = "no text prescribes this form; it is the project's own";

/// The same on a sheet that is handed out by itself.
pub(super) const OWN_UNDER_RESOLUTION: &str = "the project's own form, for assistance under resolution 20/7 of the Commission on Crime Prevention and Criminal Justice (2011), paragraph 1";

/// The articles of the UN Convention on technical assistance. The official text was not at hand when they were put into words.
pub(super) fn convention(legislation: &Legislation<'_>) -> String {
    let standing = match legislation.treaties.get("un-cybercrime") {
        Some(_) if legislation.is_party("un-cybercrime", legislation.as_at) => {
            "the file names the State as a party"
        }
        Some(_) | None => "for States that are parties; the file does not name the State as one",
    };
    format!(
        "United Nations Convention against Cybercrime, Article 54 (technical assistance and capacity-building, strategy and legislation among its subjects) and Article 56 (implementation through economic development and technical assistance): {standing}; the wording was not compared with the official text"
    )
}

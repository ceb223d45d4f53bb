//! `aeo seal-uses`: records the uses of a period, sealed.

use super::desk::Desk;
use crate::{
	cli::acts::SealUses,
	failure::{Exit, Failure},
	sealed,
	text::Label,
	Session,
};
use aeo_client::calls;

/// Records the uses of a file.
pub fn seal(session: &Session, arguments: &SealUses) -> Result<Exit, Failure> {
	let desk = Desk::open(session, &arguments.acting)?;
	let days = (arguments.first, arguments.last);
	let uses = sealed::uses_of(&arguments.uses_file, desk.home()?, days)?;
	let words = session.texts.label(
		Label::ActSealUses,
		&[
			("uses", uses.leaves.to_string()),
			("first", uses.first.to_string()),
			("last", uses.last.to_string()),
			("root", format!("{:?}", uses.root)),
		],
	);
	desk.act(&words, &calls::record_sealed(uses))
}

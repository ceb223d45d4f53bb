//! Progress of long work, on the standard error where that is a terminal.

use crate::{
	text::{Label, Texts},
	Session,
};
use indicatif::{ProgressBar, ProgressStyle};

/// How a bar looks: what is done, how far it is, how long it takes still.
const STYLE: &str = "{msg} [{bar:30}] {pos}/{len} {eta}";

/// Returns a bar for so many steps. It shows nothing where nobody looks: without a terminal, or where
/// results are JSON.
pub fn bar(session: &Session, label: Label, steps: usize) -> ProgressBar {
	if session.json {
		return ProgressBar::hidden();
	}
	let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
	if let Ok(style) = ProgressStyle::with_template(STYLE) {
		bar.set_style(style.progress_chars("=> "));
	}
	bar.set_message(words(&session.texts, label));
	bar
}

/// Says at a bar in how many blocks the quota pays again; beside it where nobody sees the bar.
pub fn quota(session: &Session, bar: &ProgressBar, blocks: u64) {
	let details = [("blocks", blocks.to_string())];
	let words = session.texts.label(Label::QuotaWait, &details);
	if bar.is_hidden() {
		session.tell(&words);
	} else {
		bar.set_message(words);
	}
}

fn words(texts: &Texts, label: Label) -> String {
	texts.label(label, &[])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_style_should_be_understood() {
		assert!(ProgressStyle::with_template(STYLE).is_ok());
	}
}

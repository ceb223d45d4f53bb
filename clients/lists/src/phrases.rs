//! The lists of words that come with the crate, `words/*.txt`: sections in brackets, phrases with
//! semicolons between, lines that begin with `#` for people.

/// Returns the sections of a file, each with its phrases as they are written.
pub(crate) fn sections(file: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
	let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
	for line in file.lines().filter(|line| !line.starts_with('#')) {
		if let Some(name) = line
			.strip_prefix('[')
			.and_then(|rest| rest.strip_suffix(']'))
		{
			sections.push((name, Vec::new()));
		} else if let Some((_, phrases)) = sections.last_mut() {
			let written = line.split(';').map(str::trim);
			phrases.extend(written.filter(|phrase| !phrase.is_empty()));
		}
	}
	sections
}

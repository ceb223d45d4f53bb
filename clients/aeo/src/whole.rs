//! Files that are written whole or not at all, whatever ends the program on the way.

use crate::failure::Failure;
use std::{
	fs::{self, File, OpenOptions},
	io::{self, Write},
	path::{Path, PathBuf},
};

/// What the name of a file ends in that is not whole yet.
pub const UNFINISHED: &str = ".unfinished";

/// Writes a file under another name, and gives it its own when it is on the disk.
pub fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
	let mut unfinished = path.as_os_str().to_owned();
	unfinished.push(UNFINISHED);
	let unfinished = PathBuf::from(unfinished);
	let failure = |error: io::Error| Failure::file(unfinished.display(), &error);
	let mut file = OpenOptions::new()
		.write(true)
		.create(true)
		.truncate(true)
		.open(&unfinished)
		.map_err(failure)?;
	file.write_all(content)
		.and_then(|()| file.sync_all())
		.and_then(|()| fs::rename(&unfinished, path))
		// The folder has to know of it too, when the power fails.
		.and_then(|()| sync(folder_of(path)))
		.map_err(failure)
}

/// The folder in which a file is; the present one where its name says none.
fn folder_of(path: &Path) -> &Path {
	match path.parent() {
		Some(folder) if folder != Path::new("") => folder,
		_ => Path::new("."),
	}
}

/// Has the disk know what a folder holds.
fn sync(folder: &Path) -> io::Result<()> {
	File::open(folder)?.sync_all()
}

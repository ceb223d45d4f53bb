//! Papers, which the chain knows by their hashes.

use crate::failure::Failure;
use primitive_types::H256;
use std::{fs, path::Path};

/// Returns the hash by which the chain knows a paper.
pub fn of_file(file: &Path) -> Result<H256, Failure> {
	let bytes = fs::read(file).map_err(|error| Failure::file(file.display(), &error))?;
	Ok(H256(sp_crypto_hashing::blake2_256(&bytes)))
}

/// Returns that of a file that is named, or the hash itself that was typed.
pub fn named(text: &str) -> Result<H256, Failure> {
	match aeo_sealing::hex::array(text) {
		Some(hash) => Ok(H256(hash)),
		None => of_file(Path::new(text)),
	}
}

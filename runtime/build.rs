//! Builds the runtime as WebAssembly.

#[cfg(all(feature = "std", feature = "metadata-hash"))]
include!("src/token.rs");

fn main() {
	#[cfg(feature = "std")]
	{
		// Lints run through RUSTC_WORKSPACE_WRAPPER; they have no business in the wasm build.
		std::env::remove_var("RUSTC_WORKSPACE_WRAPPER");
		// The builder knows no profile `fast`; the wasm is optimised in every profile.
		if std::env::var_os("WASM_BUILD_TYPE").is_none() {
			std::env::set_var("WASM_BUILD_TYPE", "release");
		}
		let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults();
		// Builds the runtime twice: its metadata are needed for their hash, which goes into it.
		#[cfg(feature = "metadata-hash")]
		let builder = builder.enable_metadata_hash(TOKEN_SYMBOL, TOKEN_DECIMALS);
		whole(|| builder.build());
	}
}

/// Builds, and builds anew what an interrupted build has left: one that ends between the wasm and its
/// compression would leave an earlier runtime's compressed wasm, which the builder takes as the new one's.
#[cfg(feature = "std")]
fn whole(build: impl FnOnce()) {
	use std::{env, fs, path::PathBuf};

	let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
	// OUT_DIR is <target>/<profile>/build/<crate>/out.
	let profile = out.ancestors().nth(3).expect("it is that deep");
	let folder = profile.join("wbuild").join("aeo-runtime");
	let unfinished = folder.join("unfinished");
	if unfinished.exists() {
		for file in fs::read_dir(&folder).expect("it is there").flatten() {
			if file.path().extension().is_some_and(|what| what == "wasm") {
				fs::remove_file(file.path()).expect("it can be removed");
			}
		}
	}
	fs::create_dir_all(&folder).expect("a target folder can be written");
	fs::write(&unfinished, "").expect("a target folder can be written");
	build();
	fs::remove_file(&unfinished).expect("it was written");
}

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
		builder.build();
	}
}

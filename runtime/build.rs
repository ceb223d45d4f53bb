//! Builds the runtime as WebAssembly.

fn main() {
	#[cfg(feature = "std")]
	{
		// Lints run through RUSTC_WORKSPACE_WRAPPER; they have no business in the wasm build.
		std::env::remove_var("RUSTC_WORKSPACE_WRAPPER");
		// The builder knows no profile `fast`; the wasm is optimised in every profile.
		if std::env::var_os("WASM_BUILD_TYPE").is_none() {
			std::env::set_var("WASM_BUILD_TYPE", "release");
		}
		substrate_wasm_builder::WasmBuilder::build_using_defaults();
	}
}

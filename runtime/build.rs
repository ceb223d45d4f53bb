//! Builds the runtime as WebAssembly.

fn main() {
	#[cfg(feature = "std")]
	{
		// Lints run through RUSTC_WORKSPACE_WRAPPER; they have no business in the wasm build.
		std::env::remove_var("RUSTC_WORKSPACE_WRAPPER");
		substrate_wasm_builder::WasmBuilder::build_using_defaults();
	}
}

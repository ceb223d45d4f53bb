//! What risk engines ask thousands of times a second a node answers by the runtime that is compiled into it, where the
//! block's code is that one. Here the wasm is asked the same, on the same state.

use aeo_primitives::{Direction, Identifier, Role, Territory};
use aeo_runtime::{apis::api, WASM_BINARY};
use codec::Encode;
use sc_executor::WasmExecutor;
use sp_core::traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode};
use sp_io::SubstrateHostFunctions;
use std::sync::LazyLock;

/// Keeps the compiled wasm.
static EXECUTOR: LazyLock<WasmExecutor<SubstrateHostFunctions>> =
	LazyLock::new(|| WasmExecutor::builder().build());

/// Asks both on the state under way, and fails where a byte of the answers differs.
pub fn ensure_alike(method: &str, arguments: &impl Encode) {
	let arguments = arguments.encode();
	let native = api::dispatch(method, &arguments).expect("the runtime has it");
	let wasm = WASM_BINARY.expect("built with the wasm");
	let code = RuntimeCode {
		code_fetcher: &WrappedRuntimeCode(wasm.into()),
		heap_pages: None,
		hash: b"own".to_vec(),
	};
	let (answer, is_native) = sp_externalities::with_externalities(|ext| {
		EXECUTOR.call(ext, &code, method, &arguments, CallContext::Offchain)
	})
	.expect("there is a state");
	assert!(!is_native);
	assert_eq!(answer.expect("the wasm answers"), native, "{method}");
}

/// As [`ensure_alike`], of one evaluation.
pub fn ensure_evaluated_alike(
	grantor: Territory,
	identifier: &Identifier,
	role: Role,
	direction: Direction,
) {
	ensure_alike("AeoApi_evaluate", &(grantor, identifier, role, direction));
}

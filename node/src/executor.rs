//! What executes the runtime: the wasm of the block, and for the questions of risk engines the same code as it is
//! compiled into this node, where that is the code of the block.

use crate::client::HostFunctions;
use aeo_primitives::{Direction, Identifier, Role, Territory};
use aeo_runtime::{Hash, UncheckedExtrinsic};
use aeo_runtime_api::Questions;
use codec::DecodeAll;
use sc_executor::{error, with_externalities_safe, RuntimeVersion, RuntimeVersionOf, WasmExecutor};
use sp_core::traits::{CallContext, CodeExecutor, Externalities, ReadRuntimeVersion, RuntimeCode};
use sp_io::hashing::blake2_256;

/// Whether a call is a question that risk engines ask thousands of times a second, and can be read. A call of the wasm
/// makes an instance of it, and takes each value that is read through its memory: more than the answer itself takes.
fn is_question(method: &str, data: &[u8]) -> bool {
	match method {
		"AeoApi_evaluate" => is::<(Territory, Identifier, Role, Direction)>(data),
		"AeoApi_evaluate_many" => is::<(Territory, Questions)>(data),
		_ => false,
	}
}

fn is<T: DecodeAll>(mut data: &[u8]) -> bool {
	T::decode_all(&mut data).is_ok()
}

/// Why a transaction that the runtime trapped on can't be read, where that is so: the runtime itself has no words for it.
fn unreadable(method: &str, data: &[u8]) -> Option<error::Error> {
	let why = match method {
		// Where it comes from, the transaction, and the block on which it is looked at.
		"TaggedTransactionQueue_validate_transaction" => {
			<(u8, UncheckedExtrinsic, Hash)>::decode_all(&mut &data[..]).err()
		}
		"BlockBuilder_apply_extrinsic" => UncheckedExtrinsic::decode_all(&mut &data[..]).err(),
		// With its length.
		"TransactionPaymentApi_query_info" | "TransactionPaymentApi_query_fee_details" => {
			<(UncheckedExtrinsic, u32)>::decode_all(&mut &data[..]).err()
		}
		_ => None,
	}?;
	let why = why.to_string().replace('\n', ", ");
	Some(error::Error::Other(format!(
		"these bytes are no transaction of this chain's runtime ({why}); make it anew with the metadata of this chain"
	)))
}

/// Executes the wasm, and questions of risk engines natively where the block's code is that which this node was built
/// with. Nothing that blocks are made of is executed so.
#[derive(Clone)]
pub struct Executor {
	wasm: WasmExecutor<HostFunctions>,
	/// The hash of the wasm of the runtime that is compiled into this node.
	own: Option<[u8; 32]>,
}

impl Executor {
	/// Executes by `wasm` all but those questions.
	pub fn new(wasm: WasmExecutor<HostFunctions>) -> Self {
		Self {
			wasm,
			own: aeo_runtime::WASM_BINARY.map(blake2_256),
		}
	}

	/// Whether the block's code is that which this node was built with.
	fn is_own(&self, code: &RuntimeCode) -> bool {
		self.own.is_some_and(|own| code.hash == own)
	}
}

impl CodeExecutor for Executor {
	type Error = error::Error;

	fn call(
		&self,
		ext: &mut dyn Externalities,
		code: &RuntimeCode,
		method: &str,
		data: &[u8],
		context: CallContext,
	) -> (Result<Vec<u8>, Self::Error>, bool) {
		let is_native =
			context == CallContext::Offchain && self.is_own(code) && is_question(method, data);
		if !is_native {
			let (answer, is_native) = self.wasm.call(ext, code, method, data, context);
			let explained = |error| match self.is_own(code) {
				true => unreadable(method, data).unwrap_or(error),
				false => error,
			};
			return (answer.map_err(explained), is_native);
		}
		let answer =
			with_externalities_safe(ext, || aeo_runtime::apis::api::dispatch(method, data));
		let answer = answer.and_then(|answer| {
			answer.ok_or_else(|| error::Error::from(format!("the runtime has no {method}")))
		});
		(answer, true)
	}
}

impl ReadRuntimeVersion for Executor {
	fn read_runtime_version(
		&self,
		wasm: &[u8],
		ext: &mut dyn Externalities,
	) -> Result<Vec<u8>, String> {
		self.wasm.read_runtime_version(wasm, ext)
	}
}

impl RuntimeVersionOf for Executor {
	fn runtime_version(
		&self,
		ext: &mut dyn Externalities,
		code: &RuntimeCode,
	) -> error::Result<RuntimeVersion> {
		self.wasm.runtime_version(ext, code)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_runtime::{RuntimeCall, WASM_BINARY};
	use codec::{Decode, Encode};
	use sp_core::traits::WrappedRuntimeCode;
	use sp_io::TestExternalities;
	use std::sync::LazyLock;

	/// Keeps the compiled wasm.
	static EXECUTOR: LazyLock<Executor> =
		LazyLock::new(|| Executor::new(WasmExecutor::builder().build()));

	/// Asks the runtime of a chain without a state. Returns the answer, and whether it is native.
	fn ask(
		hash: &[u8],
		method: &str,
		data: &[u8],
		context: CallContext,
	) -> (Result<Vec<u8>, String>, bool) {
		let code = RuntimeCode {
			code_fetcher: &WrappedRuntimeCode(WASM_BINARY.expect("built with the wasm").into()),
			heap_pages: None,
			hash: hash.to_vec(),
		};
		let mut state = TestExternalities::default();
		let (answer, is_native) = EXECUTOR.call(&mut state.ext(), &code, method, data, context);
		(answer.map_err(|error| error.to_string()), is_native)
	}

	fn own() -> Vec<u8> {
		blake2_256(WASM_BINARY.expect("built with the wasm")).to_vec()
	}

	/// Two questions about an import of nobody at Costa Rica.
	fn questions() -> [(&'static str, Vec<u8>); 2] {
		let identifier = Identifier::Tin("RFC".try_into().expect("short"));
		let question = (identifier, Role::Exporter, Direction::Import);
		let one = (Territory::CR, &question).encode();
		let many = (Territory::CR, vec![&question; 3]).encode();
		[("AeoApi_evaluate", one), ("AeoApi_evaluate_many", many)]
	}

	#[test]
	fn questions_of_risk_engines_should_be_answered_natively_by_the_same_code_only() {
		let off = CallContext::Offchain;
		let on = CallContext::Onchain { import: false };
		for (method, question) in questions() {
			let (native, is_native) = ask(&own(), method, &question, off);
			assert!(is_native, "{method}");
			let (wasm, is_native) = ask(b"another", method, &question, off);
			assert!(!is_native, "{method}");
			assert!(native.is_ok(), "{native:?}");
			assert_eq!(native, wasm, "{method}");
			assert!(!ask(&own(), method, &question, on).1, "{method}");
		}
		assert!(!ask(&own(), "Core_version", &[], off).1);
	}

	#[test]
	fn a_transaction_that_can_not_be_read_should_be_told_in_words() {
		let remark = [0, 0, 4, 7];
		let call = RuntimeCall::decode(&mut &remark[..]).expect("it is `system.remark`");
		let right = UncheckedExtrinsic::new_bare(call).encode();
		// What comes before it, and behind it.
		let methods: [(&str, &[u8], &[u8]); 4] = [
			(
				"TaggedTransactionQueue_validate_transaction",
				&[2],
				&[0; 32],
			),
			("BlockBuilder_apply_extrinsic", &[], &[]),
			("TransactionPaymentApi_query_info", &[], &[0; 4]),
			("TransactionPaymentApi_query_fee_details", &[], &[0; 4]),
		];
		let mut wrong = right.clone();
		// The pallet of its call is none.
		wrong[2] = u8::MAX;
		for (method, before, behind) in methods {
			let said = |hash: &[u8], transaction: &[u8]| {
				let question = [before, transaction, behind].concat();
				let (answer, _) = ask(hash, method, &question, CallContext::Offchain);
				answer.err().unwrap_or_default()
			};
			for bytes in [&wrong[..], &[0], &[4, 5], &right[..right.len() - 1]] {
				let told = said(&own(), bytes);
				assert!(
					told.contains("no transaction of this chain's runtime"),
					"{method} {bytes:02x?}: {told}"
				);
				assert!(!told.contains("wasm"), "{told}");
				// Of another runtime this node knows nothing.
				assert!(
					said(b"another", bytes).contains("wasm"),
					"{method} {bytes:02x?}"
				);
			}
			let told = said(&own(), &right);
			assert!(!told.contains("no transaction"), "{method}: {told}");
		}
	}

	#[test]
	fn what_can_not_be_read_should_be_refused_by_the_wasm() {
		for (method, question) in questions() {
			for unreadable in [&[], &question[..question.len() - 1]] {
				let (answer, is_native) = ask(&own(), method, unreadable, CallContext::Offchain);
				assert!(!is_native && answer.is_err(), "{method}: {answer:?}");
			}
		}
	}
}

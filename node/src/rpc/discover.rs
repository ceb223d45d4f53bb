//! `rpc.discover`: the OpenRPC document of the methods `aeo_*`, from which programs make clients.

use jsonrpsee::{
	core::{RegisterMethodError, RpcResult},
	types::{error::INTERNAL_ERROR_CODE, ErrorObjectOwned},
	RpcModule,
};
use serde_json::value::RawValue;

/// Written by a test (`aeo/openrpc.rs`) from the table of questions.
const DOCUMENT: &str = include_str!("../../../docs/api/openrpc.json");

/// Returns the method.
///
/// # Errors
///
/// Never: it has no other method.
pub fn discover() -> Result<RpcModule<()>, RegisterMethodError> {
	let mut module = RpcModule::new(());
	module.register_method("rpc.discover", |_, _, _| document())?;
	Ok(module)
}

fn document() -> RpcResult<&'static RawValue> {
	serde_json::from_str(DOCUMENT).map_err(|error| {
		ErrorObjectOwned::owned(INTERNAL_ERROR_CODE, error.to_string(), None::<()>)
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_runtime_api::QUESTIONS;
	use jsonrpsee::core::EmptyServerParams;
	use serde_json::Value;

	#[test]
	fn the_document_should_be_given_and_name_every_question() {
		let runtime = sc_cli::build_runtime().expect("threads can be started");
		let module = discover().expect("one method");
		let document: Value = runtime
			.block_on(module.call("rpc.discover", EmptyServerParams::new()))
			.expect("answered");
		let methods = document["methods"].as_array().expect("a list");
		let names: Vec<_> = methods.iter().map(|method| &method["name"]).collect();
		let questions = QUESTIONS.iter().map(|question| question.method);
		let others = [
			"aeo_changes",
			"aeo_subscribeChanges",
			"aeo_receipt",
			"aeo_handOffs",
		];
		let expected: Vec<_> = questions.chain(others).collect();
		assert_eq!(names, expected);
	}
}

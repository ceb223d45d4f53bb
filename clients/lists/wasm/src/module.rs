//! The functions of the module: memory in, what was read out.
//!
//! Numbers are places in the module's memory. A caller takes memory by [`take`], writes into it, and calls
//! [`read_list`], which takes both pieces over. Nothing is given back: a caller makes a new instance for each
//! list.

getrandom::register_custom_getrandom!(nothing_random);

/// There is nothing to draw from, and nothing is drawn here.
fn nothing_random(_: &mut [u8]) -> Result<(), getrandom::Error> {
	Err(getrandom::Error::UNSUPPORTED)
}

/// Returns where so many bytes are free.
#[no_mangle]
pub extern "C" fn take(length: usize) -> *mut u8 {
	Box::leak(vec![0_u8; length].into_boxed_slice()).as_mut_ptr()
}

/// Reads a list, and returns where the outcome stands: its length, 4 bytes, the lowest first, and JSON, `Ok` or
/// `Err`. `how` is JSON. It traps where that is none of [`How`](crate::How), or where the list has what no reader
/// of spreadsheets expects.
///
/// # Safety
///
/// Both places are of [`take`], with these lengths.
#[no_mangle]
pub unsafe extern "C" fn read_list(
	list: *const u8,
	list_length: usize,
	how: *const u8,
	how_length: usize,
) -> *const u8 {
	// SAFETY: the caller says so, and nothing else writes there: a module has one thread.
	let (list, how) = unsafe {
		(
			core::slice::from_raw_parts(list, list_length),
			core::slice::from_raw_parts(how, how_length),
		)
	};
	let how = serde_json::from_slice(how).expect("the page says how to read");
	let text = serde_json::to_vec(&crate::read(list, how)).expect("it can be written as JSON");
	let length = u32::try_from(text.len()).expect("less than the memory there is");
	let whole = [&length.to_le_bytes()[..], &text].concat();
	Box::leak(whole.into_boxed_slice()).as_ptr()
}

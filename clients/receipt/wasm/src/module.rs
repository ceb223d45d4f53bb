//! The functions of the module: memory in, a verdict out.
//!
//! Numbers are places in the module's memory. A caller takes memory by [`take`], writes into it, and calls
//! [`verify`], which takes both pieces over. Nothing is given back: a caller makes a new instance for each
//! receipt.

use alloc::{boxed::Box, vec};

#[global_allocator]
static MEMORY: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
	core::arch::wasm32::unreachable()
}

/// Returns where so many bytes are free.
#[no_mangle]
pub extern "C" fn take(length: usize) -> *mut u8 {
	Box::leak(vec![0_u8; length].into_boxed_slice()).as_mut_ptr()
}

/// Verifies a receipt, and returns where the verdict stands: its length, 4 bytes, the lowest first, and JSON.
///
/// # Safety
///
/// Both places are of [`take`], with these lengths.
#[no_mangle]
pub unsafe extern "C" fn verify(
	trust: *const u8,
	trust_length: usize,
	receipt: *const u8,
	receipt_length: usize,
	now: u64,
	most: u64,
) -> *const u8 {
	// SAFETY: the caller says so, and nothing else writes there: a module has one thread.
	let (trust, receipt) = unsafe {
		(
			core::slice::from_raw_parts(trust, trust_length),
			core::slice::from_raw_parts(receipt, receipt_length),
		)
	};
	let verdict = crate::check(trust, receipt, now, most);
	let length = u32::try_from(verdict.len()).unwrap_or_default();
	let whole = [&length.to_le_bytes()[..], &verdict].concat();
	Box::leak(whole.into_boxed_slice()).as_ptr()
}

//! The chain's own runtime, over values of a state.
//!
//! A runtime is WebAssembly, and the state names its hash. It is interpreted here, with the few functions
//! that a question takes from its host: values of the state, hashes, memory. Everything else ends it, and so
//! does a value that the proof lacks.

use crate::{file::Told, Error, Values};
use alloc::{
	format,
	string::{String, ToString},
	vec::Vec,
};
use codec::Encode;
use ruzstd::decoding::FrameDecoder;
use sp_crypto_hashing::{
	blake2_128, blake2_256, keccak_256, sha2_256, twox_128, twox_256, twox_64,
};
use wasmi::{
	core::TrapCode, Caller, Engine, ExternType, Linker, Memory, Module, Store, StoreLimits,
	StoreLimitsBuilder, TypedFunc,
};

/// With what a compressed runtime begins.
const COMPRESSED: [u8; 8] = [82, 188, 83, 118, 70, 219, 142, 5];

/// The largest runtime, in bytes, as the node has it.
const MAX_RUNTIME: usize = 50 * 1024 * 1024;

/// The most memory that it gets, in bytes.
const MAX_MEMORY: usize = 128 * 1024 * 1024;

/// The size of a page of its memory.
const PAGE: u64 = 65_536;

/// What the runtime sees of the world.
struct Host<'a> {
	values: &'a dyn Values,
	memory: Option<Memory>,
	/// Where free memory begins. None is given back: it ends with the question.
	free: u32,
	/// Why it was stopped.
	stopped: Option<Error>,
	limits: StoreLimits,
}

type Result<T> = core::result::Result<T, wasmi::Error>;

/// Puts a question to a runtime.
///
/// # Errors
///
/// It doesn't run here, or asks for a value of which nobody says what it is.
pub fn ask(
	code: &[u8],
	values: &dyn Values,
	question: &Told,
) -> core::result::Result<Vec<u8>, Error> {
	let code = unpacked(code)?;
	let engine = Engine::default();
	let host = Host {
		values,
		memory: None,
		free: 0,
		stopped: None,
		limits: StoreLimitsBuilder::new().memory_size(MAX_MEMORY).build(),
	};
	let mut store = Store::new(&engine, host);
	store.limiter(|host| &mut host.limits);
	let answer = run(&engine, &mut store, &code, question);
	answer.map_err(|error| {
		let stopped = store.data_mut().stopped.take();
		stopped.unwrap_or_else(|| fails(error))
	})
}

fn fails(why: impl ToString) -> Error {
	Error::RuntimeFails {
		why: why.to_string(),
	}
}

/// Returns the runtime as WebAssembly: it may be stored compressed.
fn unpacked(code: &[u8]) -> core::result::Result<Vec<u8>, Error> {
	let Some(packed) = code.strip_prefix(&COMPRESSED) else {
		return Ok(code.to_vec());
	};
	let mut decoder = FrameDecoder::new();
	let mut read = packed;
	decoder.init(&mut read).map_err(fails)?;
	let size = usize::try_from(decoder.content_size()).unwrap_or(usize::MAX);
	if size > MAX_RUNTIME {
		return Err(fails("it is too large"));
	}
	// Where the size is not said, up to the largest.
	let mut unpacked = Vec::with_capacity(if size == 0 { MAX_RUNTIME } else { size });
	FrameDecoder::new()
		.decode_all_to_vec(packed, &mut unpacked)
		.map_err(fails)?;
	Ok(unpacked)
}

fn run<'a>(
	engine: &Engine,
	store: &mut Store<Host<'a>>,
	code: &[u8],
	question: &Told,
) -> Result<Vec<u8>> {
	let module = Module::new(engine, code)?;
	let mut linker = Linker::<Host<'a>>::new(engine);
	for import in module.imports() {
		if let ExternType::Memory(kind) = import.ty() {
			let memory = Memory::new(&mut *store, *kind)?;
			store.data_mut().memory = Some(memory);
			linker.define(import.module(), import.name(), memory)?;
		}
	}
	let known = host_functions(&mut linker)?;
	for import in module.imports() {
		let ExternType::Func(kind) = import.ty() else {
			continue;
		};
		let name = String::from(import.name());
		if !known.contains(&import.name()) {
			linker.func_new(
				import.module(),
				import.name(),
				kind.clone(),
				move |_, _, _| Err(wasmi::Error::new(format!("it calls {name}"))),
			)?;
		}
	}
	let instance = linker
		.instantiate(&mut *store, &module)?
		.start(&mut *store)?;
	if let Some(memory) = instance.get_memory(&*store, "memory") {
		store.data_mut().memory = Some(memory);
	}
	let base = instance
		.get_global(&*store, "__heap_base")
		.and_then(|base| base.get(&*store).i32())
		.ok_or_else(|| wasmi::Error::new("it has no heap"))?;
	store.data_mut().free = base.cast_unsigned();

	let memory = memory_of(store.data())?;
	let arguments = question.arguments.as_slice();
	let place = reserve(&mut *store, memory, arguments.len())?;
	memory.write(&mut *store, place as usize, arguments)?;
	let function: TypedFunc<(u32, u32), u64> =
		instance.get_typed_func(&*store, &question.function)?;
	let answer = function.call(&mut *store, (place, length(arguments)?))?;
	bytes(&*store, memory, answer)
}

fn memory_of(host: &Host<'_>) -> Result<Memory> {
	host.memory
		.ok_or_else(|| wasmi::Error::new("it has no memory"))
}

fn length(bytes: &[u8]) -> Result<u32> {
	u32::try_from(bytes.len()).map_err(|_| TrapCode::MemoryOutOfBounds.into())
}

/// Returns the bytes that the runtime points at: the place in the lower half, the length in the upper.
fn bytes(store: impl wasmi::AsContext, memory: Memory, pointer: u64) -> Result<Vec<u8>> {
	let (place, length) = (pointer & u64::from(u32::MAX), pointer >> 32);
	let range = usize::try_from(place)
		.ok()
		.zip(usize::try_from(place.saturating_add(length)).ok());
	let found = range.and_then(|(from, to)| memory.data(&store).get(from..to));
	Ok(found
		.ok_or(wasmi::Error::from(TrapCode::MemoryOutOfBounds))?
		.to_vec())
}

/// Sets so many bytes of memory apart, with eight free ones before them, as the node's allocator does: where a
/// piece begins right behind another one, runtimes have been seen to read amiss.
fn reserve<'a>(
	mut store: impl wasmi::AsContextMut<Data = Host<'a>>,
	memory: Memory,
	size: usize,
) -> Result<u32> {
	let out = || wasmi::Error::from(TrapCode::MemoryOutOfBounds);
	let free = store.as_context().data().free;
	let place = free
		.checked_next_multiple_of(8)
		.and_then(|place| place.checked_add(8))
		.ok_or_else(out)?;
	let size = u32::try_from(size).map_err(|_| out())?;
	let end = place.checked_add(size).ok_or_else(out)?;
	let pages = u64::from(end).div_ceil(PAGE);
	let there = u64::from(memory.size(&store));
	if pages > there {
		let more = u32::try_from(pages - there).map_err(|_| out())?;
		memory.grow(&mut store, more)?;
	}
	store.as_context_mut().data_mut().free = end;
	Ok(place)
}

/// What a host function does.
impl Host<'_> {
	/// Stops the runtime.
	fn stop(&mut self, error: Error) -> wasmi::Error {
		self.stopped = Some(error);
		TrapCode::UnreachableCodeReached.into()
	}
}

/// Reads what is pointed at.
fn given(caller: &Caller<'_, Host<'_>>, pointer: u64) -> Result<Vec<u8>> {
	bytes(caller, memory_of(caller.data())?, pointer)
}

/// Puts bytes into memory, and returns where they are.
fn place(caller: &mut Caller<'_, Host<'_>>, bytes: &[u8]) -> Result<u32> {
	let memory = memory_of(caller.data())?;
	let place = reserve(&mut *caller, memory, bytes.len())?;
	memory.write(&mut *caller, place as usize, bytes)?;
	Ok(place)
}

/// Puts bytes into memory, and points at them.
fn give(caller: &mut Caller<'_, Host<'_>>, bytes: &[u8]) -> Result<u64> {
	let place = place(caller, bytes)?;
	Ok(u64::from(place) | u64::from(length(bytes)?) << 32)
}

/// Returns the value under the key that is pointed at.
fn value(caller: &mut Caller<'_, Host<'_>>, key: u64) -> Result<Option<Vec<u8>>> {
	let key = given(caller, key)?;
	let found = caller.data().values.get(&key);
	found.map_err(|error| caller.data_mut().stop(error))
}

/// Gives the runtime its host functions, and returns their names.
fn host_functions(linker: &mut Linker<Host<'_>>) -> Result<Vec<&'static str>> {
	let mut names = Vec::new();
	macro_rules! host {
		($name:literal, $function:expr) => {
			names.push($name);
			linker.func_wrap("env", $name, $function)?;
		};
	}
	macro_rules! hash {
		($name:literal, $hash:expr) => {
			host!($name, |mut caller: Caller<'_, Host<'_>>,
			              data: u64|
			 -> Result<u32> {
				let data = given(&caller, data)?;
				place(&mut caller, &$hash(&data))
			});
		};
	}
	host!("ext_allocator_malloc_version_1", |mut caller: Caller<
		'_,
		Host<'_>,
	>,
	                                         size: u32|
	 -> Result<u32> {
		let memory = memory_of(caller.data())?;
		reserve(&mut caller, memory, size as usize)
	});
	host!("ext_allocator_free_version_1", |_: u32| ());
	host!("ext_storage_get_version_1", |mut caller: Caller<
		'_,
		Host<'_>,
	>,
	                                    key: u64|
	 -> Result<u64> {
		let found = value(&mut caller, key)?;
		give(&mut caller, &found.encode())
	});
	host!("ext_storage_exists_version_1", |mut caller: Caller<
		'_,
		Host<'_>,
	>,
	                                       key: u64|
	 -> Result<u32> {
		Ok(u32::from(value(&mut caller, key)?.is_some()))
	});
	host!("ext_storage_read_version_1", |mut caller: Caller<
		'_,
		Host<'_>,
	>,
	                                     key: u64,
	                                     out: u64,
	                                     offset: u32|
	 -> Result<u64> {
		let found = value(&mut caller, key)?;
		let left = found.map(|value| value.get(offset as usize..).unwrap_or_default().to_vec());
		if let Some(left) = &left {
			let room = usize::try_from(out >> 32)
				.unwrap_or_default()
				.min(left.len());
			let memory = memory_of(caller.data())?;
			memory.write(
				&mut caller,
				(out & u64::from(u32::MAX)) as usize,
				&left[..room],
			)?;
		}
		let left = left.as_deref().map(length).transpose()?;
		give(&mut caller, &left.encode())
	});
	host!("ext_logging_max_level_version_1", || 0_u32);
	host!("ext_logging_log_version_1", |_: u32, _: u64, _: u64| ());
	hash!("ext_hashing_twox_64_version_1", twox_64);
	hash!("ext_hashing_twox_128_version_1", twox_128);
	hash!("ext_hashing_twox_256_version_1", twox_256);
	hash!("ext_hashing_blake2_128_version_1", blake2_128);
	hash!("ext_hashing_blake2_256_version_1", blake2_256);
	hash!("ext_hashing_keccak_256_version_1", keccak_256);
	hash!("ext_hashing_sha2_256_version_1", sha2_256);
	Ok(names)
}

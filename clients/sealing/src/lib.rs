#![doc = include_str!("../README.md")]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod blob;
mod book;
pub mod data;
mod error;
pub mod hex;
mod holder;
mod index;
mod key;
mod list;
#[cfg(feature = "names")]
mod names;
mod page;
mod proof;
mod record;
mod shared;
mod words;

pub use blob::{open, seal, Kind, What, OVERHEAD};
pub use book::{Book, LastList, NotInBook, PageToSeal, SealedList};
pub use data::class_name;
pub use error::Error;
pub use holder::{HolderFile, HolderName, ProvedIn, Use, MOST_HOLDER_BYTES};
pub use index::MOST_INDEX_BYTES;
pub use key::{NotAKey, PublicKey, Secret};
pub use list::{IndexFile, List, OnChain, Opened, PageFile};
#[cfg(feature = "names")]
pub use names::{Found, Names};
pub use page::{
	digest, leaf, page_of, Entry, Page, PageName, Salt, CERTIFICATES_PER_PAGE, MOST_PAGE_BYTES,
};
pub use proof::{prove, Proof};
pub use record::Record;
pub use shared::{
	compare, note_versions, visible, Difference, Shared, SharedCertificate, Versions,
};
pub use words::{NotSeveral, NotWords, Several, Words};

//! The index of a list: which pages there are, and the digest of each.

use aeo_primitives::tree;
use primitive_types::H256;
use zeroize::Zeroizing;

/// Most bytes of an opened index: 2 MiB, some 58,000 pages.
pub const MOST_INDEX_BYTES: usize = 2 * 1024 * 1024;

/// Bytes of a page's line: its number and its digest.
const LINE: usize = 36;

/// The pages of a list in ascending order, each with its digest.
pub type Pages = Vec<(u32, H256)>;

/// Returns the root that stands on chain: that of the tree over the digests; zeros where there is no
/// page.
pub fn root(pages: &[(u32, H256)]) -> H256 {
	let digests: Vec<_> = pages.iter().map(|(_, digest)| *digest).collect();
	tree::root(&digests)
}

/// Returns the bytes of an index that are sealed.
pub(crate) fn encode(pages: &[(u32, H256)]) -> Zeroizing<Vec<u8>> {
	// Pages are numbered by u32 and not one has two of the same number.
	let number = u32::try_from(pages.len()).unwrap_or(u32::MAX);
	let mut bytes = Zeroizing::new(Vec::with_capacity(4 + LINE * pages.len()));
	bytes.extend_from_slice(&number.to_le_bytes());
	for (page, digest) in pages {
		bytes.extend_from_slice(&page.to_le_bytes());
		bytes.extend_from_slice(digest.as_bytes());
	}
	bytes
}

/// Returns the pages; none where the bytes are no index.
pub(crate) fn decode(bytes: &[u8]) -> Option<Pages> {
	let (number, lines) = bytes.split_first_chunk()?;
	let number = usize::try_from(u32::from_le_bytes(*number)).ok()?;
	if lines.len() != number.checked_mul(LINE)? {
		return None;
	}
	let pages: Pages = lines
		.chunks_exact(LINE)
		.map(|line| {
			let (page, digest) = line.split_first_chunk()?;
			let digest: [u8; 32] = digest.try_into().ok()?;
			Some((u32::from_le_bytes(*page), H256(digest)))
		})
		.collect::<Option<_>>()?;
	pages
		.iter()
		.zip(pages.iter().skip(1))
		.all(|((page, _), (next, _))| page < next)
		.then_some(pages)
}

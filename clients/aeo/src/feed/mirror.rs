//! `aeo mirror`: what every certificate earns from a grantor now, in a database in which a risk engine looks.
//!
//! It begins with the list at a final block and goes on with the feed behind that block. What a batch changes and the
//! cursor behind it are one transaction, so that the program may end at any moment. Where the feed can't go on from the
//! cursor, the list is read again, and readers see the old rows until the new ones are there.
//!
//! | module | what it holds |
//! |---|---|
//! | [`rows`] | what an entry does to the rows: pure |
//! | [`store`] | the database, SQLite or PostgreSQL |

mod rows;
mod store;

use crate::{
	cli::feed::{since, Mirror},
	failure::{Failure, Kind},
	feed::{ask_of, Once},
	online::Online,
	text::Label,
	Session,
};
use aeo_client::{
	changes::{Ask, Batch, Finality, Head, Listed},
	Chain, Error, BLOCK_TIME, H256,
};
use aeo_primitives::Territory;
use rows::{Meaning, Row, Step};
use std::convert::Infallible;
use store::{At, Mirrored, Store, Target};

/// How often a batch is tried whose states a node doesn't have, before all is read again.
const TRIALS: u32 = 3;

/// Blocks above what is final that are looked at where a list is read anew: three minutes of them.
const MOST_ABOVE: u32 = 64;

/// Why a mirror doesn't go on.
enum Trouble {
	/// The chain, or its nodes.
	Chain(Error),
	/// This computer, or the database.
	Here(Failure),
	/// An earlier transaction of its own was still on its way.
	Late,
}

impl From<Error> for Trouble {
	fn from(error: Error) -> Self {
		Self::Chain(error)
	}
}

impl From<Failure> for Trouble {
	fn from(failure: Failure) -> Self {
		Self::Here(failure)
	}
}

/// What is mirrored.
struct Source<'a> {
	session: &'a Session,
	chain: Chain,
	ask: Ask,
}

/// What is to be done about a trouble.
#[derive(Debug)]
enum Remedy {
	/// All is read again.
	Anew,
	/// It goes on from where the database is now.
	Again,
	/// It may pass.
	Wait(Failure),
	/// The database is opened again.
	Reopen(Failure),
}

/// Says what is to be done. `lacking` counts how often a node did not have a state, this time among them.
///
/// # Errors
///
/// Nothing is to be done about it.
fn remedy(trouble: Trouble, lacking: u32) -> Result<Remedy, Failure> {
	match trouble {
		Trouble::Chain(Error::CursorForeign | Error::FeedBegins { .. }) => Ok(Remedy::Anew),
		Trouble::Chain(Error::NoState(_)) if lacking >= TRIALS => Ok(Remedy::Anew),
		Trouble::Chain(error) if error.may_pass() || matches!(error, Error::NoState(_)) => {
			Ok(Remedy::Wait(error.into()))
		}
		Trouble::Chain(error) => Err(error.into()),
		Trouble::Late => Ok(Remedy::Again),
		Trouble::Here(failure) if failure.is(Kind::Database) => Ok(Remedy::Reopen(failure)),
		Trouble::Here(failure) => Err(failure),
	}
}

/// Says what became of what was written. Who was overtaken by what it sent itself before writes no second time.
fn ensure_written(written: Result<(), Failure>, may_be_own: &mut bool) -> Result<(), Trouble> {
	let may_be_own = std::mem::take(may_be_own);
	written.map_err(|failure| {
		if may_be_own && failure.is(Kind::MirrorAtWork) {
			Trouble::Late
		} else {
			failure.into()
		}
	})
}

/// Keeps a database until it is stopped.
pub fn run(session: &Session, arguments: &Mirror) -> Result<(), Failure> {
	let target = Target::read(&arguments.to)?;
	let online = Online::connect(session, &arguments.reader.nodes)?;
	let source = Source {
		session,
		chain: online.chain.clone(),
		ask: ask_of(&arguments.reader, &[]),
	};
	online.wait(source.keep(&target))
}

impl Source<'_> {
	/// Keeps a database up to date, whatever nodes and the database do on the way.
	async fn keep(&self, target: &Target) -> Result<(), Failure> {
		let mut store = Store::open(target).await?;
		let mut once = Once::new(self.session);
		let mut lacking = 0;
		let mut may_be_own = true;
		loop {
			let before = store.mirrored().await.ok().flatten();
			let Err(trouble) = self.follow(&mut store, &mut may_be_own).await;
			// Whatever went well since has ended what was wrong before.
			let after = store.mirrored().await.ok().flatten();
			if after.is_some() && after != before {
				once.pass();
				lacking = 0;
			}
			if matches!(trouble, Trouble::Chain(Error::NoState(_))) {
				lacking += 1;
			}
			let mut next = remedy(trouble, lacking)?;
			if matches!(next, Remedy::Anew) {
				let details = [("database", store.shown().to_owned())];
				let texts = &self.session.texts;
				self.session.tell(&texts.label(Label::MirrorAnew, &details));
				lacking = 0;
				if let Err(failure) = store.forget().await {
					next = remedy(failure.into(), lacking)?;
				}
			}
			if let Remedy::Wait(failure) | Remedy::Reopen(failure) = &next {
				once.tell(failure);
			}
			tokio::time::sleep(BLOCK_TIME).await;
			if matches!(next, Remedy::Reopen(_)) {
				if let Ok(opened) = Store::open(target).await {
					store = opened;
					may_be_own = true;
				}
			}
		}
	}

	/// Follows the feed from where the database is. Until something was written, the database may still be about to
	/// finish what an earlier run, or a connection that was lost, has sent: that is no other mirror.
	async fn follow(
		&self,
		store: &mut Store,
		may_be_own: &mut bool,
	) -> Result<Infallible, Trouble> {
		let mirrored = store.mirrored().await?;
		if let Some(mirrored) = &mirrored {
			self.ensure_ours(store, mirrored)?;
		}
		let mut place = match mirrored {
			Some(mirrored) if !mirrored.cursor.is_empty() => mirrored,
			before => self.fill(store, before.as_ref(), may_be_own).await?,
		};
		let begin = since(&place.cursor).map_err(|_| Error::CursorForeign)?;
		let mut feed = self.chain.feed(self.ask.clone(), begin);
		loop {
			let batch = feed.next().await?;
			let steps = self.steps(&batch).await?;
			let at = self.at(&batch).await?;
			let next = Mirrored {
				cursor: batch.cursor,
				..place.clone()
			};
			let written = store.go_on(&steps, &place.cursor, &next.cursor, at).await;
			ensure_written(written, may_be_own)?;
			place = next;
		}
	}

	/// Refuses a database that mirrors something else.
	fn ensure_ours(&self, store: &Store, mirrored: &Mirrored) -> Result<(), Failure> {
		let is_ours = mirrored.genesis == self.genesis()
			&& mirrored.grantor == self.ask.grantor.to_string()
			&& mirrored.finality == self.ask.finality.name();
		if is_ours {
			return Ok(());
		}
		let details = [
			("database", store.shown().to_owned()),
			("grantor", mirrored.grantor.clone()),
			("finality", mirrored.finality.clone()),
		];
		Err(Failure::with(Kind::MirrorForeign, details))
	}

	fn genesis(&self) -> String {
		format!("{:?}", self.chain.genesis())
	}

	/// Fills a database with the list at the last final block.
	async fn fill(
		&self,
		store: &mut Store,
		before: Option<&Mirrored>,
		may_be_own: &mut bool,
	) -> Result<Mirrored, Trouble> {
		let block = self.chain.last_final().await?;
		let details = [
			("database", store.shown().to_owned()),
			("block", block.number.to_string()),
		];
		let texts = &self.session.texts;
		self.session
			.tell(&texts.label(Label::MirrorFills, &details));
		let rows = self.list(None, &[block.hash], block.number).await?;
		let place = Mirrored {
			genesis: self.genesis(),
			grantor: self.ask.grantor.to_string(),
			finality: self.ask.finality.name().to_owned(),
			// From the first entry of the block behind.
			cursor: block.number.saturating_add(1).to_string(),
		};
		let count = rows.len().to_string();
		let at = At {
			block,
			last_final: block.number,
			time: self.chain.time_of(block.hash).await?,
		};
		let written = store.begin(rows, before, &place, at).await;
		ensure_written(written, may_be_own)?;
		let details = [("rows", count), ("block", block.number.to_string())];
		self.session
			.tell(&texts.label(Label::MirrorFilled, &details));
		Ok(place)
	}

	/// What a batch does to the rows, in order.
	async fn steps(&self, batch: &Batch) -> Result<Vec<Step>, Error> {
		let mut steps = Vec::new();
		for entry in &batch.entries {
			match rows::meaning(entry, self.ask.finality, batch.head) {
				Meaning::Nothing => {}
				Meaning::Certificate(step) => steps.push(step),
				Meaning::List { issuer, at } => {
					let rows = match self.above(batch.head).await? {
						Some(above) => {
							let at: Vec<_> = std::iter::once(at).chain(above).collect();
							self.list(issuer, &at, entry.block.number).await?
						}
						None => Vec::new(),
					};
					// All that came before it is gone.
					if issuer.is_none() {
						steps.clear();
					}
					let issuer = issuer.map(|issuer| issuer.to_string());
					steps.push(Step::Anew { issuer, rows });
				}
			}
		}
		Ok(steps)
	}

	/// The blocks that may take something away from who reads `safe`: all above what is final, since one that is lost
	/// may have hidden what one before it takes away. None where there are too many to look at: then nothing is sure.
	async fn above(&self, head: Head) -> Result<Option<Vec<H256>>, Error> {
		let (best, last_final) = (head.best, head.last_final.number);
		match self.ask.finality {
			Finality::Final | Finality::Best => Ok(Some(Vec::new())),
			Finality::Safe if best.number.saturating_sub(last_final) > MOST_ABOVE => Ok(None),
			Finality::Safe => self.chain.branch(best, last_final).await.map(Some),
		}
	}

	/// What the lists at some blocks have in common.
	async fn list(
		&self,
		issuer: Option<Territory>,
		at: &[H256],
		number: u32,
	) -> Result<Vec<Row>, Error> {
		let mut all: Option<Vec<Row>> = None;
		for hash in at {
			let listed = self.chain.list(self.ask.grantor, issuer, *hash).await?;
			let rows: Vec<_> = listed
				.iter()
				.flat_map(
					|Listed {
					     certificate,
					     benefits,
					 }| { rows::rows_of(certificate, benefits, number) },
				)
				.collect();
			all = Some(match all {
				Some(before) => rows::common(before, &rows),
				None => rows,
			});
		}
		Ok(all.unwrap_or_default())
	}

	/// Of which block the rows are behind a batch; none where there is more already, so that they are on their way.
	async fn at(&self, batch: &Batch) -> Result<Option<At>, Error> {
		if batch.more {
			return Ok(None);
		}
		let head = batch.head;
		let block = match self.ask.finality {
			Finality::Final => head.last_final,
			Finality::Safe | Finality::Best => head.best,
		};
		Ok(Some(At {
			block,
			last_final: head.last_final.number,
			time: self.chain.time_of(block.hash).await?,
		}))
	}
}

#[cfg(test)]
mod tests;

//! Whether firms are recognised: questions of several requests together, and no question twice about one block.

use super::{
	node::{Block, Link, Present},
	problem::{Kind, Problem},
};
use aeo_primitives::Territory;
use primitive_types::H256;
use serde::Deserialize;
use serde_json::{json, value::RawValue, Value};
use std::{
	collections::HashMap,
	mem,
	sync::{Arc, Mutex, PoisonError},
	time::Duration,
};
use tokio::{
	sync::{mpsc, oneshot, OwnedSemaphorePermit, Semaphore},
	time::sleep,
};

/// Most questions that a node answers together, and of one request.
pub const MANY: usize = 1_000;

/// Lists of questions that the node answers at once for this gateway: it answers four for all.
const TURNS: usize = 3;

/// Questions that wait for their turn.
const WAITING: usize = 20_000;

/// Answers about the present block that are kept.
const KEPT: usize = 100_000;

/// How often a list is put to the node again that answers those of others, and after which rest.
const TRIES: u32 = 40;
const REST: Duration = Duration::from_millis(50);

/// An answer as the node gives it.
pub type Answer = Arc<RawValue>;

/// An answer of a node, and the block that it is of.
#[derive(Deserialize)]
pub struct Reply<Content> {
	block_hash: H256,
	block_number: u32,
	block_time: u64,
	/// Whether the block is final.
	pub finalised: bool,
	/// The answer.
	pub answer: Content,
}

impl<Content> Reply<Content> {
	/// The block.
	pub const fn block(&self) -> Block {
		Block {
			number: self.block_number,
			hash: self.block_hash,
			time: self.block_time,
		}
	}
}

/// Questions of one request that are not answered yet.
struct Waiting {
	present: Present,
	grantor: Territory,
	questions: Vec<Value>,
	reply: oneshot::Sender<Result<Vec<Answer>, Problem>>,
	_room: OwnedSemaphorePermit,
}

impl Waiting {
	/// Whether they can be put together.
	fn goes_with(&self, other: &Self) -> bool {
		self.grantor == other.grantor
			&& self.present.best == other.present.best
			&& self.present.is_of(&other.present)
	}
}

/// What is known about the present block.
#[derive(Default)]
struct Known {
	block: H256,
	answers: HashMap<String, Answer>,
}

/// Where questions are answered.
pub struct Answers {
	waiting: mpsc::UnboundedSender<Waiting>,
	/// For so many questions more.
	room: Arc<Semaphore>,
	known: Mutex<Known>,
}

impl Answers {
	/// Begins to answer.
	pub fn new() -> Self {
		let (waiting, receiver) = mpsc::unbounded_channel();
		tokio::spawn(serve(receiver));
		Self {
			waiting,
			room: Arc::new(Semaphore::new(WAITING)),
			known: Mutex::default(),
		}
	}

	/// Answers questions to a grantor about the present block, which is given too, and how many of the answers
	/// were known.
	pub async fn of(
		&self,
		link: &Link,
		grantor: Territory,
		questions: &[Value],
	) -> Result<(Present, Vec<Answer>, usize), Problem> {
		let present = link.present().await?;
		match self.at(&present, grantor, questions).await {
			Err(problem) if problem.kind == Kind::NoNode => {
				let other = link.another(&present).await?;
				let (answers, known) = self.at(&other, grantor, questions).await?;
				Ok((other, answers, known))
			}
			answered => answered.map(|(answers, known)| (present, answers, known)),
		}
	}

	async fn at(
		&self,
		present: &Present,
		grantor: Territory,
		questions: &[Value],
	) -> Result<(Vec<Answer>, usize), Problem> {
		let names: Vec<_> = questions
			.iter()
			.map(|question| format!("{grantor} {question}"))
			.collect();
		let mut answers = self.known(present.best.hash, &names);
		let is_new = |(answer, _): &(&Option<Answer>, _)| answer.is_none();
		let asked: Vec<_> = answers.iter().zip(questions).filter(is_new).collect();
		let asked: Vec<Value> = asked
			.into_iter()
			.map(|(_, question)| question.clone())
			.collect();
		let known = questions.len() - asked.len();
		if !asked.is_empty() {
			let found = self.ask(present, grantor, asked).await?;
			let new = answers.iter_mut().filter(|answer| answer.is_none());
			for (answer, found) in new.zip(found) {
				*answer = Some(found);
			}
			self.keep(present.best.hash, names, &answers);
		}
		let all: Option<Vec<_>> = answers.into_iter().collect();
		let all =
			all.ok_or_else(|| Problem::with(Kind::NodeRefuses, "why", "answers are missing"))?;
		Ok((all, known))
	}

	/// Waits for the turn of these questions.
	async fn ask(
		&self,
		present: &Present,
		grantor: Territory,
		questions: Vec<Value>,
	) -> Result<Vec<Answer>, Problem> {
		let (reply, answer) = oneshot::channel();
		let busy = || Problem::new(Kind::Busy).after(Duration::from_secs(1));
		let count = u32::try_from(questions.len()).map_err(|_| busy())?;
		let room = self.room.clone().try_acquire_many_owned(count);
		let waiting = Waiting {
			present: present.clone(),
			grantor,
			questions,
			reply,
			_room: room.map_err(|_| busy())?,
		};
		self.waiting.send(waiting).map_err(|_| busy())?;
		answer.await.map_err(|_| busy())?
	}

	fn known(&self, block: H256, names: &[String]) -> Vec<Option<Answer>> {
		let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
		let answer = |name: &String| known.answers.get(name).cloned();
		match known.block == block {
			true => names.iter().map(answer).collect(),
			false => vec![None; names.len()],
		}
	}

	/// Keeps answers about a block; those about another one are of the past.
	fn keep(&self, block: H256, names: Vec<String>, answers: &[Option<Answer>]) {
		let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
		if known.block != block {
			known.block = block;
			// What is let go of takes its time, which nobody waits for.
			let past = mem::take(&mut known.answers);
			tokio::task::spawn_blocking(move || drop(past));
		}
		let room = KEPT.saturating_sub(known.answers.len());
		let new = names.into_iter().zip(answers).take(room);
		known
			.answers
			.extend(new.filter_map(|(name, answer)| Some((name, answer.clone()?))));
	}
}

/// Puts questions to the node: all that wait and go together, each time that it has a turn for them.
async fn serve(mut waiting: mpsc::UnboundedReceiver<Waiting>) {
	let turns = Arc::new(Semaphore::new(TURNS));
	let mut next = None;
	while let Ok(turn) = turns.clone().acquire_owned().await {
		let first = match next.take() {
			Some(first) => first,
			None => match waiting.recv().await {
				Some(first) => first,
				None => return,
			},
		};
		// Who went away is asked nothing for.
		if first.reply.is_closed() {
			continue;
		}
		let mut count = first.questions.len();
		let mut together = vec![first];
		while let Ok(other) = waiting.try_recv() {
			count += other.questions.len();
			if count > MANY || !other.goes_with(&together[0]) {
				next = Some(other);
				break;
			}
			together.push(other);
		}
		tokio::spawn(async move {
			answer(together).await;
			drop(turn);
		});
	}
}

/// Answers questions that go together.
async fn answer(together: Vec<Waiting>) {
	let Some(Waiting {
		present, grantor, ..
	}) = together.first()
	else {
		return;
	};
	let questions = together.iter().flat_map(|waiting| &waiting.questions);
	let arguments = [
		json!(grantor),
		questions.cloned().collect(),
		json!(present.best.hash),
	];
	let mut answered = ask_many(present, &arguments).await.map(Vec::into_iter);
	for waiting in together {
		let part = match &mut answered {
			Ok(answers) => {
				let part = answers.by_ref().take(waiting.questions.len());
				Ok(part.map(Answer::from).collect())
			}
			Err(problem) => Err(problem.clone()),
		};
		// Who went away misses nothing.
		if waiting.reply.send(part).is_err() {
			continue;
		}
	}
}

/// Asks a list of questions, again where the node is answering those of others.
async fn ask_many(present: &Present, arguments: &[Value]) -> Result<Vec<Box<RawValue>>, Problem> {
	for _ in 1..TRIES {
		let asked: Result<Reply<Vec<_>>, _> = present.ask("aeo_evaluateMany", arguments).await;
		match asked {
			Err(problem) if problem.kind == Kind::Busy => sleep(REST).await,
			asked => return asked.map(|reply| reply.answer),
		}
	}
	let last: Reply<Vec<_>> = present.ask("aeo_evaluateMany", arguments).await?;
	Ok(last.answer)
}

// Parts that several screens have in common.

import { blake2b } from '@noble/hashes/blake2.js';
import { useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useLive, type Asked } from './chain/live';
import type { Sent } from './chain/sending';
import { refusalOf, type Tried } from './chain/trying';
import { useTyped } from './kept';
import { useWords, type Sentence } from './words/words';

/** A sentence, and what to do. */
export function Told({ sentence }: { sentence: Sentence }) {
	return (
		<>
			<Text>{sentence.why}</Text>{' '}
			<span className="remedy">
				<Text>{sentence.remedy}</Text>
			</span>
		</>
	);
}

/** A sentence whose words in backticks are what is typed. */
export function Text({ children }: { children: string }) {
	return children
		.split('`')
		.map((part, place) => (place % 2 === 0 ? part : <code key={place}>{part}</code>));
}

/** What is shown of an answer: that it is awaited, that it failed, and it. */
export function Answered<Answer>({
	asked,
	children,
}: {
	asked: Asked<Answer>;
	children: (answer: Answer) => ReactNode;
}) {
	const { words } = useWords();
	const { reached } = useLive();
	return (
		<>
			{asked.failed && (
				<p role="alert" className="problem">
					<Told sentence={words.sentence('portal-not-answered')} />{' '}
					<button type="button" onClick={asked.again}>
						{words.say('portal-again')}
					</button>
				</p>
			)}
			{asked.answer === undefined
				? !asked.failed && <p className="waiting">
						{words.say(reached === 'connected' ? 'portal-asking' : 'portal-not-reached')}
					</p>
				: children(asked.answer)}
		</>
	);
}

/** Facts, each with its name. */
export function Facts({ rows }: { rows: [name: string, value: ReactNode][] }) {
	return (
		<dl className="facts">
			{rows.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

/** What is so now, and what it becomes. */
export function Change({ before, after }: { before: string; after: string }) {
	return (
		<>
			<del>{before}</del> → <ins>{after}</ins>
		</>
	);
}

/** How far a transaction is. */
export function SentStatus({ sent }: { sent: Sent }) {
	const { words } = useWords();
	if (sent.step === 'refused') {
		return (
			<p role="alert" className="problem">
				<Told sentence={sent.sentence} />
			</p>
		);
	}
	const block = 'block' in sent ? sent.block : 0;
	return (
		<p role="status" className={`sent ${sent.step}`}>
			{sent.step === 'none' ? '' : words.say(`sent-${sent.step}`, { block })}
		</p>
	);
}

/** What the chain would say to a call, before it is signed; nothing where it could not be tried. */
export function TriedStatus({ asked }: { asked: Asked<Tried> }) {
	const { words } = useWords();
	const refusal = asked.answer && refusalOf(words, asked.answer);
	return (
		<div role="status" className="tried">
			{refusal !== undefined ? (
				<p className="problem">
					{words.say('tried-refused')} <Told sentence={refusal} />
				</p>
			) : (
				asked.answer !== undefined && <p className="good">✓ {words.say('tried-well')}</p>
			)}
		</div>
	);
}

/** Whether a transaction is under way or done, so that it is not sent twice. */
export function isUnderWay(sent: Sent): boolean {
	return sent.step !== 'none' && sent.step !== 'refused';
}

/** The hash that stands for a document on the chain: blake2-256. */
export function hashOf(bytes: Uint8Array): `0x${string}` {
	const hash = blake2b(bytes, { dkLen: 32 });
	return `0x${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Empties a field for a file as it is opened: of a file of the same name that is chosen anew, browsers say nothing. */
export function chooseAnew({ currentTarget }: MouseEvent<HTMLInputElement>) {
	currentTarget.value = '';
}

/** A decision's document: a file that is dropped, or the text that is typed. */
export interface Document {
	hash: `0x${string}`;
	/** The text, where it is typed: the office has to keep it. */
	text: string | undefined;
}

/** Asks for the document of a decision, none as long as there is neither file nor text; only its hash leaves the page. */
export function DocumentField({
	name,
	first,
	title,
	tell,
}: {
	/** Under which the text is kept. */
	name: string;
	/** The text that is proposed. */
	first: string;
	/** What the document is, where it is not that of the decision. */
	title?: string;
	tell: (document: Document | undefined) => void;
}) {
	const { words } = useWords();
	const [text, setText] = useTyped(name, first);
	const [file, setFile] = useState<{ name: string; hash: `0x${string}` }>();
	const id = useId();
	const latest = useRef(tell);
	latest.current = tell;
	const isEmpty = file === undefined && text.trim() === '';
	const hash = file?.hash ?? hashOf(new TextEncoder().encode(text));
	useEffect(() => {
		latest.current(isEmpty ? undefined : { hash, text: file === undefined ? text : undefined });
	}, [isEmpty, hash, text, file]);
	const take = async (taken: File | undefined) => {
		setFile(
			taken && { name: taken.name, hash: hashOf(new Uint8Array(await taken.arrayBuffer())) },
		);
	};
	return (
		<fieldset className="document">
			<legend>{title ?? words.say('document-title')}</legend>
			<p className="hint">{words.say('document-hint')}</p>
			<label htmlFor={`${id}-file`}>{words.say('document-file')}</label>
			<input
				id={`${id}-file`}
				type="file"
				onClick={(event) => {
					chooseAnew(event);
					setFile(undefined);
				}}
				onChange={(event) => void take(event.target.files?.[0])}
			/>
			{file === undefined && (
				<>
					<label htmlFor={`${id}-text`}>{words.say('document-text')}</label>
					<textarea
						id={`${id}-text`}
						rows={3}
						value={text}
						onChange={(event) => setText(event.target.value)}
					/>
				</>
			)}
			<p className="hash">{isEmpty ? '' : words.say('document-hash', { hash })}</p>
		</fieldset>
	);
}

/** Lets the reader save a text: that whose hash was signed, where `label` says nothing else; `name` may end as `.csv`. */
export function KeepText({ name, text, label }: { name: string; text: string; label?: string }) {
	const { words } = useWords();
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		const made = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [text]);
	return (
		<p>
			<a href={url} download={name.endsWith('.csv') ? name : `${name}.txt`}>
				{label ?? words.say('document-keep')}
			</a>
		</p>
	);
}

/** A dialog over the page; the browser keeps the focus in it and closes it with Escape. */
export function Dialog({
	title,
	close,
	children,
}: {
	title: string;
	close: () => void;
	children: ReactNode;
}) {
	const element = useRef<HTMLDialogElement>(null);
	const id = useId();
	useEffect(() => {
		const dialog = element.current;
		dialog?.showModal();
		return () => dialog?.close();
	}, []);
	return (
		<dialog ref={element} aria-labelledby={id} onCancel={(event) => {
			event.preventDefault();
			close();
		}}>
			<h2 id={id}>{title}</h2>
			{children}
		</dialog>
	);
}

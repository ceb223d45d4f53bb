// A decision with a document: what it does is said, the document is given, it is signed, and its way shown.

import { useState, type ReactNode } from 'react';
import type { Transaction } from 'polkadot-api';
import type { Api } from '../chain/connection';
import { useLive } from '../chain/live';
import { useSending } from '../chain/sending';
import { useTried } from '../chain/trying';
import { forgetTyped } from '../kept';
import {
	Dialog,
	DocumentField,
	isUnderWay,
	KeepText,
	SentStatus,
	TriedStatus,
	type Document,
} from '../parts';
import { useWords } from '../words/words';

/** Asks for the document of a decision, and signs it. */
export function DecideDialog({
	title,
	name,
	text,
	document: documentTitle,
	button,
	isEnding = false,
	isReady = true,
	detail = '',
	typed = [],
	make,
	close,
	children,
}: {
	title: string;
	/** Names the decision: under it the text is kept, and saved. */
	name: string;
	/** The text that is proposed as its document. */
	text: string;
	/** What the document is, where it is not that of a decision. */
	document?: string;
	button: string;
	/** Whether something ends by it, which the button shows. */
	isEnding?: boolean;
	/** Whether all is shown that has to be read before. */
	isReady?: boolean;
	/** What else is typed that `make` takes, as one text. */
	detail?: string;
	/** The names under which that is kept. */
	typed?: string[];
	make: (api: Api, document: `0x${string}`) => Transaction;
	close: () => void;
	/** What it does; shown until it is done. */
	children: ReactNode;
}) {
	const { words } = useWords();
	const { connection } = useLive();
	const { sent, send } = useSending();
	const [document, setDocument] = useState<Document>();
	const isDone = sent.step === 'inBlock' || sent.step === 'final';
	const isOpen = !isUnderWay(sent) && isReady && document !== undefined;
	const tried = useTried(isOpen ? `${name} ${detail} ${document.hash}` : undefined, (api) => {
		return make(api, document?.hash ?? '0x');
	});
	const leave = () => {
		if (isDone) {
			[name, ...typed].forEach(forgetTyped);
		}
		close();
	};
	return (
		<Dialog title={title} close={leave}>
			{!isDone && children}
			{/* A file that was chosen stays chosen where the chain refuses. */}
			<div hidden={isUnderWay(sent)}>
				<DocumentField name={name} first={text} title={documentTitle} tell={setDocument} />
			</div>
			{isOpen && sent.step === 'none' && <TriedStatus asked={tried} />}
			<SentStatus sent={sent} />
			{isDone && document?.text !== undefined && <KeepText name={name} text={document.text} />}
			<p className="row">
				{!isUnderWay(sent) && (
					<button
						type="button"
						className={isEnding ? 'danger' : 'main'}
						disabled={document === undefined || connection === undefined || !isReady}
						onClick={() => {
							if (document !== undefined && connection !== undefined) {
								send(make(connection.api, document.hash));
							}
						}}
					>
						{button}
					</button>
				)}
				<button type="button" onClick={leave}>
					{words.say(isUnderWay(sent) ? 'portal-close' : 'portal-cancel')}
				</button>
			</p>
		</Dialog>
	);
}

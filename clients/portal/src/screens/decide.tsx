// A decision with a document: what it does is said, the document is given, it is signed, and its way shown.

import { useState, type ReactNode } from 'react';
import type { Transaction } from 'polkadot-api';
import type { Api } from '../chain/connection';
import { useLive } from '../chain/live';
import { useSending } from '../chain/sending';
import { forgetTyped } from '../kept';
import { Dialog, DocumentField, isUnderWay, KeepText, SentStatus, type Document } from '../parts';
import { useWords } from '../words/words';

/** Asks for the document of a decision, and signs it. */
export function DecideDialog({
	title,
	name,
	text,
	button,
	isEnding = false,
	isReady = true,
	make,
	close,
	children,
}: {
	title: string;
	/** Names the decision: under it the text is kept, and saved. */
	name: string;
	/** The text that is proposed as its document. */
	text: string;
	button: string;
	/** Whether something ends by it, which the button shows. */
	isEnding?: boolean;
	/** Whether all is shown that has to be read before. */
	isReady?: boolean;
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
	return (
		<Dialog title={title} close={close}>
			{!isDone && children}
			{!isUnderWay(sent) && <DocumentField name={name} first={text} tell={setDocument} />}
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
				<button
					type="button"
					onClick={() => {
						if (isDone) {
							forgetTyped(name);
						}
						close();
					}}
				>
					{words.say(isUnderWay(sent) ? 'portal-close' : 'portal-cancel')}
				</button>
			</p>
		</Dialog>
	);
}

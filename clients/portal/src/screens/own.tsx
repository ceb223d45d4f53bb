// A holder's own sealed record: its key is chosen as a file and stays in this tab's memory; the file that its
// administration has laid ready for it is opened and compared with what the chain says.

import { useState } from 'react';
import { useSession } from '../chain/account';
import type { Api } from '../chain/connection';
import { useAnswer, useLive } from '../chain/live';
import { KeyFile } from '../keyfile';
import { Answered, chooseAnew, Text, Told } from '../parts';
import type { Own, OwnKey, OwnList, OwnRecord, Whose } from '../sealed/own';
import type { Certificate } from '../words/status';
import { useWords, type Sentence } from '../words/words';

/** The most bytes of a key file, and of a sealed file. */
const MOST_KEY = 2 ** 12;
const MOST_FILE = 2 ** 19;

/** What the chain says of a holder's file. */
interface OnChain {
	trader: string | undefined;
	/** The key that the holder has registered. */
	registered: string | undefined;
	/** The list that the issuer keeps for itself; none before there is one. */
	list: OwnList | undefined;
	numbers: string[];
}

async function onChain(api: Api, account: string, issuer: Certificate['issuer'], tin: string): Promise<OnChain> {
	const [holder, lists, certificates] = await Promise.all([
		api.query.Identities.Accounts.getValue(account),
		api.apis.AeoApi.lists(issuer),
		api.apis.AeoApi.certificates_of(tin),
	]);
	const trader = holder?.trader;
	const key = trader && (await api.query.Disclosures.HolderKeys.getValue(trader));
	const list = lists.answer.given.find(({ reader }) => reader.type === issuer.type);
	const own = certificates.answer.success ? certificates.answer.value : [];
	return {
		trader,
		registered: key ? key.key : undefined,
		list,
		numbers: own.filter((one) => one.issuer.type === issuer.type).map(({ number }) => number),
	};
}

/** Opens what is kept of the trader who sits here. */
export function OwnRecords({ tin, administration }: { tin: string; administration: string }) {
	const { words } = useWords();
	const { signing } = useSession();
	const { network } = useLive();
	const account = signing?.address ?? '';
	const issuer = { type: administration } as Certificate['issuer'];
	const [key, setKey] = useState<OwnKey>();
	const asked = useAnswer(`own ${account} ${administration}`, (api) => onChain(api, account, issuer, tin));
	return (
		<section>
			<h2>{words.say('own-title')}</h2>
			<p className="hint">{words.say('own-intro', { administration: words.territory(administration) })}</p>
			{key === undefined ? (
				<KeyForm take={setKey} />
			) : (
				<Answered asked={asked}>
					{({ trader, registered, list, numbers }) => {
						if (trader === undefined || registered !== key.publicKey) {
							return (
								<p className="problem">
									<Told sentence={words.sentence('own-other-key', { key: key.publicKey })} />
								</p>
							);
						}
						if (list === undefined) {
							return <p>{words.say('own-no-list')}</p>;
						}
						const whose = { genesis: network.genesis, issuer: administration, trader, numbers };
						return <OwnFile ownKey={key} list={list} whose={whose} />;
					}}
				</Answered>
			)}
			{key !== undefined && (
				<p>
					<button type="button" onClick={() => setKey(undefined)}>
						{words.say('own-forget')}
					</button>
				</p>
			)}
		</section>
	);
}

function KeyForm({ take }: { take: (key: OwnKey) => void }) {
	const { words } = useWords();
	return <KeyFile name="own-key" label={words.say('own-key')} open={open} />;

	async function open(file: File, password: string): Promise<Sentence | undefined> {
		try {
			// Who has no such key loads nothing of this.
			const [{ openOwnKey }, { AgeRefused }] = await Promise.all([
				import('../sealed/own'),
				import('../sealed/age'),
			]);
			try {
				take(await openOwnKey(new Uint8Array(await file.slice(0, MOST_KEY + 1).arrayBuffer()), password));
				return undefined;
			} catch (error) {
				const name = error instanceof DOMException ? 'NoCurve' : 'NotAKey';
				return words.sentence(`own-key-${error instanceof AgeRefused ? error.reason : name}`);
			}
		} catch {
			return words.sentence('own-key-Unreadable');
		}
	}
}

function OwnFile({ ownKey, list, whose }: { ownKey: OwnKey; list: OwnList; whose: Whose }) {
	const { words } = useWords();
	const [own, setOwn] = useState<Own>();
	const [problem, setProblem] = useState<Sentence>();
	const { answer: address } = useAnswer(`address ${ownKey.publicKey} ${list.sealed_to} ${list.source}`, async () => {
		const { addressOf } = await import('../sealed/own');
		return { url: await addressOf(ownKey, list, whose) };
	});
	const take = async (file: File | undefined) => {
		setOwn(undefined);
		setProblem(undefined);
		if (file === undefined) {
			return;
		}
		const { openOwn, refusalIn } = await import('../sealed/own');
		try {
			const bytes = new Uint8Array(await file.slice(0, MOST_FILE).arrayBuffer());
			setOwn(await openOwn(bytes, ownKey, whose, list));
		} catch (error) {
			setProblem(words.sentence('own-refused', { code: refusalIn(error) ?? 'Unreadable' }));
		}
	};
	return (
		<>
			<ol>
				<li>
					{address?.url === undefined ? (
						words.say('own-no-source')
					) : (
						<a href={address.url} target="_blank" rel="noreferrer">
							{words.say('own-fetch', { address: address.url })}
						</a>
					)}
				</li>
				<li>
					<label htmlFor="own-file">{words.say('own-file')}</label>
					<input
						id="own-file"
						type="file"
						onClick={chooseAnew}
						onChange={(event) => void take(event.target.files?.[0])}
					/>
				</li>
			</ol>
			{problem && (
				<p role="alert" className="problem">
					<Told sentence={problem} />
				</p>
			)}
			<div role="status">{own && <OwnView own={own} list={list} />}</div>
		</>
	);
}

function OwnView({ own: { records, refused, list: proved, uses }, list }: { own: Own; list: OwnList }) {
	const { words } = useWords();
	const isEarlier = records.some(({ standing }) => standing === 'earlier');
	return (
		<>
			<p className={isEarlier || refused > 0 ? 'note' : 'good'}>
				<Text>
					{proved === undefined
						? words.say('own-nothing')
						: words.say(isEarlier ? 'own-earlier' : 'own-proven', {
								sequence: proved.sequence,
								block: proved.block,
								present: list.sequence,
							})}
				</Text>
			</p>
			{refused > 0 && (
				<p role="alert" className="problem">
					<Told sentence={words.sentence('own-not-proven', { count: refused })} />
				</p>
			)}
			{records.map((record) => (
				<RecordView key={`${record.number} ${record.class}`} record={record} />
			))}
			{uses > 0 && (
				<p>
					<Text>{words.say('own-uses', { count: uses })}</Text>
				</p>
			)}
		</>
	);
}

function RecordView({ record: { class: kind, number, version, data } }: { record: OwnRecord }) {
	const { words } = useWords();
	return (
		<article>
			<h3>
				{number}: {words.say(`class-${kind}`)}
			</h3>
			<p className="hint">{words.say('own-version', { version })}</p>
			<dl className="facts">
				{partsOf(data).map(([name, value]) => (
					<div key={name}>
						<dt>
							<code>{name}</code>
						</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</article>
	);
}

/** What stands in a record, each with its name as the file has it. */
function partsOf(data: unknown, where = ''): [string, string][] {
	if (typeof data !== 'object' || data === null) {
		return [[where, String(data)]];
	}
	return Object.entries(data).flatMap(([name, part]) => {
		const shown = Array.isArray(data) ? String(Number(name) + 1) : name;
		return partsOf(part, where === '' ? shown : `${where} ${shown}`);
	});
}

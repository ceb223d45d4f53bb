// Who sits here: a key file of polkadot.js with its password, or an account of a browser extension.

import { useState } from 'react';
import { connectInjectedExtension, getInjectedExtensions } from 'polkadot-api/pjs-signer';
import { useSession } from '../chain/account';
import type { Signing } from '../chain/keyfile';
import { KeyFile } from '../keyfile';
import { Facts, Told } from '../parts';
import { linkTo } from '../route';
import { useWords, type Sentence } from '../words/words';

/** Opens a key, and says what its account is. */
export function KeyScreen() {
	const { words } = useWords();
	const { signing } = useSession();
	return (
		<>
			<h1>{words.say('key-title')}</h1>
			{signing === undefined ? (
				<>
					<p>{words.say('key-intro')}</p>
					<KeyFileForm />
					<Extensions />
				</>
			) : (
				<Seat signing={signing} />
			)}
		</>
	);
}

function Seat({ signing }: { signing: Signing }) {
	const { words } = useWords();
	const { role, enter } = useSession();
	return (
		<>
			<Facts
				rows={[
					[words.say('key-account'), <code key="address">{signing.address}</code>],
					[words.say('key-role'), role === undefined ? words.say('portal-asking') : roleInWords()],
				]}
			/>
			<p className="row">
				{role?.kind === 'officer' && (
					<a className="button main" href={linkTo('work')}>
						{words.say('nav-work')}
					</a>
				)}
				{role?.kind === 'holder' && (
					<a className="button main" href={linkTo('mine')}>
						{words.say('nav-mine')}
					</a>
				)}
				<button type="button" onClick={() => enter(undefined)}>
					{words.say('key-leave')}
				</button>
			</p>
		</>
	);

	function roleInWords(): string {
		switch (role?.kind) {
			case 'officer': {
				const scopes = role.scopes.map((scope) => words.say(`officer-${scope}`));
				const administration = words.territory(role.administration);
				return words.say('key-officer', { administration, scopes: words.list(scopes) });
			}
			case 'own':
				return words.say('key-own', { administration: words.territory(role.administration) });
			case 'holder':
				return words.say('key-holder', { tin: role.tin });
			default:
				return words.say('key-nobody');
		}
	}
}

function KeyFileForm() {
	const { words } = useWords();
	const { enter } = useSession();
	return (
		<section>
			<h2>{words.say('key-file-title')}</h2>
			<KeyFile name="key" label={words.say('key-file')} accept=".json,application/json" open={open} />
		</section>
	);

	async function open(file: File, password: string): Promise<Sentence | undefined> {
		// Who only asks needs nothing of this.
		const { KeyFileRefused, openKeyFile } = await import('../chain/keyfile');
		try {
			enter(await openKeyFile(await file.text(), password));
			return undefined;
		} catch (error) {
			const reason = error instanceof KeyFileRefused ? error.reason : 'NotAKeyFile';
			return words.sentence(`key-${reason}`);
		}
	}
}

function Extensions() {
	const { words } = useWords();
	const { enter } = useSession();
	const [extensions] = useState(() => getInjectedExtensions());
	const [accounts, setAccounts] = useState<Signing[]>();
	const [problem, setProblem] = useState<Sentence>();
	const connect = async (extension: string) => {
		setProblem(undefined);
		try {
			const { getAccounts } = await connectInjectedExtension(extension, words.say('portal-title'));
			setAccounts(
				getAccounts().map(({ address, name = '', polkadotSigner }) => {
					return { address, name, signer: polkadotSigner };
				}),
			);
		} catch {
			setProblem(words.sentence('key-extension-refused'));
		}
	};
	return (
		<section>
			<h2>{words.say('key-extension-title')}</h2>
			{extensions.length === 0 && <p>{words.say('key-no-extension')}</p>}
			<p className="row">
				{extensions.map((extension) => (
					<button key={extension} type="button" onClick={() => void connect(extension)}>
						{words.say('key-extension', { extension })}
					</button>
				))}
			</p>
			{problem && (
				<p role="alert" className="problem">
					<Told sentence={problem} />
				</p>
			)}
			{accounts?.length === 0 && <p>{words.say('key-no-accounts')}</p>}
			<ul className="accounts">
				{accounts?.map((account) => (
					<li key={account.address}>
						<button type="button" onClick={() => enter(account)}>
							{account.name} {account.address}
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}

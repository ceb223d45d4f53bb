// Who sits at the page: an account that can sign, and what it is on the chain.

import { createContext, useContext, useState, type ReactNode } from 'react';
import type { Api } from './connection';
import type { Signing } from './keyfile';
import { useAnswer } from './live';

/** What an account is on the chain. */
export type Role =
	| { kind: 'officer'; administration: string; scopes: string[] }
	| { kind: 'own'; administration: string }
	| { kind: 'holder'; administration: string; tin: string }
	| { kind: 'nobody' };

interface Session {
	signing: Signing | undefined;
	/** What the account is; none while that is asked, or where nobody has opened a key. */
	role: Role | undefined;
	enter: (signing: Signing | undefined) => void;
}

const SessionContext = createContext<Session | null>(null);

async function roleOf(api: Api, address: string): Promise<Role> {
	const [place, holder] = await Promise.all([
		api.query.Administrations.Accounts.getValue(address),
		api.query.Identities.Accounts.getValue(address),
	]);
	if (place?.kind.type === 'Officer') {
		const scopes = place.kind.value.map(({ type }) => type);
		return { kind: 'officer', administration: place.administration.type, scopes };
	}
	if (place?.kind.type === 'Own') {
		return { kind: 'own', administration: place.administration.type };
	}
	const trader = holder && (await api.query.Identities.Traders.getValue(holder.trader));
	return trader === undefined
		? { kind: 'nobody' }
		: { kind: 'holder', administration: trader.administration.type, tin: trader.tin };
}

/** Keeps who sits here, until the page is left. */
export function Seated({ children }: { children: ReactNode }) {
	const [signing, enter] = useState<Signing>();
	const key = signing && `role ${signing.address}`;
	const { answer: role } = useAnswer(key, (api) => roleOf(api, signing?.address ?? ''));
	return <SessionContext value={{ signing, role, enter }}>{children}</SessionContext>;
}

/** Who sits here. */
export function useSession(): Session {
	const session = useContext(SessionContext);
	if (session === null) {
		throw new Error('useSession outside of Seated');
	}
	return session;
}

/** The administration for which an account acts, with the scope asked for; none where it has not both. */
export function actsFor(role: Role | undefined, scope: string): string | undefined {
	return role?.kind === 'officer' && role.scopes.includes(scope) ? role.administration : undefined;
}

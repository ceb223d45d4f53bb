// The metrics that alerts and the dashboard ask for.

import { readFileSync } from 'node:fs';

const FILES = ['prometheus/aeo.rules.yml', 'grafana/aeo.json'].map((name) => {
	return new URL(`../../packaging/${name}`, import.meta.url);
});

/** Those of the metrics that begin so which are asked for and `told`, a page for Prometheus, does not have. */
export function missedIn(told, prefix) {
	const text = FILES.map((file) => readFileSync(file, 'utf8')).join();
	const asked = new Set(text.match(new RegExp(`\\b${prefix}_[a-z0-9_]+`, 'g')));
	// What is counted has its suffix in the values alone, and there may be none yet.
	return [...asked].filter((name) => !told.includes(`# TYPE ${name.replace(/_(total|bucket)$/, '')}`));
}

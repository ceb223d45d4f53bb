// What eslint checks besides its recommended rules: what prettier leaves to people.

import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default [
	{ ignores: ['portal/descriptors/', 'portal/dist/'] },
	js.configs.recommended,
	{
		languageOptions: { globals: globals.node },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'consistent-return': 'error',
			curly: 'error',
			eqeqeq: 'error',
			'no-shadow': 'error',
			'no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
			],
			'no-var': 'error',
			'object-shorthand': 'error',
			'prefer-const': 'error',
			'prefer-template': 'error',
		},
	},
	...typescript.configs.strict.map((config) => ({ ...config, files: ['portal/src/**/*.{ts,tsx}'] })),
	// Some of it runs in the page.
	{ files: ['portal/journeys/*.mjs'], languageOptions: { globals: globals.browser } },
	{
		files: ['portal/src/**/*.{ts,tsx}'],
		languageOptions: { globals: globals.browser },
		plugins: { 'react-hooks': reactHooks },
		rules: {
			'react-hooks/rules-of-hooks': 'error',
			'react-hooks/exhaustive-deps': 'error',
			'no-shadow': 'off',
			'no-unused-vars': 'off',
			// The compiler sees to it.
			'consistent-return': 'off',
		},
	},
];

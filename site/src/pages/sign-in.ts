import { ApiError, PhotoApi } from '../api.ts';
import type { Config } from '../config.ts';
import { element } from '../dom.ts';
import { goTo, type Page } from '../router.ts';
import { keepToken } from '../session.ts';
import { whyUnusable } from '../token.ts';

/** Takes an access token, tries it on the API and keeps it for this tab. */
export function signInPage(config: Config, next: string): Page {
  const field = element('input', {
    id: 'token',
    name: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'token-hint token-error',
    'data-testid': 'token',
  });
  const error = element('p', { id: 'token-error', class: 'error', role: 'alert', 'data-testid': 'error' });
  const button = element('button', { type: 'submit', 'data-testid': 'sign-in' }, 'Sign in');

  const submit = async (): Promise<void> => {
    const token = field.value.trim().replace(/^bearer\s+/i, '');
    const unusable = whyUnusable(token, Date.now()) ?? (await refusalOf(config, token));
    if (unusable === null) {
      keepToken(token);
      goTo(next);
      return;
    }
    error.textContent = unusable;
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  };

  const form = element(
    'form',
    {
      class: 'card narrow',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        error.textContent = '';
        button.disabled = true;
        void submit().finally(() => {
          button.disabled = false;
        });
      },
    },
    element('h1', {}, 'Sign in'),
    element('label', { for: 'token' }, 'Access token'),
    field,
    element(
      'p',
      { id: 'token-hint', class: 'hint' },
      'Paste a token of your organisation’s issuer. It stays in this tab and is forgotten when you close it.',
    ),
    error,
    button,
  );
  return { title: 'Sign in', content: form };
}

async function refusalOf(config: Config, token: string): Promise<string | null> {
  try {
    await new PhotoApi(config, token).photos();
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

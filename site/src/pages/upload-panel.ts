import { ApiError, type PhotoApi } from '../api.ts';
import { element } from '../dom.ts';
import { sendFile } from '../upload.ts';
import { size } from '../words.ts';

/** What the API takes; it checks again. */
const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'];

/** Where a photo is chosen or dropped, sent, and its progress seen. `done` is called after each upload. */
export function uploadPanel(api: PhotoApi, done: () => Promise<void>, expired: () => void): HTMLElement {
  const input = element('input', {
    id: 'file',
    type: 'file',
    accept: TYPES.join(','),
    class: 'visually-hidden',
    'data-testid': 'file',
  });
  const progress = element('progress', {
    max: '1',
    value: '0',
    hidden: true,
    'aria-label': 'Upload',
    'data-testid': 'progress',
  });
  const status = element('p', { class: 'status', role: 'status', 'data-testid': 'upload-status' });
  const zone = element(
    'div',
    { class: 'zone' },
    input,
    element('label', { for: 'file', class: 'button' }, 'Choose a photo'),
    element('p', { class: 'hint' }, 'or drop it here. JPEG, PNG, WebP or HEIC.'),
    progress,
    status,
  );

  const say = (text: string, bad = false): void => {
    status.textContent = text;
    status.classList.toggle('error', bad);
  };
  const send = async (file: File): Promise<void> => {
    if (!TYPES.includes(file.type)) {
      say(`${file.name} is not a photo that can be stored.`, true);
      return;
    }
    say(`Uploading ${file.name}, ${size(file.size)} …`);
    progress.value = 0;
    progress.hidden = false;
    input.disabled = true;
    try {
      const form = await api.uploadForm(file);
      await sendFile(form, file, (share) => (progress.value = share));
      say(`${file.name} is uploaded.`);
      await done();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401) expired();
      say(error.message, true);
    } finally {
      progress.hidden = true;
      input.disabled = false;
      input.value = '';
    }
  };

  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void send(file);
  });
  for (const [event, over] of [
    ['dragover', true],
    ['dragleave', false],
    ['drop', false],
  ] as const) {
    zone.addEventListener(event, (moved) => {
      moved.preventDefault();
      zone.classList.toggle('over', over);
      const file = event === 'drop' ? moved.dataTransfer?.files[0] : undefined;
      if (file) void send(file);
    });
  }
  return element('section', { class: 'card', 'aria-label': 'Add a photo' }, zone);
}

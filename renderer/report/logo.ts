import type { Backend } from '../../shared/backend.ts';

/**
 * The picture a report names, as an address an image element takes. It is never part of
 * the page's own markup, so nothing in it can run.
 * @returns null when none is named or the project has lost it
 */
export async function loadLogo(
  backend: Backend, session: string, id: string,
): Promise<string | null> {
  if (id === '') return null;
  const reply = await backend.call('attachment:get', { session, id });
  return reply.ok ? `data:${reply.value.mediaType};base64,${reply.value.data}` : null;
}

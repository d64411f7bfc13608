import type {
  AttachmentInfo, AttachmentProblem, Backend, ImageType,
} from '../../../shared/backend.ts';
import { refuse, type Result } from '../../../shared/units/result.ts';

/** What the host takes, bytes. */
const mostBytes = 1024 * 1024;

const isImage = (type: string): type is ImageType => /^image\/(png|jpeg|svg\+xml)$/u.test(type);

/** Bytes as base64, in pieces that a call can take as arguments. */
function encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCodePoint(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/**
 * Takes a picture into the project; the host looks at its bytes and refuses what is no
 * plain picture.
 */
export async function keepLogo(
  backend: Backend, session: string, file: File,
): Promise<Result<AttachmentInfo, AttachmentProblem | { readonly code: 'not-kept' }>> {
  if (!isImage(file.type)) return refuse({
    code: 'not-an-image', detail: `${file.name} is neither PNG, JPEG nor SVG`,
  });
  if (file.size > mostBytes) return refuse({
    code: 'image-too-large', detail: `${file.name} has ${Math.ceil(file.size / 1024)} KB`,
  });
  const data = encode(new Uint8Array(await file.arrayBuffer()));
  const reply = await backend.call('attachment:put',
    { session, name: file.name.slice(0, 200), mediaType: file.type, data });
  if (reply.ok) return reply;
  const { code } = reply.error;
  return code === 'not-an-image' || code === 'image-too-large'
    || code === 'active-content'
    || code === 'too-complex' ? refuse(reply.error) : refuse({ code: 'not-kept' });
}

import type { AttachmentInfo, ImageType } from '../shared/backend.ts';
import type { Connection } from './connect.ts';

/** A picture kept in the project, under the fingerprint of its bytes. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

const isImageType = (text: string): text is ImageType =>
  /^image\/(png|jpeg|svg\+xml)$/u.test(text);

interface Row {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
}

/** The pictures of a project; those of a type we do not know are a stranger's and left out. */
export function listAttachments(db: Connection): readonly AttachmentInfo[] {
  return db.prepare<[], Row & { size: number }>(
    'SELECT id, name, media_type, length(bytes) AS size FROM attachment ORDER BY name, id')
      .all()
    .flatMap(({ id, name, media_type: mediaType, size }) =>
      (isImageType(mediaType) ? [{ id, name, mediaType, bytes: size }] : []));
}

/** Keeps a picture; the same bytes are kept once, under the latest name. */
export function putAttachment(
  db: Connection, { id, name, mediaType, bytes }: Attachment,
): void {
  db.prepare<
    [string, string, string, Uint8Array]
  >(`INSERT INTO attachment (id, name, media_type, bytes)
    VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name`).run(id, name, mediaType, bytes);
}

/** A picture by its fingerprint, or null. */
export function readAttachment(db: Connection, id: string): Attachment | null {
  const row = db.prepare<[string], Row & { bytes: Uint8Array }>(
    'SELECT * FROM attachment WHERE id = ?',
  ).get(id);
  if (row === undefined || !isImageType(row.media_type)) return null;
  return { id, name: row.name, mediaType: row.media_type, bytes: row.bytes };
}

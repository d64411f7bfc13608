import type { ModelLife } from '../../../shared/catalog/types.ts';
import { catalogueText as words } from '../../text/catalogue.ts';

/** Where a model stands with its maker, with what vouches for it. */
export function ModelLine({ life }: { readonly life: ModelLife | undefined }) {
  if (life === undefined) return null;
  const { status, released, since, text, source, date } = life;
  return (
    <p className="catalogue-hint">
      {words.life[status](since)}: {text}. {released !== null && words.released(released)}
      {' '}<small>{source}, {date}</small>
    </p>
  );
}

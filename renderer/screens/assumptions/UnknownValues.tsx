import { Button } from '@mantine/core';
import {
  listUnknownValues, removeUnknownValues, type UnknownValue,
} from '../../../shared/project/unknown-values.ts';
import { useActions, useDocument, useIsReadOnly } from '../../state/hooks.tsx';
import { assumptionsText as words } from '../../text/assumptions.ts';

/**
 * Values of fields this version does not have: shown, kept, and removed when somebody
 * says so.
 */
export function UnknownValues() {
  const { edit } = useActions();
  const document = useDocument();
  const readOnly = useIsReadOnly();
  const unknown = listUnknownValues(document);
  if (unknown.length === 0) return null;
  const remove = (values: readonly UnknownValue[]): void => {
    edit(words.labelUnknown(values.length), removeUnknownValues(document, values));
  };
  return (
    <section className="kept-values" aria-label={words.unknownTitle}>
      <h2>{words.unknownTitle}</h2>
      <p>{words.unknownHelp}</p>
      <ul>
        {unknown.map((each) => (
          <li key={`${each.id} ${each.field}`}>
            {words.unknownLine(each.path, String(each.value))}
            <Button size="compact-xs" variant="subtle" disabled={readOnly}
              aria-label={words.removeUnknown(each.path)}
              onClick={() => { remove([each]); }}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {unknown.length > 1 && (
        <Button size="xs" variant="default" disabled={readOnly}
          onClick={() => { remove(unknown); }}>
            {words.removeAllUnknown}
          </Button>
      )}
    </section>
  );
}

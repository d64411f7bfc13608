import { ImportButton } from '../../components/ImportButton.tsx';
import './load-import.css';
import { loadText as words } from './text.ts';

/** Opens the preview of a load curve, a request log or a usage export. */
export function LoadImport() {
  return (
    <section className="load-import" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <ImportButton label={words.choose} />
    </section>
  );
}

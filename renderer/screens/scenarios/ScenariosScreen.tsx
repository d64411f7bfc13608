import { useDeferredValue } from 'react';
import '../../components/fact-table.css';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useDocument } from '../../state/hooks.tsx';
import { scenariosText as words } from '../../text/scenarios.ts';
import { LogPart } from './LogPart.tsx';
import { PackagePart } from './PackagePart.tsx';
import './scenarios.css';
import { TreePart } from './TreePart.tsx';
import { VersionsPart } from './VersionsPart.tsx';

/**
 * Variants of the design and their past: what each stores, who changed what, versions,
 * copies for clients.
 */
export function ScenariosScreen() {
  const document = useDeferredValue(useDocument());
  return (
    <ScreenFrame id="scenarios" parts={[
      { id: 'tree', label: words.tree, content: <TreePart document={document} /> },
      { id: 'log', label: words.log, content: <LogPart document={document} /> },
      { id: 'versions', label: words.versions, content: <VersionsPart document={document} /> },
      { id: 'package', label: words.package, content: <PackagePart document={document} /> },
    ]} />
  );
}

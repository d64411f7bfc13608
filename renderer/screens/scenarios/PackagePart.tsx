import { Button, Checkbox } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { safestDisclosure } from '../../../shared/project/disclosure.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { listUnknownValues } from '../../../shared/project/unknown-values.ts';
import { useHost } from '../../backend/context.tsx';
import { useActions, useProject } from '../../state/hooks.tsx';
import { projectName } from '../../state/names.ts';
import { explain } from '../../text/problems.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import type { PackageDraft } from './disclosure-task.ts';
import { DisclosureChooser } from './DisclosureChooser.tsx';
import { IssuedPart } from './IssuedPart.tsx';
import { MentionsPanel } from './MentionsPanel.tsx';
import { redactableFields } from './redactable.ts';
import { RedactChooser } from './RedactChooser.tsx';
import { useDisclosure } from './use-disclosure.ts';

interface Props {
  readonly document: ProjectDocument;
}

/** Writes a client-safe copy; in one, what it said when it was issued. */
export function PackagePart({ document }: Props) {
  const { package: info } = useProject();
  return info === null ? <WritePackage document={document} /> : <IssuedPart
    document={document} info={info} />;
}

function WritePackage({ document }: Props) {
  const scenarios = listScenarios(document);
  const fields = useMemo(() => redactableFields(document), [document]);
  const unknown = useMemo(() => listUnknownValues(document).map(({ path }) => path),
    [document]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [redact, setRedact] = useState<readonly string[]>([]);
  const [disclosure, setDisclosure] = useState(safestDisclosure);
  const [leaveMentions, setLeaveMentions] = useState(false);
  const { said, write } = useWrite();
  const scenarioIds = scenarios.map(({ id }) => id).filter((id) => !left.includes(id));
  const set = redact.filter((path) => fields.some((field) => field.path === path));
  const draft: PackageDraft = { document, scenarioIds, redact: set, disclosure };
  const review = useDisclosure(draft);
  const mentions = review.answer?.mentions ?? [];
  const isSeen = set.length === 0 || review.answer !== null;
  const isReady = scenarioIds.length > 0 && isSeen && (mentions.length === 0 || leaveMentions);
  return (
    <>
      <p className="scenario-keys">{words.packageHelp}</p>
      <Checkbox.Group className="scenario-panel" label={words.packageScenarios}
        value={scenarioIds}
        onChange={(ids) => {
          setLeft(scenarios.map(({ id }) => id).filter((id) => !ids.includes(id)));
        }}>
        {scenarios.map(({ id, name }) => <Checkbox key={id} size="xs" value={id}
          label={<bdi>{name}</bdi>} />)}
      </Checkbox.Group>
      {unknown.length > 0 && <p className="scenario-keys">{words.unknownLeftOut(unknown)}</p>}
      <RedactChooser fields={fields} chosen={set} onChoose={setRedact} />
      {set.length > 0 && (
        <DisclosureChooser disclosure={disclosure} onChoose={setDisclosure} review={review}
          scenarios={scenarios.filter(({ id }) => scenarioIds.includes(id))} />
      )}
      <MentionsPanel mentions={mentions} left={leaveMentions} onLeave={setLeaveMentions}
        onTake={(paths) => { setRedact([...new Set([...set, ...paths])]); }} />
      <Button size="xs" disabled={!isReady}
        leftSection={<IconPackageExport size={14} aria-hidden />}
        onClick={() => { void write(draft, leaveMentions); }}>
        {words.write}
      </Button>
      {!isSeen && <p className="scenario-keys">{words.needsReveal}</p>}
      {said.length > 0 && (
        <div className="scenario-panel"
          role="status">{said.map((line) => <p key={line}>{line}</p>)}</div>
      )}
    </>
  );
}

/** Writes the package where the person says, or where the host keeps its projects. */
function useWrite() {
  const host = useHost();
  const project = useProject();
  const { settle } = useActions();
  const [said, say] = useState<readonly string[]>([]);
  const write = async (
    { scenarioIds, redact, disclosure }: PackageDraft, leaveMentions: boolean,
  ): Promise<void> => {
    await settle(); // the package is made of what the host has
    const about = await host.call('app:info', {});
    let path: string | null = null;
    if (about.ok && about.value.nativeDialogs) {
      const asked = await host.call('app:choose-file',
        { purpose: 'save', suggestedName: `${projectName(project)}-package.aifp` });
      if (!asked.ok || asked.value === null) return;
      path = asked.value;
    }
    const reply = await host.call('package:write',
      { session: project.session, scenarioIds, redact, disclosure, leaveMentions, path });
    if (reply.ok) {
      const { path: written, redacted, hash, fingerprint } = reply.value;
      say([words.written(written, redacted), words.hash(hash), words.signedWith(fingerprint)]);
      return;
    }
    const { title, kept, next } = explain(reply.error);
    const detail = reply.error.code === 'bad-arguments' ? [reply.error.detail] : [];
    say([`${title} ${kept} ${next}`, ...detail]);
  };
  return { said, write };
}

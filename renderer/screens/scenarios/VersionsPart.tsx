import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SnapshotInfo } from '../../../shared/backend.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { useIsReadOnly } from '../../state/hooks.tsx';
import { printMoment } from '../../text/moments.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { VersionCompare } from './VersionCompare.tsx';
import { useVersions } from './use-versions.ts';

/** Named versions of the project: take one, compare it, go back to it. */
export function VersionsPart({ document }: { readonly document: ProjectDocument }) {
  const versions = useVersions();
  const readOnly = useIsReadOnly();
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<SnapshotInfo | null>(null);
  const [deleting, setDeleting] = useState<SnapshotInfo | null>(null);
  const take = (event: React.FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void versions.take(name.trim());
    setName('');
  };
  return (
    <>
      <form className="scenario-tools" onSubmit={take}>
        <TextInput size="xs" label={words.versionName} maxLength={200} dir="auto"
          disabled={readOnly} value={name}
          onChange={(event) => { setName(event.currentTarget.value); }} />
        <Button size="xs" type="submit"
          disabled={readOnly || name.trim() === ''}>{words.takeVersion}</Button>
      </form>
      {versions.said !== null
        && <p className="scenario-refused" role="alert">{versions.said}</p>}
      {versions.list.length === 0 ? <p className="scenario-keys"
        role="status">{words.noVersions}</p> : (
          <>
            <FactTable title={words.versions} help={words.versionsHelp}
              columns={words.versionColumns} words={[0, 1, 2]}
              rows={versions.list.map((each) => ({
                key: each.id,
                cells: [
                  <bdi key="name" className="scenario-value"
                    title={each.name}>{each.name}</bdi>,
                  printMoment(each.at),
                  <bdi key="by">{each.by === '' ? words.nobody : each.by}</bdi>, each.revision,
                  <Orders key="orders" version={each} off={readOnly}
                    onRestore={() => { void versions.restore(each); }}
                    onRename={() => { setRenaming(each); }}
                    onDelete={() => { setDeleting(each); }} />,
                ],
              }))} />
            <VersionCompare document={document} list={versions.list} />
          </>
        )}
      {renaming !== null && (
        <RenameVersion version={renaming} onClose={() => { setRenaming(null); }}
          onRename={(next) => {
            void versions.rename(renaming.id, next);
            setRenaming(null);
          }} />
      )}
      {deleting !== null && (
        <Modal opened onClose={() => { setDeleting(null); }} size="sm"
          title={<span className="scenario-said">{words.deleteVersion(deleting.name)}</span>}>
          <p>{words.deleteVersionHelp}</p>
          <Group justify="flex-end" mt="md" gap="xs">
            <Button size="xs" variant="default"
              onClick={() => { setDeleting(null); }}>{words.cancel}</Button>
            <Button size="xs" color="red"
              onClick={() => { void versions.remove(deleting.id); setDeleting(null); }}>
                {words.remove}
              </Button>
          </Group>
        </Modal>
      )}
    </>
  );
}

interface OrdersProps {
  readonly version: SnapshotInfo;
  readonly off: boolean;
  readonly onRestore: () => void;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

function Orders({ version: { name }, off, onRestore, onRename, onDelete }: OrdersProps) {
  const orders = [
    [words.restore, onRestore], [words.rename, onRename], [words.remove, onDelete],
  ] as const;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {orders.map(([label, run]) => (
        <Button key={label} size="compact-xs" variant="subtle" disabled={off}
          aria-label={words.orderOf(label, name)}
          onClick={run}>
          {label}
        </Button>
      ))}
    </Group>
  );
}

interface RenameProps {
  readonly version: SnapshotInfo;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

function RenameVersion({ version, onRename, onClose }: RenameProps) {
  const [name, setName] = useState(version.name);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onRename(name.trim());
  };
  return (
    <Modal opened onClose={onClose} title={words.rename} size="sm">
      <form onSubmit={submit}>
        <TextInput data-autofocus label={words.versionName} maxLength={200} dir="auto"
          value={name}
          onChange={(event) => { setName(event.currentTarget.value); }} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button size="xs" type="submit" disabled={name.trim() === ''}>{words.rename}</Button>
        </Group>
      </form>
    </Modal>
  );
}

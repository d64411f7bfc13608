import { Button, CloseButton, Kbd, Modal } from '@mantine/core';
import { useStore } from 'zustand';
import { keyMapText as words } from '../text/commands.ts';
import { helpText } from '../text/help.ts';
import { useCommands } from './commands.ts';
import { help } from './help/help.ts';
import './key-map.css';
import { keyMap, keyMapStore } from './key-map.ts';
import { showKeys } from './keys.ts';

interface Line {
  readonly does: string;
  /** Ways to order it, each the keys pressed together. */
  readonly ways: readonly (readonly string[])[];
}

/** Every key there is, from the table the keys are bound by. */
export function KeyMap() {
  const open = useStore(keyMapStore, (state) => state.open);
  const commands = useCommands();
  const lines = commands.flatMap(({ id, label, keys = [] }): (Line & { id: string })[] =>
    (keys.length === 0 ? [] : [{ id, does: label, ways: keys.map((each) => showKeys(each)) }]));
  const isScreen = ({ id }: { readonly id: string }): boolean => id.startsWith('go.');
  return (
    <Modal opened={open} onClose={keyMap.close} withCloseButton={false} size={720}
      attributes={{ content: { 'aria-label': words.title } }} transitionProps={{ duration: 0 }}>
      <div className="key-map-head">
        <h2>{words.title}</h2>
        <Button variant="subtle" size="compact-xs" onClick={() => {
          keyMap.close();
          help.open();
        }}>{helpText.guideFromKeys}</Button>
        <CloseButton aria-label={words.close} onClick={keyMap.close} />
      </div>
      <div className="key-map">
        <Lines title={words.anywhere} lines={lines.filter((each) => !isScreen(each))} />
        <div>
          <Lines title={words.screens} lines={lines.filter(isScreen)} />
          <Lines title={words.fields}
            lines={words.fieldKeys.map(({ keys, does }) => ({ does, ways: [keys] }))} />
          <p>{words.lists}</p>
        </div>
      </div>
    </Modal>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ does, ways }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {ways.map((keys) => (
                <span key={keys.join(' ')}>
                  {keys.map((key) => <Kbd key={key} size="xs">{key}</Kbd>)}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { useState } from 'react';
import type {
  CallProblem, CommitProblem, SnapshotInfo, SnapshotProblem,
} from '../../../shared/backend.ts';
import type { Result } from '../../../shared/units/result.ts';
import { useHost } from '../../backend/context.tsx';
import { useActions, usePlannerStore, useProject } from '../../state/hooks.tsx';
import { restoreTo } from '../../state/scenario-edits.ts';
import { useReply } from '../../state/use-reply.ts';
import {
  explainScenario, explainVersion, scenariosText as words,
} from '../../text/scenarios.ts';

type Reply = Result<unknown, SnapshotProblem | CommitProblem | CallProblem>;

export interface Versions {
  readonly list: readonly SnapshotInfo[];
  /** What went wrong with the last order. */
  readonly said: string | null;
  readonly take: (name: string) => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly restore: (version: SnapshotInfo) => Promise<void>;
}

/** The versions of the open project and what can be done with them. */
export function useVersions(): Versions {
  const host = useHost();
  const store = usePlannerStore();
  const { session } = useProject();
  const { edit, settle } = useActions();
  const [turn, setTurn] = useState(0);
  const [said, say] = useState<string | null>(null);
  const list = useReply('snapshot:list', { session }, turn) ?? [];
  const settleWith = (reply: Reply): void => {
    say(reply.ok ? null : explainVersion(reply.error));
    setTurn((n) => n + 1);
  };
  return {
    list, said,
    take: async (name) => {
      await settle(); // a version holds what the host has
      settleWith(await host.call('snapshot:take', { session, name }));
    },
    rename: async (id, name) => {
      settleWith(await host.call('snapshot:rename', { session, id, name }));
    },
    remove: async (id) => { settleWith(await host.call('snapshot:delete', { session, id })); },
    restore: async ({ id, name }) => {
      const reply = await host.call('snapshot:read', { session, id });
      const present = store.getState().project;
      if (!reply.ok) return say(explainVersion(reply.error));
      if (present?.session !== session) return;
      const changes = restoreTo(present.edits.document, reply.value);
      if (!changes.ok) return say(explainScenario(changes.error));
      say(changes.value.length === 0 ? words.nothingToRestore : null);
      edit(words.label.restore(name), changes.value);
    },
  };
}

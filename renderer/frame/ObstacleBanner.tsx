import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { pathsInWords } from '../../shared/project/path-words.ts';
import { FixButton } from '../components/FixButton.tsx';
import { useActions } from '../state/hooks.tsx';
import { usePlan } from '../state/use-plans.ts';
import { limitLabel, obstacleText } from '../text/limits.ts';
import './state-banner.css';

/** Why there is no money: what keeps the plan from being built, and what mends it. */
export function ObstacleBanner() {
  const plan = useDeferredValue(usePlan());
  const { select } = useActions();
  const [first, ...more] = plan.ok ? plan.value.limits.filter(({ broken }) => broken) : [];
  if (first === undefined) return null;
  return (
    <section className="state-banner" aria-label={obstacleText.title} data-bad>
      <IconAlertTriangle size={15} aria-hidden />
      <p role="status">
        <strong>{obstacleText.title}</strong> {limitLabel(first.code)}: {pathsInWords(first.nearestFix)}
      </p>
      <FixButton limit={first} />
      <Button size="compact-xs" variant="default"
        onClick={() => { select({ kind: 'limits' }, true); }}>
        {obstacleText.all(more.length + 1)}
      </Button>
    </section>
  );
}

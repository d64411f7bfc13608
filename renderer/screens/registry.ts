import {
  IconArrowsDiff,
  IconBuildingFactory2,
  IconChartDots3,
  IconChartHistogram,
  IconCoins,
  IconDatabase,
  IconFileText,
  IconGavel,
  IconGitBranch,
  IconHome,
  IconListCheck,
  IconMessages,
  IconServer2,
  IconGridDots,
  IconTopologyStar3,
  IconTimeline,
  IconBulb,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import type { Screen } from '../frame/screen.ts';
import type { ScreenId } from '../state/screen-ids.ts';

/** The screens in the order of the data's way. A new screen is an id and one line here. */
export const screens: readonly Screen[] = [
  screen('start', IconHome,
    async () => (await import('./start/StartScreen.tsx')).StartScreen, false),
  screen('answer', IconBulb,
    async () => (await import('./answer/AnswerScreen.tsx')).AnswerScreen),
  screen(
    'workload',
    IconMessages,
    async () => (await import('./workload/WorkloadScreen.tsx')).WorkloadScreen,
  ),
  screen('hardware', IconServer2,
    async () => (await import('./hardware/HardwareScreen.tsx')).HardwareScreen),
  screen(
    'facility',
    IconBuildingFactory2,
    async () => (await import('./facility/FacilityScreen.tsx')).FacilityScreen,
  ),
  screen(
    'network',
    IconTopologyStar3,
    async () => (await import('./network/NetworkScreen.tsx')).NetworkScreen,
  ),
  screen(
    'economics',
    IconCoins,
    async () => (await import('./economics/EconomicsScreen.tsx')).EconomicsScreen,
  ),
  screen(
    'lifecycle',
    IconTimeline,
    async () => (await import('./lifecycle/LifecycleScreen.tsx')).LifecycleScreen,
  ),
  screen('results', IconChartHistogram,
    async () => (await import('./results/ResultsScreen.tsx')).ResultsScreen),
  screen('risk', IconChartDots3,
    async () => (await import('./risk/RiskScreen.tsx')).RiskScreen),
  screen('search', IconGridDots,
    async () => (await import('./search/SearchScreen.tsx')).SearchScreen),
  screen(
    'scenarios',
    IconGitBranch,
    async () => (await import('./scenarios/ScenariosScreen.tsx')).ScenariosScreen,
  ),
  screen('compare', IconArrowsDiff,
    async () => (await import('./compare/CompareScreen.tsx')).CompareScreen),
  screen('claims', IconGavel,
    async () => (await import('./claims/ClaimsScreen.tsx')).ClaimsScreen),
  screen(
    'assumptions',
    IconListCheck,
    async () => (await import('./assumptions/AssumptionsScreen.tsx')).AssumptionsScreen,
  ),
  screen('catalogue', IconDatabase,
    async () => (await import('./catalogue/CatalogueScreen.tsx')).CatalogueScreen),
  screen('report', IconFileText,
    async () => (await import('./report/ReportScreen.tsx')).ReportScreen),
];

function screen(
  id: ScreenId, icon: Icon, load: () => Promise<ComponentType>, needsProject = true,
): Screen {
  return { id, icon, needsProject, Component: lazy(async () => ({ default: await load() })) };
}

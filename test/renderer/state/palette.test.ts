import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findGroups } from '../../../renderer/state/palette-filter.ts';
import { isInputOf, listPaletteEntries } from '../../../renderer/state/palette.ts';
import { createPlannerStore } from '../../../renderer/state/store.ts';
import { commandIds, commandText } from '../../../renderer/text/commands.ts';
import { definitions } from '../../../renderer/text/definitions.ts';
import { synonyms } from '../../../renderer/text/synonyms.ts';
import { createMemoryHost } from '../../../renderer/backend/memory.ts';
import { baseDocument } from '../support.ts';

const { actions } = createPlannerStore(createMemoryHost()).getState();
const commands = commandIds.map((id) => ({ id, label: commandText[id], keys: '',
  run: () => undefined }));
const groups = listPaletteEntries(baseDocument(), 'base', actions, commands);
const all = groups.flatMap((group) => group.actions);

const first = (query: string): string => findGroups(groups, query, 8)[0]?.actions[0]?.id ?? '';

/** What somebody types, and what has to stand first. */
const queries: readonly (readonly [query: string, id: string])[] = [
  // Looked for in vain before.
  ['pue', 'figure:headline.pueAnnual'],
  ['sensitivity', 'place:assumptions.influence'],
  ['monte carlo', 'screen:risk'],
  ['add rack', 'do:rack.add'],
  ['power price', 'field:site.site.electricityUsdPerKwh'],
  // Screens and parts.
  ['facility', 'screen:facility'], ['hardware', 'screen:hardware'], ['answer', 'screen:answer'],
  ['compare', 'screen:compare'], ['Cooling', 'place:facility.cooling'],
  ['influence', 'place:assumptions.influence'], ['tornado', 'place:assumptions.influence'],
  ['ownership', 'place:economics.ownership'], ['cash flow', 'place:results.statement'],
  ['bill of materials', 'place:network.bill'], ['power chain', 'place:facility.power'],
  ['hall plan', 'panel:hall-plan'], ['one-line', 'panel:one-line'],
  ['change log', 'place:scenarios.log'], ['reality', 'place:results.reality'],
  ['compare systems', 'do:scenario.systems'],
  ['compare gpus', 'place:compare.systems'],
  ['summary', 'screen:answer'], ['waterfall', 'place:compare.bridge'],
  ['software releases', 'place:lifecycle.releases'],
  // Things to do.
  ['undo', 'do:edit.undo'], ['redo', 'do:edit.redo'], ['new scenario', 'do:scenario.derive'],
  ['export pdf', 'do:report.pdf'], ['export', 'do:report.pdf'], ['print', 'do:report.pdf'],
  ['add a rack group', 'do:rack.add'], ['new rack', 'do:rack.add'],
  ['add traffic', 'do:traffic.add'], ['dark mode', 'do:view.dark'], ['dark', 'do:view.dark'],
  ['shortcuts', 'do:help.keys'], ['keyboard', 'do:help.keys'], ['save as', 'do:file.save-copy'],
  ['imperial', 'do:units.imperial'], ['inspector', 'do:view.inspector'],
  ['next warning', 'do:warning.next'], ['duplicate', 'do:scenario.duplicate'],
  // Figures.
  ['npv', 'figure:headline.npvUsd'], ['irr', 'figure:headline.irr'],
  ['payback', 'figure:headline.paybackMonths'], ['moic', 'figure:headline.moic'],
  ['cost per token', 'figure:headline.costPerMTokUsd'],
  ['cost per m tokens', 'figure:headline.costPerMTokUsd'], ['tco', 'figure:headline.costPerMTokUsd'],
  ['opex', 'figure:headline.opexUsd'], ['capex', 'figure:headline.capexUsd'],
  ['wue', 'figure:headline.wueLPerKwh'], ['dscr', 'figure:headline.dscrMin'],
  ['facility power', 'figure:headline.facilityMw'], ['revenue', 'figure:headline.revenueUsd'],
  ['break-even', 'figure:economics.breakEvenUtilisation'],
  ['net present value', 'figure:headline.npvUsd'], ['gpu', 'figure:headline.accelerators'],
  // Inputs.
  ['utilization', 'field:demand.demand.utilisation'],
  ['utilisation', 'field:demand.demand.utilisation'],
  ['electricity price', 'field:site.site.electricityUsdPerKwh'],
  ['electricity', 'figure:headline.energyUsd'],
  ['price of power', 'field:site.site.electricityUsdPerKwh'],
  ['discount rate', 'field:finance.finance.discountRate'],
  ['discou', 'field:finance.finance.discountRate'], ['wacc', 'field:finance.finance.discountRate'],
  ['depreciation', 'field:finance.finance.depreciation'],
  ['macrs', 'field:finance.finance.macrsConvention'],
  ['write off', 'field:finance.finance.depreciation'],
  ['ttft', 'field:traffic.reasoning.maxTtftS'], ['tpot', 'field:traffic.reasoning.minTokPerSecPerUser'],
  ['isl', 'field:traffic.reasoning.isl'], ['gpu price', 'field:capex.capex.acceleratorPriceUsd'],
  ['kv cache', 'field:traffic.reasoning.cacheHit'], ['fp4', 'field:rackGroup.reasoning.precision'],
  ['vllm', 'field:rackGroup.reasoning.framework'], ['utility', 'field:site.site.utilityMw'],
  ['location', 'field:site.site.site'], ['cooling tower', 'field:cooling.cooling.rejection'],
  ['debt share', 'field:finance.finance.debtShare'], ['leverage', 'field:finance.finance.debtShare'],
  ['price decline', 'field:traffic.reasoning.priceDecline'],
  ['own or rent', 'field:finance.finance.ownership'],
  ['colocation', 'field:finance.finance.coloUsdPerKwMonth'],
  ['tax rate', 'field:finance.finance.taxRate'],
  ['currency', 'field:project.project.currency'],
  ['horizon', 'field:demand.demand.horizonMonths'], ['redundancy', 'field:power.power.redundancy'],
  // Catalogue and terms.
  ['gb300', 'entry:systems/gb300_nvl72'], ['mi355x', 'entry:accelerators/mi355x'],
  ['lcot', 'figure:headline.lcotNominalUsd'],
  ['interactivity', 'field:traffic.reasoning.minTokPerSecPerUser'],
  ['tokens per second per user', 'field:traffic.reasoning.minTokPerSecPerUser'],
  ['risk', 'screen:risk'],
  // Slips of the keys.
  ['utilzation', 'field:demand.demand.utilisation'],
  ['discuont', 'field:finance.finance.discountRate'],
  ['paybcak', 'figure:headline.paybackMonths'], ['coolin', 'place:facility.cooling'],
];

describe('the palette', () => {
  it('has a first answer for more than sixty questions', () => {
    expect(queries.length).toBeGreaterThan(60);
  });

  it.each(queries)('answers “%s” with %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('finds nothing for what is nowhere', () => {
    expect(first('xqzzy')).toBe('');
  });

  it('names each thing once', () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('finds every input and every screen part by its own name among the first of its group', () => {
    const lost = all.filter((entry) => {
      const group = groups.find((each) => each.actions.includes(entry));
      const named = group?.actions.filter(({ label }) => label === entry.label).length ?? 0;
      const found = findGroups(groups, entry.label, 8 + named)
        .flatMap((each) => each.actions);
      return !found.includes(entry);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('has other names only for what there is', () => {
    const topics = new Set(all.map(({ id }) => id.replace(/^field:(\w+)\..*\.(\w+)$/u, 'field:$1.$2')));
    expect(Object.keys(synonyms).filter((topic) => !topics.has(topic))).toEqual([]);
  });

  it('explains terms in the words of the glossary', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8');
    const missing = definitions.filter(({ term, meaning }) =>
      !glossary.includes(`| ${term} | ${meaning} |`)
      && !glossary.includes(meaning));
    expect(missing.map(({ term }) => term)).toEqual([]);
    expect(definitions.filter(({ term }) => !all.some(({ id }) => id === `term:${term}`)))
      .toEqual([]);
  });

  it('can be narrowed to the inputs of a screen', () => {
    const here = all.filter(({ id }) => isInputOf(id, 'network'));
    expect(here.length).toBeGreaterThan(15);
    expect(here.every(({ id }) => id.startsWith('field:network.'))).toBe(true);
  });

  it('without a project lists only what needs none', () => {
    const none = listPaletteEntries(null, '', actions, commands.slice(0, 1));
    expect(none.flatMap((group) => group.actions).map(({ id }) => id))
      .toEqual(['do:edit.undo', 'screen:start']);
  });
});

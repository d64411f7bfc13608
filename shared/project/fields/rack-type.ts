import { decide, integer, number, text } from '../define.ts';

const told = (help: string) => decide('Rack', help, { source: 'NetBox rack type as imported' });

/** An empty rack, as read from a NetBox rack type. */
export const rackTypeFields = [
  text('name', 'Rack type', 220, 'Rack', told('Manufacturer and model.')),
  text('slug', 'Slug', 100, '', told('Name of the type in NetBox.')),
  integer('heightU', 'Height', 'U', [1, 100], 42, told('Rack units inside.')),
  number('outerWidthM', 'Outer width', 'm', [0.3, 1.5], null,
    told('Empty keeps the width entered for the hall.')),
  number('outerDepthM', 'Outer depth', 'm', [0.3, 2], null,
    told('Empty keeps the depth entered for the hall.')),
  number('weightKg', 'Own weight', 'kg', [0, 2000], null,
    told('Weight of the empty rack, added to racks of servers.')),
  number('maxLoadKg', 'Load it carries', 'kg', [1, 20_000], null,
    told('Most weight of its content; empty sets no limit.')),
] as const;

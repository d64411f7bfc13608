/**
 * What a value of a NetBox definition must be. `positive` numbers may be 0; names are
 * short texts.
 */
export type ValueRule =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'slug' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number;
    readonly step?: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape };

/** Keys of a map; `required` ones must be there, unknown ones are left out and named. */
export interface Shape {
  readonly required: readonly string[];
  /** Figures with the key that states their unit: without it they mean nothing. */
  readonly units?: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, ValueRule>>;
}

const name: ValueRule = { kind: 'text', most: 100 };
const note: ValueRule = { kind: 'text', most: 200 };
const long: ValueRule = { kind: 'text', most: 20_000 };
const toggle: ValueRule = { kind: 'toggle' };
const watts: ValueRule = { kind: 'number', min: 1, max: 1_000_000, step: 1 };
const places: ValueRule = { kind: 'number', min: 1, max: 1024, step: 1 };

type Keys = Readonly<Record<string, ValueRule>>;

const component = (keys: Keys, required: readonly string[] = []): ValueRule => ({
  kind: 'list',
  of: {
    required: ['name', ...required],
    keys: { name, label: name, description: note, _is_power_source: toggle, ...keys },
  },
});

const weightUnits: ValueRule = { kind: 'choice', of: ['kg', 'g', 'lb', 'oz'] };
const weight: ValueRule = { kind: 'number', min: 0, max: 1e7 };

/**
 * Keys of the NetBox device type library; images, platforms and inventory are accepted
 * unread.
 */
export const deviceTypeShape: Shape = {
  required: ['manufacturer', 'model', 'slug'],
  units: { weight: 'weight_unit' },
  keys: {
    manufacturer: name, model: name, slug: { kind: 'slug' }, part_number: name,
    u_height: { kind: 'number', min: 0, max: 100, step: 0.5 }, is_full_depth: toggle,
    airflow: {
      kind: 'choice',
      of: ['front-to-rear', 'rear-to-front', 'left-to-right', 'right-to-left', 'side-to-rear',
        'rear-to-side', 'bottom-to-top', 'top-to-bottom', 'passive', 'mixed'],
    },
    weight, weight_unit: weightUnits, front_image: toggle, rear_image: toggle,
    subdevice_role: {
      kind: 'choice', of: ['parent', 'child'],
    }, comments: long, description: note,
    is_powered: toggle, default_platform: name, exclude_from_utilization: toggle,
    'console-ports': component({ type: name, poe: toggle }, ['type']),
    'console-server-ports': component({ type: name }, ['type']),
    'power-ports': component({ type: name, maximum_draw: watts, allocated_draw: watts }),
    'power-outlets': component({
      type: name, power_port: name, feed_leg: { kind: 'choice', of: ['A', 'B', 'C'] },
    }),
    interfaces: component({
      type: name, enabled: toggle, mgmt_only: toggle, poe_mode: name, poe_type: name,
      rf_role: name,
      bridge: name,
    }, ['type']),
    'front-ports': component({
      type: name, color: name, positions: places, rear_port: name, rear_port_position: places,
    }, ['type']),
    'rear-ports': component({ type: name, color: name, positions: places, poe: toggle },
      ['type']),
    'module-bays': component({ position: name }), 'device-bays': component({}),
    'inventory-items': component({ manufacturer: name, part_id: name }),
  },
};

/** Keys of a NetBox module type: it has no slug, and no place in a rack of its own. */
export const moduleTypeShape: Shape = {
  required: ['manufacturer', 'model'],
  units: { weight: 'weight_unit' },
  keys: {
    ...Object.fromEntries(Object.entries(deviceTypeShape.keys).filter(([key]) =>
      !['slug', 'u_height', 'is_full_depth', 'subdevice_role', 'front_image', 'rear_image',
        'device-bays', 'is_powered', 'exclude_from_utilization', 'default_platform'].includes(key))),
    profile: name,
  },
};

const length: ValueRule = { kind: 'number', min: 1, max: 10_000 };

/** Keys of a NetBox rack type. */
export const rackTypeShape: Shape = {
  required: ['manufacturer', 'model', 'slug', 'form_factor', 'u_height'],
  units: {
    weight: 'weight_unit', max_weight: 'weight_unit', outer_width: 'outer_unit',
    outer_height: 'outer_unit',
    outer_depth: 'outer_unit',
  },
  keys: {
    manufacturer: name, model: name, slug: { kind: 'slug' }, comments: long, description: note,
    form_factor: {
      kind: 'choice', of: ['2-post-frame', '4-post-frame', '4-post-cabinet', 'wall-frame',
        'wall-frame-vertical', 'wall-cabinet', 'wall-cabinet-vertical'],
    },
    width: { kind: 'number', min: 10, max: 23, step: 1 },
    u_height: { kind: 'number', min: 1, max: 100, step: 1 },
    starting_unit: { kind: 'number', min: 1, max: 100, step: 1 }, desc_units: toggle,
    outer_width: length, outer_height: length, outer_depth: length, mounting_depth: length,
    outer_unit: { kind: 'choice', of: ['mm', 'in'] }, weight, max_weight: weight,
    weight_unit: weightUnits,
  },
};

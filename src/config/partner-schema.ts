import { z } from 'zod';
import { nameKey } from '../content/join/partner-names.ts';
import { expecting, shown } from './expecting.ts';
import { collectionName, nonEmptyText } from './value-schemas.ts';

const partnerName = nonEmptyText('the name of a partner').meta({ title: 'name' });

const aliases = z
  .record(
    partnerName,
    z.array(partnerName, expecting('a list of names')),
    expecting('a mapping of names to lists of other names'),
  )
  .superRefine((byName, { addIssue }) => {
    for (const { path, message } of ambiguousNames(byName)) addIssue({ code: 'custom', path, message });
  })
  .meta({
    description: 'Other names of partners, by name: what is listed or mentioned by one of them is the same partner.',
    default: {},
    examples: [{ 'OSISM GmbH': ['OSISM'] }],
  });

export const partnersSchema = z.strictObject(
  {
    folder: collectionName('a folder below the language such as "partners"')
      .refine((folder) => folder !== '', expecting('a folder below the language such as "partners"'))
      .optional()
      .meta({
        description: 'Folder, below the language, whose documents with a `name` or `url` are partners.',
        default: 'partners',
        examples: ['network/members'],
      }),
    aliases: aliases.optional(),
  },
  expecting('a mapping with folder and aliases'),
);

/** Names that would make one of two partners. */
function ambiguousNames(byName: Readonly<Record<string, readonly string[]>>) {
  const owners = new Map<string, string>();
  const partners = Object.keys(byName).map((name) => ({ path: [name], name, owner: name }));
  const others = Object.entries(byName).flatMap(([owner, names]) =>
    names.map((name, index) => ({ path: [owner, index], name, owner })),
  );
  return [...partners, ...others].flatMap(({ path, name, owner }) => {
    const first = owners.get(nameKey(name));
    owners.set(nameKey(name), first ?? owner);
    if (first === undefined || first === owner) return [];
    return [
      {
        path,
        message: `expected a name of one partner, but found ${shown(name)} for ${shown(first)} and ${shown(owner)}`,
      },
    ];
  });
}

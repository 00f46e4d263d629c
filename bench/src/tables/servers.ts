/** Names of servers in tables. */
export const names = {
  product: 'Foliograph',
  cacheless: 'Foliograph, response cache off',
  bare: 'node:http alone',
  mercurius: 'mercurius with jit',
  yoga: 'Yoga alone',
} as const;

import { type ValueNode, visit } from 'graphql';

/** Whether a variable has a part in a value. */
export function hasVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    Variable() {
      found = true;
    },
  });
  return found;
}

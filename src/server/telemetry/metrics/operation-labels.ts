/** Names of a bounded set for the operations of clients, who can name them as they like. */
export interface OperationLabels {
  /** @param isRefused - whether the request was told no before anything ran: what it names makes nothing known */
  labelFor(operationName: string | null, isRefused: boolean): string;
}

/** GraphQL, 2.1.9 */
const graphqlName = /^[_A-Za-z][_0-9A-Za-z]{0,99}$/;

/** The first `maximum` names are known by themselves, all others are `other`; operations without one are `anonymous`. */
export function createOperationLabels(maximum = 100): OperationLabels {
  const known = new Set<string>();
  return {
    labelFor(operationName, isRefused) {
      if (operationName === null) return 'anonymous';
      if (known.has(operationName)) return operationName;
      if (isRefused || known.size >= maximum || !graphqlName.test(operationName)) return 'other';
      known.add(operationName);
      return operationName;
    },
  };
}

/** Whether the server is to end once what runs has come to its end. */
export interface Lifecycle {
  isDraining(): boolean;
  drain(): void;
}

export function createLifecycle(): Lifecycle {
  let isDraining = false;
  return {
    isDraining: () => isDraining,
    drain() {
      isDraining = true;
    },
  };
}

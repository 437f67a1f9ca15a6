import type { Ports } from './workplace.ts';

/** The same ports; `onVerdict` hears how many facts have had their first verdict. */
export function countVerdicts(ports: Ports, onVerdict: (given: number) => void): Ports {
  let given = 0;
  return {
    ...ports,
    verdicts: {
      ...ports.verdicts,
      put: async (scope, record, expected) => {
        const put = await ports.verdicts.put(scope, record, expected);
        if (put && expected === null) onVerdict(++given);
        return put;
      },
    },
  };
}

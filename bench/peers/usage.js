// Loaded in front of every server that is measured: answers the message "usage" with what its process has used so far, and
// "health" with what it holds now, and how late its event loop was since it was asked before.
import { monitorEventLoopDelay } from 'node:perf_hooks';

let delay = null;

const answers = {
  usage() {
    const { user, system } = process.cpuUsage();
    return { cpuMilliseconds: (user + system) / 1000, memoryBytes: process.memoryUsage.rss() };
  },
  health() {
    const milliseconds = delay === null ? null : { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
    if (delay === null) {
      delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
    }
    // with --expose-gc what is held is told, and not what waits to be collected
    globalThis.gc?.();
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
    delay.reset();
    return {
      memoryBytes: rss,
      heapBytes: heapUsed,
      externalBytes: external + arrayBuffers,
      delay: milliseconds,
    };
  },
};

process.on('message', (message) => {
  if (Object.hasOwn(answers, message)) process.send(answers[message]());
});
process.channel?.unref();
// no server outlives the benchmark
process.on('disconnect', () => process.exit());

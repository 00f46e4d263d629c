// Loaded in front of every server that is measured: answers the message "usage" with what its process has used so far.
process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send({ cpuMilliseconds: (user + system) / 1000, memoryBytes: process.memoryUsage.rss() });
});
process.channel?.unref();
// no server outlives the benchmark
process.on('disconnect', () => process.exit());

// Loaded into the server’s process by tests: tells how much memory is in use after all that can be freed has been.
process.on('message', () => {
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
// Being listened to is no reason to go on.
process.channel.unref();

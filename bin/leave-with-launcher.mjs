// Preloaded into a child of bin/*.mjs. The channel closes when the launcher dies, by whatever signal.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

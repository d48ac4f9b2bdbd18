// The file of the worker, for hosts that start it themselves and hand it to `analyzer({ worker })`. It exports nothing.
export {};

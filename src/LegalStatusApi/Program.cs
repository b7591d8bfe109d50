using LegalStatusApi.Commands;

// The command line; without a command the service is served.
return await CommandLine.RunAsync(args);

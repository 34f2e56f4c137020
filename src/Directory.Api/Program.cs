using CenterDirectory.Api.Commands;

return await CommandLine.RunAsync(args);

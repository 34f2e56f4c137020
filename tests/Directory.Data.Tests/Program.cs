using CenterDirectory.Data.Tests.Migrations;

// The executable of the tests is also the second process that some of them need.
return args switch
{
    ["migrate", var connectionString] => await MigratingProcess.RunAsync(connectionString, stopAt: null),
    ["migrate", var connectionString, var stopAt] => await MigratingProcess.RunAsync(connectionString, stopAt),
    _ when args.Contains("--server") =>
        await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, CenterDirectory.Data.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};

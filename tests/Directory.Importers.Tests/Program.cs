using CenterDirectory.Importers.Tests.Running;

// The executable of the tests is also the process that is killed while it imports.
return args switch
{
    [ImportingProcess.Verb, var file, var phase] => await ImportingProcess.RunAsync(file, phase),
    [ImportingProcess.UntilVerb, var file, var row] =>
        await ImportingProcess.RunUntilAsync(file, long.Parse(row, System.Globalization.CultureInfo.InvariantCulture)),
    _ when args.Contains("--server") =>
        await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, CenterDirectory.Importers.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};

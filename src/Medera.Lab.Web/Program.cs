using Medera.Lab.Web;
using Medera.Lab.Web.Startup;

try
{
    var arguments = LabArguments.Parse(args);
    return arguments.Verb switch
    {
        null => await LabServer.RunAsync(arguments),
        LabArguments.Migrate => await LabServer.MigrateAsync(),
        LabArguments.Rebuild => await RebuildVerb.RunAsync(arguments),
        _ => LogKeyVerbs.Run(arguments),
    };
}
catch (LaboratoryCannotStart why)
{
    await Console.Error.WriteLineAsync(why.Message);
    return 1;
}

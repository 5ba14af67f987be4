using Medera.Lab.Web;
using Medera.Lab.Web.Startup;

try
{
    var arguments = LabArguments.Parse(args);
    return arguments.Migrate ? await LabServer.MigrateAsync() : await LabServer.RunAsync(arguments);
}
catch (LaboratoryCannotStart why)
{
    await Console.Error.WriteLineAsync(why.Message);
    return 1;
}

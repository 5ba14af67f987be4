using System.Net;
using System.Net.Sockets;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Sealing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Startup;

/// <summary>Opens the database, builds the application, makes the demonstration or the first account, and serves.</summary>
public static class LabServer
{
    /// <summary>Serves until stopped. Nothing is on stdout but the line that says so.</summary>
    public static async Task<int> RunAsync(LabArguments arguments)
    {
        RefuseBusyPort(arguments.Port);
        await using var database = await Database.OpenAsync(arguments, CancellationToken.None);
        Directory.CreateDirectory(arguments.Folder);
        await using var source = NpgsqlDataSource.Create(database.Connection);
        await using var sealers = database.Sequencer is { } login ? NpgsqlDataSource.Create(login) : null;
        var origin = await Origins.OfAsync(source, arguments, CancellationToken.None);
        var app = Build(new LabSettings(origin, arguments.Folder), source, arguments.Port, sealers);
        app.Services.GetRequiredService<LabClock>().Open();
        await app.Services.GetRequiredService<KeyKeeping>().PrepareAsync();
        await app.Services.GetRequiredService<FirstStart>().PrepareAsync(CancellationToken.None);
        app.Services.GetRequiredService<ClockWatch>().Begin();
        try
        {
            await app.StartAsync();
        }
        catch (IOException busy) when (busy.InnerException is not null)
        {
            throw new LaboratoryCannotStart(
                $"Port {arguments.Port} of 127.0.0.1 is taken: choose another with --port.",
                busy
            );
        }
        var address = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
        database.ServesOn(address.Port);
        await Console.Out.WriteLineAsync(
            $"Ready: http://127.0.0.1:{address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
        );
        await Console.Out.FlushAsync();
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        return 0;
    }

    /// <summary>Prepares the database of ConnectionStrings__LabAdmin for the account of ConnectionStrings__Lab.</summary>
    public static async Task<int> MigrateAsync()
    {
        var admin = Environment.GetEnvironmentVariable("ConnectionStrings__LabAdmin");
        var app = Environment.GetEnvironmentVariable("ConnectionStrings__Lab");
        if (string.IsNullOrEmpty(admin) || string.IsNullOrEmpty(app))
            throw new LaboratoryCannotStart(
                "migrate needs ConnectionStrings__LabAdmin (a superuser) and ConnectionStrings__Lab (lab_app, with the password it shall have)."
            );
        await Database.PrepareGivenAsync(admin, app, fill: true, CancellationToken.None);
        await Console.Error.WriteLineAsync("The database is prepared.");
        return 0;
    }

    /// <summary>The application over an open database; tests build the same one.</summary>
    /// <param name="sealers">Logs in as lab_sequencer; without it this process seals nothing and follows another that does.</param>
    /// <param name="machine">The machine's clock; a test that would wait gives one of its own.</param>
    /// <param name="address">How browsers reach it; as the environment says where nothing is given.</param>
    /// <param name="fresh">Identifiers and salts of what is recorded; a test that compares logs gives one of its own.</param>
    public static WebApplication Build(
        LabSettings settings,
        NpgsqlDataSource source,
        int port,
        NpgsqlDataSource? sealers = null,
        TimeProvider? machine = null,
        Fresh? fresh = null,
        PublicAddress? address = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(LabServer).Assembly.GetName().Name,
            }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.Bytes.Request;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o =>
            o.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Services.AddSingleton(machine ?? TimeProvider.System).AddSingleton(fresh ?? new Fresh());
        builder.Services.Configure<OfflinePace>(builder.Configuration.GetSection(nameof(OfflinePace)));
        var outside = address ?? PublicAddress.FromEnvironment();
        outside.AddTo(builder.Services);
        AddLab(builder.Services, settings, source);
        builder.Services.AddSealing(settings, source, sealers);
        var app = builder.Build();
        outside.UseIn(app);
        app.UseLabShell();
        app.UseApiProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapSignIn();
        app.MapLabApi();
        app.MapLabels();
        app.MapOffline();
        app.MapLog();
        app.MapPackage();
        app.MapProofs();
        app.MapOldAddresses();
        app.MapLabShell();
        return app;
    }

    internal static void AddLab(IServiceCollection services, LabSettings settings, NpgsqlDataSource source)
    {
        services.AddLabShell();
        services.Configure<ShellOptions>(o =>
            (o.Demonstration, o.TimeZone) = (
                settings.Demonstration,
                Environment.GetEnvironmentVariable("Lab__TimeZone") ?? "Europe/Istanbul"
            )
        );
        services
            .AddSingleton(settings)
            .AddSingleton<LabClock>()
            .AddSingleton<Feed>()
            .AddSingleton<CustodyLog>()
            .AddSingleton<LabDesk>()
            .AddReads()
            .AddSingleton<NextActions>()
            .AddSingleton<Wording>()
            .AddSingleton<PasswordCheck>()
            .AddSingleton<Drafts>()
            .AddSingleton<LabelFiles>()
            .AddSingleton<IPasswordHasher<LabUser>, PasswordHasher<LabUser>>()
            .AddSingleton<FirstStart>()
            .AddSingleton<ClockWatch>()
            .AddHostedService<RefusalSettling>();
        services
            .AddSingleton(provider => new SubjectKeys(
                settings.SubjectKeys,
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<KeyKeeping>()
            .AddHostedService(provider => provider.GetRequiredService<KeyKeeping>());
        services.AddSingleton(source).AddPooledDbContextFactory<LabDb>(LabDbSetup.Options);
        services
            .AddDataProtection()
            .SetApplicationName("medera-lab")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.DataFolder, "keys")));
        services.AddLabAccess();
        services.AddLabApi();
        services.AddOffline();
    }

    private static void RefuseBusyPort(int port)
    {
        if (port == 0)
            return;
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException busy)
        {
            throw new LaboratoryCannotStart(
                $"Port {port} of 127.0.0.1 is taken{PortHolder.Describe(port)}: choose another with --port.",
                busy
            );
        }
    }
}

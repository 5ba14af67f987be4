using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>The parts of the sealing, for the application's container.</summary>
public static class SealingSetup
{
    /// <summary>Where the log's keys lie in the data folder, unless Lab__LogKeys names another place.</summary>
    public static string KeyFolder(string dataFolder) =>
        Environment.GetEnvironmentVariable("Lab__LogKeys") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(dataFolder, "log-keys");

    /// <summary>Every process follows the log; one with the sequencer's login may seal it.</summary>
    public static void AddSealing(
        this IServiceCollection services,
        LabSettings settings,
        NpgsqlDataSource source,
        NpgsqlDataSource? sealers
    )
    {
        services.AddSingleton<SealState>();
        services
            .AddSingleton(new LogReads(source))
            .AddSingleton(provider => new PackageFinder(
                source,
                provider.GetRequiredService<LogReads>(),
                provider.GetRequiredService<WitnessPolicies>()
            ));
        services.AddSingleton<WitnessPolicies>().AddSingleton<PackageProgress>().AddSingleton<KeptCheck>();
        services.AddSingleton(provider => new PackageWriter(
            provider.GetRequiredService<LogReads>(),
            source,
            provider.GetRequiredService<WitnessPolicies>(),
            settings,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddHostedService(provider => new SealFollower(
            source,
            provider.GetRequiredService<SealState>(),
            provider.GetRequiredService<Custody.Feed>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SealFollower>>()
        ));
        if (sealers is null)
            return;
        services.AddSingleton(_ => new LogKeys(KeyFolder(settings.DataFolder), settings.Origin));
        services.AddSingleton(provider => new Sequencer(sealers, provider.GetRequiredService<LogKeys>(), settings));
        services.AddSingleton(provider => new WitnessRounds(
            provider.GetRequiredService<LogReads>(),
            sealers,
            provider.GetRequiredService<WitnessPolicies>(),
            new WitnessClient(new HttpClient { Timeout = Limits.Tries.Witness }),
            provider.GetRequiredService<Sequencer>(),
            provider.GetRequiredService<SealState>()
        ));
        services.AddHostedService<SequencerService>();
        services.AddHostedService<WitnessService>();
    }
}

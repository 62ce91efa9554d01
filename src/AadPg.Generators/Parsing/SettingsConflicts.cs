using System.Globalization;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;

namespace AadPg.Generators.Parsing;

/// <summary>Checks pairs of settings that Npgsql refuses together, each reported at the second of them.</summary>
internal static class SettingsConflicts
{
    private static readonly Keyword s_multiplexing = Keyword.Find("Multiplexing")!;
    private static readonly Keyword s_pooling = Keyword.Find("Pooling")!;
    private static readonly Keyword s_minimum = Keyword.Find("Minimum Pool Size")!;
    private static readonly Keyword s_maximum = Keyword.Find("Maximum Pool Size")!;
    private static readonly Keyword s_idleLifetime = Keyword.Find("Connection Idle Lifetime")!;
    private static readonly Keyword s_pruningInterval = Keyword.Find("Connection Pruning Interval")!;

    public static void Check(ConnectionSettingsSpec settings, WrittenSettings written, AttributeArguments arguments, UsageProblems problems)
    {
        var hostCount = HostList.Split(written.Value(Keyword.Host) ?? "").Count;
        if (IsTrue(written, s_multiplexing) && (settings.ChoosesHost || hostCount > 1))
            Report(s_multiplexing, "multiplexing works with one host alone, and this factory has several");
        if (IsTrue(written, s_multiplexing) && IsFalse(written, s_pooling))
            Report(s_multiplexing, "multiplexing needs the pool, and 'Pooling' is off");
        if (!IsFalse(written, s_pooling))
            CheckPool(settings, written, Report);
        if (settings is { HasReplicas: true, TargetSession: not null })
            problems.Report(UsageDescriptors.SettingConflict, arguments.LocationOf(SettingsReader.TargetSessionAttributes), "with ReadReplicas there is a data source for the primary and one for the replicas, and TargetSessionAttributes would be a third");
        else if (settings is { ChoosesHost: true, ConnectionName: null } && hostCount == 1 && written.Has(Keyword.Host))
            problems.Report(UsageDescriptors.ChoiceOfOneHost, arguments.LocationOf(settings.HasReplicas ? SettingsReader.ReadReplicas : SettingsReader.TargetSessionAttributes));

        void Report(Keyword keyword, string conflict)
            => problems.Report(UsageDescriptors.SettingConflict, arguments.LocationOf(written.Property(keyword)!), conflict);
    }

    /// <summary>What is not said has Npgsql's default, unless configuration may say it.</summary>
    private static void CheckPool(ConnectionSettingsSpec settings, WrittenSettings written, Action<Keyword, string> report)
    {
        var isAll = settings.ConnectionName is null;
        var maximum = Number(written, s_maximum) ?? (isAll ? 100 : int.MaxValue);
        if (Number(written, s_minimum) > maximum)
            report(s_minimum, "the smallest size of the pool is above the largest");

        var idleLifetime = Number(written, s_idleLifetime);
        var pruningInterval = Number(written, s_pruningInterval);
        if ((idleLifetime ?? (isAll ? 300 : int.MaxValue)) < (pruningInterval ?? (isAll ? 10 : 0)))
            report(idleLifetime is null ? s_pruningInterval : s_idleLifetime, "idle connections would live shorter than the interval in which they are looked for");
    }

    private static bool IsFalse(WrittenSettings written, Keyword keyword) => string.Equals(written.Value(keyword), "false", StringComparison.OrdinalIgnoreCase);

    private static bool IsTrue(WrittenSettings written, Keyword keyword) => string.Equals(written.Value(keyword), "true", StringComparison.OrdinalIgnoreCase);

    private static int? Number(WrittenSettings written, Keyword keyword)
        => int.TryParse(written.Value(keyword), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

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

    public static void Check(ConnectionSettingsSpec settings, WrittenSettings written, AttributeArguments arguments, UsageProblems problems)
    {
        // Npgsql's default for what is not said.
        const int DefaultMaximum = 100;

        var hostCount = HostList.Split(written.Value(Keyword.Host) ?? "").Count;
        if (IsTrue(written, s_multiplexing) && (settings.ChoosesHost || hostCount > 1))
            Report(s_multiplexing, "multiplexing works with one host alone, and this factory has several");
        if (IsTrue(written, s_multiplexing) && written.Value(s_pooling) is "false")
            Report(s_multiplexing, "multiplexing needs the pool, and 'Pooling' is off");
        if (Number(written, s_minimum) is { } minimum && minimum > (Number(written, s_maximum) ?? DefaultMaximum))
            Report(s_minimum, "the smallest size of the pool is above the largest");
        if (settings is { HasReplicas: true, TargetSession: not null })
            problems.Report(UsageDescriptors.SettingConflict, arguments.LocationOf(SettingsReader.TargetSessionAttributes), "with ReadReplicas there is a data source for the primary and one for the replicas, and TargetSessionAttributes would be a third");
        else if (settings is { ChoosesHost: true, ConnectionName: null } && hostCount == 1 && written.Has(Keyword.Host))
            problems.Report(UsageDescriptors.ChoiceOfOneHost, arguments.LocationOf(settings.HasReplicas ? SettingsReader.ReadReplicas : SettingsReader.TargetSessionAttributes));

        void Report(Keyword keyword, string conflict)
            => problems.Report(UsageDescriptors.SettingConflict, arguments.LocationOf(written.Property(keyword)!), conflict);
    }

    private static bool IsTrue(WrittenSettings written, Keyword keyword) => string.Equals(written.Value(keyword), "true", StringComparison.OrdinalIgnoreCase);

    private static int? Number(WrittenSettings written, Keyword keyword)
        => int.TryParse(written.Value(keyword), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

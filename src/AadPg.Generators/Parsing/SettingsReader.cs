using System.Globalization;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;

namespace AadPg.Generators.Parsing;

/// <summary>Reads the attribute's values and reports those that cannot work by themselves.</summary>
internal static class SettingsReader
{
    public const string TargetSessionAttributes = nameof(TargetSessionAttributes);
    public const string ReadReplicas = nameof(ReadReplicas);

    public static ConnectionSettingsSpec Read(AttributeArguments arguments, UsageProblems problems)
    {
        var written = new WrittenSettings();
        foreach (var setting in FactorySetting.All)
        {
            if (ReadValue(setting, arguments, problems) is { } value)
                written.Add(setting.Keyword, value, setting.Property);
        }

        ExtraConnectionString.Read(arguments, written, problems);
        if (!written.Has(Keyword.SslMode))
            written.Add(Keyword.SslMode, nameof(SslMode.VerifyFull), FactorySetting.SslMode);
        var settings = new ConnectionSettingsSpec
        {
            ConnectionName = ReadText(arguments, AttributeArguments.ConnectionName, problems),
            Keywords = written.ToSpec(),
            ManagedIdentityClientId = ReadText(arguments, nameof(ConnectionSettingsSpec.ManagedIdentityClientId), problems),
            TenantId = ReadText(arguments, nameof(ConnectionSettingsSpec.TenantId), problems),
            Cloud = ReadMember<CloudName>(arguments, nameof(ConnectionSettingsSpec.Cloud), problems) ?? CloudName.FromHost,
            TargetSession = ReadMember<TargetSession>(arguments, TargetSessionAttributes, problems),
            HasReplicas = arguments.Value(ReadReplicas) is true,
        };
        SettingsChecks.Check(settings, written, arguments, problems);
        return settings;
    }

    private static string? ReadValue(FactorySetting setting, AttributeArguments arguments, UsageProblems problems) => setting.Kind switch
    {
        FactorySettingKind.Flag => arguments.Value(setting.Property) is bool flag ? (flag ? "true" : "false") : null,
        FactorySettingKind.Number => ReadNumber(setting, arguments, problems),
        FactorySettingKind.Port => ReadPort(arguments, problems),
        FactorySettingKind.SslMode => ReadSslMode(arguments, problems),
        _ => ReadText(arguments, setting.Property, problems),
    };

    private static string? ReadText(AttributeArguments arguments, string setting, UsageProblems problems)
    {
        var text = arguments.Value(setting) as string;
        if (text is null || !string.IsNullOrWhiteSpace(text) && !text.Contains('\0'))
            return text;

        problems.Report(UsageDescriptors.UnusableValue, arguments.LocationOf(setting), setting);
        return null;
    }

    private static string? ReadNumber(FactorySetting setting, AttributeArguments arguments, UsageProblems problems)
    {
        if (arguments.Value(setting.Property) is not int number)
            return null;

        if (setting.Takes(number))
            return number.ToString(CultureInfo.InvariantCulture);

        problems.Report(UsageDescriptors.SettingOutOfRange, arguments.LocationOf(setting.Property), setting.Property, setting.Range);
        return null;
    }

    private static string? ReadPort(AttributeArguments arguments, UsageProblems problems)
    {
        if (arguments.Value(FactorySetting.Port) is not int port || port == 0)
            return null;

        if (port is < 0 or > 65535)
            problems.Report(UsageDescriptors.PortOutOfRange, arguments.LocationOf(FactorySetting.Port));
        return port.ToString(CultureInfo.InvariantCulture);
    }

    private static string? ReadSslMode(AttributeArguments arguments, UsageProblems problems)
    {
        if (arguments.Value(FactorySetting.SslMode) is not int number)
            return null;

        var mode = (SslMode)number;
        if (mode is not (SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull))
            problems.Report(UsageDescriptors.TlsNotRequired, arguments.LocationOf(FactorySetting.SslMode));
        return mode.ToString();
    }

    /// <summary>A member of one of the enums; Npgsql's own is one of bytes.</summary>
    private static T? ReadMember<T>(AttributeArguments arguments, string setting, UsageProblems problems)
        where T : struct, Enum
    {
        if (arguments.Value(setting) is not { } value || value is string)
            return null;

        var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
        if (Enum.IsDefined(typeof(T), number))
            return (T)Enum.ToObject(typeof(T), number);

        problems.Report(UsageDescriptors.SettingOutOfRange, arguments.LocationOf(setting), setting, "one of the names of its type");
        return null;
    }
}

using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The statements that make a factory's data sources, in its constructor.</summary>
internal static class DataSourceText
{
    private const TargetSession Primary = TargetSession.Primary;

    public static void Write(SourceWriter writer, ConnectionSettingsSpec settings)
    {
        var (property, method) = settings.ChoosesHost ? ("AllHosts", "CreateMultiHostDataSource") : ("DataSource", "CreateDataSource");
        writer.Write($"""
            {property} = global::AadPg.AadConnectionFactory.{method}(
                {string.Join(",\n    ", Arguments(settings))});
            """);
        if (settings.ChoosesHost)
            writer.Write($"DataSource = {Choose(settings.TargetSession ?? Primary)};");
        if (settings.HasReplicas)
            writer.Write($"ReplicaDataSource = {Choose(TargetSession.PreferStandby)};");
    }

    private static IEnumerable<string> Arguments(ConnectionSettingsSpec settings)
        => Settings(settings).Append("configureDataSource: static builder => ConfigureDataSource(builder)").Append("configure: configure");

    /// <summary>The arguments that hand the attribute's settings to the runtime.</summary>
    public static IEnumerable<string> Settings(ConnectionSettingsSpec settings)
    {
        yield return $"settings: {CSharpText.Literal(ConnectionStringText.Create(settings))}";
        if (settings.ManagedIdentityClientId is { } clientId)
            yield return $"managedIdentityClientId: {CSharpText.Literal(clientId)}";
        if (settings.TenantId is { } tenantId)
            yield return $"tenantId: {CSharpText.Literal(tenantId)}";
        if (settings.Cloud is not CloudName.FromHost)
            yield return $"cloud: global::AadPg.AzurePostgresCloud.{settings.Cloud}";
    }

    private static string Choose(TargetSession session) => $"AllHosts.WithTargetSession(global::Npgsql.TargetSessionAttributes.{session})";
}

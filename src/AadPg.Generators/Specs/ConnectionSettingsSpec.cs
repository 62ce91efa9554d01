namespace AadPg.Generators.Specs;

/// <summary>The attribute's values; <see langword="null"/> is "not said".</summary>
internal sealed record ConnectionSettingsSpec
{
    /// <summary>The name under <c>ConnectionStrings</c> in configuration.</summary>
    public string? ConnectionName { get; init; }

    public string? Host { get; init; }

    public int? Port { get; init; }

    public string? Database { get; init; }

    public string? Username { get; init; }

    public RequiredSslMode SslMode { get; init; } = RequiredSslMode.VerifyFull;

    public string? ApplicationName { get; init; }

    public string? ManagedIdentityClientId { get; init; }
}

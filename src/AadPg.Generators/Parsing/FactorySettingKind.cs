namespace AadPg.Generators.Parsing;

/// <summary>What the values of a setting are.</summary>
internal enum FactorySettingKind
{
    Text,
    Flag,
    Number,

    /// <summary>A TCP port; 0 is "not said".</summary>
    Port,

    /// <summary>One of the modes that require TLS.</summary>
    SslMode,
}

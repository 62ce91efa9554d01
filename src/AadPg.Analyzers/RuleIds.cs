namespace AadPg.Analyzers;

/// <summary>The ids of the connection string rules. An id is stable and never used again for another rule.</summary>
internal static class RuleIds
{
    public const string StaticPassword = "AADPG0001";
    public const string TlsNotRequired = "AADPG0002";
    public const string StaticPasswordForLocalServer = "AADPG0003";
    public const string ServerNotVerified = "AADPG0004";
    public const string TokenInConnectionString = "AADPG0005";
    public const string TokenHeldTooLong = "AADPG0006";
    public const string WrongTokenScope = "AADPG0007";
    public const string CredentialPerConnection = "AADPG0008";
    public const string BlockingTokenProvider = "AADPG0009";
    public const string ConflictingPassword = "AADPG0010";
    public const string UserName = "AADPG0011";
    public const string InvalidConnectionString = "AADPG0012";
    public const string ConnectionStringInjection = "AADPG0013";
    public const string TokenLogged = "AADPG0014";
}

namespace AadPg.Testing;

/// <summary>
/// The managed identity endpoint on loopback that serves a server's principals, as Azure App Service does: plain http, told by
/// <c>IDENTITY_ENDPOINT</c> and <c>IDENTITY_HEADER</c>, the identity chosen by <c>client_id</c>.
/// </summary>
/// <remarks>
/// A process has one such endpoint for all of its servers, because the environment variables are the process's: the client id says
/// which server is meant. So tests with a server each can run in parallel; lifetime, fault and counter here are one server's.
/// </remarks>
public sealed class LocalTokenEndpoint
{
    private readonly TokenEndpointHost _host;
    private int _requestCount;

    internal LocalTokenEndpoint(TokenEndpointHost host, TimeSpan tokenLifetime) => (_host, TokenLifetime) = (host, tokenLifetime);

    /// <summary>The address, the value of <c>IDENTITY_ENDPOINT</c>; the same for all servers of the process.</summary>
    public Uri Uri => _host.AddressOf(defaultIdentity: null);

    /// <summary>The value of <c>IDENTITY_HEADER</c>, which a request must bring along as <c>X-IDENTITY-HEADER</c>.</summary>
    public string Header => _host.Header;

    /// <summary>How long tokens live from the next issued one on, one second at the least; from <see cref="AadPostgresOptions.TokenLifetime"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than a second.</exception>
    public TimeSpan TokenLifetime
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            field = value;
        }
    }

    /// <summary>What goes wrong with the token requests of the server's principals, unless they have their own; null by default.</summary>
    public TokenFault? Fault { get; set; }

    /// <summary>How many token requests of the server's principals came, failed ones included.</summary>
    public int RequestCount => Volatile.Read(ref _requestCount);

    /// <summary>
    /// The environment variables for another process, such as an application under test: <c>IDENTITY_ENDPOINT</c> and
    /// <c>IDENTITY_HEADER</c>, and what makes DefaultAzureCredential go there as <paramref name="identity"/>
    /// (<c>AZURE_TOKEN_CREDENTIALS</c>, <c>AZURE_CLIENT_ID</c>). It is also the system-assigned identity there.
    /// </summary>
    public IReadOnlyDictionary<string, string> GetEnvironment(AadPrincipal identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return EnvironmentLease.Variables(_host, identity).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>
    /// Points this process's environment variables to the endpoint until the result is disposed; what was there before is then put
    /// back. Calls may overlap. <see cref="AadPrincipal.CreateCredential"/> does it by itself.
    /// </summary>
    /// <param name="defaultIdentity">
    /// The identity that a request without a client id gets, and DefaultAzureCredential; null leaves that open.
    /// </param>
    /// <exception cref="InvalidOperationException">Another default identity is applied now: a process can have one.</exception>
    public IDisposable ApplyToEnvironment(AadPrincipal? defaultIdentity = null) => EnvironmentLease.Take(_host, defaultIdentity);

    internal void CountRequest() => Interlocked.Increment(ref _requestCount);
}

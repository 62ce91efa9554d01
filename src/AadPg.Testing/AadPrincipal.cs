using Azure.Core;
using Azure.Identity;

namespace AadPg.Testing;

/// <summary>
/// A user, group, service principal or managed identity of the server's directory, with a role of the same name. Made by
/// <see cref="AadPostgres"/>.
/// </summary>
public sealed class AadPrincipal
{
    private int _requestCount;

    internal AadPrincipal(AadPostgres postgres, AadPrincipalKind kind, string name) => (Postgres, Kind, Name) = (postgres, kind, name);

    /// <summary>The name to log in with, case included: a user's principal name, else a display name.</summary>
    public string Name { get; }

    /// <summary>What the principal is.</summary>
    public AadPrincipalKind Kind { get; }

    /// <summary>Its object id in the directory: the token's <c>oid</c>.</summary>
    public string ObjectId { get; } = Guid.NewGuid().ToString();

    /// <summary>The client id that the token endpoint knows it by; unique over all servers of the process.</summary>
    public string ClientId { get; } = Guid.NewGuid().ToString();

    /// <summary>
    /// How long its tokens live from the next issued one on, one second at the least; null (the default) is the server's
    /// <see cref="LocalTokenEndpoint.TokenLifetime"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than a second.</exception>
    public TimeSpan? TokenLifetime
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.MaxValue, TimeSpan.FromSeconds(1), nameof(value));
            field = value;
        }
    }

    /// <summary>What goes wrong with its token requests; null (the default) is the server's <see cref="LocalTokenEndpoint.Fault"/>.</summary>
    public TokenFault? Fault { get; set; }

    /// <summary>How many token requests of this principal the endpoint has seen, failed ones included.</summary>
    public int TokenRequestCount => Volatile.Read(ref _requestCount);

    internal IReadOnlyList<AadPrincipal> Groups { get; set; } = [];

    internal AadPostgres Postgres { get; }

    /// <summary>
    /// A real <see cref="ManagedIdentityCredential"/> with this principal's client id; a person's stands in for their <c>az login</c>.
    /// Azure.Identity finds the endpoint by environment variables, so the first call applies them to this process until the server
    /// is disposed (see <see cref="LocalTokenEndpoint.ApplyToEnvironment"/>).
    /// </summary>
    /// <remarks>
    /// Azure.Identity keeps managed identity tokens in a cache of the process, by client id, until five minutes before their expiry: a
    /// new credential does not bring a new token. Tokens that live for less than five minutes are asked for each time.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The principal is a group, which has no token.</exception>
    public TokenCredential CreateCredential()
    {
        RequireToken();
        Postgres.KeepEnvironmentApplied();
        return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(ClientId));
    }

    /// <summary>The token that the endpoint hands out: the current one, or a new one where there is none or it is about to expire.</summary>
    /// <exception cref="InvalidOperationException">The principal is a group, which has no token.</exception>
    public async Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken = default) =>
        Answer(await RequireToken().GetAsync(this, cancellationToken).ConfigureAwait(false));

    /// <summary>Issues a new token; the server refuses the one before from now on.</summary>
    /// <exception cref="InvalidOperationException">The principal is a group, which has no token.</exception>
    public async Task<AccessToken> RotateTokenAsync(CancellationToken cancellationToken = default) =>
        Answer(await RequireToken().RotateAsync(this, cancellationToken).ConfigureAwait(false));

    /// <summary>Lets the current token expire now: the server refuses it (28P01), and the endpoint issues a new one when asked.</summary>
    /// <exception cref="InvalidOperationException">The principal is a group, which has no token.</exception>
    public Task ExpireTokenAsync(CancellationToken cancellationToken = default) => RequireToken().ExpireAsync(this, cancellationToken);

    /// <summary>Takes the current token away: the server refuses every token of the principal until a new one is issued.</summary>
    /// <exception cref="InvalidOperationException">The principal is a group, which has no token.</exception>
    public Task RevokeTokenAsync(CancellationToken cancellationToken = default) => RequireToken().RevokeAsync(this, cancellationToken);

    /// <summary>Kind and name.</summary>
    public override string ToString() => $"{Kind} {Name}";

    internal void CountRequest() => Interlocked.Increment(ref _requestCount);

    private static AccessToken Answer(IssuedToken token) => new(token.Text, token.ExpiresOn);

    private PrincipalTokens RequireToken() => Kind is not AadPrincipalKind.Group ? Postgres.PrincipalTokens : throw new InvalidOperationException(
        $"'{Name}' is a group and has no token. Use a member's credential or token, with the group's name as the user name.");
}

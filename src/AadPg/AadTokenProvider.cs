namespace AadPg;

/// <summary>
/// Gives Azure AD access tokens for PostgreSQL from a cache that never asks twice for the same thing: any number of concurrent callers
/// make one request, and a token is replaced before it expires, on use and in the background. For the places that
/// <c>UseAadAuthentication</c> does not reach: tools that take a password, other drivers, health checks.
/// </summary>
/// <remarks>
/// Thread-safe. Providers with the same credential instance, scope, tenant and clock share one cache, also with the data sources of
/// <c>UseAadAuthentication</c>; different credential instances never share. While a token lives, failures of the credential stay
/// invisible: the token serves on and requests back off from 1 to 60 seconds. Without a living token every call leads to a request of
/// its own time, at most one second after the last one failed.
/// </remarks>
public sealed class AadTokenProvider
{
    private readonly TokenCache _cache;
    private readonly TokenTerms _terms;

    /// <summary>Creates a provider.</summary>
    /// <param name="options">Where tokens come from, and for which cloud (public, if it does not say); null for the defaults. Hosts and
    /// SSL Mode play no role here: whoever takes the token has to see where it goes.</param>
    /// <exception cref="AadAuthenticationException">An option is out of its range.</exception>
    public AadTokenProvider(AadAuthenticationOptions? options = null)
        : this(options ?? new AadAuthenticationOptions(), options?.Cloud ?? AzurePostgresCloud.Public)
    {
    }

    internal AadTokenProvider(AadAuthenticationOptions options, AzurePostgresCloud cloud)
    {
        options.Validate();
        _cache = TokenCaches.Get(Credentials.Of(options), cloud.Scope, options.TenantId, options.TimeProvider);
        if (options.LoggerFactory is not null)
            _cache.Logger = TokenLog.Create(options.LoggerFactory);
        _terms = new TokenTerms(options.MinimumTokenLifetime, options.AcquisitionTimeout, options.AcquisitionTimeout);
    }

    /// <summary>Gives a token. Completes at once, without a lock or an allocation, while one is cached.</summary>
    /// <param name="cancellationToken">Ends this caller's wait; the request goes on for the others.</param>
    /// <returns>The access token, to be sent as the password, inside TLS only.</returns>
    /// <exception cref="AadAuthenticationException">No token could be had within the acquisition timeout, and none is alive.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken = default) => _cache.GetTokenAsync(_terms, cancellationToken);

    /// <summary>
    /// Gives a token, synchronously all the way: the first caller asks the credential's own synchronous method on its thread, others
    /// wait for that answer.
    /// </summary>
    /// <returns>The access token, to be sent as the password, inside TLS only.</returns>
    /// <exception cref="AadAuthenticationException">No token could be had within the acquisition timeout, and none is alive.</exception>
    public string GetToken() => _cache.GetToken(_terms);

    /// <summary>
    /// Says that the server refused a login (28P01 or 28000) with the token in the cache: the next caller gets a new one, if one can be
    /// had. Call it where a login fails that this library does not see, such as one by a plain connection or through EF Core;
    /// <see cref="AadConnectionFactory"/> does it by itself.
    /// </summary>
    public void Invalidate() => Invalidate(long.MaxValue);

    /// <summary>What the cache has now.</summary>
    internal TokenStatus Status => _cache.Status;

    /// <summary>Has the token replaced that was the newest at a moment given by <see cref="TokenRequester.LatestGeneration"/>.</summary>
    internal void Invalidate(long generation) => _cache.Suspect(generation);

    /// <summary>As <see cref="GetTokenAsync(CancellationToken)"/>, with a wait of its own, if that is shorter.</summary>
    internal ValueTask<string> GetTokenAsync(TimeSpan longestWait, CancellationToken cancellationToken) =>
        _cache.GetTokenAsync(TermsWith(longestWait), cancellationToken);

    /// <summary>As <see cref="GetToken()"/>, with a wait of its own, if that is shorter.</summary>
    internal string GetToken(TimeSpan longestWait) => _cache.GetToken(TermsWith(longestWait));

    private TokenTerms TermsWith(TimeSpan longestWait) => longestWait < _terms.Wait ? _terms with { Wait = longestWait } : _terms;
}

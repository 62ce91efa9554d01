namespace AadPg.Testing;

/// <summary>
/// The current token of each principal of one server, and the roles that take it: the principal's own and its groups'. One change
/// at a time, so that what the server takes is what was issued last.
/// </summary>
internal sealed class PrincipalTokens(ServerRoles roles, TokenIssuer issuer, LocalTokenEndpoint endpoint, string audience) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The token of each principal that the server takes now.</summary>
    private readonly Dictionary<AadPrincipal, IssuedToken> _current = [];

    /// <summary>The first tokens, which the server takes already but nobody has asked for yet.</summary>
    private readonly Dictionary<AadPrincipal, (IssuedToken Token, TimeSpan Lifetime)> _prepared = [];

    /// <summary>The member whose token each group takes: a role of PostgreSQL has one password.</summary>
    private readonly Dictionary<AadPrincipal, AadPrincipal> _holders = [];

    /// <summary>
    /// Has the server take a new principal's first token. It reads the role when a login begins, and only then asks for the password: a
    /// token that is issued in between would be refused.
    /// </summary>
    public Task PrepareAsync(AadPrincipal principal, CancellationToken cancellationToken) => OneAtATimeAsync(async () =>
    {
        var lifetime = LifetimeOf(principal);
        var token = issuer.Issue(principal, audience, lifetime);
        await roles.AcceptAsync([principal.Name], token, cancellationToken).ConfigureAwait(false);
        _prepared[principal] = (token, lifetime);
        return token;
    }, cancellationToken);

    /// <summary>The current token, or a new one where there is none or it is about to expire.</summary>
    public Task<IssuedToken> GetAsync(AadPrincipal principal, CancellationToken cancellationToken) => OneAtATimeAsync(async () =>
    {
        if (TakePrepared(principal) is { } first)
            return _current[principal] = first;
        if (!_current.TryGetValue(principal, out var token) || !token.IsFresh)
            return await IssueAsync(principal, LifetimeOf(principal), cancellationToken).ConfigureAwait(false);

        var others = principal.Groups.Where(group => _holders.GetValueOrDefault(group) != principal).ToList();
        if (others.Count > 0)
            await AcceptAsync(principal, others.Select(group => group.Name), token, cancellationToken).ConfigureAwait(false);
        return token;
    }, cancellationToken);

    /// <summary>A new token; the server refuses the one before from now on.</summary>
    public Task<IssuedToken> RotateAsync(AadPrincipal principal, CancellationToken cancellationToken) =>
        OneAtATimeAsync(() => IssueAsync(principal, LifetimeOf(principal), cancellationToken), cancellationToken);

    /// <summary>A token whose expiry is past already: it is written, but no role takes it.</summary>
    public IssuedToken IssueExpired(AadPrincipal principal) => issuer.Issue(principal, audience, TimeSpan.FromMinutes(-5));

    /// <summary>A token for another audience: it is written, but no role takes it.</summary>
    public IssuedToken IssueForOther(AadPrincipal principal, string otherAudience) => issuer.Issue(principal, otherAudience, LifetimeOf(principal));

    /// <summary>The current token is past its expiry for the server; the next one asked for is new.</summary>
    public Task ExpireAsync(AadPrincipal principal, CancellationToken cancellationToken) =>
        DropAsync(principal, roles.ExpireAsync, cancellationToken);

    /// <summary>The server takes no token of the principal; the next one asked for is new.</summary>
    public Task RevokeAsync(AadPrincipal principal, CancellationToken cancellationToken) =>
        DropAsync(principal, roles.RevokeAsync, cancellationToken);

    /// <summary>A new group takes the token that one of its members has already.</summary>
    public Task AddGroupAsync(AadPrincipal group, AadPrincipal[] members, CancellationToken cancellationToken) => OneAtATimeAsync(async () =>
    {
        if (Join(group, members) is { } holder)
            await roles.AcceptAsync([group.Name], _current[holder], cancellationToken).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    public void Dispose() => _one.Dispose();

    private TimeSpan LifetimeOf(AadPrincipal principal) => principal.TokenLifetime ?? endpoint.TokenLifetime;

    /// <summary>Makes them members of the group; answers the one whose token the group takes, if any has one.</summary>
    private AadPrincipal? Join(AadPrincipal group, AadPrincipal[] members)
    {
        foreach (var member in members)
            member.Groups = [.. member.Groups, group];
        var holder = Array.FindLast(members, _current.ContainsKey);
        if (holder is not null)
            _holders[group] = holder;
        return holder;
    }

    /// <summary>The prepared token, unless what it should say has changed since.</summary>
    private IssuedToken? TakePrepared(AadPrincipal principal) =>
        _prepared.Remove(principal, out var prepared) && prepared.Token.IsFresh && prepared.Lifetime == LifetimeOf(principal) && principal.Groups.Count == 0
            ? prepared.Token
            : null;

    private async Task<IssuedToken> IssueAsync(AadPrincipal principal, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var token = issuer.Issue(principal, audience, lifetime);
        await AcceptAsync(principal, principal.Groups.Select(group => group.Name).Prepend(principal.Name), token, cancellationToken).ConfigureAwait(false);
        _prepared.Remove(principal);
        _current[principal] = token;
        return token;
    }

    private async Task AcceptAsync(AadPrincipal principal, IEnumerable<string> names, IssuedToken token, CancellationToken cancellationToken)
    {
        await roles.AcceptAsync(names, token, cancellationToken).ConfigureAwait(false);
        foreach (var group in principal.Groups)
            _holders[group] = principal;
    }

    private Task<bool> DropAsync(AadPrincipal principal, Func<IEnumerable<string>, CancellationToken, Task> change, CancellationToken cancellationToken) =>
        OneAtATimeAsync(async () =>
        {
            var held = principal.Groups.Where(group => _holders.GetValueOrDefault(group) == principal).Select(group => group.Name);
            await change(held.Prepend(principal.Name), cancellationToken).ConfigureAwait(false);
            return _prepared.Remove(principal) | _current.Remove(principal);
        }, cancellationToken);

    private async Task<T> OneAtATimeAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }
}

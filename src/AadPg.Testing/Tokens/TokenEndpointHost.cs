using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Npgsql;

namespace AadPg.Testing;

/// <summary>The process's one token endpoint: finds the principal that a request means and answers as App Service would.</summary>
internal sealed class TokenEndpointHost
{
    private const string ApiVersion = "2019-08-01";

    // Resources that every tenant of the public cloud knows: a token for them can be had, but the server refuses it.
    private static readonly HashSet<string> s_otherResources = new(StringComparer.OrdinalIgnoreCase)
    {
        "https://database.windows.net", "https://management.azure.com", "https://management.core.windows.net",
        "https://vault.azure.net", "https://storage.azure.com", "https://graph.microsoft.com",
        "https://ossrdbms-aad.database.windows.net",
    };

    private static readonly Lazy<TokenEndpointHost> s_shared = new(() => new());

    private readonly ConcurrentDictionary<string, AadPrincipal> _principals = new(StringComparer.OrdinalIgnoreCase);
    private readonly LoopbackHttpServer _server;

    private TokenEndpointHost() => _server = LoopbackHttpServer.Start(AnswerAsync);

    public static TokenEndpointHost Shared => s_shared.Value;

    public string Header { get; } = Guid.NewGuid().ToString();

    /// <summary>The endpoint's address; the path of a default identity's names it, so that it needs no client id.</summary>
    public Uri AddressOf(AadPrincipal? defaultIdentity)
    {
        var identity = defaultIdentity is null ? "" : defaultIdentity.ClientId + "/";
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/{identity}msi/token"));
    }

    public void Add(AadPrincipal principal) => _principals[principal.ClientId] = principal;

    public void Remove(AadPrincipal principal) => _principals.TryRemove(principal.ClientId, out _);

    private async Task<HttpAnswer?> AnswerAsync(HttpRequestHead request)
    {
        if (!request.Uri.AbsolutePath.TrimEnd('/').EndsWith("/msi/token", StringComparison.OrdinalIgnoreCase))
            return HttpAnswer.Error(HttpStatusCode.NotFound, "Not found.");
        if (request.Method != "GET")
            return HttpAnswer.Error(HttpStatusCode.MethodNotAllowed, "Only GET is supported.");
        if (request.Headers.GetValueOrDefault("X-IDENTITY-HEADER") != Header)
            return HttpAnswer.Error(HttpStatusCode.Unauthorized, "The header X-IDENTITY-HEADER is missing or is not the value of IDENTITY_HEADER.");
        if (request.Query.GetValueOrDefault("api-version") != ApiVersion)
            return HttpAnswer.Error(HttpStatusCode.BadRequest, $"The api-version is missing or unsupported. Supported: {ApiVersion}.");
        if (PrincipalOf(request) is not { } principal)
            return HttpAnswer.Error(HttpStatusCode.BadRequest, "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.");

        principal.CountRequest();
        principal.Postgres.Tokens.CountRequest();
        return await AnswerAsync(principal, request.Query.GetValueOrDefault("resource", "")).ConfigureAwait(false);
    }

    private static async Task<HttpAnswer?> AnswerAsync(AadPrincipal principal, string resource)
    {
        var fault = principal.Fault ?? principal.Postgres.Tokens.Fault ?? new TokenFault();
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay).ConfigureAwait(false);
        if (fault.NoAnswer)
            return null;
        if (fault.Status is { } status)
            return fault.Body is null ? HttpAnswer.Error(status, "The fault that the test has set.") : new(status, fault.Body);
        if (fault.Body is not null)
            return new(HttpStatusCode.OK, fault.Body);

        var tokens = principal.Postgres.PrincipalTokens;
        if (fault.Audience is not null)
            return Token(principal, tokens.IssueForOther(principal, fault.Audience));
        if (resource.TrimEnd('/') != principal.Postgres.Audience)
        {
            return s_otherResources.Contains(resource.TrimEnd('/'))
                ? Token(principal, tokens.IssueForOther(principal, resource))
                : HttpAnswer.Error(HttpStatusCode.BadRequest, $"AADSTS500011: The resource principal named {resource} was not found in the tenant.");
        }
        if (fault.ExpiredToken)
            return Token(principal, tokens.IssueExpired(principal));
        try
        {
            return Token(principal, await tokens.GetAsync(principal, CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception stopped) when (stopped is NpgsqlException or ObjectDisposedException)
        {
            return HttpAnswer.Error(HttpStatusCode.InternalServerError, "The PostgreSQL server that the identity belongs to is not running.");
        }
    }

    /// <summary>By client id or object id; without either the default identity, which the path names.</summary>
    private AadPrincipal? PrincipalOf(HttpRequestHead request)
    {
        if (request.Query.GetValueOrDefault("client_id") is { } clientId)
            return _principals.GetValueOrDefault(clientId);
        if ((request.Query.GetValueOrDefault("principal_id") ?? request.Query.GetValueOrDefault("object_id")) is { } objectId)
            return _principals.Values.FirstOrDefault(principal => string.Equals(principal.ObjectId, objectId, StringComparison.OrdinalIgnoreCase));
        return _principals.GetValueOrDefault(request.Uri.Segments[1].TrimEnd('/'));
    }

    private static HttpAnswer Token(AadPrincipal principal, IssuedToken token) => HttpAnswer.Json(new JsonObject
    {
        ["access_token"] = token.Text,
        ["client_id"] = principal.ClientId,
        ["expires_on"] = token.ExpiresOn.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["not_before"] = token.IssuedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["resource"] = token.Audience,
        ["token_type"] = "Bearer",
    });
}

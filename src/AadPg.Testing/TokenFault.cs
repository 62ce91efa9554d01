using System.Net;

namespace AadPg.Testing;

/// <summary>
/// What goes wrong with token requests while it is set, on one principal (<see cref="AadPrincipal.Fault"/>) or on all of a server
/// (<see cref="LocalTokenEndpoint.Fault"/>). Parts combine: a delay and then a status.
/// </summary>
public sealed record TokenFault
{
    /// <summary>How long each answer is held back. Default: not at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the connection is closed without an answer, as where the endpoint is down. Default: false.</summary>
    public bool NoAnswer { get; init; }

    /// <summary>The HTTP status to answer with instead of a token, such as 500, 503 or 429. Default: null, no error.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>A body to answer with, as it is, instead of the JSON with the token. Default: null.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Whether the endpoint hands out a token whose expiry is already past; the server refuses it. Default: false. Azure.Identity
    /// takes a past <c>expires_on</c> for a duration, so the token looks good for decades to its caller.
    /// </summary>
    public bool ExpiredToken { get; init; }

    /// <summary>An audience that the token is issued for instead of the one asked for; the server refuses it. Default: null.</summary>
    public string? Audience { get; init; }
}

using System.Net;
using System.Text.Json.Nodes;

namespace AadPg.Testing;

/// <summary>What the endpoint answers: a status and a body.</summary>
internal sealed record HttpAnswer(HttpStatusCode Status, string Body)
{
    /// <summary>The status alone: the body may hold a token.</summary>
    public override string ToString() => $"{(int)Status} {Status}";

    public static HttpAnswer Json(JsonObject body) => new(HttpStatusCode.OK, body.ToJsonString());

    /// <summary>An error in the shape of App Service's: status code, message, correlation id.</summary>
    public static HttpAnswer Error(HttpStatusCode status, string message) => new(status, new JsonObject
    {
        ["statusCode"] = (int)status,
        ["message"] = message,
        ["correlationId"] = Guid.NewGuid().ToString(),
    }.ToJsonString());
}

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace AadPg.Testing.Tests;

/// <summary>What the endpoint answers on the wire, and what the real credential makes of it.</summary>
public sealed class TokenEndpointTests(SharedPostgres shared)
{
    private const string Resource = "https://ossrdbms-aad.database.windows.net";
    private static readonly HttpClient s_http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AadPostgres Postgres => shared.Postgres;

    [Fact]
    public async Task RightRequest_GetsTheToken()
    {
        var alice = await shared.NewUserAsync();

        using var response = await SendAsync($"api-version=2019-08-01&resource={Uri.EscapeDataString(Resource)}&client_id={alice.ClientId}");
        var body = await JsonAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var token = await alice.GetTokenAsync(Cancel);
        Assert.Equal(token.Token, body.GetProperty("access_token").GetString());
        Assert.Equal(token.ExpiresOn.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), body.GetProperty("expires_on").GetString());
        Assert.Equal(Resource, body.GetProperty("resource").GetString());
        Assert.Equal("Bearer", body.GetProperty("token_type").GetString());
    }

    [Fact]
    public async Task ObjectId_SelectsTheIdentityToo()
    {
        var alice = await shared.NewUserAsync();

        using var response = await SendAsync($"api-version=2019-08-01&resource={Resource}&principal_id={alice.ObjectId}");

        Assert.Equal(alice.ClientId, (await JsonAsync(response)).GetProperty("client_id").GetString());
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task WrongHeader_IsUnauthorized_AndIsNotRepeated(string? header)
    {
        var alice = await shared.NewUserAsync();

        using var response = await SendAsync($"api-version=2019-08-01&resource={Resource}&client_id={alice.ClientId}", header);
        var body = await response.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.DoesNotContain(Postgres.Tokens.Header, body, StringComparison.Ordinal);
        Assert.Equal(0, alice.TokenRequestCount);
    }

    [Theory]
    [InlineData("api-version=2019-08-01&resource=https://ossrdbms-aad.database.windows.net&client_id=00000000-0000-0000-0000-000000000000", "No User Assigned")]
    [InlineData("api-version=2019-08-01&resource=https://ossrdbms-aad.database.windows.net", "No User Assigned")]
    [InlineData("api-version=2017-09-01&resource=https://ossrdbms-aad.database.windows.net", "api-version")]
    public async Task WrongQuery_IsABadRequest(string query, string message)
    {
        using var response = await SendAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (await JsonAsync(response)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\n\r\n", "404")]
    [InlineData("POST /msi/token HTTP/1.1\r\n\r\n", "405")]
    [InlineData("nonsense\r\n\r\n", "400")]
    public async Task OtherRequests_AreAnsweredAsHttpDoes(string request, string status)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Postgres.Tokens.Uri.Port, Cancel);
        await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(request), Cancel);

        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownClientId_FailsTheCredentialAtOnce()
    {
        var alice = await shared.NewUserAsync();
        alice.CreateCredential();
        var stranger = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(Guid.NewGuid().ToString()));

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await stranger.GetTokenAsync(Logins.PostgresScope, Cancel));

        Assert.Contains("No User Assigned or Delegated Managed Identity found", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScopeThatNobodyKnows_FailsTheCredential()
    {
        var credential = (await shared.NewUserAsync()).CreateCredential();

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(async () =>
            await credential.GetTokenAsync(new TokenRequestContext(["https://nowhere.example/.default"]), Cancel));

        Assert.Contains("AADSTS500011", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenForAzureSql_IsIssued_AndTheServerRefusesIt()
    {
        var alice = await shared.NewUserAsync();
        await alice.GetTokenAsync(Cancel);

        var token = await alice.CreateCredential().GetTokenAsync(new TokenRequestContext(["https://database.windows.net/.default"]), Cancel);

        Assert.Equal("28P01", (await Postgres.RefusalAsync(alice, token.Token)).SqlState);
    }

    [Fact]
    public async Task AudienceOfAnotherCloud_CanBeTheServers()
    {
        await using var china = await AadPostgres.StartAsync(new() { Audience = "https://ossrdbms-aad.database.chinacloudapi.cn" }, Cancel);
        var alice = await china.CreateUserAsync("alice@contoso.cn", Cancel);

        var token = await alice.CreateCredential().GetTokenAsync(new TokenRequestContext(["https://ossrdbms-aad.database.chinacloudapi.cn/.default"]), Cancel);
        var wrong = await alice.TokenByCredentialAsync();

        await (await china.LogInAsync(alice, token.Token)).DisposeAsync();
        Assert.Equal("28P01", (await china.RefusalAsync(alice, wrong.Token)).SqlState);
    }

    [Fact]
    public async Task Fault_Status_FailsTheCredential_UntilItIsTakenAway()
    {
        var alice = await shared.NewUserAsync();
        var credential = alice.CreateCredential();
        alice.Fault = new() { Status = HttpStatusCode.Forbidden };

        await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await credential.GetTokenAsync(Logins.PostgresScope, Cancel));
        alice.Fault = null;
        var token = await credential.GetTokenAsync(Logins.PostgresScope, Cancel);

        await (await Postgres.LogInAsync(alice, token.Token)).DisposeAsync();
        Assert.Equal(2, alice.TokenRequestCount);
    }

    [Fact]
    public async Task Fault_Body_IsSentAsItIs()
    {
        var alice = await shared.NewUserAsync();
        alice.Fault = new() { Body = "<html>Bad gateway</html>", Status = HttpStatusCode.BadGateway };

        using var response = await SendAsync($"api-version=2019-08-01&resource={Resource}&client_id={alice.ClientId}");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("<html>Bad gateway</html>", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Fault_Garbage_FailsTheCredential()
    {
        var alice = await shared.NewUserAsync();
        alice.Fault = new() { Body = "garbage" };

        await Assert.ThrowsAnyAsync<AuthenticationFailedException>(async () => await alice.TokenByCredentialAsync());
    }

    [Fact]
    public async Task Fault_Delay_HoldsTheAnswerBack()
    {
        var alice = await shared.NewUserAsync();
        alice.Fault = new() { Delay = TimeSpan.FromSeconds(0.5) };
        var clock = Stopwatch.StartNew();

        await alice.TokenByCredentialAsync();

        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(0.45), $"answered after {clock.Elapsed}");
    }

    [Fact]
    public async Task Fault_ExpiredToken_IsHandedOut_AndRefusedByTheServer()
    {
        var alice = await shared.NewUserAsync();
        alice.Fault = new() { ExpiredToken = true };

        using var response = await SendAsync($"api-version=2019-08-01&resource={Resource}&client_id={alice.ClientId}");
        var body = await JsonAsync(response);

        var expiresOn = long.Parse(body.GetProperty("expires_on").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(expiresOn < DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        Assert.Equal("28P01", (await Postgres.RefusalAsync(alice, body.GetProperty("access_token").GetString()!)).SqlState);

        alice.Fault = null;
        await (await Postgres.LogInAsync(alice, (await alice.TokenByCredentialAsync()).Token)).DisposeAsync();
    }

    [Fact]
    public async Task Fault_Audience_GivesATokenThatTheServerRefuses()
    {
        var alice = await shared.NewUserAsync();
        alice.Fault = new() { Audience = "https://management.azure.com" };

        var token = await alice.TokenByCredentialAsync();

        Assert.Equal("28P01", (await Postgres.RefusalAsync(alice, token.Token)).SqlState);
    }

    [Fact]
    public async Task FaultOfTheServer_IsForAllItsPrincipals_ExceptThoseWithTheirOwn()
    {
        await using var postgres = await AadPostgres.StartAsync(cancellationToken: Cancel);
        var (alice, bob) = (await postgres.CreateUserAsync("alice", Cancel), await postgres.CreateUserAsync("bob", Cancel));
        postgres.Tokens.Fault = new() { Status = HttpStatusCode.Forbidden };
        bob.Fault = new();

        await Assert.ThrowsAnyAsync<AuthenticationFailedException>(async () => await alice.TokenByCredentialAsync());
        await bob.TokenByCredentialAsync();

        Assert.Equal((1, 1, 2), (alice.TokenRequestCount, bob.TokenRequestCount, postgres.Tokens.RequestCount));
    }

    [Fact]
    public async Task ManyRequestsAtOnce_GetOneToken_AndAreCounted()
    {
        var alice = await shared.NewUserAsync();
        var query = $"api-version=2019-08-01&resource={Resource}&client_id={alice.ClientId}";

        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var response = await SendAsync(query);
            return (await JsonAsync(response)).GetProperty("access_token").GetString();
        }));

        Assert.Single(tokens.Distinct());
        Assert.Equal(50, alice.TokenRequestCount);
    }

    private Task<HttpResponseMessage> SendAsync(string query) => SendAsync(query, Postgres.Tokens.Header);

    private async Task<HttpResponseMessage> SendAsync(string query, string? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Postgres.Tokens.Uri}?{query}");
        if (header is not null)
            request.Headers.Add("X-IDENTITY-HEADER", header);
        return await s_http.SendAsync(request, Cancel);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;
}

using System.Text;
using Npgsql;

namespace AadPg.Tests;

public sealed class TokenUsernameTests
{
    [Theory]
    [InlineData("""{"upn":"alice@contoso.com","unique_name":"other"}""", AadUsernameClaims.Any, "alice@contoso.com")]
    [InlineData("""{"upn":"alice@contoso.com","preferred_username":"ally"}""", AadUsernameClaims.PreferredUsername, "ally")]
    [InlineData("""{"unique_name":"räuber.hotzenplotz@contoso.com"}""", AadUsernameClaims.Any, "räuber.hotzenplotz@contoso.com")]
    [InlineData("""{"upn":"","preferred_username":"日本語@contoso.com"}""", AadUsernameClaims.Any, "日本語@contoso.com")]
    [InlineData("""{"upn":"guest_fabrikam.com#EXT#@contoso.onmicrosoft.com"}""", AadUsernameClaims.Upn, "guest_fabrikam.com#EXT#@contoso.onmicrosoft.com")]
    [InlineData("""{"upn":"ñandú~~>>??@contoso.com"}""", AadUsernameClaims.Upn, "ñandú~~>>??@contoso.com")]
    [InlineData("""{"xms_mirid":"/subscriptions/1/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders-api"}""", AadUsernameClaims.Any, "orders-api")]
    public void ChosenClaim_NamesTheUser(string claims, AadUsernameClaims choice, string name) =>
        Assert.Equal(name, TokenUsername.Read(Token(claims), choice));

    [Fact]
    public void CharactersThatPlainBase64DoesNotHave_AreInTheTokensAbove() =>
        Assert.Matches("-.*_", Encode("""{"upn":"ñandú~~>>??@contoso.com"}"""));

    [Theory]
    [InlineData("""{"upn":"CANARY@contoso.com"}""", AadUsernameClaims.ManagedIdentityName, "(xms_mirid)")]
    [InlineData("""{"upn":7,"xms_mirid":"/CANARY/"}""", AadUsernameClaims.Upn | AadUsernameClaims.ManagedIdentityName, "(upn, xms_mirid)")]
    [InlineData("[\"CANARY\"]", AadUsernameClaims.Upn, "(upn)")]
    [InlineData("CANARY", AadUsernameClaims.Upn, "(upn)")]
    public void TokenWithoutTheClaim_IsRefusedWithoutTellingIt(string claims, AadUsernameClaims choice, string names)
    {
        var refusal = Assert.Throws<AadAuthenticationException>(() => TokenUsername.Read(Token(claims), choice));

        Assert.Equal(AadAuthenticationFailure.UserNameMissing, refusal.Reason);
        Assert.Contains(names, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.!!.c")]
    [InlineData("a.gA.c")]
    [InlineData("a..c")]
    public void NoJwt_IsRefused(string token) => Assert.Throws<AadAuthenticationException>(() => TokenUsername.Read(token, AadUsernameClaims.Any));

    [Fact]
    public void UsernameInTheConnectionString_OrPgUser_GoesBeforeTheClaim_WithoutATokenRequest()
    {
        var credential = new ScriptedCredential(TimeProvider.System);
        var options = new AadAuthenticationOptions { Credential = credential, UsernameFromToken = AadUsernameClaims.Any };
        var named = new NpgsqlConnectionStringBuilder("Host=a.postgres.database.azure.com;Username=Order Readers");

        AadLogin.Create(options, named);
        using var user = new EnvironmentVariable("PGUSER", "app");
        AadLogin.Create(options, new("Host=a.postgres.database.azure.com"));

        Assert.Equal("Order Readers", named.Username);
        Assert.Equal(0, credential.Requests);
    }

    [Fact]
    public void HostThatMayNotReceiveTheToken_IsRefusedBeforeItIsAskedForTheName()
    {
        using var noUser = new EnvironmentVariable("PGUSER", null);
        var credential = new ScriptedCredential(TimeProvider.System);

        Assert.Throws<AadAuthenticationException>(() => AadLogin.Create(
            new() { Credential = credential, UsernameFromToken = AadUsernameClaims.Any }, new("Host=evil.example")));

        Assert.Equal(0, credential.Requests);
    }

    private static string Token(string claims) => $"{Encode("""{"alg":"RS256"}""")}.{Encode(claims)}.c2lnbmF0dXJl";

    private static string Encode(string part) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(part)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

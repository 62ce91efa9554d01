using System.Text;

namespace AadPg.Tests;

public sealed class TokenClaimsTests
{
    [Theory]
    [InlineData("""{"exp":0}""", 0L)]
    [InlineData("""{"exp":253402300799}""", 253_402_300_799)]
    [InlineData("""{"exp":253402300800}""", null)]
    [InlineData("""{"exp":-1}""", null)]
    [InlineData("""{"exp":"1"}""", null)]
    [InlineData("""{"exp":1.5}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""[]""", null)]
    [InlineData("""{""", null)]
    public void Expiry_IsReadWhereItIsOne(string payload, long? seconds) => Assert.Equal(seconds, TokenClaims.Read(Token(payload)).ExpiresOn?.ToUnixTimeSeconds());

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("a.!.c")]
    public void OtherTokens_SayNothing(string token) => Assert.Equal(default, TokenClaims.Read(token));

    [Theory]
    [InlineData("https://ossrdbms-aad.database.windows.net", false)]
    [InlineData("https://OSSRDBMS-aad.database.windows.net/", false)]
    [InlineData("https://vault.azure.net", true)]
    [InlineData("123bf4a9-bd1d-4b1f-a0a5-3d1a3b8f1a2b", false)]
    public void Audience_IsComparedByItsHost(string audience, bool isForAnother) =>
        Assert.Equal(isForAnother, TokenClaims.Read(Token($$"""{"aud":"{{audience}}"}""")).IsForAnotherThan("https://ossrdbms-aad.database.windows.net/.default"));

    private static string Token(string payload) => $"a.{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c";
}

using System.Security.Authentication;
using Npgsql;

namespace AadPg.Tests;

public sealed class LoginErrorTests
{
    // What Azure Database for PostgreSQL and PgBouncer say, and a local server cannot be brought to say.
    [Theory]
    [InlineData("28000", "PAM authentication failed for user \"alice@contoso.com\"", AadLoginErrorCause.TokenRefused)]
    [InlineData("28000", "The access token has expired. Acquire a new token and retry.", AadLoginErrorCause.TokenExpired)]
    [InlineData("28P01", "The access token does not have a valid audience claim. Acquire a new token and retry.", AadLoginErrorCause.WrongAudience)]
    [InlineData("28000", "Service Principal oid mismatch for role [orders-api]", AadLoginErrorCause.PrincipalRecreated)]
    [InlineData("28000", "role \"Order Readers\" is not permitted to log in", AadLoginErrorCause.LoginNotPermitted)]
    [InlineData("28000", "role \"alice\" does not exist", AadLoginErrorCause.RoleMissing)]
    [InlineData("08P01", "client sent partial pkt in startup phase", AadLoginErrorCause.TokenTooLong)]
    [InlineData("08P01", "server login failed: FATAL password authentication failed for user \"orders-api\"", AadLoginErrorCause.TokenRefused)]
    [InlineData("28000", "no pg_hba.conf entry for host \"10.0.0.4\", user \"app\", database \"shop\", no encryption", AadLoginErrorCause.NotAllowedByServer)]
    [InlineData("28P01", "password authentication failed for user \"someone\"", AadLoginErrorCause.TokenRefused)]
    public void ServerError_HasACauseAndARemedy(string sqlState, string message, AadLoginErrorCause cause)
    {
        var refusal = new PostgresException(message, "FATAL", "FATAL", sqlState);

        var error = AadLoginError.Explain(new InvalidOperationException("wrapped", new NpgsqlException("wrapped", refusal)))!;

        Assert.Equal(cause, error.Cause);
        Assert.EndsWith(".", error.Explanation, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
        Assert.Equal($"{error.Explanation} {error.Remedy}", error.ToString());
    }

    [Fact]
    public void UserNameOfTheOperatingSystem_PointsToTheMissingOne() => Assert.Equal(
        AadLoginErrorCause.UserNameMissing,
        AadLoginError.Explain(new PostgresException($"password authentication failed for user \"{Environment.UserName}\"", "FATAL", "FATAL", "28P01"))?.Cause);

    [Fact]
    public void SeveralHosts_TheServersAnswerCounts() => Assert.Equal(
        AadLoginErrorCause.TokenExpired,
        AadLoginError.Explain(new NpgsqlException("Unable to connect", new AggregateException(
            new NpgsqlException("refused"), new PostgresException("The access token has expired", "FATAL", "FATAL", "28000"))))?.Cause);

    [Fact]
    public void OtherErrors_AreNotExplained()
    {
        Assert.Null(AadLoginError.Explain(new PostgresException("relation \"orders\" does not exist", "ERROR", "ERROR", "42P01")));
        Assert.Null(AadLoginError.Explain(new PostgresException("permission denied for table audience claim", "ERROR", "ERROR", "42501")));
        Assert.Null(AadLoginError.Explain(new PostgresException("permission denied for table orders", "ERROR", "ERROR", "42501")));
        Assert.Null(AadLoginError.Explain(new NpgsqlException("Exception while reading from stream", new IOException())));
        Assert.NotNull(AadLoginError.Explain(new NpgsqlException("Exception while performing SSL handshake", new AuthenticationException())));
    }

    [Fact]
    public void EveryCause_IsInTheTable()
    {
        var causes = LoginErrorTable.All.Select(static error => error.Cause).ToHashSet();

        Assert.Equal(Enum.GetValues<AadLoginErrorCause>(), causes.Order());
    }
}

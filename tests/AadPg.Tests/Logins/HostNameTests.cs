namespace AadPg.Tests;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("orders.postgres.database.azure.com", "orders.postgres.database.azure.com")]
    [InlineData(" ORDERS.Postgres.Database.Azure.Com. ", "orders.postgres.database.azure.com")]
    [InlineData("orders.postgres.database.azure.com:6432", "orders.postgres.database.azure.com")]
    [InlineData("orders.postgres.database.azure.com.:6432", "orders.postgres.database.azure.com")]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.1:5433", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("[::1]:5432", "[::1]")]
    [InlineData("[::1]", "[::1]")]
    public void Host_IsReadWithoutPortCaseAndDot(string text, string expected)
    {
        Assert.True(HostName.TryParse(text, out var host));
        Assert.Equal(expected, host);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData(".postgres.database.azure.com")]
    [InlineData("a..postgres.database.azure.com")]
    [InlineData("/var/run/postgresql")]
    [InlineData("@abstract")]
    [InlineData("h user=u password=x")]
    [InlineData("user@orders.postgres.database.azure.com")]
    [InlineData("evil.example/.postgres.database.azure.com")]
    [InlineData("evil.example\0.postgres.database.azure.com")]
    [InlineData("evil.example:x.postgres.database.azure.com")]
    [InlineData("*.postgres.database.azure.com")]
    [InlineData("ordérs.postgres.database.azure.com")]
    public void NoHost_IsNotRead(string text) => Assert.False(HostName.TryParse(text, out _));
}

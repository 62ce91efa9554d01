namespace AadPg.Tests;

public sealed class SecretFilterTests
{
    [Theory]
    [InlineData("it failed", "InvalidOperationException: it failed.")]
    [InlineData("it failed.", "InvalidOperationException: it failed.")]
    [InlineData("  it failed  ", "InvalidOperationException: it failed.")]
    [InlineData("got eyJC4naryC4nary.C4nary.C4nary instead", "InvalidOperationException: got (removed) instead.")]
    [InlineData("""{"access_token":"C4nary"}""", """InvalidOperationException: {"access_token":"(removed)"}.""")]
    [InlineData("client_secret=C4nary&x=y", "InvalidOperationException: client_secret=(removed)&x=y.")]
    [InlineData("eyJshort", "InvalidOperationException: eyJshort.")]
    public void Description_NamesTheFault_AndNoToken(string message, string description) =>
        Assert.Equal(description, SecretFilter.Describe(new InvalidOperationException(message)));

    [Fact]
    public void LongRun_IsTakenForASecret()
    {
        Assert.Equal("InvalidOperationException: (removed).", SecretFilter.Describe(new InvalidOperationException(new string('a', 100))));
        Assert.Equal($"InvalidOperationException: {new string('a', 99)}.", SecretFilter.Describe(new InvalidOperationException(new string('a', 99))));
    }

    [Fact]
    public void LongDescription_IsCutOff()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 200))[..^1] + "s";

        Assert.Equal($"InvalidOperationException: {text}.", SecretFilter.Describe(new InvalidOperationException(text)));
        Assert.Equal($"InvalidOperationException: {text} ….", SecretFilter.Describe(new InvalidOperationException(text + " and more")));
    }
}

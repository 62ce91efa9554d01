namespace AadPg.Analyzers.Tests.Tracing;

/// <summary>Several texts can reach one sink; each is looked at.</summary>
public class BranchTests
{
    [Theory]
    [InlineData("""number > 1 ? "Host=a.example.com;{|AADPG0001:Password=one|};SSL Mode=Require" : "Host=localhost;{|AADPG0003:Password=two|}" """)]
    [InlineData("""number switch { 1 => "Host=a.example.com;{|AADPG0001:Password=one|};SSL Mode=Require", 2 => text, _ => throw new Exception() }""")]
    [InlineData("""text ?? "Host=a.example.com;{|AADPG0001:Password=one|};SSL Mode=Require" """)]
    [InlineData("""Environment.GetEnvironmentVariable("DB") ?? "Host=a.example.com;{|AADPG0001:Password=one|};SSL Mode=Require" """)]
    [InlineData("""Environment.GetEnvironmentVariable("DB") ?? Environment.GetEnvironmentVariable("OTHER") ?? "Host=a.example.com;{|AADPG0001:Password=one|};SSL Mode=Require" """)]
    [InlineData("""(number > 1 ? text : null) ?? ("Host=a.example.com;" + "{|AADPG0001:Password=one|};SSL Mode=Require")""")]
    [InlineData("""$"Host=a.example.com;{|AADPG0001:Password={(number > 1 ? "one|}" : text)};SSL Mode=Require" """)]
    [InlineData("""$"Host={(number > 1 ? "a.example.com" : "localhost")};SSL Mode=Require;{|AADPG0001:{|AADPG0003:Password=one|}|}" """)]
    public Task PasswordInOneBranch_Triggers(string expression) => Verify.ConnectionString(expression);

    [Theory]
    [InlineData("""number > 1 ? "Host=a.example.com;SSL Mode=Require" : text""")]
    [InlineData("""text ?? throw new Exception("Password=one")""")]
    [InlineData("""number > 1 ? null : text""")]
    [InlineData("""$"Host=a.example.com;SSL Mode={(number > 1 ? "Require" : "VerifyFull")}" """)]
    [InlineData("""$"Host=a.example.com;{(number > 1 ? "SSL Mode=Require" : "SSL Mode=VerifyFull")}" """)]
    public Task NothingInAnyBranch_DoesNotTrigger(string expression) => Verify.ConnectionString(expression);

    [Theory]
    [InlineData("""number > 1 ? {|AADPG0002:"Host=a.example.com"|} : "Host=b.example.com;SSL Mode=Require" """)]
    [InlineData("""number > 1 ? "Host=b.example.com;SSL Mode=Require" : {|AADPG0002:"Host=a.example.com"|}""")]
    [InlineData("""text ?? {|AADPG0002:"Host=a.example.com"|}""")]
    public Task TlsMissingInOneBranch_IsUnderlinedThere(string expression) => Verify.ConnectionString(expression);

    [Fact]
    public Task ManyBranches_AreBounded() => Verify.ConnectionString(
        "\"Host=localhost;{|AADPG0003:Password=x|};\"" + string.Concat(Enumerable.Range(0, 40).Select(index => $" + (number > {index} ? \"Timeout={index};\" : \"\")")));
}

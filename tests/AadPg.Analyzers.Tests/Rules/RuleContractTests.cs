using AadPg.Tests.Shared;

namespace AadPg.Analyzers.Tests.Rules;

public class RuleContractTests
{
    private static readonly RuleContract s_contract = new("AadPg.Analyzers", typeof(RuleIds));

    public static TheoryData<string> Ids => [.. s_contract.Ids];

    [Fact]
    public void EveryId_IsOneRule() => s_contract.EveryIdIsOneRule();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_AreThere(string id) => s_contract.TextsAreThere(id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysWhatTheRuleSays(string id) =>
        s_contract.PageSaysWhatTheRuleSays(id, "Why", "What is reported", "Bad", "Good", "The fix", "When to suppress", "Related");

    [Theory]
    [MemberData(nameof(Ids))]
    public void ReleaseRow_SaysWhatTheRuleSays(string id) => s_contract.ReleaseRowSaysWhatTheRuleSays(id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void ReadmeRow_SaysWhatTheRuleSays(string id) => s_contract.ReadmeRowSaysWhatTheRuleSays(id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tests_AreBothPositiveAndNegative(string id) => s_contract.TestsAreBothPositiveAndNegative(id, typeof(RuleContractTests).Assembly);
}

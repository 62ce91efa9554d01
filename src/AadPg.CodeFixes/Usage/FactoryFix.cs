using System.Collections.Immutable;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Usage;

/// <summary>A correction of a wrong use of <c>[AadConnectionFactory]</c> or <c>[AadConnection]</c> that is certain by what is written there.</summary>
/// <param name="RuleId">The rule whose findings it corrects.</param>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Find">The changes of the file at the finding's node; none where nothing is certain.</param>
internal sealed record FactoryFix(string RuleId, string Title, Func<SyntaxNode, ImmutableArray<TextChange>> Find)
{
    private FactoryFix(string ruleId, string title, Func<SyntaxNode, TextChange?> find)
        : this(ruleId, title, node => find(node) is { } change ? ImmutableArray.Create(change) : ImmutableArray<TextChange>.Empty)
    {
    }

    public static readonly ImmutableArray<FactoryFix> All = ImmutableArray.Create(
        new FactoryFix(UsageRuleIds.FactoryNotPartial, "Make it partial", DeclarationFixes.MakePartial),
        new FactoryFix(UsageRuleIds.ConstructorSkipsDataSource, "Call the generated constructor", DeclarationFixes.CallGeneratedConstructor),
        new FactoryFix(UsageRuleIds.UnusableValue, "Leave the empty setting out", ArgumentFixes.Remove),
        new FactoryFix(UsageRuleIds.TlsNotRequired, "Set SslMode.VerifyFull", ArgumentFixes.SetVerifyFull),
        new FactoryFix(UsageRuleIds.UsernameWithServer, "Leave out '@' and the server's name", ArgumentFixes.RemoveServer),
        new FactoryFix(UsageRuleIds.PasswordInFactory, "Remove the password", ConnectionStringFixes.RemovePassword),
        new FactoryFix(UsageRuleIds.SettingConflict, "Remove from ConnectionString what properties say", ConnectionStringFixes.RemoveRepeated),
        new FactoryFix(UsageRuleIds.UnsupportedConnectionMember, "Make it partial", MemberFixes.MakePartial));

    public static FactoryFix Of(Diagnostic diagnostic) => All.First(fix => fix.RuleId == diagnostic.Id);

    public ImmutableArray<TextChange> FindAt(SyntaxNode root, Diagnostic diagnostic) => Find(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true));

    /// <summary>The same for every finding of the rule, so that Fix All takes them together.</summary>
    public string EquivalenceKey => $"{nameof(CorrectFactoryCodeFix)}.{RuleId}";
}

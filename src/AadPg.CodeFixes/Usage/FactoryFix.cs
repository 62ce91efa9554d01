using System.Collections.Immutable;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Usage;

/// <summary>A correction of a wrong use of <c>[AadConnectionFactory]</c> or <c>[AadConnection]</c> that is certain by what is written there.</summary>
/// <param name="RuleId">The rule whose findings it corrects.</param>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Find">The changes of the file at the finding's node, by what the rule has found out; none where nothing is certain.</param>
internal sealed record FactoryFix(string RuleId, string Title, Func<SyntaxNode, string?, ImmutableArray<TextChange>> Find) : LocatedFix(Title, $"{nameof(CorrectFactoryCodeFix)}.{RuleId}")
{
    private FactoryFix(string ruleId, string title, Func<SyntaxNode, string?, TextChange?> find)
        : this(ruleId, title, (node, argument) => find(node, argument) is { } change ? ImmutableArray.Create(change) : ImmutableArray<TextChange>.Empty)
    {
    }

    private FactoryFix(string ruleId, string title, Func<SyntaxNode, TextChange?> find)
        : this(ruleId, title, (node, _) => find(node))
    {
    }

    private FactoryFix(string ruleId, string title, Func<SyntaxNode, ImmutableArray<TextChange>> find)
        : this(ruleId, title, (node, _) => find(node))
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
        new FactoryFix(UsageRuleIds.ConnectionNotConfigured, "Write the name as the settings file does", ArgumentFixes.CorrectName),
        new FactoryFix(UsageRuleIds.UnsupportedConnectionMember, "Make it partial", MemberFixes.MakePartial));

    public override string OnlyRule => RuleId;

    public override async Task<SourceEdits?> FindEditsAtAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken)
    {
        var root = solution.GetDocument(location.Document) is { } document ? await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) : null;
        if (root?.FullSpan.Contains(location.Span) != true)
            return null;

        var edits = new SourceEdits(solution);
        foreach (var change in Find(root.FindNode(location.Span, getInnermostNodeForTie: true), location.Argument))
            edits.Replace(root.SyntaxTree, change.Span, change.NewText!);
        return edits;
    }
}

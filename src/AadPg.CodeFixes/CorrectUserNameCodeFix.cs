using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes;

/// <summary>AADPG0011: takes the server's name, and backslashes before blanks, out of the user name. A name that is missing, or too long, is not made up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectUserNameCodeFix))]
[Shared]
public sealed class CorrectUserNameCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UserName);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix("Write the user name as the server knows it", nameof(CorrectUserNameCodeFix), FindEdits));

    private static Task<SourceEdits?> FindEdits(SinkSite site, CancellationToken cancellationToken)
    {
        var corrections = UserNameCorrection.Edits(ParsedConnectionString.Parse(site.Text.Text));
        var edits = new SourceEdits(site.Document.Project.Solution);
        var isPossible = !corrections.IsEmpty && !site.Text.IsComposed && (TrySetOnBuilder(site, corrections[0], edits) ?? TracedTextEdits.TryApply(site.Text, corrections, site.Tracer.Models, edits)) && edits.IsPossible;
        return Task.FromResult(isPossible ? edits : null);
    }

    /// <summary><c>Username = "…"</c> of a builder; null where the name stands in a text.</summary>
    private static bool? TrySetOnBuilder(SinkSite site, TextEdit correction, SourceEdits edits)
    {
        var source = site.Text.Pieces.First(piece => piece.Range.Overlaps(correction.Range)).Source;
        if (source is not (AssignmentExpressionSyntax or InvocationExpressionSyntax or InitializerExpressionSyntax))
            return null;

        var value = site.Tracer.Models.Of(source.SyntaxTree)?.GetOperation(source) switch
        {
            ISimpleAssignmentOperation assignment => assignment.Value.Syntax,
            IInvocationOperation { Arguments: [_, var argument] } => argument.Value.Syntax,
            _ => null,
        };
        if (value is not LiteralExpressionSyntax literal || LiteralForm.Render(literal, ParsedConnectionString.Parse("x=" + correction.NewText).Entries[0].Value) is not { } rendered)
            return false;

        edits.Replace(source.SyntaxTree, literal.Span, rendered);
        return true;
    }
}

using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers;
using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Passwords;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes;

/// <summary>AADPG0010: takes Password and Passfile out of a text, or off a builder, whose password comes from a provider.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePasswordCodeFix))]
[Shared]
public sealed class RemovePasswordCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ConflictingPassword);

    private const string Title = "Remove the password that conflicts with the provider";

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix(Title, nameof(RemovePasswordCodeFix), FindEditsAsync) { OffSink = new SettingsRemoval(Title, nameof(RemovePasswordCodeFix)) });

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        var edits = new SourceEdits(site.Document.Project.Solution);
        var areRemoved = SettingsRemoval.TryRemove(site.Operation, site.Tracer, edits);
        if (areRemoved == false)
            return null;

        var text = await BehindAsync(site, cancellationToken).ConfigureAwait(false);
        var isRemoved = text is not null && await IsUsedOnceAsync(text, cancellationToken).ConfigureAwait(false) && PasswordRemoval.TryRemove(text, TlsOfTokens.AsItIs, edits);
        return isRemoved || areRemoved == true ? edits : null;
    }

    /// <summary>The sink, or the builder whose string it gets, when nothing else reads that; null when something does.</summary>
    private static async Task<SinkSite?> BehindAsync(SinkSite site, CancellationToken cancellationToken)
    {
        if (SinkFinder.FindConnectionString(site.Operation) is not { } text || ConflictingPasswordRule.BuilderOf(text, site.Tracer) is not { } builder)
            return site;

        if (site.Tracer.FindOrigins(builder, cancellationToken) is not [IObjectCreationOperation creation])
            return null;

        if (builder is ILocalReferenceOperation { Local: var local })
        {
            var uses = await HolderUse.FindAllAsync(local, site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
            if (uses.Any(use => use.Expression != builder.Syntax && !IsSetting(use.Expression)))
                return null;
        }
        else if (builder.Syntax != creation.Syntax)
        {
            return null;
        }

        return await SinkSite.FindAsync(new SinkLocation(site.Document.Id, creation.Syntax.Span), site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary><c>builder.Host = …</c>, and <c>builder["Host"] = …</c>.</summary>
    private static bool IsSetting(ExpressionSyntax builder) =>
        builder.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax && builder.Parent.Parent is AssignmentExpressionSyntax set && set.Left == builder.Parent
        && builder.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionString" };

    /// <summary>Whoever else uses the text may have no provider.</summary>
    private static async Task<bool> IsUsedOnceAsync(SinkSite site, CancellationToken cancellationToken)
    {
        foreach (var holder in site.Texts.SelectMany(text => text.Holders))
        {
            var uses = await HolderUse.FindAllAsync(holder, site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
            if (uses.Length > 1)
                return false;
        }

        return true;
    }
}

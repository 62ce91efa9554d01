using System.Collections.Immutable;
using System.Composition;
using AadPg.CodeFixes.Sinks;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0118: renames one of two factories of one name after the namespace or class that it stands in, so that each gets its <c>Add…</c>.
/// One by one: which of the two keeps its name is for a person to say.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameFactoryCodeFix))]
[Shared]
public sealed class RenameFactoryCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageRuleIds.RegistrationNameTaken);

    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!SinkLocation.Fixable(context, FixableDiagnosticIds).Any())
            return;

        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol factory
            || FreeName(factory, model.Compilation) is not { } name)
            return;

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Rename to '{name}'",
                token => Renamer.RenameSymbolAsync(context.Document.Project.Solution, factory, default(SymbolRenameOptions), name, token),
                nameof(RenameFactoryCodeFix)),
            context.Diagnostics);
    }

    /// <summary>The name of what is around the factory and its own, if nothing in the project has that yet.</summary>
    private static string? FreeName(INamedTypeSymbol factory, Compilation compilation)
    {
        var around = factory.ContainingType?.Name ?? factory.ContainingNamespace.Name;
        var name = around + factory.Name;
        var isTaken = compilation.ContainsSymbolsWithName(taken => string.Equals(taken, name, StringComparison.OrdinalIgnoreCase), SymbolFilter.Type);
        return around.Length == 0 || isTaken ? null : name;
    }
}

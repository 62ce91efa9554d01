using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tokens;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// Follows a connection string from the sink of a finding to whatever else uses it, through constants, fields, variables, properties, methods
/// and connection string builders, and converts each use: the text without its password is of no use to a place that is left as it was.
/// </summary>
internal sealed class TextUses(SinkSite finding, Login login, SourceEdits edits, CancellationToken cancellationToken)
{
    private readonly Queue<ISymbol> _holders = new();
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private bool _isUsed;

    private Solution Solution => finding.Document.Project.Solution;

    /// <summary>
    /// Adds the conversions to the edits; false when one use cannot be converted, or when there is none: somebody else uses the text then, and
    /// would log in no more.
    /// </summary>
    public async Task<bool> TryConvertAllAsync()
    {
        if (!finding.Texts.SelectMany(text => text.Holders).All(TryFollow))
            return false;

        if (!await TryConvertSinkAsync(finding).ConfigureAwait(false))
            return false;

        while (_holders.Count > 0)
        {
            var holder = _holders.Dequeue();

            // Whoever calls the method may give another text; what a build with other symbols does with it is not seen.
            if (holder is IParameterSymbol || await HolderUses.In(Solution).IsInInactiveCodeAsync(holder, cancellationToken).ConfigureAwait(false))
                return false;

            foreach (var use in await HolderUse.FindAllAsync(holder, Solution, cancellationToken).ConfigureAwait(false))
            {
                if (!await TryConvertUseAsync(use.Document, use.Expression).ConfigureAwait(false))
                    return false;
            }
        }

        return _isUsed;
    }

    /// <summary>False for a member that a derived type may give another text, with a password of its own.</summary>
    private bool TryFollow(ISymbol holder)
    {
        if (holder is { IsVirtual: true } or { IsOverride: true })
            return false;

        if (_seen.Add(holder))
            _holders.Enqueue(holder);

        return true;
    }

    private Task<bool> TryConvertSinkAsync(SinkSite site) => site.Operation switch
    {
        IObjectCreationOperation creation when creation.Type?.Name == "NpgsqlConnectionStringBuilder" => TryConvertBuilderAsync(site.Document, (ExpressionSyntax)creation.Syntax),
        ILiteralOperation literal => TryConvertUseAsync(site.Document, WholeOf(literal.Syntax as ExpressionSyntax ?? (ExpressionSyntax)literal.Syntax.Parent!)),
        _ => Task.FromResult(TryConvert(site)),
    };

    private bool TryConvert(SinkSite site)
    {
        _isUsed = true;
        return SinkConversion.TryConvert(site, login, edits);
    }

    /// <summary>The text that an expression is a part of.</summary>
    private static ExpressionSyntax WholeOf(ExpressionSyntax part)
    {
        var whole = part;
        while (whole.Parent is BinaryExpressionSyntax or ParenthesizedExpressionSyntax or InterpolationSyntax)
            whole = (ExpressionSyntax)(whole.Parent is InterpolationSyntax interpolation ? interpolation.Parent! : whole.Parent);

        return whole;
    }

    /// <summary>Converts what an expression with the text is handed to, or follows the variable that it is stored in.</summary>
    private async Task<bool> TryConvertUseAsync(Document document, ExpressionSyntax expression)
    {
        switch (expression.Parent)
        {
            case var _ when await IsLoggedAsync(document, expression).ConfigureAwait(false):
                return true;

            case BinaryExpressionSyntax or InterpolationSyntax:
                return WholeOf(expression) is { Parent: ArgumentSyntax { Parent.Parent: ExpressionSyntax sink } } whole && await TryConvertAtAsync(document, sink, whole, isLarger: true).ConfigureAwait(false);

            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } initializer:
                return await TryFollowAsync(document, initializer.Parent!).ConfigureAwait(false);

            case AssignmentExpressionSyntax assignment when assignment.Left == expression:
                return IsFoundText(assignment.Right);

            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or MethodDeclarationSyntax } arrow:
                return await TryFollowAsync(document, arrow.Parent!).ConfigureAwait(false);

            case ReturnStatementSyntax { Parent: BlockSyntax { Parent: MethodDeclarationSyntax method } }:
                return await TryFollowAsync(document, method).ConfigureAwait(false);

            case InvocationExpressionSyntax call when call.Expression == expression:
                return await TryConvertUseAsync(document, call).ConfigureAwait(false);

            case ParenthesizedExpressionSyntax parenthesized:
                return await TryConvertUseAsync(document, parenthesized).ConfigureAwait(false);

            case ArgumentSyntax { Parent.Parent: ExpressionSyntax call }:
                return await TryConvertAtAsync(document, call, expression).ConfigureAwait(false);

            case AssignmentExpressionSyntax assignment:
                return await TryConvertAtAsync(document, assignment, expression).ConfigureAwait(false) || await TryFollowTargetAsync(document, assignment).ConfigureAwait(false);

            default:
                return false;
        }
    }

    private async Task<bool> TryConvertAtAsync(Document document, ExpressionSyntax sink, ExpressionSyntax expression, bool isLarger = false) =>
        await SinkSite.FindAsync(new SinkLocation(document.Id, sink.Span), Solution, cancellationToken).ConfigureAwait(false) is { } site
        && SinkFinder.FindConnectionString(site.Operation) is { } connectionString
        && expression.Span.Contains(connectionString.Syntax.Span)
        && (!isLarger || site.Texts.All(IsLikeFound))
        && await TryConvertSinkAsync(site).ConfigureAwait(false);

    /// <summary>A log is as good without the password.</summary>
    private async Task<bool> IsLoggedAsync(Document document, ExpressionSyntax expression) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && model.GetOperation(expression, cancellationToken) is { } text
        && LogSinks.Is(new SecretFlow(finding.Tracer, cancellationToken).Follow(text).First().Taker);

    /// <summary>Whether a larger text with a found one in it has no other password, and no weaker TLS.</summary>
    private bool IsLikeFound(TracedText text)
    {
        var connectionString = ParsedConnectionString.Parse(text.Text);
        var mode = SslModeCorrection.Current(connectionString);
        return connectionString.Get(Keyword.Passfile).Presence == Presence.Absent
            && connectionString.Entries.Where(entry => entry.Keyword == Keyword.Password || entry.MayHoldAnyKeyword).All(entry => IsFound(text, entry.Range))
            && (mode is null or >= SslMode.Require || finding.Texts.Any(found => SslModeCorrection.Current(ParsedConnectionString.Parse(found.Text)) == mode));
    }

    /// <summary>Whether what stands in a range was written where a found text is.</summary>
    private bool IsFound(TracedText text, TextRange range)
    {
        var written = finding.Texts.SelectMany(found => found.Pieces).Select(Written).ToList();
        return text.Pieces.Where(piece => piece.Range.Overlaps(range)).All(piece => written.Contains(Written(piece)));
    }

    private static SyntaxNode Written(TracedPiece piece) => piece.Written is { } elsewhere ? Written(elsewhere) : piece.Source;

    private async Task<bool> TryFollowAsync(Document document, SyntaxNode declaration)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDeclaredSymbol(declaration, cancellationToken) is { } holder && TryFollow(holder);
    }

    private async Task<bool> TryFollowTargetAsync(Document document, AssignmentExpressionSyntax assignment)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model?.GetOperation(assignment.Left, cancellationToken) is IDiscardOperation)
            return true;

        return model?.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is { } holder and (ILocalSymbol or IFieldSymbol or IPropertySymbol)
            && IsFoundText(assignment.Right)
            && TryFollow(holder);
    }

    /// <summary>A variable that is written to elsewhere may hold another text, which nobody looked at.</summary>
    private bool IsFoundText(ExpressionSyntax written)
    {
        while (written is ParenthesizedExpressionSyntax parenthesized)
            written = parenthesized.Expression;

        return finding.Texts.Any(text => text.Whole.SourceTree == written.SyntaxTree && text.Whole.SourceSpan == written.Span);
    }

    /// <summary>Converts what the builder's string is handed to, each time that it is read.</summary>
    private async Task<bool> TryConvertBuilderAsync(Document document, ExpressionSyntax builder)
    {
        switch (builder.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Expression == builder:
                return await TryConvertMemberAsync(document, access).ConfigureAwait(false);

            case AssignmentExpressionSyntax assignment when assignment.Left == builder:
                return false;

            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } }:
            case ExpressionStatementSyntax:
                return true;

            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } when builder is BaseObjectCreationExpressionSyntax:
                var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
                if (model?.GetDeclaredSymbol(declarator, cancellationToken) is not { } holder)
                    return false;

                foreach (var use in await HolderUse.FindAllAsync(holder, Solution, cancellationToken).ConfigureAwait(false))
                {
                    if (!await TryConvertBuilderAsync(use.Document, use.Expression).ConfigureAwait(false))
                        return false;
                }

                return true;

            // An indexer of the builder sets, or reads, one keyword.
            case ElementAccessExpressionSyntax element:
                return element.Parent is AssignmentExpressionSyntax set && set.Left == element;

            default:
                return false;
        }
    }

    private async Task<bool> TryConvertMemberAsync(Document document, MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText switch
    {
        "ConnectionString" when access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access => false,
        "ConnectionString" => await TryConvertUseAsync(document, access).ConfigureAwait(false),
        "ToString" when access.Parent is InvocationExpressionSyntax call => await TryConvertUseAsync(document, call).ConfigureAwait(false),
        "Password" or "Passfile" => access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access,
        _ => true,
    };
}

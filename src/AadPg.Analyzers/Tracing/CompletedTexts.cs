using System.Runtime.CompilerServices;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// The names in a file that code makes longer texts of, or gives to a connection string builder: what a text under such a name lacks may be said
/// there. A file is read once, at the first question of each kind.
/// </summary>
internal sealed class CompletedTexts
{
    private const string Builder = "ConnectionStringBuilder";
    private const int LongestSslMode = 16;

    private static readonly ConditionalWeakTable<SyntaxTree, CompletedTexts> s_byTree = new();

    private readonly Lazy<HashSet<string>> _names;
    private readonly Lazy<HashSet<string>> _shared;
    private readonly Lazy<ILookup<string, SimpleNameSyntax>> _uses;
    private readonly Lazy<bool> _hasSslMode;

    private CompletedTexts(SyntaxNode root)
    {
        var names = new Lazy<List<SimpleNameSyntax>>(() => root.DescendantNodes().OfType<SimpleNameSyntax>().ToList());
        _names = new(() => CompletedIn(names.Value));
        _shared = new(() => SharedIn(names.Value));
        _uses = new(() => names.Value.ToLookup(name => name.Identifier.ValueText, StringComparer.Ordinal));
        _hasSslMode = new(() => HasSslMode(root));
    }

    /// <summary>Whether the variable, the member or the method that holds <paramref name="text"/> may be used for more, or none is known that does.</summary>
    public static bool May(SyntaxNode text, CancellationToken cancellationToken) =>
        HolderOf(text) is not { } name || Of(text.SyntaxTree, cancellationToken)._names.Value.Contains(name);

    /// <summary>Whether the variable or the member that holds <paramref name="value"/> is put into several texts of its file, each of which is to be looked at by itself.</summary>
    public static bool IsShared(SyntaxNode value, CancellationToken cancellationToken) =>
        HolderOf(value) is { } name && Of(value.SyntaxTree, cancellationToken)._shared.Value.Contains(name);

    /// <summary>
    /// What the value of the variable or the member that holds <paramref name="text"/> is given to, the call or the creation, in the method or the type that the text stands in:
    /// others may have another variable of that name.
    /// </summary>
    public static IEnumerable<SyntaxNode> TakersOf(SyntaxNode text, CancellationToken cancellationToken)
    {
        if (HolderOf(text) is not { } name)
            return [];

        var scope = text.FirstAncestorOrSelf<SyntaxNode>(node => node is BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or CompilationUnitSyntax)!;
        return Of(text.SyntaxTree, cancellationToken)._uses.Value[name].Where(use => scope.Span.Contains(use.Span)).Select(TakerOf).OfType<SyntaxNode>();
    }

    /// <summary>Whether the SSL mode is named anywhere in the file, so that a builder which a method of it gives away may get one there.</summary>
    public static bool NameSslMode(SyntaxTree tree, CancellationToken cancellationToken) => Of(tree, cancellationToken)._hasSslMode.Value;

    /// <summary>Not GetValue alone: a reading that is cancelled must not leave half an answer behind.</summary>
    private static CompletedTexts Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_byTree.TryGetValue(tree, out var texts) ? texts : s_byTree.GetValue(tree, read => new CompletedTexts(read.GetRoot(cancellationToken)));

    private static HashSet<string> SharedIn(List<SimpleNameSyntax> names) =>
        new(names.Where(IsHandedOn).GroupBy(name => name.Identifier.ValueText).Where(uses => uses.Skip(1).Any()).Select(uses => uses.Key), StringComparer.Ordinal);

    private static bool HasSslMode(SyntaxNode root)
    {
        foreach (var token in root.DescendantTokens())
        {
            if (token.ValueText.Length <= LongestSslMode && Keyword.Find(token.ValueText) == Keyword.SslMode)
                return true;
        }

        return false;
    }

    private static SyntaxNode? TakerOf(SimpleNameSyntax name) => WholeOf(name).Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: { } taker } } ? taker : null;

    /// <summary>A text that goes on under another name, as it is, may be made more of there.</summary>
    private static HashSet<string> CompletedIn(List<SimpleNameSyntax> names)
    {
        var copies = names.ToLookup(name => HolderOf(WholeOf(name)), name => name.Identifier.ValueText);
        var completed = new HashSet<string>(names.Where(IsCompleted).Select(name => name.Identifier.ValueText), StringComparer.Ordinal);
        var open = new Stack<string>(completed);
        while (open.Count > 0)
        {
            foreach (var source in copies[open.Pop()].Where(completed.Add))
                open.Push(source);
        }

        return completed;
    }

    /// <summary>What the text is stored in as it is, or returned from; null where it goes elsewhere.</summary>
    public static string? HolderOf(SyntaxNode text)
    {
        for (var inner = text; inner.Parent is { } parent; inner = parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or SwitchExpressionArmSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or AccessorDeclarationSyntax or AccessorListSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                    break;
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case AssignmentExpressionSyntax assignment when assignment.Right == inner && !assignment.IsKind(SyntaxKind.AddAssignmentExpression):
                    return NameOf(assignment.Left);
                case ReturnStatementSyntax:
                    return NameOfReturning(parent);
                default:
                    return NameOfGetter(parent);
            }
        }

        return null;
    }

    private static string? NameOfReturning(SyntaxNode statement)
    {
        for (var parent = statement.Parent; parent is not (null or AnonymousFunctionExpressionSyntax); parent = parent.Parent)
        {
            if (NameOfGetter(parent) is { } name)
                return name;
        }

        return null;
    }

    /// <summary>The property, the method or the local function that gives the text; null for other nodes.</summary>
    private static string? NameOfGetter(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The variable or the member that <paramref name="target"/> is; null for other targets.</summary>
    public static string? NameOf(ExpressionSyntax target) => target switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: var name } => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Its value goes into a text, a setting, a variable or a call.</summary>
    private static bool IsHandedOn(SimpleNameSyntax name) => WholeOf(name) is var whole && whole.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(string.IsNullOrEmpty) or nameof(string.IsNullOrWhiteSpace) } } } => false,
        InterpolationSyntax or ArgumentSyntax or EqualsValueClauseSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } => true,
        AssignmentExpressionSyntax assignment => assignment.Right == whole,
        _ => false,
    };

    /// <summary>The whole that the name ends: <c>Settings.Text</c>, <c>GetText()</c>, <c>this._text</c>.</summary>
    private static ExpressionSyntax WholeOf(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while ((whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole)
            || (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
            || whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole;
    }

    private static bool IsCompleted(SimpleNameSyntax name)
    {
        var whole = WholeOf(name);
        return whole.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => MaySaySetting(sum.Left == whole ? sum.Right : sum.Left),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } addition => addition.Left == whole,
            InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax { Contents: var contents } } => contents.Count > 1 && contents.Any(content => content is InterpolatedStringTextSyntax text && SaysSetting(text.TextToken.ValueText)),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access => access.Expression == whole,
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: var taker } } => Completes(taker),
            _ => false,
        };
    }

    /// <summary>A part that is computed may say anything; one that is written says what it says.</summary>
    private static bool MaySaySetting(ExpressionSyntax part) => part switch
    {
        LiteralExpressionSyntax literal => SaysSetting(literal.Token.ValueText),
        _ => true,
    };

    private static bool SaysSetting(string text) => text.IndexOf('=') >= 0;

    private static bool Completes(SyntaxNode? taker) => taker switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString().EndsWith(Builder, StringComparison.Ordinal),
        ImplicitObjectCreationExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "AppendFormat" or "AppendLine" } } => true,
        _ => false,
    };
}

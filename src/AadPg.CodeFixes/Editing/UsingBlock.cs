using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>The using directives of a file, those of its first namespace when it keeps them there, and where another one belongs.</summary>
internal sealed class UsingBlock(CompilationUnitSyntax unit, SourceText text)
{
    private readonly string _newLine = Layout.NewLine(text);

    private readonly List<UsingDirectiveSyntax> _directives =
        (unit.Usings.Count > 0 ? unit.Usings : unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Usings ?? default).ToList();

    /// <summary>Where and how to write a directive; equal for those that go to the same place.</summary>
    public sealed record Place(int Position, string Before, string After, string Ending)
    {
        public string Write(string name) => $"{Before}using {name};{After}";
    }

    public Place PlaceFor(string name)
    {
        // From the end on, so that several find their places in any order, also among directives that are in none.
        var plain = _directives.FindAll(IsPlain);
        var order = UsingOrder.Of(plain.ConvertAll(NameOf));
        var index = plain.FindLastIndex(directive => order.Compare(NameOf(directive), name) < 0) + 1;
        if (index < plain.Count)
            return Before(plain[index]);

        // Global directives come first, by rule; static ones and aliases last, by custom.
        if ((plain.LastOrDefault() ?? _directives.FindLast(IsGlobal)) is { } last)
            return Behind(last);

        return _directives.FirstOrDefault() is { } first
            ? Before(first)
            : new Place(BehindHeader(), "", _newLine, Ending: _newLine);
    }

    private Place Before(UsingDirectiveSyntax directive) =>
        new(directive.SpanStart, "", _newLine + Layout.IndentationAt(text, directive.SpanStart), Ending: "");

    private Place Behind(UsingDirectiveSyntax directive)
    {
        var comment = directive.GetTrailingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        var end = comment.IsKind(SyntaxKind.None) ? directive.Span.End : comment.Span.End;
        return new(end, _newLine + Layout.IndentationAt(text, directive.SpanStart), "", Ending: "");
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, Name: not null } && directive.StaticKeyword.IsKind(SyntaxKind.None) && !IsGlobal(directive);

    private static bool IsGlobal(UsingDirectiveSyntax directive) => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    private static string NameOf(UsingDirectiveSyntax directive) => directive.Name!.ToString();

    /// <summary>Behind what must stay at the top of a file without usings: a header comment, <c>#define</c>, <c>extern alias</c>.</summary>
    private int BehindHeader()
    {
        var first = unit.Externs.Count > 0 ? unit.Externs.Last().GetLastToken().GetNextToken(includeZeroWidth: true) : unit.GetFirstToken(includeZeroWidth: true);
        var position = first.FullSpan.Start;
        var isBlank = true;
        foreach (var trivia in first.LeadingTrivia)
        {
            if (trivia.IsDirective || (isBlank && trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
                position = trivia.FullSpan.End;

            isBlank = trivia.IsDirective || trivia.IsKind(SyntaxKind.EndOfLineTrivia) || (isBlank && trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        }

        return position;
    }
}

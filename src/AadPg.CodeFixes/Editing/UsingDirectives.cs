using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>Writes using directives where the file has its own: in the same block, at their place in its order.</summary>
internal static class UsingDirectives
{
    public static IEnumerable<TextChange> Add(SyntaxNode root, SourceText text, IEnumerable<string> namespaces)
    {
        var block = new UsingBlock((CompilationUnitSyntax)root, text);
        return namespaces
            .OrderBy(name => name, UsingOrder.SystemFirst)
            .GroupBy(block.PlaceFor, (place, names) => new TextChange(new TextSpan(place.Position, 0), string.Concat(names.Select(place.Write)) + place.Ending));
    }
}

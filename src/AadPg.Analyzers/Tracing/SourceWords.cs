using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads what a piece of source speaks of.</summary>
internal static class SourceWords
{
    /// <summary>All that is named or quoted, as one name: what speaks of two databases says nothing.</summary>
    public static string In(IEnumerable<SyntaxNode> nodes)
    {
        var words = new StringBuilder();
        foreach (var node in nodes)
        {
            foreach (var token in node.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) || (token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.IndexOf('=') < 0))
                    words.Append(token.ValueText.Replace(':', ' ')).Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }
}

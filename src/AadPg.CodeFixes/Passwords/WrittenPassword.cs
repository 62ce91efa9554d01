using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Passwords;

/// <summary>Finds the constant or variable that a larger text has its password from: all that is made of it is one thing to fix.</summary>
internal static class WrittenPassword
{
    /// <summary>The sink with the text of that constant alone; as it is, where the password is written at the sink, or put together there.</summary>
    public static SinkSite Of(SinkSite site, CancellationToken cancellationToken)
    {
        var passwords = ParsedConnectionString.Parse(site.Text.Text).Entries.Where(entry => entry.Keyword == Keyword.Password || entry.Keyword == Keyword.Passfile).ToList();
        var sources = site.Text.Pieces
            .Where(piece => passwords.Exists(entry => entry.Range.Overlaps(piece.Range)))
            .Select(piece => (IsElsewhere: piece.Written is not null, Source: piece.Source is InterpolationSyntax hole ? hole.Expression : piece.Source))
            .Distinct()
            .ToList();
        if (site.Texts.Length > 1 || site.Text.IsComposed || sources is not [{ IsElsewhere: true, Source: var reference }] || site.Model.SyntaxTree != reference.SyntaxTree)
            return site;

        return site.Model.GetOperation(reference, cancellationToken) is { } constant && site.Tracer.TraceConnectionString(constant, cancellationToken) is [{ Holders.IsEmpty: false } text]
            ? site with { Texts = ImmutableArray.Create(text), Text = text }
            : site;
    }
}

using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tokens;
using AadPg.CodeFixes.Tls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>A finding in a test case, as far as a reason for having no fix asks for it.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Site">The sink that it is about; null when it is about something else.</param>
/// <param name="Token">The operation that it is about.</param>
internal sealed record FoundCase(string Id, SinkSite? Site, TokenSite? Token)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FoundCase> OfAsync(Diagnostic finding, Solution solution)
    {
        if (SinkLocation.Of(finding, solution) is not { } location)
            return new FoundCase(finding.Id, null, null);

        return new FoundCase(finding.Id, await SinkSite.FindAsync(location, solution, Cancellation), await TokenSite.FindAsync(location, solution, Cancellation));
    }

    /// <summary>The texts at the sink, parsed.</summary>
    public IEnumerable<ParsedConnectionString> Texts => Site?.Texts.Select(text => ParsedConnectionString.Parse(text.Text)) ?? [];

    public IEnumerable<ConnectionStringEntry> Entries(Keyword keyword) => Texts.SelectMany(text => text.Entries).Where(entry => entry.Keyword == keyword);

    /// <summary>The text is made by calls or over several statements, or from text that is written elsewhere.</summary>
    public bool IsPutTogether => Site is not null && Site.Texts.Any(text => text.IsComposed || text.Pieces.Any(piece => piece.Written is not null));

    /// <summary>Several texts of one expression: an edit of the one would be an edit of the others.</summary>
    public bool HasChoiceInside => Site is not null && Site.Texts.Select(text => text.Whole).Distinct().Count() < Site.Texts.Length;

    public bool IsOnBuilder => Site is not null && (BuilderSslMode.IsBuilder(Site) || Site.Text.Pieces.Any(piece => BuilderSslMode.IsSetting(piece.Source)));

    /// <summary>The provider whose code, or whose call, the finding is in.</summary>
    public PasswordProviderCall? Provider
    {
        get
        {
            for (var operation = Token?.Operation; operation is not null; operation = operation.Parent)
            {
                if (PasswordProviderCall.From(operation, Token!.Tracer, Cancellation) is { } provider)
                    return provider;
            }

            return null;
        }
    }

    public bool ProviderDoesMore => Provider is { } provider && !TokenOnlyCode.Is(provider);

    public bool ProviderAsksForOther => Provider is { } provider && ProviderRequests.Of(provider, Token!, Cancellation).Count == 0;

    /// <summary>A value that is put into the text is none.</summary>
    public bool HasValueOfOtherType => Site is not null && Site.Text.Pieces.Any(piece =>
        piece.Source is InterpolationSyntax interpolation && Site.Model.GetTypeInfo(interpolation.Expression, Cancellation).Type?.SpecialType != SpecialType.System_String);

    /// <summary>The secret is an argument of the call that logs it, or a hole of one, and no variable.</summary>
    public bool IsHandedOverItself => Token?.Operation is IPropertyReferenceOperation { Parent: IArgumentOperation or IInterpolationOperation { Parent.Parent: IArgumentOperation } };

    /// <summary>The token in the text is not one that a request for PostgreSQL brought.</summary>
    public bool TextHasTokenOfOther => Site is not null
        && (TokenInText.ReadOf(Site, Cancellation) is not { } read
            || !TokenRequest.Behind(read, Site.Tracer, Cancellation).All(request => ProviderRequests.IsForPostgres(request, Site.Tracer, Cancellation)));
}

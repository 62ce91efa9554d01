using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.CodeFixes.Logins;

/// <summary>By the AadPg runtime: <c>UseAadAuthentication()</c> and <c>AadNpgsqlDataSource.Shared(…)</c>.</summary>
/// <param name="runtime">The runtime that the project references.</param>
/// <param name="localHosts">The hosts that the token may go to although they are none of Azure's.</param>
/// <param name="credential">The source of the credential to ask; empty for the one that AadPg takes by itself.</param>
internal sealed class AadLogin(RuntimeApi runtime, IReadOnlyList<string> localHosts, string credential = "") : Login
{
    public override string? CallOn(ITypeSymbol? builder, SinkSite site, SourceEdits edits) =>
        runtime.UseAadAuthentication(builder) is { } extension && SourceNames.TryReach(extension, builder!, site.Model, site.Operation.Syntax.SpanStart, edits)
            ? $".UseAadAuthentication({string.Join(", ", new[] { credential, Options() }.Where(argument => argument.Length > 0))})"
            : null;

    public override (string Before, string After) SharedDataSource(SinkSite site, SourceEdits edits)
    {
        var name = SourceNames.Of(runtime.SharedDataSource, site.Model, site.Operation.Syntax.SpanStart, edits);
        return ($"{name}.Shared(", (credential.Length > 0 ? ", " + credential : "") + string.Concat(localHosts.Select(host => ", " + Literal(host))) + ")");
    }

    private string Options() => localHosts.Count switch
    {
        0 => "",
        1 => $"configure: options => {Allow(localHosts[0])}",
        _ => $"configure: options => {{ {string.Concat(localHosts.Select(host => Allow(host) + "; "))}}}",
    };

    private static string Allow(string host) => $"options.AllowedHosts.Add({Literal(host)})";

    private static string Literal(string host) => SyntaxFactory.Literal(host).Text;
}

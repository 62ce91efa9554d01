using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Logins;

/// <summary>What converted code calls, in place of giving a password, to log in with a token.</summary>
internal abstract class Login
{
    /// <summary>
    /// The call, with its dot, that has a data source builder of this type log in with tokens, made reachable at the sink; null when there is none.
    /// </summary>
    public abstract string? CallOn(ITypeSymbol? builder, SinkSite site, SourceEdits edits);

    /// <summary>The source around a connection string that makes it the one data source of the process for that string.</summary>
    public abstract (string Before, string After) SharedDataSource(SinkSite site, SourceEdits edits);
}

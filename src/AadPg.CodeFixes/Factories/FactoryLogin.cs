using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Factories;

/// <summary>By a connection factory, which has the settings and the data source: nothing is left of the string.</summary>
/// <param name="name">The factory's class.</param>
internal sealed class FactoryLogin(string name) : Login
{
    /// <summary>A builder is somebody's own data source.</summary>
    public override string? CallOn(ITypeSymbol? builder, SinkSite site, SourceEdits edits) => null;

    public override (string Before, string After) SharedDataSource(SinkSite site, SourceEdits edits) => ($"{name}.Shared.DataSource", "");
}

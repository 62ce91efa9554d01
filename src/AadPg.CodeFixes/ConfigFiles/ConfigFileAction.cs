using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.CodeFixes.ConfigFiles;

/// <summary>One way to fix findings in config files.</summary>
/// <param name="Title">What the light bulb shows; the same for every finding, so that it cannot hold a value.</param>
/// <param name="SslMode">What a fix for TLS sets.</param>
/// <param name="RuleIds">The rules that it is for.</param>
internal sealed record ConfigFileAction(string Title, SslMode SslMode, params string[] RuleIds)
{
    /// <summary>Every action, the recommended one first where there are two.</summary>
    public static readonly ImmutableArray<ConfigFileAction> All = ImmutableArray.Create(
        new ConfigFileAction("Remove the password", default, Analyzers.RuleIds.StaticPassword, Analyzers.RuleIds.StaticPasswordForLocalServer),
        new ConfigFileAction("Set SSL Mode=VerifyFull", SslMode.VerifyFull, Analyzers.RuleIds.TlsNotRequired, Analyzers.RuleIds.ServerNotVerified),
        new ConfigFileAction("Set SSL Mode=Require", SslMode.Require, Analyzers.RuleIds.TlsNotRequired),
        new ConfigFileAction("Correct the user name", default, Analyzers.RuleIds.UserName),
        new ConfigFileAction("Write it as Npgsql does", default, Analyzers.RuleIds.InvalidConnectionString));

    /// <summary>What Fix All recognizes the action by.</summary>
    public string EquivalenceKey => $"{nameof(ConfigFileCodeFix)}.{Title}";

    public bool IsFor(ConfigFinding finding) => Array.IndexOf(RuleIds, finding.Descriptor.Id) >= 0;
}

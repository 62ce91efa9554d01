using AadPg.Analyzers;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>Findings that a fix may bring, since they were hidden by what it fixes.</summary>
/// <param name="Action">The fix's title.</param>
/// <param name="Rule">The rule that then speaks.</param>
/// <param name="Reason">Why that is right.</param>
internal sealed record NewFinding(string Action, string Rule, string Reason)
{
    /// <summary>Every one there is.</summary>
    public static readonly IReadOnlyList<NewFinding> All =
    [
        new("Set SSL Mode=Require", RuleIds.ServerNotVerified, "Whoever takes the second choice has TLS, and is told what it leaves open."),
        new("Leave the secret out of the log", RuleIds.TlsNotRequired, "The text had the finding already; the builder that now takes its password out has it again."),
        new("Write it as Npgsql does", RuleIds.ServerNotVerified, "Npgsql did not read the mode before; now it does, and the mode that was meant does not verify the server."),
        new("Generate an Azure AD connection factory", "AADPG0115", "The tests' hosts are of no Azure cloud, and the factory's attribute says so as the string did."),
    ];
}

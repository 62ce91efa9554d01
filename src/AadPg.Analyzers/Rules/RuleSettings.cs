using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>What a project's <c>.editorconfig</c> says about the rules.</summary>
/// <param name="LocalHosts">Hosts that count as local, beside loopback and Unix sockets.</param>
/// <param name="MinimumSslMode">The weakest mode that satisfies the project.</param>
internal sealed record RuleSettings(ImmutableArray<string> LocalHosts, SslMode MinimumSslMode)
{
    private const string LocalHostsKey = "aadpg_local_hosts";
    private const string MinimumSslModeKey = "aadpg_minimum_ssl_mode";

    /// <summary>Reads the settings; <paramref name="find"/> gives a key's value, or null. A value that makes no sense counts as not said.</summary>
    public static RuleSettings Read(Func<string, string?> find)
    {
        var hosts = (find(LocalHostsKey) ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(host => host.Trim()).Where(host => host.Length > 0);
        var isVerifyFull = string.Equals(find(MinimumSslModeKey)?.Trim(), "verify_full", StringComparison.OrdinalIgnoreCase);
        return new RuleSettings(hosts.ToImmutableArray(), isVerifyFull ? SslMode.VerifyFull : SslMode.Require);
    }
}
